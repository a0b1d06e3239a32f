/**
 * The state of one document: what its row holds and what `evolve` folds its events into.
 * The shapes are stored for ever (the row's `process` column, and the bodies of events): add, never rename.
 *
 * The state of a process is a tree: a document holds one thing, a token resting on a node or a running block;
 * a block has branches, and each branch again holds one thing. It is kept flat, by id, with each thing naming
 * the branch it lies in, so that an event can set one part without carrying the tree.
 */
import type { Card, Rendered } from '../card/card.ts'

/** A UUIDv7. */
export type Id = string
/** UTC, always of this width: `2026-11-23T09:00:00.000Z`, so that text order is time order. */
export type Instant = string

export interface Document {
  readonly id: Id
  readonly type: string
  /** Hash of the program that it is pinned to. */
  readonly program: string
  /** Id of its approval schema; null where the type has none or it has not been started. */
  readonly schema: string | null
  readonly number: string | null
  readonly title: Rendered
  readonly status: string
  readonly author: Id
  readonly createdOn: Instant
  readonly closedOn: Instant | null
  /** Sequence of its last event; 0 before the first. */
  readonly sequence: number
  /** Sequence of the last event that changed the card: what `If-Match` speaks of. */
  readonly cardRevision: number
  readonly card: Card
  /** Roll-ups and formulas that read one: refreshed beside the card, never in the events. */
  readonly derived: Card
  readonly process: Process | null
}

export interface Process {
  readonly tokens: { readonly [id: Id]: Token }
  readonly blocks: { readonly [id: Id]: Block }
  readonly seats: { readonly [id: Id]: Seat }
  readonly assignments: { readonly [id: Id]: Assignment }
  /** Deadline of the whole schema. */
  readonly clock: Clock | null
  /** How often each node was entered. */
  readonly visits: { readonly [node: string]: number }
  /** How often each node was left by its own outcome (not withdrawn). */
  readonly passed: { readonly [node: string]: number }
  /** The last outcome of each node. */
  readonly outcomes: { readonly [node: string]: string }
  /** Who gave an outcome or took an action at each node, latest visit last, without repeats. */
  readonly actors: { readonly [node: string]: readonly Id[] }
  /** Seats that were for at the last visit of each approval, by `seatKey`, with what they said: `again: who-had-not-approved` does not ask them again. */
  readonly approvedBefore: { readonly [node: string]: { readonly [seat: string]: string } }
  /** How often each bounded route (`atMost`) was taken, by its index in the schema's list. */
  readonly routesTaken: { readonly [route: string]: number }
  /** The stage that a person last left, and who left it: where `withdraw` takes the document back to. */
  readonly leftStage: { readonly node: string; readonly by: Id | null } | null
  readonly suspended: { readonly since: Instant; readonly by: Id | null } | null
  readonly ended: { readonly node: string; readonly at: Instant; readonly result: string | null } | null
}

export interface Token {
  readonly id: Id
  readonly node: string
  /** The branch that holds it; null at the top. */
  readonly in: Id | null
  readonly since: Instant
  /** Number of this visit to the node, from 1. */
  readonly visit: number
  readonly clock: Clock | null
  /** The instants at which a wait's alternatives come true, by their index in `until`; conditions have none. */
  readonly wakes?: readonly { readonly index: number; readonly at: Instant }[]
  /** Left open for the file only (`rest: let-finish`): no deadline, no way out. */
  readonly aside?: true
}

export interface Block {
  readonly id: Id
  /** The fork that began it. */
  readonly fork: string
  readonly in: Id | null
  readonly since: Instant
  readonly branches: readonly Branch[]
  readonly clock: Clock | null
  /** Nodes that were passed inside this block since it began: what a wait for `passed` looks at. */
  readonly passed?: readonly string[]
}

export interface Branch {
  readonly id: Id
  /** The node that it began with. */
  readonly first: string
  /** For a fork with `each`: the row (its `_id`) or the value that this branch is for. */
  readonly item?: string
  readonly state: 'running' | 'arrived' | 'uncounted' | 'ended'
}

/** What votes hang on: a line of the approval sheet turned into one person's seat, or one pool's. */
export interface Seat {
  readonly id: Id
  readonly token: Id
  readonly node: string
  /** The line of `ask` that it came from; `added` for one added beside. */
  readonly line: string
  /** The row's `_id` where the line is made for each row of a table. */
  readonly row?: string
  /** Its place in the approval sheet, from 0: ids tell no order, and a stored object keeps none. */
  readonly order: number
  readonly kind: 'vote' | 'opinion'
  /** For an opinion: the assignment that asked for it. */
  readonly under?: Id
  readonly lead?: true
  /** Had approved at an earlier visit and was not asked again (`again: who-had-not-approved`). */
  readonly carried?: true
  /** Of a carried seat, which has no assignment: the person who had approved; none for a pool's. */
  readonly person?: Id
  readonly state: 'waiting' | 'open' | 'decided' | 'skipped' | 'withdrawn'
  /** The outcome it spoke. */
  readonly vote: string | null
}

/** A person, or a pool of which one will claim it, asked for one outcome. A seat has one; more when somebody is added before or after. */
export interface Assignment {
  readonly id: Id
  readonly seat: Id
  /** Its turn within the seat, from 0; the one that the seat was made with has 0, one added before it a negative one. */
  readonly order: number
  /** Who holds it; null while it waits in a pool. */
  readonly person: Id | null
  /** Keys of who may claim it: `p:<person>`, `r:<role>`, `g:<group>`, `d:<department>`; kept after a claim, so that it can be given back. */
  readonly pool: readonly string[] | null
  /** People who may not hold it. */
  readonly except: readonly Id[]
  /** Through whose hands it went, first to last. */
  readonly hands: readonly Hand[]
  readonly state: 'waiting' | 'open' | 'done' | 'skipped' | 'withdrawn'
  readonly opened: Instant | null
  readonly begun: Instant | null
  readonly closed: Instant | null
  readonly clock: Clock | null
  readonly suspended: Instant | null
  readonly outcome: string | null
  /** Who decided, and for whom where that is somebody else (a delegate, a substitute); null for the clock. */
  readonly decidedBy: Id | null
  readonly comment: string | null
  /** Item of the deadline's directory of reasons. */
  readonly reason: string | null
}

export interface Hand {
  readonly person: Id
  readonly how: 'asked' | 'claimed' | 'substitute' | 'delegated' | 'forwarded' | 'reassigned' | 'passed' | 'added'
  readonly at: Instant
  /** Who did it; null for the process or the clock. */
  readonly by: Id | null
}

/** A running deadline. Instants are fixed when it starts; pausing keeps what was left. */
export interface Clock {
  readonly due: Instant
  readonly started: Instant
  /** Steps still to come: the index in the deadline's `steps`, when it falls, and which repetition (0 first). */
  readonly steps: readonly { readonly step: number; readonly at: Instant; readonly round: number }[]
  readonly paused: Instant | null
}
