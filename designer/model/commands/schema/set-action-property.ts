import type { AnywhereAction } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type ActionsOf, editActions } from './edit-actions.ts'

type Property = {
  [P in Exclude<keyof AnywhereAction, 'id'>]-?: { readonly property: P; readonly value: AnywhereAction[P] | undefined }
}[Exclude<keyof AnywhereAction, 'id'>]

/** Sets one property of a button. Only a button that works anywhere can say where it does not. */
export const setActionProperty = defineCommand(
  'set-action-property',
  'approval-schema',
  (schema, args: ActionsOf & { readonly action: string } & Property, { workspace }) => {
    const { node, action, property, value } = args
    return editActions(schema, { node }, workspace.languages, (actions) => {
      const found = actions.find(({ id }) => id === action)
      if (!found || (property === 'notIn' && node !== 'anywhere') || (property === 'label' && value === undefined)) return undefined
      const written = property === 'comment' && value === 'allowed' ? undefined : value
      return {
        actions: actions.map((each) => (each === found ? patched(each, { [property]: written }, ['who']) : each)),
        name: found.label,
      }
    })
  },
)
