import { type Duration, isZero, parseDuration } from '../../../runtime/engine/calendar/duration.ts'
import type { ScreenLanguage } from '../../../schemas/finding.ts'
import type { Counting } from '../../../schemas/generated/common.ts'

type Unit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'
const units: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds']

const english: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  years: ['year', 'years'],
  months: ['month', 'months'],
  weeks: ['week', 'weeks'],
  days: ['day', 'days'],
  hours: ['hour', 'hours'],
  minutes: ['minute', 'minutes'],
  seconds: ['second', 'seconds'],
}
const romanian: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  years: ['an', 'ani'],
  months: ['lună', 'luni'],
  weeks: ['săptămână', 'săptămâni'],
  days: ['zi', 'zile'],
  hours: ['oră', 'ore'],
  minutes: ['minut', 'minute'],
  seconds: ['secundă', 'secunde'],
}
/** What is counted while the office works; weeks are always whole weeks. */
const worked: Readonly<Partial<Record<Unit, { readonly en: string; readonly ro: readonly [string, string] }>>> = {
  days: { en: 'working', ro: ['lucrătoare', 'lucrătoare'] },
  hours: { en: 'working', ro: ['de lucru', 'de lucru'] },
  minutes: { en: 'working', ro: ['de lucru', 'de lucru'] },
}
const rules = { en: new Intl.PluralRules('en'), ro: new Intl.PluralRules('ro') }

/** A count with its noun: "2 days", "1 zi", "2 zile", "20 de zile" (Romanian has three forms). */
export function counted(
  count: number,
  nouns: { readonly en: readonly [string, string]; readonly ro: readonly [string, string] },
  language: ScreenLanguage,
): string {
  const form = rules[language].select(count)
  const noun = nouns[language][form === 'one' ? 0 : 1]
  return `${count} ${language === 'ro' && form === 'other' ? 'de ' : ''}${noun}`
}

/** A length of time as people say it: "2 working days", "4 ore de lucru"; an unreadable one stands as it is written. Its direction is not told. */
export function durationWords(text: string, language: ScreenLanguage, counting: Counting = 'calendar-time'): string {
  const parsed = parseDuration(text)
  if (!parsed.ok) return text
  if (isZero(parsed.value)) return language === 'ro' ? 'imediat' : 'at once'
  const parts = units.flatMap((unit) => {
    const count = parsed.value[unit as keyof Duration] as number
    if (count === 0) return []
    const of = counting === 'working-time' ? worked[unit] : undefined
    const [one, many] = english[unit]
    const [ro, roMany] = romanian[unit]
    const en: readonly [string, string] = of ? [`${of.en} ${one}`, `${of.en} ${many}`] : [one, many]
    return [counted(count, { en, ro: of ? [`${ro} ${of.ro[0]}`, `${roMany} ${of.ro[1]}`] : [ro, roMany] }, language)]
  })
  return parts.join(language === 'ro' ? ' și ' : ' and ')
}

/** When around a moment: "4 working hours before", "at once", "after 1 day". `moment` names it where it is not clear: "before Valid until". */
export function offsetWords(text: string, language: ScreenLanguage, counting: Counting = 'calendar-time'): string {
  const parsed = parseDuration(text)
  if (!parsed.ok) return text
  if (isZero(parsed.value)) return language === 'ro' ? 'imediat' : 'at once'
  const words = durationWords(text, language, counting)
  if (parsed.value.sign < 0) return language === 'ro' ? `cu ${words} înainte` : `${words} before`
  return language === 'ro' ? `după ${words}` : `after ${words}`
}
