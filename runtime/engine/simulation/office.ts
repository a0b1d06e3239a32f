/**
 * An office in memory: documents, their links, totals and numbers, people who are told, and a clock that is moved. It runs
 * the very engine that the server runs, so what a rehearsal shows is what will happen; it only keeps in maps what the
 * server keeps in tables. It has no clock and no dice: the same steps give the same documents with the same ids.
 */
import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { chooseSchema } from '../approval/choose-schema.ts'
import { compileProgram, type Program } from '../approval/program.ts'
import { millisecondsOf } from '../calendar/instant.ts'
import { calculateDerived } from '../card/calculate.ts'
import type { Card } from '../card/card.ts'
import { fieldsOf, isBackRollup } from '../card/field.ts'
import { sameValue } from '../card/same-value.ts'
import type { Subject } from '../card/scope.ts'
import type { Accepted, Decision, Notice, Timer } from '../decision.ts'
import { agenda } from '../document/agenda.ts'
import type { Actor, Command } from '../document/command.ts'
import { decide, decideCreation } from '../document/decide.ts'
import type { DocumentEvent } from '../document/event.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Facts } from '../document/facts.ts'
import { followsNewest } from '../document/follows-newest.ts'
import type { Reference } from '../document/looking-at.ts'
import { addingUp, looksThroughLinks } from '../document/looking-at.ts'
import { decideMove } from '../document/move.ts'
import type { Document, Id, Instant } from '../document/state.ts'
import type { Problem } from '../problem.ts'
import type { Site } from '../site.ts'
import { uuidv7 } from '../uuid.ts'
import { failedGuards } from './failed-guards.ts'
import { officeFacts, rolledUp, withMissing } from './office-facts.ts'
import { type KeptDocument, OfficeShelf } from './office-shelf.ts'
import { remindersDue } from './reminders-due.ts'

/** What came of a command. Nothing was changed where it is not ok. */
export type OfficeOutcome =
  | { readonly ok: true; readonly document: Document; readonly events: readonly DocumentEvent[]; readonly notices: readonly Notice[] }
  | { readonly ok: false; readonly problem: Problem }

/** A notice that went out: when, and about which document. */
export interface SentNotice extends Notice {
  readonly at: Instant
  readonly document: Reference
}

/** Something that the clock did and that was refused: the server would try again and then show it to an administrator. */
export interface ClockFailure {
  readonly at: Instant
  readonly document: Reference
  readonly what: 'fire-timer' | 'nudge'
  readonly problem: Problem
}

export interface OfficeStart {
  readonly site: Site
  readonly now: Instant
  /** Left out: counted ids, the same at every run. */
  readonly newId?: () => Id
}

/** How often a decision may ask for facts; how many nudges one change may cause. Beyond is a bug, not a refusal. */
const ROUNDS = 5
const MOST_NUDGES = 10_000

export class Office {
  readonly shelf = new OfficeShelf()
  readonly notices: SentNotice[] = []
  readonly failures: ClockFailure[] = []
  readonly newId: () => Id
  readonly #numbers = new Map<string, number>()
  readonly #programs = new Map<DocumentType, Map<ApprovalSchema | null, Program>>()
  /** Timers that were refused or changed nothing, by the state of the document then: not fired again until it changes. */
  readonly #stuck = new Set<string>()
  readonly #changes: { readonly at: Reference; readonly before: Document | null }[] = []
  #site: Site
  /** Up to when the reminder rules have been swept. */
  #swept: Instant
  #now: Instant
  #made = 0

  constructor({ site, now, newId }: OfficeStart) {
    this.#site = site
    this.#now = now
    this.#swept = now
    this.newId = newId ?? (() => uuidv7(millisecondsOf(this.#now), (bytes) => counted(++this.#made, bytes)))
  }

  get site(): Site {
    return this.#site
  }

  /** Puts another state of the site in use: a newer release, other people. Documents stay pinned to their programs. */
  publish(site: Site): void {
    this.#site = site
  }

  get now(): Instant {
    return this.#now
  }

  /** The last number of each series, by `<type> <series>`. */
  get numbers(): ReadonlyMap<string, number> {
    return this.#numbers
  }

  document(at: Reference): Document | undefined {
    return this.shelf.get(at)?.document
  }

  /** Makes a document of the newest release, with its process where the type starts one by itself. */
  create(made: {
    readonly type: string
    readonly by: Actor
    readonly card: Card
    readonly author?: Id
    readonly overrides?: Readonly<Record<string, string>>
  }): OfficeOutcome {
    const { by, card, overrides = {} } = made
    const type = this.site.types.get(made.type)
    if (!type) return { ok: false, problem: { code: 'type-unknown', type: made.type } }
    const id = this.newId()
    const bare = this.#programOf(type, null)
    const author = made.author ?? (by.kind === 'person' ? by.id : '')
    const command = { type: 'create', by, card, author, overrides } as const
    const subject: Subject = { id, type: type.id, number: null, title: {}, status: '', author, createdOn: this.#now, card, derived: {} }
    const outcome = this.#carryOut(bare, subject, null, by, overrides, (facts) => {
      const reader = readerOf(facts)
      const schema = chooseSchema({ type }, subject, card, reader)
      if (reader.missing.length > 0) return [{ kind: 'missing', missing: reader.missing }, bare]
      const program = this.#programOf(type, schema)
      return [decideCreation(program, command, id, facts), program]
    })
    return this.#settled(outcome)
  }

  /** Gives a command to a document; then whatever is due at this moment happens. */
  give(at: Reference, command: Command): OfficeOutcome {
    return this.#settled(this.#give(at, command))
  }

  /**
   * Moves the clock: every timer and reminder on the way falls at its own instant, in order. A moment that lies behind
   * changes nothing: time does not go back.
   */
  moveTo(moment: Instant): void {
    const target = moment > this.#now ? moment : this.#now
    for (;;) {
      const next = this.#nextTimer(target)
      this.#remind(next ? (next.at > this.#now ? next.at : this.#now) : target)
      if (!next) return
      this.#fire(next)
    }
  }

  /** What a command leads to elsewhere, and what is due at this moment, happens before anybody looks again. */
  #settled(outcome: OfficeOutcome): OfficeOutcome {
    if (!outcome.ok) return outcome
    this.#settle()
    this.moveTo(this.#now)
    const { type, id } = outcome.document
    return { ...outcome, document: this.document({ type, id })! }
  }

  #give(at: Reference, command: Command): OfficeOutcome {
    const kept = this.shelf.get(at)
    if (!kept) return { ok: false, problem: { code: 'document-unknown', ...at } }
    const { document, program: pinned } = kept
    const newest = this.#newest(document)
    const overrides = 'overrides' in command ? (command.overrides ?? {}) : {}
    return this.#carryOut(pinned, document, kept, command.by, overrides, (facts) => {
      // A document that rests where the schema says `follows: newest` goes along with its next command.
      const moved =
        newest && newest.hash !== pinned.hash && followsNewest(pinned, document)
          ? decideMove(pinned, newest, document, { type: 'move', by: { kind: 'clock' } }, facts)
          : null
      if (moved?.kind === 'missing') return [moved, pinned]
      if (moved?.kind !== 'accepted') return [decide(pinned, document, command, facts), pinned]
      const decision = decide(newest!, moved.document, command, facts)
      return [decision.kind === 'accepted' ? joined(moved, decision) : decision, newest!]
    })
  }

  #carryOut(
    program: Program,
    subject: Subject,
    before: KeptDocument | null,
    by: Actor,
    overrides: Readonly<Record<string, string>>,
    decideWith: (facts: Facts) => readonly [Decision, Program],
  ): OfficeOutcome {
    let facts = officeFacts(this)
    for (let round = 0; round < ROUNDS; round++) {
      const [decision, under] = decideWith(facts)
      if (decision.kind === 'refused') return { ok: false, problem: decision.problem }
      if (decision.kind === 'accepted') return this.#keep(under, before, decision, facts, by, overrides)
      facts = withMissing(facts, decision.missing, program, subject, this.shelf, this.#numbers)
    }
    throw new Error(`a decision on ${subject.type}/${subject.id} asked for facts more than ${ROUNDS} times`)
  }

  /** What the server does in one statement: what must be unique and the guards are asked, then all of it is kept. */
  #keep(
    program: Program,
    before: KeptDocument | null,
    { document, events, notices, takes }: Accepted,
    facts: Facts,
    by: Actor,
    overrides: Readonly<Record<string, string>>,
  ): OfficeOutcome {
    if (events.length === 0) return { ok: true, document, events, notices: [] }
    const twin = this.shelf.twinOf(program, document)
    if (twin) return { ok: false, problem: { code: 'not-unique', ...twin } }
    const person = by.kind === 'person' ? by.id : null
    const guarded = { program, before: before?.document ?? null, after: document, by: person, overrides }
    const checks = failedGuards(guarded, facts, this.shelf, this.#numbers)
    if (checks.length > 0) return { ok: false, problem: { code: 'check-failed', checks } }
    this.shelf.put({ document, program, events: [...(before?.events ?? []), ...events] })
    if (takes) this.#numbers.set(`${program.type.id} ${takes.series}`, takes.count)
    const reference = { type: document.type, id: document.id }
    for (const notice of notices) this.notices.push({ ...notice, at: this.#now, document: reference })
    this.#changes.push({ at: reference, before: before?.document ?? null })
    return { ok: true, document, events, notices }
  }

  /** Makes the totals fresh that changes moved, here and wherever they are read, and tries waits again. */
  #settle(): void {
    for (let count = 0; ; count++) {
      const change = this.#changes.shift()
      if (!change) return
      if (count > MOST_NUDGES) throw new Error(`a change of ${change.at.type}/${change.at.id} causes nudges without end`)
      this.#refresh(change.at)
      const { document, program } = this.shelf.get(change.at)!
      for (const next of this.#lookingAt(program, change.before, document)) this.#nudge(next)
    }
  }

  #nudge(at: Reference): void {
    const before = this.document(at)
    if (!before) return
    if (this.#refresh(at)) this.#changes.push({ at, before })
    if (!before.process || before.process.ended) return
    const outcome = this.#give(at, { type: 'nudge', by: { kind: 'clock' } })
    if (!outcome.ok) this.failures.push({ at: this.#now, document: at, what: 'nudge', problem: outcome.problem })
  }

  /** Keeps the totals of a document, and the formulas that read them, beside its card; answers whether they changed. */
  #refresh(at: Reference): boolean {
    const { document, program, events } = this.shelf.get(at)!
    const totals = [...fieldsOf(program.type).values()].filter((field) => isBackRollup(program.type, field))
    if (totals.length === 0) return false
    const rollups = Object.fromEntries(totals.map(({ id }) => [id, rolledUp(this.site, program, id, document, this.shelf)]))
    let facts = officeFacts(this)
    for (let round = 0; round < ROUNDS; round++) {
      const reader = readerOf(facts, { rollups: 'kept' })
      const derived = calculateDerived(program, document, reader, rollups)
      if (reader.missing.length === 0) {
        if (sameValue(derived, document.derived)) return false
        this.shelf.put({ document: { ...document, derived }, program, events })
        return true
      }
      facts = withMissing(facts, reader.missing, program, document, this.shelf, this.#numbers)
    }
    throw new Error(`the totals of ${at.type}/${at.id} asked for facts more than ${ROUNDS} times`)
  }

  #nextTimer(until: Instant): DueTimer | null {
    let next: DueTimer | null = null
    for (const { document, program } of this.shelf.all) {
      if (!document.process || document.process.ended) continue
      for (const { key, at } of timersOf(program, document)) {
        if (at > until || (next && next.at <= at)) continue
        const timer = {
          document: { type: document.type, id: document.id },
          key,
          at,
          mark: `${document.id} ${document.sequence} ${key} ${at}`,
        }
        if (!this.#stuck.has(timer.mark)) next = timer
      }
    }
    return next
  }

  #fire({ document, key, mark }: DueTimer): void {
    const outcome = this.#give(document, { type: 'fire-timer', by: { kind: 'clock' }, key })
    if (!outcome.ok) this.failures.push({ at: this.#now, document, what: 'fire-timer', problem: outcome.problem })
    if (!outcome.ok || outcome.events.length === 0) this.#stuck.add(mark)
    this.#settle()
  }

  /** Moves the clock on and sends the reminders that fall on the way; no state changes between two timers. */
  #remind(until: Instant): void {
    const from = this.#swept
    this.#now = until
    if (until <= from) return
    this.#swept = until
    for (const { document, at, to, text, assignment, by } of remindersDue(this.shelf, officeFacts(this), from, until, this.#numbers))
      for (const person of to) this.notices.push({ to: person, about: 'reminder', text, facts: {}, assignment, by, at, document })
  }

  /** What the document would be pinned to if it were made now; null where its type or its schema is gone. */
  #newest({ type: typeId, schema: schemaId }: Document): Program | null {
    const type = this.#site.types.get(typeId)
    const schema = schemaId === null ? null : this.#site.schemas.get(schemaId)
    return type && schema !== undefined ? this.#programOf(type, schema) : null
  }

  #programOf(type: DocumentType, schema: ApprovalSchema | null): Program {
    const bySchema = this.#programs.get(type) ?? new Map<ApprovalSchema | null, Program>()
    this.#programs.set(type, bySchema)
    const program = bySchema.get(schema) ?? compileProgram(type, schema)
    bySchema.set(schema, program)
    return program
  }

  /** Who must look again when a document changes: what adds it up, and where a wait reads through a link, what points at it. */
  #lookingAt(program: Program, before: Document | null, after: Document): readonly Reference[] {
    const adding = addingUp(this.site, program.type, before, after)
    if (!before || !looksThroughLinks(this.site)) return adding
    const pointing = this.shelf.pointingAt(after).filter(({ id }) => id !== after.id)
    return [...adding, ...pointing.filter(({ id }) => !adding.some((each) => each.id === id))]
  }
}

const known = new WeakMap<Document, readonly Timer[]>()

function timersOf(program: Program, document: Document): readonly Timer[] {
  const timers = known.get(document) ?? agenda(program, document).timers
  known.set(document, timers)
  return timers
}

function joined(first: Accepted, second: Accepted): Accepted {
  const both = <T>(of: (accepted: Accepted) => readonly T[]): readonly T[] => [...of(first), ...of(second)]
  return {
    ...second,
    events: both(({ events }) => events),
    notices: both(({ notices }) => notices),
    webhooks: both(({ webhooks }) => webhooks),
  }
}

interface DueTimer {
  readonly document: Reference
  readonly key: string
  readonly at: Instant
  /** Names the timer in the state of its document. */
  readonly mark: string
}

/** Bytes that count up: ids made at one moment sort as they were made. */
function counted(count: number, bytes: number): Uint8Array {
  const made = new Uint8Array(bytes)
  for (let index = 0; index < 6 && index < bytes; index++) made[bytes - 1 - index] = Math.floor(count / 2 ** (8 * index)) & 0xff
  return made
}
