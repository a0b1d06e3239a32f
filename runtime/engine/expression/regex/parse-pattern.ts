import { classEscape, literalTest, parseClass, type Test } from './character-class.ts'
import { PatternError } from './pattern-error.ts'

export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'begin' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly inner: PatternNode }
  | { readonly kind: 'repeat'; readonly inner: PatternNode; readonly least: number; readonly most: number; readonly greedy: boolean }

export type ParsedPattern =
  | { readonly ok: true; readonly node: PatternNode; readonly groups: number }
  | { readonly ok: false; readonly reason: 'syntax' | 'back-reference' }

const MAX_REPEAT = 1000
const MAX_DEPTH = 50

export function parsePattern(source: string, flags: string): ParsedPattern {
  const ignoreCase = flags.includes('i')
  if (flags.includes('q')) {
    const parts = [...source].map((character): PatternNode => ({ kind: 'test', test: literalTest(character, ignoreCase) }))
    return { ok: true, node: { kind: 'sequence', parts }, groups: 0 }
  }
  try {
    const reader = new Reader([...(flags.includes('x') ? withoutBlanks(source) : source)], ignoreCase, flags.includes('s'))
    const node = reader.choice()
    if (reader.at < reader.text.length) throw new PatternError('syntax')
    return { ok: true, node, groups: reader.groups }
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, reason: error.reason }
    throw error
  }
}

/** The flag x: blanks are only for the reader's eyes, but not within a character class. */
function withoutBlanks(source: string): string {
  let result = ''
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    if (character === '\\' && depth > 0) result += character + (source[++i] ?? '')
    else if (depth === 0 && /[\t\n\r ]/.test(character)) continue
    else {
      if (character === '[' && result.at(-1) !== '\\') depth++
      if (character === ']' && depth > 0) depth--
      result += character
    }
  }
  return result
}

class Reader {
  at = 0
  groups = 0
  closed = new Set<number>()
  depth = 0
  readonly text: readonly string[]
  readonly ignoreCase: boolean
  readonly dotAll: boolean

  constructor(text: readonly string[], ignoreCase: boolean, dotAll: boolean) {
    this.text = text
    this.ignoreCase = ignoreCase
    this.dotAll = dotAll
  }

  choice(): PatternNode {
    if (++this.depth > MAX_DEPTH) throw new PatternError('syntax')
    const parts = [this.sequence()]
    while (this.text[this.at] === '|') {
      this.at++
      parts.push(this.sequence())
    }
    this.depth--
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts }
  }

  sequence(): PatternNode {
    const parts: PatternNode[] = []
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') parts.push(this.piece())
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts }
  }

  piece(): PatternNode {
    const inner = this.atom()
    const bounds = this.quantifier()
    if (!bounds) return inner
    if (inner.kind === 'begin' || inner.kind === 'end') throw new PatternError('syntax')
    const greedy = this.text[this.at] !== '?'
    if (!greedy) this.at++
    return { kind: 'repeat', inner, least: bounds[0], most: bounds[1], greedy }
  }

  quantifier(): [number, number] | null {
    const next = this.text[this.at]
    const simple = next === '*' ? [0, Infinity] : next === '+' ? [1, Infinity] : next === '?' ? [0, 1] : null
    if (simple) {
      this.at++
      return simple as [number, number]
    }
    if (next !== '{') return null
    const match = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(this.text.slice(this.at, this.at + 12).join(''))
    if (!match) throw new PatternError('syntax')
    this.at += match[0].length
    const least = Number(match[1])
    const most = match[3] ? Number(match[3]) : match[2] ? Infinity : least
    if (least > most || least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT)) throw new PatternError('syntax')
    return [least, most]
  }

  atom(): PatternNode {
    const character = this.text[this.at++]!
    switch (character) {
      case '^':
        return { kind: 'begin' }
      case '$':
        return { kind: 'end' }
      case '.':
        return { kind: 'test', test: this.dotAll ? () => true : (one) => one !== '\n' && one !== '\r' }
      case '(':
        return this.group()
      case '[': {
        const { test, at } = parseClass(this.text, this.at, this.ignoreCase)
        this.at = at
        return { kind: 'test', test }
      }
      case '\\':
        return { kind: 'test', test: this.escape() }
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new PatternError('syntax')
      default:
        return { kind: 'test', test: literalTest(character, this.ignoreCase) }
    }
  }

  group(): PatternNode {
    const counted = !(this.text[this.at] === '?' && this.text[this.at + 1] === ':')
    if (!counted) this.at += 2
    const index = counted ? ++this.groups : 0
    const inner = this.choice()
    if (this.text[this.at++] !== ')') throw new PatternError('syntax')
    this.closed.add(index)
    return counted ? { kind: 'group', index, inner } : inner
  }

  escape(): Test {
    if (/[0-9]/.test(this.text[this.at] ?? '')) {
      // What refers to no group that is complete is no pattern at all; what does is one that we refuse.
      throw new PatternError(this.closed.has(Number(this.text[this.at])) ? 'back-reference' : 'syntax')
    }
    const { test, at } = classEscape(this.text, this.at, this.ignoreCase)
    this.at = at
    return test
  }
}
