import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

type Of = Pick<DocumentType, 'label' | 'plural' | 'kind' | 'title' | 'paper' | 'conversions' | 'twins' | 'expects' | 'activity'>
type Property = { [P in keyof Of]-?: { readonly property: P; readonly value: Of[P] | undefined } }[keyof Of]

/** Sets what holds for the whole type: what it and its list are called, what kind it is, how its documents are titled. */
export const setTypeProperty = defineCommand('set-type-property', 'document-type', (type, { property, value }: Property) => {
  if ((property === 'label' || property === 'kind') && value === undefined) return refused('name-empty')
  return edited(patched(type, { [property]: value }, ['fields']))
})
