import { defineCommand } from '../../define-command.ts'
import { nodeById } from '../../schema-graph.ts'
import { releasedAt } from '../../workspace.ts'
import { type ActionsOf, actionsOf, editActions } from './edit-actions.ts'

/** Takes a button away with its arrows. One that is in use is retired instead: documents remember it. */
export const removeAction = defineCommand(
  'remove-action',
  'approval-schema',
  (schema, { action, ...of }: ActionsOf & { readonly action: string }, { workspace, id }) => {
    const released = releasedAt(workspace, 'approval-schema', id)
    const before =
      released && (of.node === 'anywhere' || nodeById(released, of.node)) ? actionsOf(released, of.node, workspace.languages) : []
    const published = before?.some((each) => each.id === action)
    const result = editActions(schema, of, workspace.languages, (actions) => {
      const found = actions.find((each) => each.id === action)
      if (!found) return undefined
      const left = published
        ? actions.map((each) => (each.id === action ? { ...each, retired: true as const } : each))
        : actions.filter((each) => each.id !== action)
      return { actions: left, name: found.label }
    })
    if ('outcome' in result) return result
    return { ...result, body: { ...result.body, routes: result.body.routes.filter(({ from, on }) => from !== of.node || on !== action) } }
  },
)
