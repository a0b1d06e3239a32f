/**
 * Why something was refused. A problem carries facts; the screen makes the sentence in the reader's language.
 * `runtime/api/problem.ts` joins each code to an HTTP status: a new one without a status does not compile.
 */
import type { Finding } from '../../schemas/finding.ts'
import type { Id, Instant } from './document/state.ts'

export type Problem =
  | { readonly code: 'not-your-turn'; readonly assignment: Id; readonly holder: Id | null }
  | { readonly code: 'not-allowed'; readonly what: string; readonly type?: string; readonly field?: string; readonly node?: string }
  | {
      readonly code: 'assignment-closed'
      readonly assignment: Id
      readonly by: Id | null
      readonly outcome: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'assignment-unknown'; readonly assignment: Id }
  | { readonly code: 'already-claimed'; readonly assignment: Id; readonly by: Id }
  | { readonly code: 'not-claimed'; readonly assignment: Id }
  | { readonly code: 'outcome-unknown'; readonly outcome: string; readonly expected: readonly string[] }
  | { readonly code: 'action-unknown'; readonly action: string; readonly node: string; readonly expected: readonly string[] }
  | { readonly code: 'action-not-now'; readonly action: string; readonly node: string; readonly whenNot?: unknown }
  | { readonly code: 'not-at-node'; readonly node: string; readonly at: readonly string[] }
  | { readonly code: 'comment-missing'; readonly action: string }
  | { readonly code: 'overdue-reason-missing'; readonly assignment: Id; readonly due: Instant; readonly directory: string }
  | { readonly code: 'reason-unknown'; readonly reason: string; readonly directory: string }
  | { readonly code: 'signature-missing'; readonly assignment: Id }
  /** Each field of the card that stands in the way, by its path (`amount`, `works/<row>/price`). */
  | { readonly code: 'card-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'card-invalid'; readonly errors: readonly CardError[] }
  | { readonly code: 'check-failed'; readonly checks: readonly FailedCheck[] }
  | { readonly code: 'card-changed'; readonly fields: readonly string[]; readonly revision: number }
  | {
      readonly code: 'edit-conflict'
      readonly conflicts: readonly { readonly path: string; readonly yours: unknown; readonly theirs: unknown }[]
    }
  | { readonly code: 'not-unique'; readonly field: string; readonly twin?: { readonly type: string; readonly id: Id } }
  | { readonly code: 'nobody-to-ask'; readonly node: string; readonly line: string }
  | { readonly code: 'person-unknown'; readonly person: string }
  | { readonly code: 'person-excepted'; readonly person: Id }
  | { readonly code: 'process-running' }
  | { readonly code: 'process-not-running' }
  | { readonly code: 'document-closed' }
  | { readonly code: 'document-suspended' }
  | { readonly code: 'not-suspended' }
  | { readonly code: 'nowhere-to-withdraw' }
  | { readonly code: 'node-not-visited'; readonly node: string }
  | {
      readonly code: 'cannot-move'
      readonly nodes: readonly { readonly node: string; readonly why: 'missing' | 'other-kind' | 'other-block' }[]
    }
  | { readonly code: 'too-many-steps'; readonly node: string }
  | { readonly code: 'not-supported'; readonly what: string }
  | { readonly code: 'route-missing'; readonly node: string; readonly outcome: string }
  | { readonly code: 'expression-failed'; readonly where: string; readonly why: string }
  | { readonly code: 'type-unknown'; readonly type: string; readonly didYouMean?: string }
  | { readonly code: 'document-unknown'; readonly type: string; readonly id: string }
  /** Somebody was faster, more than once; or the `If-Match` named an old revision. */
  | { readonly code: 'stale'; readonly revision: number }
  | { readonly code: 'definition-invalid'; readonly findings: readonly Finding[] }
  | { readonly code: 'request-invalid'; readonly errors: readonly CardError[] }
  | { readonly code: 'idempotency-key-reused' }
  | { readonly code: 'signed-out' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'origin-refused' }
  | { readonly code: 'too-many-requests'; readonly retryAfter: number }
  /** Something of the organisation cannot go while people have it, or a definition (`kind/id`) or an open document names it. */
  | {
      readonly code: 'in-use'
      readonly what: 'role' | 'group' | 'department' | 'calendar'
      readonly people: number
      readonly definitions: readonly string[]
      readonly documents: number
    }
  | { readonly code: 'site-not-empty' }
  | { readonly code: 'site-empty' }
  | { readonly code: 'demo-refused'; readonly why: 'real-data' | 'not-loopback' }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'database-away' }
  | { readonly code: 'disk-full' }
  | { readonly code: 'internal' }

export type ProblemCode = Problem['code']

/** One value that breaks its schema: `path` in the card, `rule` that it breaks, and what was found and expected. */
export interface CardError {
  readonly path: string
  readonly rule: string
  readonly found: unknown
  readonly expected: string
}

export interface FailedCheck {
  readonly check: string
  /** The check's own sentence with its values put in, for each language. */
  readonly text: { readonly [language: string]: string }
  readonly fields: readonly string[]
  /** Whether the person who asked may let it pass with a reason. */
  readonly mayOverride: boolean
}
