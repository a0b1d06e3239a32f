import type { Program } from '../engine/approval/program.ts'
import { membersOf } from '../engine/audience/keys.ts'
import { calculateDerived } from '../engine/card/calculate.ts'
import type { Card, CardValue } from '../engine/card/card.ts'
import { fieldsOf, isBackRollup } from '../engine/card/field.ts'
import { evaluateRollup } from '../engine/card/rollup.ts'
import { uniqueValuesOf } from '../engine/card/unique-values.ts'
import type { Accepted, Agenda } from '../engine/decision.ts'
import { agenda } from '../engine/document/agenda.ts'
import { documentStream, genesis, seal } from '../engine/document/chain.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { Database, Queryable } from '../store/database.ts'
import { writeDocument } from '../store/documents.ts'
import type { StoredDocument, WriteOutcome } from '../store/write.ts'
import { linkRows, outgoing, searchWords } from './derive-rows.ts'
import type { Edges } from './edges.ts'
import { lookingAt } from './looking-at.ts'
import type { Sending } from './outcome.ts'

export interface Written {
  readonly outcome: WriteOutcome
  /** The document as its row has it, if it was written. */
  readonly stored: StoredDocument
  /** Whoever was told something, or has something more or less to do, for the live change that follows the commit. */
  readonly told: readonly Id[]
}

/** Seals the events of an accepted decision and writes all that follows from it, in one statement. */
export async function writeDecision(
  edges: Pick<Edges, 'newId' | 'newSalt' | 'mails'>,
  database: Database | Queryable,
  before: { readonly stored: StoredDocument; readonly program: Program } | null,
  program: Program,
  accepted: Accepted,
  facts: Facts,
  { key, unread }: Sending = {},
): Promise<Written> {
  const document = { ...accepted.document, derived: derivedOf(program, accepted.document, facts) }
  const { site, now } = facts
  const live = site.types.get(program.type.id) ?? program.type
  const { notices, deliveries } = outgoing(accepted, site, edges.newId, { mails: edges.mails })
  const agendaBefore = before ? agenda(before.program, before.stored.document) : null
  const agendaAfter = agenda(program, document)
  const events = seal(documentStream(document.id), before?.stored.head ?? genesis, accepted.events, edges.newSalt)
  const outcome = await writeDocument(database, {
    before: before?.stored ?? null,
    document,
    events,
    agendaBefore,
    agenda: agendaAfter,
    notices,
    deliveries,
    links: linkRows(program.type, document),
    unique: uniqueValuesOf(program.type, document.card),
    words: searchWords(site, live, document),
    nudge: await lookingAt(database, site, program.type, before?.stored.document ?? null, document),
    takes: accepted.takes,
    idempotency: key ?? null,
    now,
    unreadAt: unread && before ? before.stored.siteRev : null,
  })
  const stored: StoredDocument = {
    document,
    rev: outcome.kind === 'written' ? outcome.rev : 0,
    head: events.at(-1)?.hash ?? before?.stored.head ?? genesis,
    updatedOn: now,
    readers: agendaAfter.readers,
    siteRev: site.rev,
  }
  return { outcome, stored, told: [...new Set([...notices.map(({ to }) => to), ...concerned(site, agendaBefore, agendaAfter)])] }
}

/** The people whose open assignments became others. */
function concerned(site: Site, before: Agenda | null, after: Agenda): readonly Id[] {
  const open = (of: Agenda | null) =>
    new Map((of?.assignments ?? []).filter(({ state }) => state === 'open').map((each) => [each.id, each]))
  const [was, is] = [open(before), open(after)]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (id) => was.get(id)?.person !== is.get(id)?.person || was.has(id) !== is.has(id) || was.get(id)?.due !== is.get(id)?.due,
  )
  return changed
    .flatMap((id) => [was.get(id), is.get(id)])
    .flatMap((each) => (each ? (each.person ? [each.person] : membersOf(each.pool ?? [], site)) : []))
}

/** What stands beside the card after the command: totals as they are known now, and the formulas that read them. The nudge of whatever they add up makes them fresh. */
function derivedOf(program: Program, document: Document, facts: Facts): Card {
  const totals = [...fieldsOf(program.type).values()].filter((field) => isBackRollup(program.type, field))
  if (totals.length === 0) return document.derived
  const known: Record<string, CardValue | null> = { ...facts.rollups }
  // Nobody points at a document that has just been made.
  if (document.sequence === 0 || Object.keys(document.derived).length === 0)
    for (const { id } of totals) known[id] ??= evaluateRollup(facts.site, program.type, id, [], document)
  return calculateDerived(program, document, readerOf(facts, { rollups: 'kept' }), known)
}
