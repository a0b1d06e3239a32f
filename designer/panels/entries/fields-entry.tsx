import { MultiSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { fieldName } from '../../model/words/speech.ts'

interface FieldsEntryProps {
  readonly label: string
  readonly value: readonly string[] | undefined
  /** What nothing chosen means: "all fields". */
  readonly none: string
  /** The table of whose rows fields can be named. */
  readonly row?: string | undefined
  readonly onChange: (fields: string[] | undefined) => void
}

/** Fields of the card, chosen by their names; none chosen is said in words. */
export function FieldsEntry({ label, value, none, row, onChange }: FieldsEntryProps) {
  const { t } = useWords()
  const { types, speech } = useSchema()
  const choices = useMemo(() => {
    const ids = types.flatMap((type) => type.fields.filter((field) => !field.retired).map(({ id }) => id))
    const columns = types.flatMap((type) =>
      type.fields.flatMap((field) => (field.type === 'table' && field.id === row ? field.fields.map(({ id }) => `row.${id}`) : [])),
    )
    return [...new Set([...columns, ...ids, ...(value ?? [])])].map((id) => ({ value: id, label: fieldName(speech, id) }))
  }, [types, speech, row, value])
  return (
    <MultiSelect
      size="xs"
      searchable
      aria-label={label}
      placeholder={value?.length ? t('fields.more') : none}
      data={choices}
      value={[...(value ?? [])]}
      nothingFoundMessage={t('fields.nothing')}
      onChange={(fields) => onChange(fields.length > 0 ? fields : undefined)}
    />
  )
}
