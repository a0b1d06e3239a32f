/** As much of a word as is kept and asked for: a longer one is found by its beginning. PostgreSQL takes 2,046 bytes. */
const LONGEST = 200

/** The words of a text, as search keeps and finds them: letters and digits, each word once. Accents and case are SQL's (`search_key`). */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word)))].slice(0, 5_000)
}

/** A tsquery for documents that have, for each word typed, a word that begins so; null where nothing was typed. */
export function searchQuery(typed: string): string | null {
  const words = wordsOf(typed).slice(0, 20)
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ')
}
