import type { Around, ReminderRule } from '../../../../schemas/generated/reminder-rule.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { sameValue } from '../../same-value.ts'

/** Sets the moment around which a reminder tells. A message that nobody has written yet goes on naming the date that is meant. */
export const setAround = defineCommand('set-around', 'reminder-rule', (rule, { around }: { readonly around: Around }) => {
  const untouched = rule.around.field !== undefined && around.field !== undefined && sameValue(rule.text, textLike(rule, rule.around.field))
  return edited({ ...rule, around, ...(untouched && { text: textLike(rule, around.field!) }) })
})

/** What a new reminder says: the title and the date, in the languages that this one is written in. */
function textLike({ text }: ReminderRule, field: string): ReminderRule['text'] {
  const words = `{title}: {${field}}.`
  return typeof text === 'string' ? words : (Object.fromEntries(Object.keys(text).map((language) => [language, words])) as typeof text)
}
