import type { LocalText } from '../../runtime/engine/site.ts'
import type { Text } from '../../schemas/generated/common.ts'

/**
 * A text with its words in one language changed; undefined where nothing is left of it. A text that was one string for every
 * language becomes one for each of the site's languages as soon as one of them differs.
 */
export function withLanguage(text: LocalText | undefined, language: string, words: string, languages: readonly string[]): Text | undefined {
  const trimmed = words.trim()
  if (text === undefined || typeof text === 'string') {
    if (languages.length <= 1 || text === trimmed) return trimmed || undefined
    if (text === undefined) return trimmed === '' ? undefined : { [language]: trimmed }
    const spread = Object.fromEntries(languages.map((each) => [each, text]))
    return tidied({ ...spread, [language]: trimmed })
  }
  return tidied({ ...text, [language]: trimmed })
}

/**
 * `withLanguage` for what may still be called by our own words (`fresh`): whoever names it in one language leaves no word of ours
 * in the others, for it would be the name of something else. What is missing there is told, and shown in the language that it has.
 */
export function named(
  text: LocalText | undefined,
  fresh: Text | undefined,
  language: string,
  words: string,
  languages: readonly string[],
): Text | undefined {
  const untouched = fresh !== undefined && typeof text === 'object' && languages.every((each) => text[each] === inLanguage(fresh, each))
  return withLanguage(untouched && words.trim() !== '' && words.trim() !== text[language] ? undefined : text, language, words, languages)
}

const inLanguage = (text: Text, language: string): string | undefined => (typeof text === 'string' ? text : text[language])

function tidied(words: Record<string, string>): Text | undefined {
  const left = Object.fromEntries(Object.entries(words).filter(([, one]) => one !== ''))
  return Object.keys(left).length > 0 ? left : undefined
}

/** Our own words for something new, in the languages of the site; the office changes them as it likes. */
export function ownWords(words: Readonly<Record<'en' | 'ro', string>>, languages: readonly string[]): Text {
  const spoken = languages.flatMap((language) => {
    const own = language.startsWith('ro') ? words.ro : language.startsWith('en') ? words.en : undefined
    return own === undefined ? [] : [[language, own] as const]
  })
  if (spoken.length === 0) return words.en
  return languages.length === 1 ? spoken[0]![1] : Object.fromEntries(spoken)
}

/** The words of which an id is made: the first language that has any. */
export const anyWords = (text: LocalText): string => (typeof text === 'string' ? text : (Object.values(text)[0] ?? ''))
