/** Public holidays by country, from the data of date-holidays (CC-BY-3.0): on the server only, because it is large. */
import DateHolidays from 'date-holidays'

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly name: string
}

/** The public holidays of a country (ISO 3166-1, e.g. `RO`) in a year, each day once. Empty for a country without data. */
export function holidaysOf(country: string, year: number, language = 'en'): readonly Holiday[] {
  const calendar = new DateHolidays(country)
  const days = new Map<string, Holiday>()
  for (const { date, type, name } of calendar.getHolidays(year, language) ?? []) {
    if (type === 'public') days.set(date.slice(0, 10), { date: date.slice(0, 10), name })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The countries that there is data for, by code, with their name in a language. */
export function countries(language: string): readonly { readonly id: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' })
  const collator = new Intl.Collator(language)
  return Object.keys(new DateHolidays().getCountries())
    .map((id) => ({ id, name: names.of(id) ?? id }))
    .sort((a, b) => collator.compare(a.name, b.name))
}
