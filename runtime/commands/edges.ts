/** What a command needs of the world; made once by the program that starts, and given to every command. */
import type { Id } from '../engine/document/state.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import type { Programs } from './programs.ts'
import type { Sites } from './sites.ts'

export interface Edges {
  readonly database: Database
  readonly sites: Sites
  readonly programs: Programs
  readonly clock: Clock
  readonly newId: () => Id
  /** 16 random bytes in lower-case hex, for the leaf of an event. */
  readonly newSalt: () => string
  /** Whether e-mails can go out: without a mail server none are put in the queue, so that none pile up for later. */
  readonly mails: boolean
  readonly log: Log
  /** Called after each commit with what it touched, so that people who look at it are told; never before, never inside. */
  readonly announce: (what: Announcement) => void
  /** Does something while this process's clock takes nothing that is due; left out where none can run beside it. */
  readonly withoutClock?: <T>(work: () => Promise<T>) => Promise<T>
}

/** The time, as a fact: tests and rehearsals give one that they move. */
export interface Clock {
  now(): Date
}

export type Announcement =
  | { readonly kind: 'document'; readonly type: string; readonly id: Id; readonly revision: number; readonly people: readonly Id[] }
  | { readonly kind: 'site' }
