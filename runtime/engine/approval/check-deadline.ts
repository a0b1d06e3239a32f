import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import { checkPath } from '../card/check-path.ts'
import { isDate } from '../card/check-type.ts'
import { checkSteps } from '../reminder/check-steps.ts'
import { placeOf, type Standpoint, type Travel } from './check-standpoint.ts'

/** A deadline names dates, nodes, a list of reasons and actions that exist. `actions`: what its steps may choose. */
export function checkDeadline(travel: Travel, deadline: Deadline, at: string, point: Standpoint, actions: ReadonlySet<string>): void {
  const { world, type, checking, nodes } = travel
  if (deadline.on !== undefined && type) {
    const end = checkPath(world, checking, `${at}/on`, deadline.on, { ...placeOf(travel, point), type })
    if (end && !isDate(end.fields)) checking.problem('no-date', `${at}/on`, { field: deadline.on })
  }
  if (deadline.from !== undefined) checking.exists('unknown-node', `${at}/from`, deadline.from, nodes)
  for (const [index, id] of (deadline.pauseAt ?? []).entries()) checking.exists('unknown-node', `${at}/pauseAt/${index}`, id, nodes)
  if (deadline.reason !== undefined) checking.exists('unknown-directory', `${at}/reason`, deadline.reason, world.directories)
  for (const [index, { choose }] of (deadline.steps ?? []).entries())
    if (choose !== undefined) checking.exists('unknown-action', `${at}/steps/${index}/choose`, choose, actions)
  const { assignee = true } = point
  checkSteps(world, checking, `${at}/steps`, deadline.steps, { ...placeOf(travel, point), type, nodes, assignee, me: false })
}
