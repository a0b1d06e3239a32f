import type { ReminderRule } from '../../../../schemas/generated/reminder-rule.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

type Of = Pick<ReminderRule, 'label' | 'type' | 'while' | 'in' | 'hour' | 'dayOff' | 'text'>
type Property = { [P in keyof Of]-?: { readonly property: P; readonly value: Of[P] | undefined } }[keyof Of]
const defaults: Readonly<Record<string, unknown>> = { in: 'calendar-time', dayOff: 'keep' }

/** Sets one property of a reminder: which documents it watches, as long as what is true, at what hour, what it says. */
export const setReminderProperty = defineCommand('set-reminder-property', 'reminder-rule', (rule, { property, value }: Property) => {
  if ((property === 'label' || property === 'type' || property === 'text') && !value) return refused('name-empty')
  return edited(patched(rule, { [property]: value === defaults[property] ? undefined : value }, ['steps']))
})
