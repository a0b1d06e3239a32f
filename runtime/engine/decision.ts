import type { DocumentEvent } from './document/event.ts'
import type { Missing } from './document/facts.ts'
import type { Document, Id, Instant } from './document/state.ts'
import type { Problem } from './problem.ts'
import type { LocalText } from './site.ts'

/** What came of a command: it was accepted and this is everything that follows; or refused; or more must be known first. */
export type Decision = Accepted | Refused | Asking

export interface Accepted {
  readonly kind: 'accepted'
  /** In order; empty where nothing had to change (a timer that the state does not know). */
  readonly events: readonly DocumentEvent[]
  /** The document after them. */
  readonly document: Document
  readonly notices: readonly Notice[]
  readonly webhooks: readonly Webhook[]
  /** The series whose last number this takes, under its lock. */
  readonly takes: { readonly series: string; readonly count: number } | null
}

export interface Refused {
  readonly kind: 'refused'
  readonly problem: Problem
}

export interface Asking {
  readonly kind: 'missing'
  readonly missing: readonly Missing[]
}

/** Somebody is told something. Its text is made for each language of the site when it is decided. */
export interface Notice {
  readonly to: Id
  /** What it is about, for its icon and the person's settings. */
  readonly about: 'asked' | 'due-soon' | 'overdue' | 'passed-on' | 'told' | 'reminder' | 'returned' | 'ended' | 'taken-away'
  /** Null: the screen makes the sentence from `about` and `facts`. */
  readonly text: LocalText | null
  readonly facts: { readonly [name: string]: string | number | null }
  readonly assignment: Id | null
  readonly by: readonly ('program' | 'email' | 'webhook')[]
}

export interface Webhook {
  /** Its name on the site, which has the secret; an empty address is one that the site does not know (any more). */
  readonly webhook: string
  readonly url: string
  readonly event: string
  readonly body: unknown
}

/** What is now open and due: the rows that the store keeps beside the document are made from it. */
export interface Agenda {
  readonly timers: readonly Timer[]
  readonly assignments: readonly AgendaAssignment[]
  /** Keys of who may read the document through its process, besides what access gives: `p:<person>`, `r:<role>`, `g:<group>`, `d:<department>`. */
  readonly readers: readonly string[]
}

export interface Timer {
  /** Names the timer in its document: the same key for the same timer at every reading. */
  readonly key: string
  readonly at: Instant
}

/** One assignment as the inbox shows it. */
export interface AgendaAssignment {
  readonly id: Id
  readonly node: string
  readonly seat: Id
  readonly line: string
  readonly person: Id | null
  /** From whom it came: who passed it on, else who last sent the document on its way, else its author. */
  readonly from: Id
  readonly pool: readonly string[] | null
  readonly except: readonly Id[]
  readonly state: 'waiting' | 'open' | 'done' | 'skipped' | 'withdrawn'
  readonly outcome: string | null
  readonly due: Instant | null
  readonly opened: Instant | null
  readonly closed: Instant | null
}
