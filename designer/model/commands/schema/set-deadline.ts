import { parseDuration } from '../../../../runtime/engine/calendar/duration.ts'
import type { Deadline } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

export interface SetDeadline {
  /** The step or block; left out: the whole way. */
  readonly node?: string
  /**
   * What changes; keys given as undefined are left out, and `within` and `on` take each other's place. Null: no deadline.
   * Steps are kept.
   */
  readonly deadline: { readonly [K in keyof Deadline]?: Deadline[K] | undefined } | null
}

const withDeadlines = new Set(['stage', 'approval', 'task', 'fork', 'wait'])

/** Sets by when something has to be done. Refused: what is no duration, and a step of a kind that is never waited for. */
export const setDeadline = defineCommand('set-deadline', 'approval-schema', (schema, { node: id, deadline }: SetDeadline) => {
  const node = id === undefined ? undefined : nodeById(schema, id)
  if (id !== undefined && (!node || !withDeadlines.has(node.kind))) return refused('no-such-thing')
  const before = node ? ('deadline' in node ? node.deadline : undefined) : schema.deadline
  const after = deadline === null ? undefined : merged(before, deadline)
  if (after && after.within !== undefined && !parseDuration(after.within).ok) return refused('not-a-duration', { found: after.within })
  const name = node?.label
  if (id === undefined) return edited(patched(schema, { deadline: after }, ['nodes', 'routes']))
  return edited(
    withNode(schema, id, (each) => patched(each, { deadline: after })),
    { name },
  )
})

function merged(before: Deadline | undefined, patch: NonNullable<SetDeadline['deadline']>): Deadline {
  const other = patch.within !== undefined ? { on: undefined } : patch.on !== undefined ? { within: undefined } : {}
  const made = patched((before ?? {}) as Deadline, { ...patch, ...other })
  const { in: counting, ...rest } = made
  const counted: Partial<Deadline> = counting === 'working-time' ? { ...rest, in: counting } : rest
  return (counted.within === undefined && counted.on === undefined ? { within: 'P1D', ...counted } : counted) as Deadline
}
