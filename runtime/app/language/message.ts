import { type Language, localeOf } from './language.ts'

/** A message that counts: one form for each plural category that the language has. English has no `few`. */
export interface PluralForms {
  readonly one: string
  readonly few?: string
  readonly other: string
}
export type Message = string | PluralForms

/** The same words in another language: every key of the English ones, with plural forms where those have them. */
export type Translation<English> = { readonly [K in keyof English]: English[K] extends string ? string : PluralForms }

/** The names in braces of a message, at the level of types: a sentence cannot be asked for without its values. */
export type SlotsIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsIn<Rest> : never

/** A value for each slot: text, or a number, which is written in the reader's way. */
export type Values = Readonly<Record<string, string | number>>

const rules: Partial<Record<Language, Intl.PluralRules>> = {}
const figures: Partial<Record<Language, Intl.NumberFormat>> = {}

/** Which of the forms speaks of this many: in Romanian "o zi", "2 zile", "20 de zile". */
export function pluralForm(forms: PluralForms, count: number, language: Language): string {
  rules[language] ??= new Intl.PluralRules(localeOf[language])
  const category = rules[language].select(count)
  return category === 'one' ? forms.one : category === 'few' ? (forms.few ?? forms.other) : forms.other
}

/** Cuts a message at its slots: even places are text, odd ones names. */
export const splitAtSlots = (message: string): string[] => message.split(/\{(\w+)\}/)

/** The message in words. A number among the values is written with the language's separators; a missing value is left out. */
export function compose(message: Message, values: Values, language: Language): string {
  const text = typeof message === 'string' ? message : pluralForm(message, Number(values.count), language)
  return splitAtSlots(text)
    .map((part, index) => (index % 2 === 0 ? part : written(values[part], language)))
    .join('')
}

export function written(value: string | number | undefined, language: Language): string {
  if (typeof value !== 'number') return value ?? ''
  figures[language] ??= new Intl.NumberFormat(localeOf[language])
  return figures[language].format(value)
}
