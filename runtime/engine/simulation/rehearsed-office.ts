import type { WorkingCalendar } from '../calendar/calendar.ts'
import { localDateAt } from '../calendar/zone.ts'
import type { CardValue, LinkValue } from '../card/card.ts'
import type { Reference } from '../document/looking-at.ts'
import type { Id, Instant } from '../document/state.ts'
import type { Problem } from '../problem.ts'
import { commandFor } from './command-of.ts'
import { Office, type OfficeOutcome } from './office.ts'
import { readyCard } from './ready-card.ts'
import { rehearsalSite } from './rehearsal-site.ts'
import type { TemplateSet } from './template-set.ts'

/** One thing that somebody of a template does, in the template's own words. */
export interface Doing {
  readonly by: string
  readonly do: string
  readonly at?: string
  readonly comment?: string
  readonly reason?: string
  readonly to?: readonly string[]
  readonly card?: Readonly<Record<string, unknown>>
}

/** An office in memory that is spoken to in a template's words: documents by their `as`, cards as its files write them. */
export class RehearsedOffice {
  readonly office: Office
  readonly #made = new Map<string, Reference>()
  /** The day that `today+30` counts from; null where dates are fixed. */
  readonly #today: string | null

  constructor(
    set: TemplateSet,
    now: Instant,
    { present, calendar }: { readonly present?: Instant; readonly calendar?: WorkingCalendar | undefined } = {},
  ) {
    const site = rehearsalSite(set, calendar)
    this.office = new Office({ site, now })
    this.#today = present === undefined ? null : localDateAt(site.zone, present)
  }

  referenceTo(as: string): Reference | undefined {
    return this.#made.get(as)
  }

  /** The name under which a document was made. */
  nameOf(id: Id): string | undefined {
    return [...this.#made].find(([, at]) => at.id === id)?.[0]
  }

  create(as: string, typeId: string, author: string, card: Readonly<Record<string, unknown>>): OfficeOutcome {
    if (!this.office.site.people.has(author)) return { ok: false, problem: { code: 'person-unknown', person: author } }
    const outcome = this.office.create({ type: typeId, by: { kind: 'person', id: author }, card: this.ready(typeId, card) })
    if (outcome.ok) this.#made.set(as, { type: typeId, id: outcome.document.id })
    return outcome
  }

  does(as: string, { by, card, ...said }: Doing): OfficeOutcome {
    const kept = this.#made.get(as) && this.office.shelf.get(this.#made.get(as)!)
    if (!kept) return refused({ code: 'document-unknown', type: '', id: as })
    if (!this.office.site.people.has(by)) return refused({ code: 'person-unknown', person: by })
    const { document, program } = kept
    const filled = card && this.ready(document.type, card)
    const found = commandFor(program, document, by, { ...said, ...(filled && { card: filled }) }, this.office.site)
    return found.ok ? this.office.give({ type: document.type, id: document.id }, found.command) : found
  }

  /** Values of a card as the template writes them, in the shape that the engine has. */
  ready(typeId: string, card: Readonly<Record<string, unknown>>): Readonly<Record<string, CardValue>> {
    const type = this.office.site.types.get(typeId)
    if (!type) return card as Readonly<Record<string, CardValue>>
    return readyCard(type, card, {
      document: (as): LinkValue | undefined => this.#made.get(as),
      person: (name) => name,
      ...(this.#today !== null && { today: this.#today }),
      newId: this.office.newId,
    })
  }
}

function refused(problem: Problem): OfficeOutcome {
  return { ok: false, problem }
}
