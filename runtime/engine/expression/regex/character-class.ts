import { PatternError } from './pattern-error.ts'

/** Whether one character (a code point) is matched. */
export type Test = (character: string) => boolean

export function literalTest(literal: string, ignoreCase: boolean): Test {
  if (!ignoreCase) return (character) => character === literal
  const [lower, upper] = [literal.toLowerCase(), literal.toUpperCase()]
  return (character) => character === literal || character.toLowerCase() === lower || character.toUpperCase() === upper
}

// The sets of XML Schema, written as JavaScript's: a word is all but punctuation, separators and the like.
const SETS: Readonly<Record<string, string>> = {
  s: '[\\t\\n\\r ]',
  S: '[^\\t\\n\\r ]',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  i: '[\\p{L}\\p{Nl}:_]',
  I: '[^\\p{L}\\p{Nl}:_]',
  c: '[\\p{L}\\p{N}\\p{M}\\-.:_\\xB7]',
  C: '[^\\p{L}\\p{N}\\p{M}\\-.:_\\xB7]',
}

const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0x0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  IPAExtensions: [0x250, 0x2af],
  CombiningDiacriticalMarks: [0x300, 0x36f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Armenian: [0x530, 0x58f],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Thai: [0xe00, 0xe7f],
  GeneralPunctuation: [0x2000, 0x206f],
  CurrencySymbols: [0x20a0, 0x20cf],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
}

const SINGLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

interface Escape {
  /** JavaScript source (flag v) of a set, or null where the escape means one character. */
  readonly set: string | null
  readonly character: string
  readonly at: number
}

/** Reads what follows a backslash. */
function readEscape(text: readonly string[], start: number): Escape {
  const character = text[start]
  if (character === undefined) throw new PatternError('syntax')
  if (SETS[character]) return { set: SETS[character], character, at: start + 1 }
  if (SINGLE[character]) return { set: null, character: SINGLE[character], at: start + 1 }
  if (character === 'p' || character === 'P') {
    const end = text.indexOf('}', start)
    if (text[start + 1] !== '{' || end < 0) throw new PatternError('syntax')
    return { set: property(text.slice(start + 2, end).join(''), character === 'P'), character, at: end + 1 }
  }
  if (!/[\\|.?*+(){}$\-[\]^/"' ]/.test(character)) throw new PatternError('syntax')
  return { set: null, character, at: start + 1 }
}

function property(name: string, negated: boolean): string {
  if (name.startsWith('Is')) {
    const block = BLOCKS[name.slice(2)]
    if (!block) throw new PatternError('syntax')
    return `[${negated ? '^' : ''}\\u{${block[0].toString(16)}}-\\u{${block[1].toString(16)}}]`
  }
  if (!/^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name)) throw new PatternError('syntax')
  return `\\${negated ? 'P' : 'p'}{${name}}`
}

export function classEscape(text: readonly string[], at: number, ignoreCase: boolean): { test: Test; at: number } {
  const read = readEscape(text, at)
  return { test: read.set ? setTest(read.set, ignoreCase) : literalTest(read.character, ignoreCase), at: read.at }
}

/** `[a-z-[aeiou]]`, read from behind the bracket. */
export function parseClass(text: readonly string[], start: number, ignoreCase: boolean): { test: Test; at: number } {
  const { source, at } = readClass(text, start, 0)
  return { test: setTest(source, ignoreCase), at }
}

// JavaScript knows Unicode's sets and foldings; asked about one character at a time it cannot backtrack.
function setTest(source: string, ignoreCase: boolean): Test {
  const regex = new RegExp(`^${source}$`, ignoreCase ? 'vi' : 'v')
  const answers = new Map<string, boolean>()
  return (character) => {
    let answer = answers.get(character)
    if (answer === undefined) {
      answer = regex.test(character)
      if (answers.size < 500) answers.set(character, answer)
    }
    return answer
  }
}

function readClass(text: readonly string[], start: number, depth: number): { source: string; at: number } {
  let at = start
  const negated = text[at] === '^'
  if (negated) at++
  const items: string[] = []
  let subtracted = ''
  const first = at
  while (text[at] !== ']' || at === first) {
    if (text[at] === undefined || depth > 10) throw new PatternError('syntax')
    if (text[at] === '-' && text[at + 1] === '[') {
      const inner = readClass(text, at + 2, depth + 1)
      subtracted = inner.source
      at = inner.at
      if (text[at] !== ']') throw new PatternError('syntax')
      break
    }
    const low = readMember(text, at)
    at = low.at
    if (low.set) {
      items.push(low.set)
    } else if (text[at] === '-' && text[at + 1] !== ']' && text[at + 1] !== '[' && text[at + 1] !== undefined) {
      const high = readMember(text, at + 1)
      if (high.set || high.character.codePointAt(0)! < low.character.codePointAt(0)!) throw new PatternError('syntax')
      items.push(`${hex(low.character)}-${hex(high.character)}`)
      at = high.at
    } else {
      items.push(hex(low.character))
    }
  }
  const plain = `[${negated ? '^' : ''}${items.join('')}]`
  return { source: subtracted ? `[${plain}--${subtracted}]` : plain, at: at + 1 }
}

function readMember(text: readonly string[], at: number): Escape {
  const character = text[at]!
  if (character === '[' || character === ']') throw new PatternError('syntax')
  if (character !== '\\') return { set: null, character, at: at + 1 }
  return readEscape(text, at + 1)
}

function hex(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`
}
