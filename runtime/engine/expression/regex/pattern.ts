import type { Meter } from '../budget.ts'
import { type Captures, execute } from './machine.ts'
import { parsePattern } from './parse-pattern.ts'
import { assemble, type Program } from './program.ts'

/**
 * The regular expressions of XPath (F&O 3.1, 5.6; what FEEL's `matches`, `replace` and `split` take), matched in time
 * proportional to text × pattern whatever they look like: no backtracking, so no pattern can be made to explode.
 * Back-references are not regular and are refused.
 */
export interface Pattern {
  test(text: string, meter: Meter): boolean
  /** Every match, from left to right, replaced by what `by` makes of its groups. */
  replace(text: string, by: (groups: readonly (string | undefined)[]) => string, meter: Meter): string
  split(text: string, meter: Meter): string[]
  /** Replacing and splitting are not defined for a pattern that matches nothing at all. */
  readonly matchesEmpty: boolean
  readonly groups: number
}

export type PatternResult =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly reason: 'flags' | 'syntax' | 'back-reference' | 'too-large' }

const MAX_CACHED = 500
const known = new Map<string, PatternResult>()

/** Compiles a pattern, once for each text. */
export function patternOf(source: string, flags: string): PatternResult {
  const key = `${flags}/${source}`
  let result = known.get(key)
  if (!result) {
    result = compile(source, flags)
    if (known.size >= MAX_CACHED) known.clear()
    known.set(key, result)
  }
  return result
}

function compile(source: string, flags: string): PatternResult {
  if (!/^[smixq]*$/.test(flags)) return { ok: false, reason: 'flags' }
  const parsed = parsePattern(source, flags)
  if (!parsed.ok) return parsed
  const program = assemble(parsed.node, parsed.groups, { multiline: flags.includes('m') })
  return program ? { ok: true, pattern: patternFrom(program) } : { ok: false, reason: 'too-large' }
}

function patternFrom(program: Program): Pattern {
  return {
    groups: program.groups,
    matchesEmpty: execute(program, [], 0, null) !== null,
    test: (text, meter) => execute(program, [...text], 0, meter) !== null,
    replace: (text, by, meter) => {
      const characters = [...text]
      let result = ''
      const rest = eachMatch(program, characters, meter, (captures, from) => {
        result += characters.slice(from, captures[0]!).join('') + by(groupsOf(characters, captures))
      })
      return result + characters.slice(rest).join('')
    },
    split: (text, meter) => {
      const characters = [...text]
      const pieces: string[] = []
      const rest = eachMatch(program, characters, meter, (captures, from) => pieces.push(characters.slice(from, captures[0]!).join('')))
      return [...pieces, characters.slice(rest).join('')]
    },
  }
}

/** Tells `visit` each match and where the one before it ended; gives where the last one ended. */
function eachMatch(program: Program, text: readonly string[], meter: Meter, visit: (captures: Captures, from: number) => void): number {
  let from = 0
  for (;;) {
    const captures = execute(program, text, from, meter)
    if (!captures || captures[1] === captures[0]) return from
    visit(captures, from)
    from = captures[1]!
  }
}

function groupsOf(text: readonly string[], captures: Captures): (string | undefined)[] {
  const groups: (string | undefined)[] = []
  for (let i = 0; i < captures.length; i += 2) {
    const [from, to] = [captures[i]!, captures[i + 1]!]
    groups.push(from < 0 || to < 0 ? undefined : text.slice(from, to).join(''))
  }
  return groups
}
