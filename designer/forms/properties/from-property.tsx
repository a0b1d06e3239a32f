import { NativeSelect } from '@mantine/core'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'

/** Which field that is out of use this one takes over from: documents keep what was written there. */
export function FromProperty({ field, path, row }: PropertyProps) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const retired = type.fields.filter((one) => one.retired && one.id !== field.id)
  // Columns of a table take over from nothing: their rows move as they are.
  if (row !== undefined || (retired.length === 0 && field.from === undefined)) return null
  const known = retired.some(({ id }) => id === field.from)
  return (
    <FoldedGroup title={t('property.from')} usual={field.from === undefined ? t('property.from.none') : undefined}>
      <NativeSelect
        aria-label={t('property.from')}
        value={field.from ?? ''}
        data={[
          { value: '', label: t('property.from.none') },
          ...(field.from === undefined || known ? [] : [{ value: field.from, label: field.from }]),
          ...retired.map(({ id, label }) => ({ value: id, label: of(label) })),
        ]}
        onChange={(event) => run(setFieldProperty({ field: path, property: 'from', value: event.currentTarget.value || undefined }))}
      />
    </FoldedGroup>
  )
}
