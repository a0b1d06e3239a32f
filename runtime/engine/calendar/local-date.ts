/** A day on the wall calendar, in no zone: `YYYY-MM-DD`, years 0001 to 9999. Text order is the order of days. */
export type LocalDate = string

const shape = /^\d{4}-\d{2}-\d{2}$/
const dayLength = 86_400_000
const firstDay = Date.parse('0001-01-01') / dayLength
const lastDay = Date.parse('9999-12-31') / dayLength

/** Whether a text is a date that exists. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !shape.test(text) || text < '0001') return false
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
}

/** Whether the day of this number has a date of four digits. */
export function isDayInRange(day: number): boolean {
  return day >= firstDay && day <= lastDay
}

/** The day itself, or the first or last that has such a date: a zone ahead of UTC lives in the year 10000 before its instants do. */
export function nearestDayInRange(day: number): number {
  return Math.min(Math.max(day, firstDay), lastDay)
}

/** Days since 1970-01-01; a text that is no date is a bug of the caller. */
export function dayNumberOf(date: LocalDate): number {
  const milliseconds = shape.test(date) ? Date.parse(date) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a date: ${date}`)
  return milliseconds / dayLength
}

/** The date that lies so many days after 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * dayLength).toISOString().slice(0, 10)
}

/** The day of the week, Monday 0 to Sunday 6 (ISO 8601 counts from Monday). */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumberOf(date) + days)
}

/** So many months later; 31 January and one month is the last of February, as a person signing for "a month" expects. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dateOfDay(addMonthsToDay(dayNumberOf(date), months))
}

/** `addMonths` on a day's number. */
export function addMonthsToDay(day: number, months: number): number {
  const date = new Date(day * dayLength)
  const monthIndex = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12
  const lastOfMonth = utcDay(year, month + 1, 0)
  return Math.min(utcDay(year, month, date.getUTCDate()), lastOfMonth)
}

// Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
function utcDay(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / dayLength
}
