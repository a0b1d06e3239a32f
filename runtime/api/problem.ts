/** Joins the words of refusals to HTTP's (RFC 9457): one table for statuses, so that a new problem without one does not compile. */

import type { Problem, ProblemCode } from '../engine/problem.ts'
import type { ProblemAnswer } from './answers.ts'
import { type ProblemNames, problemText } from './problem-text.ts'

const statusOf = {
  'not-your-turn': 403,
  'not-allowed': 403,
  'assignment-closed': 409,
  'assignment-unknown': 404,
  'already-claimed': 409,
  'not-claimed': 409,
  'outcome-unknown': 422,
  'action-unknown': 422,
  'action-not-now': 409,
  'not-at-node': 409,
  'comment-missing': 422,
  'overdue-reason-missing': 422,
  'reason-unknown': 422,
  'signature-missing': 422,
  'card-incomplete': 422,
  'card-invalid': 422,
  'check-failed': 422,
  'card-changed': 409,
  'edit-conflict': 409,
  'not-unique': 409,
  'nobody-to-ask': 409,
  'person-unknown': 422,
  'person-excepted': 422,
  'process-running': 409,
  'process-not-running': 409,
  'document-closed': 409,
  'document-suspended': 409,
  'not-suspended': 409,
  'nowhere-to-withdraw': 409,
  'node-not-visited': 409,
  'cannot-move': 409,
  'too-many-steps': 409,
  'not-supported': 422,
  'route-missing': 409,
  'expression-failed': 409,
  'type-unknown': 404,
  'document-unknown': 404,
  stale: 412,
  'definition-invalid': 422,
  'request-invalid': 422,
  'idempotency-key-reused': 422,
  'signed-out': 401,
  'sign-in-failed': 401,
  'origin-refused': 403,
  'too-many-requests': 429,
  'in-use': 409,
  'site-not-empty': 409,
  'site-empty': 409,
  'demo-refused': 403,
  'not-found': 404,
  'database-away': 503,
  'disk-full': 507,
  internal: 500,
} as const satisfies Record<ProblemCode, number>

export const problemCodes = Object.keys(statusOf) as readonly ProblemCode[]

/** The HTTP status that a problem is answered with. */
export function statusOfProblem(problem: Pick<Problem, 'code'>): (typeof statusOf)[ProblemCode] {
  return statusOf[problem.code]
}

/** The problem as `application/problem+json`, its sentences in the caller's language. */
export function problemAnswer(problem: Problem, language: string, names?: Partial<ProblemNames>, instance?: string): ProblemAnswer {
  const { title, detail } = problemText(problem, language, names)
  return {
    type: `https://dosar.example/problems/${problem.code}`,
    title,
    status: statusOf[problem.code],
    detail,
    ...(instance && { instance }),
    problem,
  }
}

/** A response ready to be sent. */
export function problemResponse(problem: Problem, language: string, names?: Partial<ProblemNames>, instance?: string): Response {
  const answer = problemAnswer(problem, language, names, instance)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language }
  if (problem.code === 'too-many-requests') headers['retry-after'] = String(problem.retryAfter)
  return new Response(JSON.stringify(answer), { status: answer.status, headers })
}
