/**
 * The pattern of a number: text with parts in braces. `{0000}` is the counter, padded to at least so many digits; `{yyyy} {yy} {mm} {dd}`
 * are of the date that counts; every other part is a value, named by its path (`{side}`, `{contract.number}`).
 */
export type NumberPart =
  | { kind: 'text'; text: string }
  | { kind: 'digits'; width: number }
  | { kind: 'date'; part: DatePart }
  | { kind: 'value'; path: string }

export type DatePart = (typeof dateParts)[number]

/** The parts of a date that a number may show. No value can have one of these names: a date part is meant. */
export const dateParts = ['yyyy', 'yy', 'mm', 'dd'] as const

/** Why a text is no pattern. `at` counts characters from 0. */
export type PatternFault =
  | { code: 'number-brace'; at: number }
  | { code: 'number-part-unreadable'; part: string }
  | { code: 'number-without-digits' }
  | { code: 'number-digits-twice'; part: string }

const path = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/

/** Reads a pattern. Refuses a brace without its partner, a part that is neither digits nor a name, and all but exactly one counter. */
export function parsePattern(pattern: string): { ok: true; parts: NumberPart[] } | { ok: false; fault: PatternFault } {
  const parts: NumberPart[] = []
  let at = 0
  for (const piece of pattern.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    if (piece === '{' || piece === '}') return { ok: false, fault: { code: 'number-brace', at } }
    at += piece.length
    if (!piece.startsWith('{')) {
      parts.push({ kind: 'text', text: piece })
      continue
    }
    const part = readPart(piece.slice(1, -1))
    if (!part) return { ok: false, fault: { code: 'number-part-unreadable', part: piece } }
    if (part.kind === 'digits' && parts.some(({ kind }) => kind === 'digits')) {
      return { ok: false, fault: { code: 'number-digits-twice', part: piece } }
    }
    parts.push(part)
  }
  return parts.some(({ kind }) => kind === 'digits') ? { ok: true, parts } : { ok: false, fault: { code: 'number-without-digits' } }
}

export function isDatePart(name: string): name is DatePart {
  return dateParts.some((part) => part === name)
}

function readPart(name: string): NumberPart | undefined {
  if (/^0+$/.test(name)) return { kind: 'digits', width: name.length }
  if (isDatePart(name)) return { kind: 'date', part: name }
  return path.test(name) ? { kind: 'value', path: name } : undefined
}
