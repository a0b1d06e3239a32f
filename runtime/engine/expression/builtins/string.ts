import { type Decimal, floor, fromNumber, toNumber } from '../decimal.ts'
import { type Pattern, patternOf } from '../regex.ts'
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
      return found.ok ? found.pattern.split(text, run.meter) : null
    }),
    -1,
  ),
  builtin(
    'string join',
    overload<[readonly Value[], string | null]>('list:list delimiter:string?~', STRING, ([list, delimiter], run) => {
      if (list.some((item) => item !== null && typeof item !== 'string')) return null
      const text = list.filter((item) => item !== null).join(delimiter ?? '')
      run.meter.fits(text.length)
      return text
    }),
  ),
]

function replaced(pattern: Pattern, input: string, replacement: string, meter: Parameters<Pattern['test']>[1]): string | null {
  // XPath: `$0`…`$9` are groups, a dollar or a backslash stands for itself only behind a backslash.
  if (/\\(?![\\$])/.test(replacement.replace(/\\[\\$]/g, '')) || /(?<!\\)(?:\\\\)*\$(?!\d)/.test(replacement)) return null
  const result = pattern.replace(
    input,
    (groups) => replacement.replace(/\\([\\$])|\$(\d)/g, (_, escaped?: string, group?: string) => escaped ?? groups[Number(group)] ?? ''),
    meter,
  )
  if (result !== null) meter.fits(result.length)
  return result
}

/** A literal pattern is judged before anything runs. */
function withPattern(name: string, only: Parameters<typeof builtin>[1], flagsAt = 2): Builtin {
  return {
    ...builtin(name, only),
    check: (constants) => {
      const pattern = constants[1]
      const flags = constants[flagsAt]
      if (typeof pattern !== 'string') return null
      const found = patternOf(pattern, typeof flags === 'string' ? flags : '')
      return found.ok ? null : { code: 'invalid-pattern', found: pattern, expected: found.reason }
    },
  }
}

/** Counted in characters as people see them in Unicode (code points), from 1, or from the end with a minus. */
function substring(text: string, start: Decimal, length: Decimal | null): string | null {
  const characters = [...text]
  const from = toNumber(floor(start))
  const count = length === null ? characters.length : toNumber(floor(length))
  if (from === 0 || Math.abs(from) > characters.length || count < 1) return from === 0 || count < 1 ? null : ''
  const first = from > 0 ? from - 1 : characters.length + from
  return characters.slice(first, first + count).join('')
}
