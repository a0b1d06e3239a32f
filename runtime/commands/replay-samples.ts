/**
 * Makes a template's sample documents by the commands of its people, each at its own moment in the past, through the very
 * commands that people use: so their history, their deadlines and their numbers are real.
 */
import type { Sample, SampleCommand } from '../../schemas/generated/sample.ts'
import { localDateAt } from '../engine/calendar/zone.ts'
import type { Card } from '../engine/card/card.ts'
import type { Reference } from '../engine/document/looking-at.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import { commandFor } from '../engine/simulation/command-of.ts'
import { readyCard } from '../engine/simulation/ready-card.ts'
import { sampleSteps } from '../engine/simulation/sample-steps.ts'
import { readDocument } from '../store/documents.ts'
import { done, dueOf } from '../store/due.ts'
import { changeDocument } from './change-document.ts'
import { createDocument } from './create-document.ts'
import type { Edges } from './edges.ts'
import { nudgeDocument } from './nudge-document.ts'
import type { Outcome } from './outcome.ts'

export type Replayed =
  | { readonly ok: true; readonly documents: number }
  | { readonly ok: false; readonly sample: string; readonly step: string; readonly problem: Problem }

/**
 * Replays samples in the order of time, so that numbers follow dates; stops at the first step that is refused. `people`
 * maps the template's names to the site's ids.
 */
export async function replaySamples(edges: Edges, samples: readonly Sample[], people: ReadonlyMap<string, Id>): Promise<Replayed> {
  const replay = new Replay(edges, people)
  for (const { at, sample, command } of sampleSteps(samples, edges.clock.now().toISOString())) {
    const outcome = command ? await replay.give(sample.as, command, at) : await replay.create(sample, at)
    if (!outcome.ok)
      return { ok: false, sample: sample.as, step: command ? `${command.by}: ${command.do}` : 'create', problem: outcome.problem }
  }
  return { ok: true, documents: await replay.finish() }
}

class Replay {
  readonly #edges: Edges
  readonly #outer: Edges
  readonly #people: ReadonlyMap<string, Id>
  readonly #made = new Map<string, Reference>()
  readonly #present: Instant
  #time: Instant

  constructor(edges: Edges, people: ReadonlyMap<string, Id>) {
    this.#outer = edges
    this.#present = edges.clock.now().toISOString()
    this.#time = this.#present
    this.#people = people
    // Nobody is told by e-mail of what never happened, and nobody watches.
    this.#edges = { ...edges, clock: { now: () => new Date(this.#time) }, mails: false, announce: () => {} }
  }

  async create({ type, as, author, card }: Sample, at: Instant): Promise<Outcome> {
    this.#time = at
    const by = this.#people.get(author)
    if (!by) return { ok: false, problem: { code: 'person-unknown', person: author } }
    const created = await createDocument(this.#edges, { type, by: { kind: 'person', id: by }, card: await this.#card(type, card) })
    if (created.ok) this.#made.set(as, { type, id: created.stored.document.id })
    return created
  }

  async give(as: string, command: SampleCommand, at: Instant): Promise<Outcome> {
    const document = this.#made.get(as)!
    await this.#untilThen(document, at)
    this.#time = at
    return this.#give(document, command)
  }

  /** Brings every document to the present, and its totals up to date. Answers how many there are. */
  async finish(): Promise<number> {
    for (const document of this.#made.values()) await this.#untilThen(document, this.#present)
    await settleNudges(this.#outer, [...this.#made.values()])
    return this.#made.size
  }

  /** Fires what falls due on the way, each at its own moment, so that what was late has been told of in its time. */
  async #untilThen(at: Reference, until: Instant): Promise<void> {
    for (;;) {
      const next = (await dueOf(this.#edges.database, at.id)).find(({ kind, at: due }) => kind === 'timer' && due <= until)
      if (!next) return
      this.#time = next.at
      await changeDocument(this.#edges, at, { type: 'fire-timer', by: { kind: 'clock' }, key: next.key })
      await done(this.#edges.database, [next])
    }
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
    const today = localDateAt(site.zone, this.#present)
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
