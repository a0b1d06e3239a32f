import { MultiSelect } from '@mantine/core'
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { nodeById, pathTo } from '../../model/schema-graph.ts'
import { stepChoices } from '../step-choices.ts'

interface StepsEntryProps {
  readonly label: string
  readonly value: readonly string[] | undefined
  /** What nothing chosen means: "nowhere". */
  readonly none: string
  /** The kinds of steps that can be meant. */
  readonly kinds: readonly SchemaNode['kind'][]
  /** Only the steps of this block. */
  readonly inside?: string
  readonly onChange: (steps: string[] | undefined) => void
}

/** Steps of the way, chosen by their names; none chosen is said in words. */
export function StepsEntry({ label, value, none, kinds, inside, onChange }: StepsEntryProps) {
  const { t } = useWords()
  const { schema, speech } = useSchema()
  const chosen = value ?? []
  const choices = stepChoices(schema, speech).filter(
    ({ value: id }) =>
      chosen.includes(id) ||
      (kinds.includes(nodeById(schema, id)?.kind ?? 'join') && (inside === undefined || pathTo(schema, id).includes(inside))),
  )
  return (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={chosen.length > 0 ? t('fields.more') : none}
      data={choices}
      value={[...chosen]}
      onChange={(steps) => onChange(steps.length > 0 ? steps : undefined)}
    />
  )
}
