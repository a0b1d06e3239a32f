import type { Meter } from './budget.ts'

/** A pattern, ready to match. */
export interface Pattern {
  test(text: string, meter: Meter): boolean
  replace(text: string, by: (groups: readonly (string | undefined)[]) => string, meter: Meter): string | null
  split(text: string, meter: Meter): string[]
}

export type PatternResult = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly reason: string }

const MAX_CACHED = 500
const known = new Map<string, PatternResult>()

/** Compiles an XPath regular expression, once for each text. */
export function patternOf(source: string, flags: string): PatternResult {
  const key = `${flags}/${source}`
  let result = known.get(key)
  if (!result) {
    result = compilePattern(source, flags)
    if (known.size >= MAX_CACHED) known.clear()
    known.set(key, result)
  }
  return result
}

function compilePattern(source: string, flags: string): PatternResult {
  if (!/^[smixq]*$/.test(flags)) return { ok: false, reason: 'flags' }
  try {
    const regex = new RegExp(source, 'v' + flags.replace(/[xq]/g, ''))
    const all = new RegExp(source, 'gv' + flags.replace(/[xq]/g, ''))
    return {
      ok: true,
      pattern: {
        test: (text) => regex.test(text),
        replace: (text, by) => text.replace(all, (...groups: string[]) => by(groups)),
        split: (text) => text.split(all),
      },
    }
  } catch {
    return { ok: false, reason: 'syntax' }
  }
}
