import type { ScreenLanguage } from '../../schemas/finding.ts'

/** The forms of a counted thing. Romanian has three: 1 fișier, 2 fișiere, 20 de fișiere. */
export interface CountForms {
  readonly en: { readonly one: string; readonly other: string }
  readonly ro: { readonly one: string; readonly few: string; readonly other: string }
}

const rules = { en: new Intl.PluralRules('en'), ro: new Intl.PluralRules('ro') }

/** A number with the thing that it counts. */
export function countText(count: number, forms: CountForms, language: ScreenLanguage): string {
  const ofLanguage: Readonly<Record<string, string>> = { ...forms[language] }
  return `${count} ${ofLanguage[rules[language].select(count)] ?? ofLanguage.other}`
}
