/** The languages of the program's own words. A definition's texts may have more. */
export type Language = 'en' | 'ro'

export const languages: readonly { id: Language; label: string }[] = [
  { id: 'en', label: 'English' },
  { id: 'ro', label: 'Română' },
]

/** The locale whose forms of dates and figures we show: English is the European one (23 Nov 2026). */
export const localeOf: Record<Language, string> = { en: 'en-GB', ro: 'ro-RO' }

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ro'

/** The first of the wished languages (as `navigator.languages` gives them) that the program speaks; English if none. */
export function firstSpoken(wished: readonly string[]): Language {
  for (const tag of wished) {
    const language = tag.toLowerCase().split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'en'
}
