/**
 * A mark for each of several names, told apart: as few of their first letters as no other has, at most three; where that does not
 * do, the first letters of their words ("Contact persons": "Cp"), or the first and the last letter.
 */
export function lettersOf(names: readonly string[]): ReadonlyMap<string, string> {
  const marks = names.map(marksOf)
  return new Map(
    names.map((name, nth) => {
      const own = marks[nth]!
      const level = own.findIndex((mark, at) => mark !== '' && marks.every((other, of) => of === nth || other[at] !== mark))
      return [name, own[level] ?? own[2] ?? name]
    }),
  )
}

/** One, two and three first letters; the first letters of the words; the first and the last letter. Blank where there is none. */
function marksOf(name: string): string[] {
  const letters = [...name.trim()]
  const words = name.trim().split(/[\s-]+/)
  const cut = (length: number) => letters.slice(0, length).join('')
  const initials = words.length > 1 ? words.map((word, index) => (index === 0 ? [...word][0] : [...word][0]?.toLowerCase())).join('') : ''
  return [cut(1), cut(2), cut(3), initials.slice(0, 3), `${letters[0] ?? ''}${letters.at(-1) ?? ''}`]
}
