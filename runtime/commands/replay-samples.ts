/**
 * Makes a template's sample documents by the commands of its people, each at its own moment in the past, through the very
 * commands that people use: so their history, their deadlines and their numbers are real.
 */
import type { Sample, SampleCommand } from '../../schemas/generated/sample.ts'
import { localDateAt } from '../engine/calendar/zone.ts'
import type { Card, LinkValue } from '../engine/card/card.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import { commandFor } from '../engine/simulation/command-of.ts'
import { readyCard } from '../engine/simulation/ready-card.ts'
import { readDocument } from '../store/documents.ts'
import { done, dueOf } from '../store/due.ts'
import { changeDocument } from './change-document.ts'
import { createDocument } from './create-document.ts'
import type { Edges } from './edges.ts'
import { nudgeDocument } from './nudge-document.ts'
import type { Outcome, Reference } from './outcome.ts'

export type Replayed =
  | { readonly ok: true; readonly documents: number }
  | { readonly ok: false; readonly sample: string; readonly step: string; readonly problem: Problem }

const day = 86_400_000

/** Replays samples in their order; stops at the first that is refused. `people` maps the template's names to the site's ids. */
export async function replaySamples(edges: Edges, samples: readonly Sample[], people: ReadonlyMap<string, Id>): Promise<Replayed> {
  const now = edges.clock.now()
  const made = new Map<string, LinkValue>()
  for (const sample of samples) {
    const replay = new Replay(edges, now, people, made)
    const failed = await replay.run(sample)
    if (failed) return failed
  }
  await settleNudges(edges, [...made.values()])
  return { ok: true, documents: made.size }
}

class Replay {
  readonly #edges: Edges
  readonly #people: ReadonlyMap<string, Id>
  readonly #made: Map<string, LinkValue>
  readonly #present: Date
  #time: Date

  constructor(edges: Edges, present: Date, people: ReadonlyMap<string, Id>, made: Map<string, LinkValue>) {
    this.#present = present
    this.#time = present
    this.#people = people
    this.#made = made
    // Nobody is told by e-mail of what never happened, and nobody watches.
    this.#edges = { ...edges, clock: { now: () => this.#time }, mails: false, announce: () => {} }
  }

  async run(sample: Sample): Promise<Extract<Replayed, { ok: false }> | null> {
    const { type, as, author, daysAgo = 0, commands = [] } = sample
    const failed = (step: string, problem: Problem) => ({ ok: false as const, sample: as, step, problem })
    this.#time = this.#ago(daysAgo)
    const by = this.#people.get(author)
    if (!by) return failed('create', { code: 'person-unknown', person: author })
    const card = await this.#card(type, sample.card)
    const created = await createDocument(this.#edges, { type, by: { kind: 'person', id: by }, card })
    if (!created.ok) return failed('create', created.problem)
    const at: Reference = { type, id: created.document.id }
    this.#made.set(as, at)
    for (const command of commands) {
      const then = command.daysAgo === undefined ? new Date(this.#time.getTime() + 60_000) : this.#ago(command.daysAgo)
      await this.#untilThen(at, then)
      const outcome = await this.#give(at, command)
      if (!outcome.ok) return failed(`${command.by}: ${command.do}${command.at ? ` at ${command.at}` : ''}`, outcome.problem)
    }
    await this.#untilThen(at, this.#present)
    return null
  }

  #ago(days: number): Date {
    return new Date(this.#present.getTime() - days * day)
  }

  /** Fires what falls due on the way, each at its own moment, so that what was late has been told of in its time. */
  async #untilThen(at: Reference, then: Date): Promise<void> {
    const until = then.toISOString()
    for (;;) {
      const next = (await dueOf(this.#edges.database, at.id)).find(({ kind, at: due }) => kind === 'timer' && due <= until)
      if (!next) break
      if (next.at > this.#time.toISOString()) this.#time = new Date(next.at)
      await changeDocument(this.#edges, at, { type: 'fire-timer', by: { kind: 'clock' }, key: next.key })
      await done(this.#edges.database, [next])
    }
    if (then > this.#time) this.#time = then
  }

  async #give(at: Reference, said: SampleCommand): Promise<Outcome> {
    const { database } = this.#edges
    const stored = await readDocument(database, at.type, at.id)
    const by = this.#people.get(said.by)
    if (!by || !stored) return { ok: false, problem: { code: 'person-unknown', person: said.by } }
    const program = await this.#edges.programs.get(database, stored.document.program)
    const site = await this.#edges.sites.at(database, stored.siteRev)
    const { card, to, daysAgo: _, by: __, ...rest } = said
    const found = commandFor(
      program,
      stored.document,
      by,
      {
        ...rest,
        ...(to && { to: to.map((name) => this.#people.get(name) ?? name) }),
        ...(card && { card: await this.#card(at.type, card) }),
      },
      site,
    )
    return found.ok ? changeDocument(this.#edges, at, found.command) : found
  }

  async #card(typeId: string, card: Sample['card']): Promise<Card> {
    const site = await this.#edges.sites.at(this.#edges.database)
    const type = site.types.get(typeId)
    if (!type) return card as Card
    const today = localDateAt(site.zone, this.#present.toISOString() as Instant)
    return readyCard(type, card, {
      document: (as) => this.#made.get(as),
      person: (name) => this.#people.get(name),
      today,
      newId: this.#edges.newId,
    })
  }
}

/** Makes the totals of what was replayed fresh, as the clock would in its own time. */
async function settleNudges(edges: Edges, documents: readonly Reference[]): Promise<void> {
  for (const at of documents) {
    const nudges = (await dueOf(edges.database, at.id)).filter(({ kind }) => kind === 'nudge')
    if (nudges.length === 0) continue
    await nudgeDocument(edges, at)
    await done(edges.database, nudges)
  }
}
