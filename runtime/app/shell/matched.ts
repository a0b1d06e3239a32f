import { withoutDiacritics } from '../language/without-diacritics.ts'

/** The words of what was typed, as they are compared. */
export const wordsTyped = (typed: string): string[] => withoutDiacritics(typed).split(/\s+/).filter(Boolean)

/** Whether a text has every word, with or without diacritics. */
export function matches(text: string, words: readonly string[]): boolean {
  const plain = withoutDiacritics(text)
  return words.every((word) => plain.includes(word))
}

/** A text cut where the words typed stand in it, so that they can be marked: even places are the rest, odd ones are found. */
export function cutAtMatches(text: string, words: readonly string[]): string[] {
  // Composed, a letter and its mark are one, and are marked as one.
  const letters = [...text.normalize('NFC')]
  const plain = letters.map(withoutDiacritics)
  const found = letters.map(() => false)
  for (const word of words)
    for (let at = 0; at < letters.length; at++) {
      let said = ''
      for (let end = at; end < letters.length && word.startsWith(said); end++) {
        said += plain[end]
        if (!said.startsWith(word)) continue
        found.fill(true, at, end + 1)
        break
      }
    }
  const parts = ['']
  letters.forEach((letter, at) => {
    if (found[at] !== (parts.length % 2 === 0)) parts.push('')
    parts[parts.length - 1] += letter
  })
  return parts
}
