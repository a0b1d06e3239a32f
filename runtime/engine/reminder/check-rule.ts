import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import { checkBraces } from '../card/check-braces.ts'
import { checkCondition } from '../card/check-expression.ts'
import { columnsOf, type Field, fieldsOf } from '../card/field.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { checkSteps } from './check-steps.ts'

/** What makes a reminder rule fit to be published. It speaks of fields and statuses, never of nodes. */
export function checkRule(world: World, rule: ReminderRule, checking: Checking): void {
  if (!checking.exists('unknown-type', '/type', rule.type, world.types)) return
  const type = world.types.get(rule.type)!
  const { around } = rule
  const fields = fieldsOf(type)
  let row: Field | undefined
  if (around.rows !== undefined) {
    const tables = new Map([...fields].filter(([, field]) => field.type === 'table'))
    if (!checking.exists('unknown-table', '/around/rows', around.rows, tables, { type: type.id })) return
    row = tables.get(around.rows)
  }
  if (around.field !== undefined) {
    const among = row ? columnsOf(row) : fields
    if (checking.exists('unknown-field', '/around/field', around.field, among, { type: type.id, name: around.field })) {
      const field = among.get(around.field)!
      if (field.type !== 'date' && field.type !== 'date-time') checking.problem('no-date', '/around/field', { field: around.field })
    }
  }
  if (around.status !== undefined)
    checking.exists('unknown-status', '/around/status', around.status, new Set((type.statuses ?? []).map(({ id }) => id)), {
      type: type.id,
    })
  if (around.assignment !== undefined && !type.approval?.length) checking.hint('nobody-is-asked', '/around/assignment', { type: type.id })
  if (around.paper !== undefined) checking.hint('not-supported-yet', '/around/paper', { what: 'paper' })

  const place = { type, ...(row && { row }), assignee: around.assignment !== undefined, me: false }
  if (rule.while !== undefined) checkCondition(world, checking, '/while', rule.while, place)
  checkBraces(world, checking, '/text', rule.text, place, 'message')
  checkSteps(world, checking, '/steps', rule.steps, place)
  for (const [index, step] of rule.steps.entries()) {
    if (step.does) checking.hint('not-supported-yet', `/steps/${index}/does`, { what: 'reminder-does' })
    for (const key of ['pass', 'choose'] as const)
      if (step[key] !== undefined) checking.problem('not-in-a-reminder', `/steps/${index}/${key}`, { key })
  }
}
