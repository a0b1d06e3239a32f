import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

type Of = Pick<ApprovalSchema, 'label' | 'allow' | 'bar'>
type Property = { [P in keyof Of]-?: { readonly property: P; readonly value: Of[P] | undefined } }[keyof Of]

/** Sets what holds for the whole schema: what it is called, who may delegate or suspend, the bar of its stages. */
export const setSchemaProperty = defineCommand('set-schema-property', 'approval-schema', (schema, { property, value }: Property) => {
  if (property === 'label' && value === undefined) return refused('name-empty')
  return edited(patched(schema, { [property]: value }, ['nodes', 'routes']))
})
