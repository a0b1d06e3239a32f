/**
 * What the check has to say about an expression. Findings carry facts; the screen makes the sentence.
 * `from` and `to` are offsets into the source.
 */
export interface ExpressionFinding {
  readonly code: FindingCode
  readonly from: number
  readonly to: number
  /** What was found: a type, an operator, a piece of text. */
  readonly found?: string
  /** What would have been right. */
  readonly expected?: string
  /** The name, function or parameter in question. */
  readonly name?: string
  /** The nearest name that exists. */
  readonly didYouMean?: string
}

export type FindingCode =
  | 'syntax-error'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'unknown-name'
  | 'unknown-function'
  | 'unknown-member'
  | 'unknown-parameter'
  | 'unknown-type'
  | 'unknown-choice'
  | 'wrong-operator'
  | 'wrong-operand-type'
  | 'wrong-argument-type'
  | 'wrong-argument-count'
  | 'wrong-result-type'
  | 'never-equal'
  | 'duplicate-name'
  | 'invalid-literal'
  | 'invalid-pattern'
  | 'not-allowed-here'
  | 'not-supported'
  | 'not-filterable'

/** The nearest of `names` by edit distance, where it is near enough to be what was meant. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Two letters that changed places count once (Damerau, restricted). */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let above: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? above[j - 2]! + 1 : replaced
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, swapped)
    }
    above = row
    row = next
  }
  return row[b.length]!
}
