import { calculateDerived } from '../engine/card/calculate.ts'
import { fieldsOf, isBackRollup } from '../engine/card/field.ts'
import { sameValue } from '../engine/card/same-value.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Reference } from '../engine/document/looking-at.ts'
import { readDocument, writeDerived } from '../store/documents.ts'
import { changeDocument } from './change-document.ts'
import type { Edges } from './edges.ts'
import { factsNow, fetchRollups, gatherFacts } from './gather-facts.ts'
import type { Outcome } from './outcome.ts'

/**
 * Something that a document looks at has changed: its totals, and the formulas that read them, are made fresh beside the
 * card, and its waits are tried again.
 */
export async function nudgeDocument(edges: Edges, at: Reference): Promise<Outcome> {
  const fresh = await refreshDerived(edges, at)
  if (!fresh.ok) return fresh
  const { process } = fresh.stored.document
  return process && !process.ended ? changeDocument(edges, at, { type: 'nudge', by: { kind: 'clock' } }) : fresh
}

async function refreshDerived(edges: Edges, at: Reference): Promise<Outcome> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = await readDocument(edges.database, at.type, at.id)
    if (!stored) return { ok: false, problem: { code: 'document-unknown', ...at } }
    const { document } = stored
    const unchanged: Outcome = { ok: true, stored, events: [], repeated: false }
    const site = await edges.sites.at(edges.database, stored.siteRev)
    const program = await edges.programs.get(edges.database, document.program)
    const totals = [...fieldsOf(program.type).values()].filter((field) => isBackRollup(program.type, field)).map(({ id }) => id)
    if (totals.length === 0) return unchanged
    const rollups = await fetchRollups(edges.database, program, document, site, totals)
    let facts: Facts = factsNow(edges, site)
    let derived = document.derived
    for (let round = 0; round < 4; round++) {
      const reader = readerOf(facts, { rollups: 'kept' })
      derived = calculateDerived(program, document, reader, rollups)
      if (reader.missing.length === 0) break
      facts = await gatherFacts(edges.database, program, document, facts, reader.missing, { lock: false })
    }
    if (sameValue(derived, document.derived)) return unchanged
    if (await writeDerived(edges.database, stored, derived)) {
      edges.announce({ kind: 'document', ...at, revision: stored.rev + 1, people: [] })
      const now = { ...stored, rev: stored.rev + 1, document: { ...document, derived } }
      return { ok: true, stored: now, events: [], repeated: false }
    }
  }
  return { ok: false, problem: { code: 'stale', revision: 0 } }
}
