import { type Decimal, floor, fromNumber, toNumber } from '../decimal.ts'
import { type Pattern, patternOf } from '../regex/pattern.ts'
import { BOOLEAN, listOf, NUMBER, STRING } from '../type.ts'
import type { Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

type Text = [string, string]

export const stringBuiltins: readonly Builtin[] = [
  builtin(
    'string length',
    overload<[string]>('string:string', NUMBER, ([text]) => fromNumber([...text].length)),
  ),
  builtin(
    'upper case',
    overload<[string]>('string:string', STRING, ([text]) => text.toUpperCase()),
  ),
  builtin(
    'lower case',
    overload<[string]>('string:string', STRING, ([text]) => text.toLowerCase()),
  ),
  builtin(
    'substring',
    overload<[string, Decimal, Decimal | null]>('string:string start_position:number length:number?', STRING, ([text, start, length]) =>
      substring(text, start, length ?? null),
    ),
  ),
  builtin(
    'substring before',
    overload<Text>('string:string match:string', STRING, ([text, match]) => {
      const at = text.indexOf(match)
      return at < 0 ? '' : text.slice(0, at)
    }),
  ),
  builtin(
    'substring after',
    overload<Text>('string:string match:string', STRING, ([text, match]) => {
      const at = text.indexOf(match)
      return at < 0 ? '' : text.slice(at + match.length)
    }),
  ),
  builtin(
    'contains',
    overload<Text>('string:string match:string', BOOLEAN, ([text, match]) => text.includes(match)),
  ),
  builtin(
    'starts with',
    overload<Text>('string:string match:string', BOOLEAN, ([text, match]) => text.startsWith(match)),
  ),
  builtin(
    'ends with',
    overload<Text>('string:string match:string', BOOLEAN, ([text, match]) => text.endsWith(match)),
  ),
  withPattern(
    'matches',
    overload<[string, string, string | null]>('input:string pattern:string flags:string?~', BOOLEAN, ([input, pattern, flags], run) => {
      const found = patternOf(pattern, flags ?? '')
      return found.ok ? found.pattern.test(input, run.meter) : null
    }),
  ),
  withPattern(
    'replace',
    overload<[string, string, string, string | null]>(
      'input:string pattern:string replacement:string flags:string?~',
      STRING,
      ([input, pattern, replacement, flags], run) => {
        const found = patternOf(pattern, flags ?? '')
        return found.ok ? replaced(found.pattern, input, replacement, run.meter) : null
      },
    ),
    3,
  ),
  withPattern(
    'split',
    overload<Text>('string:string delimiter:string', listOf(STRING), ([text, delimiter], run) => {
      const found = patternOf(delimiter, '')
      return found.ok && !found.pattern.matchesEmpty ? found.pattern.split(text, run.meter) : null
    }),
    -1,
  ),
  builtin(
    'string join',
    overload<[readonly Value[], string | null]>('list:list delimiter:string?~', STRING, ([list, delimiter], run) => {
      if (!list.every((item) => item === null || typeof item === 'string')) return null
      const texts = list.filter((item) => item !== null)
      run.meter.fits(texts.reduce((sum, text) => sum + text.length + (delimiter?.length ?? 0), 0))
      return texts.join(delimiter ?? '')
    }),
  ),
]

function replaced(pattern: Pattern, input: string, replacement: string, meter: Parameters<Pattern['test']>[1]): string | null {
  const parts = replacementParts(replacement, pattern.groups)
  if (!parts || pattern.matchesEmpty) return null
  let length = input.length
  return pattern.replace(
    input,
    (groups) => {
      const text = parts.map((part) => (typeof part === 'number' ? (groups[part] ?? '') : part)).join('')
      length += text.length
      meter.fits(length)
      return text
    },
    meter,
  )
}

/** XPath: `$1` is a group (with as many digits as there are groups for), a dollar or a backslash stands for itself only behind a backslash. */
function replacementParts(replacement: string, groups: number): (string | number)[] | null {
  const parts: (string | number)[] = []
  for (let i = 0; i < replacement.length; i++) {
    const character = replacement[i]!
    if (character === '\\') {
      const escaped = replacement[++i]
      if (escaped !== '\\' && escaped !== '$') return null
      parts.push(escaped)
    } else if (character === '$') {
      if (!/\d/.test(replacement[i + 1] ?? '')) return null
      let group = Number(replacement[++i])
      while (/\d/.test(replacement[i + 1] ?? '') && group * 10 + Number(replacement[i + 1]) <= groups)
        group = group * 10 + Number(replacement[++i])
      parts.push(group)
    } else parts.push(character)
  }
  return parts
}

/** Patterns are literals, and are judged before anything runs. */
function withPattern(name: string, only: Parameters<typeof builtin>[1], flagsAt = 2): Builtin {
  return {
    ...builtin(name, only),
    check: (constants) => {
      const pattern = constants[1]
      const flags = constants[flagsAt]
      if (pattern === undefined) return { code: 'invalid-pattern', expected: 'literal' }
      if (typeof pattern !== 'string') return null
      const result = patternOf(pattern, typeof flags === 'string' ? flags : '')
      if (!result.ok)
        return { code: result.reason === 'back-reference' ? 'not-supported' : 'invalid-pattern', found: pattern, expected: result.reason }
      return result.pattern.matchesEmpty && name !== 'matches' ? { code: 'invalid-pattern', found: pattern, expected: 'not-empty' } : null
    },
  }
}

/** Counted in Unicode's characters (code points), from 1, or from the end with a minus; null from outside the text. */
function substring(text: string, start: Decimal, length: Decimal | null): string | null {
  const characters = [...text]
  const from = toNumber(floor(start))
  const count = length === null ? characters.length : toNumber(floor(length))
  if (from === 0 || Math.abs(from) > characters.length || count < 1) return null
  const first = from > 0 ? from - 1 : characters.length + from
  return characters.slice(first, first + count).join('')
}
