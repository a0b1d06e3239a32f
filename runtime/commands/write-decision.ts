import type { Program } from '../engine/approval/program.ts'
import { uniqueValuesOf } from '../engine/card/unique-values.ts'
import type { Accepted } from '../engine/decision.ts'
import { agenda } from '../engine/document/agenda.ts'
import { documentStream, genesis, seal } from '../engine/document/chain.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Id } from '../engine/document/state.ts'
import type { Database, Queryable } from '../store/database.ts'
import { writeDocument } from '../store/documents.ts'
import type { StoredDocument, WriteOutcome } from '../store/write.ts'
import { linkRows, outgoing, searchWords } from './derive-rows.ts'
import type { Edges } from './edges.ts'
import { lookingAt } from './looking-at.ts'
import type { Sending } from './outcome.ts'

export interface Written {
  readonly outcome: WriteOutcome
  /** Whoever was told something, for the live change that follows the commit. */
  readonly told: readonly Id[]
}

/** Seals the events of an accepted decision and writes all that follows from it, in one statement. */
export async function writeDecision(
  edges: Pick<Edges, 'newId' | 'newSalt' | 'mails'>,
  database: Database | Queryable,
  before: { readonly stored: StoredDocument; readonly program: Program } | null,
  program: Program,
  accepted: Accepted,
  { site, now }: Facts,
  { key }: Sending = {},
): Promise<Written> {
  const { document } = accepted
  const live = site.types.get(program.type.id) ?? program.type
  const { notices, deliveries } = outgoing(accepted, site, edges.newId, { mails: edges.mails })
  const outcome = await writeDocument(database, {
    before: before?.stored ?? null,
    document,
    events: seal(documentStream(document.id), before?.stored.head ?? genesis, accepted.events, edges.newSalt),
    agendaBefore: before ? agenda(before.program, before.stored.document) : null,
    agenda: agenda(program, document),
    notices,
    deliveries,
    links: linkRows(program.type, document),
    unique: uniqueValuesOf(program.type, document.card),
    words: searchWords(site, live, document),
    nudge: await lookingAt(database, site, program.type, before?.stored.document ?? null, document),
    takes: accepted.takes,
    idempotency: key ?? null,
    now,
  })
  return { outcome, told: [...new Set(notices.map(({ to }) => to))] }
}
