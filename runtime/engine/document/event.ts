/**
 * What is recorded. An event carries results, never instructions: new values, people by id, absolute instants,
 * so that `evolve` only sets values and needs no program. The shapes are stored for ever: add, never rename.
 *
 * `body` is the envelope's part: ids, node names and instants only. Everything that a person wrote (values of the
 * card, title, comments, reasons) is a leaf, hashed by itself with a salt, so that it can be erased without
 * breaking the chain.
 */
import type { Assignment, Block, Branch, Clock, Hand, Id, Instant, Seat, Token } from './state.ts'

/** One piece of content: `card.amount`, `title.en`, `comment`, `reason`. Null means that the field became blank, or that the leaf was erased. */
export interface Leaf {
  readonly path: string
  readonly value: unknown
}

export interface DocumentEvent<Body extends EventBody = EventBody> {
  readonly sequence: number
  readonly at: Instant
  /** Who did it; null for the clock and the process itself. */
  readonly by: Id | null
  /** On whose behalf: the one whose seat a substitute or a delegate decided. */
  readonly for: Id | null
  readonly body: Body
  readonly leaves: readonly Leaf[]
}

export type EventBody =
  /** Leaves: `title.*`, `card.*`. */
  | {
      readonly type: 'document-created'
      readonly id: Id
      readonly author: Id
      readonly documentType: string
      readonly program: string
      readonly status: string
    }
  /** Leaves: `card.<field>` for every changed field (tables whole), `title.*` where it changed, `override` a reason for each check let pass. */
  | { readonly type: 'card-edited'; readonly fields: readonly string[]; readonly overridden?: readonly string[] }
  /** Leaves: `title.*`. */
  | { readonly type: 'number-registered'; readonly number: string; readonly series: string; readonly count: number }
  | { readonly type: 'process-started'; readonly schema: string; readonly clock: Clock | null }
  /** A button of a stage, a fork, the bar or anywhere. By null: the clock chose it. Leaf: `comment`. */
  | {
      readonly type: 'action-taken'
      readonly node: string
      readonly action: string
      readonly token: Id | null
      /** Of an action that leaves no node of its own (a fork's, anywhere): the index of the route taken. */
      readonly route?: number
    }
  /** Somebody ended a vote before all had spoken. Leaf: `comment`. */
  | { readonly type: 'vote-closed'; readonly node: string; readonly token: Id }
  /** `status` only where the node sets one. */
  | { readonly type: 'node-entered'; readonly token: Token; readonly status?: string }
  /**
   * `done` counts as passed; anything else was taken away. `route` is the index of the route taken. `approved`: the seats
   * that were for, by their key. `aside`: what is still open stays for the file only (`late: let-finish`), and so does the token.
   */
  | {
      readonly type: 'node-left'
      readonly token: Id
      readonly node: string
      readonly how: 'done' | 'withdrawn' | 'moved'
      readonly outcome: string | null
      readonly route: number | null
      readonly approved?: { readonly [seat: string]: string }
      readonly aside?: true
    }
  /** The instants at which a wait's alternatives come true, where a date of the card has moved them. */
  | { readonly type: 'wakes-set'; readonly token: Id; readonly wakes: NonNullable<Token['wakes']> }
  | { readonly type: 'token-set-aside'; readonly token: Id }
  | { readonly type: 'block-entered'; readonly block: Block; readonly status?: string }
  | { readonly type: 'branch-closed'; readonly block: Id; readonly branch: Id; readonly state: Exclude<Branch['state'], 'running'> }
  | { readonly type: 'block-left'; readonly block: Id; readonly fork: string; readonly how: 'met' | 'unreached' | 'withdrawn' }
  | { readonly type: 'seat-made'; readonly seat: Seat; readonly assignments: readonly Assignment[] }
  /** A seat whose turn came: `in-order`, `lead-last`. */
  | { readonly type: 'assignment-opened'; readonly assignment: Id; readonly at: Instant; readonly clock: Clock | null }
  | { readonly type: 'assignment-claimed'; readonly assignment: Id; readonly hand: Hand }
  | { readonly type: 'assignment-begun'; readonly assignment: Id }
  /** `to`: who has it again, a delegate's principal; null: the pool. */
  | { readonly type: 'assignment-given-back'; readonly assignment: Id; readonly to: Id | null }
  /** From now on a pool may claim it: it was passed on to several. */
  | { readonly type: 'assignment-offered'; readonly assignment: Id; readonly pool: readonly string[] }
  /** It waits for somebody who was added before it. */
  | { readonly type: 'assignment-put-off'; readonly assignment: Id }
  /** `person` holds it from now on; `clock` where the new holder's calendar changes it. Leaf: `comment`. */
  | { readonly type: 'assignment-handed-over'; readonly assignment: Id; readonly hand: Hand; readonly clock: Clock | null }
  /** Leaves: `comment`, `reason`. */
  | { readonly type: 'assignment-decided'; readonly assignment: Id; readonly outcome: string; readonly sawRevision: number | null }
  | { readonly type: 'assignment-closed'; readonly assignment: Id; readonly how: 'withdrawn' | 'skipped' }
  | { readonly type: 'assignment-added'; readonly assignment: Assignment }
  | { readonly type: 'seat-changed'; readonly seat: Id; readonly state: Seat['state']; readonly vote: string | null }
  /** An overdue step of a deadline was taken. `next` replaces what that step still has to come. */
  | {
      readonly type: 'deadline-step-taken'
      readonly on: ClockHolder
      readonly step: number
      readonly round: number
      readonly next: Instant | null
    }
  | { readonly type: 'deadline-changed'; readonly on: ClockHolder; readonly clock: Clock | null }
  /** Leaf: `comment`. */
  | { readonly type: 'suspended'; readonly assignment: Id | null }
  | { readonly type: 'resumed'; readonly assignment: Id | null }
  | { readonly type: 'withdrawn'; readonly node: string }
  | { readonly type: 'returned'; readonly node: string }
  /** Leaves: `card.*` of fields filled by the move, `title.*`. */
  | {
      readonly type: 'document-moved'
      readonly program: string
      readonly from: string
      readonly nodes: { readonly [node: string]: string }
    }
  | { readonly type: 'document-ended'; readonly node: string; readonly result: string | null }
  /** A step of an automation that has no other trace: a notice sent, a webhook called. */
  | { readonly type: 'automation-done'; readonly node: string; readonly step: number; readonly does: string }

/** What a clock hangs on. */
export type ClockHolder = { readonly kind: 'assignment' | 'token' | 'block'; readonly id: Id } | { readonly kind: 'schema' }

export type EventType = EventBody['type']
export type EventOf<T extends EventType> = Extract<EventBody, { type: T }>
