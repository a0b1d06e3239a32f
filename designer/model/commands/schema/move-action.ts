import { defineCommand } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'
import { type ActionsOf, editActions } from './edit-actions.ts'

/** Changes the order of the buttons. Of an approval it also says which outcome wins: the one listed last. */
export const moveAction = defineCommand(
  'move-action',
  'approval-schema',
  (schema, { action, to, ...of }: ActionsOf & { readonly action: string; readonly to: number }, { workspace }) =>
    editActions(schema, of, workspace.languages, (actions) => ({ actions: moved(actions, indexById(actions, action), to) })),
)
