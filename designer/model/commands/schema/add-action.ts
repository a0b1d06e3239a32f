import type { AnywhereAction } from '../../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../../schemas/generated/audience.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted, patched } from '../../lists.ts'
import { nodeById } from '../../schema-graph.ts'
import { anyWords } from '../../text-in-languages.ts'
import { type ActionsOf, editActions } from './edit-actions.ts'

export interface AddAction extends ActionsOf {
  readonly label: Text
  /** Who may press it, at a stage, a block or anywhere; the author if left out. Where people are asked it is they. */
  readonly who?: Audience
  readonly counts?: AnywhereAction['counts']
  readonly comment?: AnywhereAction['comment']
  /** Where it leads, so that an arrow is drawn with it. */
  readonly to?: string
  readonly at?: number
}

/** Adds a button to a step, or one that works wherever the document is. */
export const addAction = defineCommand(
  'add-action',
  'approval-schema',
  (schema, { label, who, counts, comment, to, at, ...of }: AddAction, { workspace }) => {
    if (to !== undefined && !nodeById(schema, to)) return refused('no-such-thing')
    const node = nodeById(schema, of.node)
    const asks = node?.kind === 'approval' || node?.kind === 'task'
    const result = editActions(schema, of, workspace.languages, (actions) => {
      const id = idFrom(anyWords(label), 'kebab', idsOf(actions), 'button')
      const action = patched(
        { id, label },
        { ...(!asks && { who: who ?? [{ the: 'author' as const }] }), counts: asks ? counts : undefined, comment },
        ['who'],
      )
      return { actions: inserted(actions, action as AnywhereAction, at), made: id, name: label }
    })
    if ('outcome' in result || to === undefined) return result
    return { ...result, body: { ...result.body, routes: [...result.body.routes, { from: of.node, on: result.made!, to }] } }
  },
)
