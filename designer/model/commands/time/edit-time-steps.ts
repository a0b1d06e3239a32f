import { parseDuration } from '../../../../runtime/engine/calendar/duration.ts'
import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import type { ReminderRule } from '../../../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../../../schemas/generated/time-step.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

/** Whose steps: of a reminder, of a node's deadline, or, with no node named, of the schema's. */
export interface TimeStepsOf {
  readonly node?: string
}

type Edited = ApprovalSchema | ReminderRule

export function timeStepsOf(body: Edited, { node: id }: TimeStepsOf): readonly TimeStep[] | undefined {
  if ('steps' in body) return body.steps
  const node = id === undefined ? undefined : nodeById(body as ApprovalSchema, id)
  const deadline = id === undefined ? (body as ApprovalSchema).deadline : node && 'deadline' in node ? node.deadline : undefined
  return deadline && (deadline.steps ?? [])
}

/** Changes what happens before, on and after a moment. A reminder keeps at least one step; steps stand in the order of time. */
export function editTimeSteps(
  body: Edited,
  of: TimeStepsOf,
  edit: (steps: readonly TimeStep[]) => readonly TimeStep[] | undefined,
): Edit<Edited> {
  const before = timeStepsOf(body, of)
  const after = before && edit(before)
  if (!after) return refused('no-such-thing')
  if (after.some(({ at, every }) => !parseDuration(at).ok || (every !== undefined && !parseDuration(every).ok)))
    return refused('not-a-duration')
  if (after.some((step) => step.tell === undefined && step.pass === undefined && step.choose === undefined && step.does === undefined))
    return refused('last-one')
  const steps = [...after]
  if ('steps' in body) return steps.length === 0 ? refused('last-one') : edited({ ...body, steps })
  const schema = body as ApprovalSchema
  if (of.node === undefined) return edited({ ...schema, deadline: patched(schema.deadline!, { steps }) })
  const name = nodeById(schema, of.node)?.label
  return edited(
    withNode(schema, of.node, (node) =>
      'deadline' in node && node.deadline ? { ...node, deadline: patched(node.deadline, { steps }) } : node,
    ),
    { name },
  )
}
