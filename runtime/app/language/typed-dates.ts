import { isLocalDate, type LocalDate } from '../../engine/calendar/local-date.ts'
import { type Language, localeOf } from './language.ts'

const monthNames = new Map<Language, string[]>()

/** The first three letters of each month, without diacritics, as somebody would type them. */
function monthsOf(language: Language): string[] {
  let names = monthNames.get(language)
  if (!names) {
    const format = new Intl.DateTimeFormat(localeOf[language], { month: 'long', timeZone: 'UTC' })
    names = Array.from({ length: 12 }, (_, month) => plainLetters(format.format(new Date(Date.UTC(2026, month, 15)))).slice(0, 3))
    monthNames.set(language, names)
  }
  return names
}

const plainLetters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Reads a typed day: "23.11.2026", "23/11/26", "23 nov 2026", "23 nov", "23.11", "23", "2026-11-23". What is left out is
 * taken from `today`; the day always stands before the month. Undefined where it is no day that exists.
 */
export function parseDate(text: string, today: LocalDate, language: Language): LocalDate | undefined {
  const typed = plainLetters(text.trim())
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return isLocalDate(typed) ? typed : undefined
  const parts = typed.split(/[\s./,-]+/).filter((part) => part !== '')
  if (parts.length < 1 || parts.length > 3 || !/^\d{1,2}$/.test(parts[0] ?? '')) return undefined
  const month = parts[1] === undefined ? today.slice(5, 7) : monthNumber(parts[1], language)
  const year = parts[2] === undefined ? today.slice(0, 4) : fullYear(parts[2], today)
  if (month === undefined || year === undefined) return undefined
  const date = `${year}-${month}-${parts[0]!.padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

function monthNumber(part: string, language: Language): string | undefined {
  if (/^\d{1,2}$/.test(part)) return part.padStart(2, '0')
  if (part.length < 3) return undefined
  const index = monthsOf(language).indexOf(part.slice(0, 3))
  return index < 0 ? undefined : String(index + 1).padStart(2, '0')
}

function fullYear(part: string, today: LocalDate): string | undefined {
  if (/^\d{4}$/.test(part)) return part
  return /^\d{2}$/.test(part) ? today.slice(0, 2) + part : undefined
}

/** Reads a typed time of day: "9", "9:30", "930", "09.30", "17h". Undefined where it is none. */
export function parseTime(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  const found = /^(\d{1,2})(?:[:.h ]+(\d{2})|h)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed)
  if (!found) return undefined
  const hour = Number(found[1])
  const minute = Number(found[2] ?? '0')
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
