import type { Card } from '../card/card.ts'
import type { Id, Instant } from './state.ts'

/** Who commands: a person, or the program itself by its clock. */
export type Actor = { readonly kind: 'person'; readonly id: Id } | { readonly kind: 'clock' }

/** Makes a document; everything else changes one. */
export interface CreateDocument {
  readonly type: 'create'
  readonly by: Actor
  readonly card: Card
  /** Whose document it is, where the program itself makes it (an import, a template's samples); else the person's who commands. */
  readonly author?: Id
  /** A reason for each check that is to be let pass. */
  readonly overrides?: Readonly<Record<string, string>>
}

/** What a person or the clock asks of one document. Ids are those of the state; texts are what the person wrote. */
export type Command =
  | {
      readonly type: 'edit-card'
      readonly by: Actor
      readonly changes: readonly Change[]
      readonly overrides?: Readonly<Record<string, string>>
    }
  | { readonly type: 'start-process'; readonly by: Actor }
  | {
      readonly type: 'take-action'
      readonly by: Actor
      /** A stage or a fork; `anywhere`; `bar`, whose actions are the ids of its stages. */
      readonly node: string
      readonly action: string
      readonly comment?: string
      readonly changes?: readonly Change[]
      /** A reason for each check that is to be let pass. */
      readonly overrides?: Readonly<Record<string, string>>
      /** Which of several, where branches for each item stand at the same node. */
      readonly token?: Id
    }
  | {
      readonly type: 'decide-assignment'
      readonly by: Actor
      readonly assignment: Id
      readonly outcome: string
      readonly comment?: string
      readonly reason?: string
      /** The card revision that the person was looking at; a decision on fields changed since is refused. */
      readonly sawRevision?: number
      /** The password was asked again and was right (`sign: password`); established by the caller. */
      readonly signed?: boolean
      readonly changes?: readonly Change[]
      /** A reason for each check that is to be let pass. */
      readonly overrides?: Readonly<Record<string, string>>
    }
  | { readonly type: 'claim' | 'begin' | 'give-back'; readonly by: Actor; readonly assignment: Id }
  /** What somebody absent holds goes to whoever stands in; by the clock, when an absence begins that says so. */
  | { readonly type: 'stand-in'; readonly by: Actor; readonly assignment: Id }
  | {
      readonly type: 'delegate' | 'forward' | 'reassign' | 'ask-opinion'
      readonly by: Actor
      readonly assignment: Id
      readonly to: Id
      readonly comment?: string
    }
  | {
      readonly type: 'add-approver'
      readonly by: Actor
      readonly assignment: Id
      readonly to: Id
      readonly place: 'before' | 'after' | 'beside'
      readonly comment?: string
    }
  | { readonly type: 'skip' | 'drop-seat'; readonly by: Actor; readonly assignment: Id; readonly comment?: string }
  | { readonly type: 'extend'; readonly by: Actor; readonly assignment: Id; readonly due: Instant; readonly comment?: string }
  | { readonly type: 'close-vote'; readonly by: Actor; readonly node: string; readonly comment?: string }
  | { readonly type: 'withdraw'; readonly by: Actor; readonly comment?: string }
  /** `token`: which of several places of a running block goes back. */
  | { readonly type: 'return'; readonly by: Actor; readonly to: string; readonly comment?: string; readonly token?: Id }
  | { readonly type: 'suspend' | 'resume'; readonly by: Actor; readonly assignment?: Id; readonly comment?: string }
  /** To the program given beside the command; `nodes` maps ids of nodes where they differ. */
  | { readonly type: 'move'; readonly by: Actor; readonly nodes?: Readonly<Record<string, string>> }
  /** A timer of the agenda, by its key. One that the state does not know is done without a trace. */
  | { readonly type: 'fire-timer'; readonly by: Actor; readonly key: string }
  /** Something that its conditions may look at has changed: try the waits again. */
  | { readonly type: 'nudge'; readonly by: Actor }

/** One edited field: `amount`, or one cell of a table `works/<row id>/price`, a whole new row `works/<row id>`, or null to blank it. */
export interface Change {
  readonly path: string
  /** The value that the person started from; null where it was blank. A different present value is a conflict. Left out: not checked. */
  readonly from?: unknown
  readonly to: unknown
  /** Where a new or moved row stands. */
  readonly position?: number
}

export type CommandType = Command['type']
/** The commands among which one of these types is: those that share their shape stay together (`claim`, `begin`, `give-back`). */
export type CommandOf<T extends CommandType> = Sharing<Command, T>
type Sharing<C extends Command, T> = C extends unknown ? (T extends C['type'] ? C : never) : never
