import { editableFields } from '../../runtime/engine/access/editable.ts'
import { holdsAt } from '../../runtime/engine/approval/place.ts'
import { type StripItem, stripOf } from '../../runtime/engine/approval/strip.ts'
import { addMilliseconds } from '../../runtime/engine/calendar/instant.ts'
import type { Card, CardValue } from '../../runtime/engine/card/card.ts'
import { fieldsOf } from '../../runtime/engine/card/field.ts'
import { cardValue } from '../../runtime/engine/card/path.ts'
import { agenda } from '../../runtime/engine/document/agenda.ts'
import { type Available, availableTo } from '../../runtime/engine/document/available.ts'
import { type FactReader, readerOf } from '../../runtime/engine/document/fact-reader.ts'
import type { Instant } from '../../runtime/engine/document/state.ts'
import { askedOf } from '../../runtime/engine/simulation/expected.ts'
import type { Office } from '../../runtime/engine/simulation/office.ts'
import { officeFacts, withMissing } from '../../runtime/engine/simulation/office-facts.ts'
import type { KeptDocument } from '../../runtime/engine/simulation/office-shelf.ts'
import { remindersDue } from '../../runtime/engine/simulation/reminders-due.ts'

/** Somebody who can do something with the document now. */
export interface Player {
  readonly person: string
  readonly available: Available
  readonly editable: readonly string[]
  /** Whether it waits for them, rather than only being open to them. */
  readonly asked: boolean
}

/** How a tried document stands, as people would see it. */
export interface Standing {
  readonly strip: readonly StripItem[]
  readonly players: readonly Player[]
  /** The card with totals and what is calculated on reading. */
  readonly card: Card
  /** When the clock does something next: a deadline, a wait, a reminder. Null where nothing is to come within a year. */
  readonly next: Instant | null
}

const ROUNDS = 5
const MINUTE = 60_000

/** Computes over a document in an office in memory, fetching from its shelf what turns out to be needed. */
function withReader<T>({ document, program }: KeptDocument, office: Office, compute: (reader: FactReader) => T): T {
  let facts = officeFacts(office)
  for (let round = 0; ; round++) {
    const reader = readerOf(facts, { rollups: 'kept' })
    const computed = compute(reader)
    if (reader.missing.length === 0 || round === ROUNDS) return computed
    facts = withMissing(facts, reader.missing, program, document, office.shelf, office.numbers)
  }
}

/** Everybody who could do something now, first those for whom it waits, in the order of the sheet; with what, by the engine. */
export function standingOf(kept: KeptDocument, office: Office): Standing {
  const asked = askedOf(kept.document, office.site)
  const order = [...asked, ...[...office.site.people.keys()].filter((person) => !asked.includes(person))]
  return withReader(kept, office, (reader) => {
    const { document, program } = kept
    const view = { program, document, reader }
    const players = order
      .map(
        (person): Player => ({
          person,
          available: availableTo(view, person),
          editable: editableFields(program, document, person, reader).fields,
          asked: asked.includes(person),
        }),
      )
      .filter(
        ({ available, editable }) => available.actions.length + available.mine.length + available.commands.length + editable.length > 0,
      )
    const card: { [field: string]: CardValue } = {}
    for (const field of fieldsOf(program.type).values()) {
      const value = cardValue(program.type, document, field, reader)
      if (value !== undefined) card[field.id] = value
    }
    const holds = (when: string) => holdsAt(view, when, {}, 'the strip')
    return {
      strip: stripOf(program, document, { site: office.site, now: office.now, holds }),
      players,
      card,
      next: nextMoment(kept, office),
    }
  })
}

function nextMoment({ document, program }: KeptDocument, office: Office): Instant | null {
  const [timer] = agenda(program, document).timers.filter(({ at }) => at > office.now)
  const until = timer?.at ?? addMilliseconds(office.now, 365 * 24 * 60 * MINUTE)
  const [reminder] = remindersDue(office.shelf, officeFacts(office), office.now, until, office.numbers)
  return reminder && (!timer || reminder.at < timer.at) ? reminder.at : (timer?.at ?? null)
}
