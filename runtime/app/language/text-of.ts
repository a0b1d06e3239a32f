import type { Language } from './language.ts'

/** A text of a definition, as `schemas/` has it: one string for everybody, or one for each language. */
export type DefinitionText = string | { readonly [language: string]: string | undefined }

/** The text in the reader's language; where it lacks that one, in English, else in whichever it has. Blank gives ''. */
export function textOf(text: DefinitionText | undefined, language: Language): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[language] ?? text.en ?? Object.values(text).find((one) => one !== undefined) ?? ''
}
