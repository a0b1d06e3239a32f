import { outcomesOf } from '../../../../runtime/engine/approval/outcomes.ts'
import type { Action, AnywhereAction, ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'
import { ownWords } from '../../text-in-languages.ts'

/** Where a button is: on a node, or `anywhere`. */
export interface ActionsOf {
  readonly node: string
}

/** The buttons of a node as they are written, or those that an approval or a task has of itself, written out. */
export function actionsOf(schema: ApprovalSchema, id: string, languages: readonly string[]): readonly AnywhereAction[] | undefined {
  if (id === 'anywhere') return schema.anywhere ?? []
  const node = nodeById(schema, id)
  if (node?.kind === 'stage' || node?.kind === 'fork') return node.actions ?? []
  if (node?.kind !== 'approval' && node?.kind !== 'task') return undefined
  if (node.actions?.length) return node.actions
  return outcomesOf(node).map(({ id: own, label, counts, comment }) => ({
    id: own,
    label: typeof label === 'string' ? label : ownWords({ en: label.en!, ro: label.ro! }, languages),
    counts,
    ...(comment !== 'allowed' && { comment }),
  }))
}

/** Changes the buttons of a node, or those that work anywhere. */
export function editActions(
  schema: ApprovalSchema,
  { node: id }: ActionsOf,
  languages: readonly string[],
  edit: (
    actions: readonly AnywhereAction[],
  ) => { readonly actions: readonly (Action | AnywhereAction)[]; readonly made?: string; readonly name?: Action['label'] } | undefined,
): Edit<ApprovalSchema> {
  const before = actionsOf(schema, id, languages)
  const result = before && edit(before)
  if (!result) return refused('no-such-thing')
  const actions = result.actions as AnywhereAction[]
  const facts = { name: result.name, made: result.made }
  if (id === 'anywhere') return edited(patched(schema, { anywhere: actions }, ['nodes', 'routes']), facts)
  return edited(
    withNode(schema, id, (node) => patched(node, { actions })),
    facts,
  )
}
