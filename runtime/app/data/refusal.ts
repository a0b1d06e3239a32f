import type { ProblemAnswer } from '../../api/answers.ts'
import type { Problem } from '../../engine/problem.ts'
import type { Texts } from '../language/texts.tsx'

/** What may go wrong before the server answers. */
export type ConnectionProblem =
  | { readonly code: 'offline' }
  | { readonly code: 'slow'; readonly seconds: number }
  | { readonly code: 'unreadable' }

/** A request that was not done, and why. `status` is 0 where no answer came. */
export interface Refusal {
  readonly status: number
  readonly problem: Problem | ConnectionProblem
  /** The server's own sentences, in the reader's language. */
  readonly title?: string
  readonly detail?: string
}

/** Carries a refusal where a library wants something thrown. */
export class RequestRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.detail ?? refusal.problem.code)
    this.refusal = refusal
  }
}

export const refusalOf = (error: unknown): Refusal =>
  error instanceof RequestRefused ? error.refusal : { status: 0, problem: { code: 'internal' } }

export const refusalFrom = (answer: ProblemAnswer): Refusal => ({
  status: answer.status,
  problem: answer.problem,
  title: answer.title,
  detail: answer.detail,
})

/** One sentence for the person: the server's, or ours where the server did not come to speak. */
export function refusalSentence(refusal: Refusal, { t }: Texts): string {
  if (refusal.detail) return refusal.detail
  switch (refusal.problem.code) {
    case 'offline':
      return t('problem.offline')
    case 'slow':
      return t('problem.slow', { seconds: refusal.problem.seconds })
    case 'unreadable':
      return t('problem.unreadable')
    case 'signed-out':
      return t('problem.signedOut')
    default:
      return refusal.title ?? t('problem.server')
  }
}

/**
 * The problems that lie on values of the card, by path (`amount`, `works/<row>/price`), so that each is shown beside its
 * field. A blank that must be filled and a check that failed are among them; other refusals give none.
 */
export function fieldProblems(
  refusal: Refusal | undefined,
  labelOf: (path: string) => string,
  { t, of }: Texts,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const problem = refusal?.problem
  if (problem?.code === 'card-incomplete')
    for (const path of problem.fields) found.set(path, t('problem.required', { label: labelOf(path) }))
  if (problem?.code === 'card-invalid' || problem?.code === 'request-invalid')
    for (const error of problem.errors) found.set(error.path, error.expected)
  if (problem?.code === 'check-failed') for (const check of problem.checks) for (const path of check.fields) found.set(path, of(check.text))
  return found
}
