import type { LocalText } from '../site.ts'

/** A definition's text in a language; where it lacks it, in the first of the site's languages that it has, else in any. */
export function textIn(text: LocalText, language: string, languages: readonly string[] = []): string {
  if (typeof text === 'string') return text
  const own = text[language]
  if (own !== undefined) return own
  for (const other of languages) if (text[other] !== undefined) return text[other]
  return Object.values(text)[0] ?? ''
}
