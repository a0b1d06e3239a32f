/** Fetches the facts that a decision asked for, in one batch. */
import type { Program } from '../engine/approval/program.ts'
import type { CardValue } from '../engine/card/card.ts'
import { evaluateRollup, rollupSource } from '../engine/card/rollup.ts'
import type { Subject } from '../engine/card/scope.ts'
import { SINGLE } from '../engine/document/fact-reader.ts'
import type { Facts, LinkedDocument, Missing } from '../engine/document/facts.ts'
import type { Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import { countOpen, lastInTurn } from '../store/assignments.ts'
import type { Queryable } from '../store/database.ts'
import { readDocuments, readSingle } from '../store/documents.ts'
import { lockNumber } from '../store/numbers.ts'
import { readChildren } from '../store/rollups.ts'
import type { StoredDocument } from '../store/write.ts'
import type { Edges } from './edges.ts'

/** Facts as they are before anything was fetched. */
export function factsNow({ clock, newId }: Pick<Edges, 'clock' | 'newId'>, site: Site): Facts {
  return { now: clock.now().toISOString(), newId, site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
}

/** Whether a number is among what is missing: it is taken under a lock, so only in a transaction. */
export function asksNumber(missing: readonly Missing[]): boolean {
  return missing.some(({ kind }) => kind === 'number')
}

/**
 * The facts with what was missing added. Numbers are locked last of all, after every document; outside a transaction
 * (`lock: false`) they stay missing.
 */
export async function gatherFacts(
  database: Queryable,
  program: Program,
  document: Subject,
  facts: Facts,
  missing: readonly Missing[],
  { lock }: { readonly lock: boolean },
): Promise<Facts> {
  const of = <K extends Missing['kind']>(kind: K) => missing.filter((fact) => fact.kind === kind) as Extract<Missing, { kind: K }>[]
  const documents = await fetchDocuments(database, of('document'))
  const wanted = of('rollup').map(({ field }) => field)
  const rollups = await fetchRollups(database, program, document, facts.site, wanted)
  const people = of('workload').flatMap((fact) => fact.people)
  const workload = people.length > 0 ? await countOpen(database, people) : {}
  const turns: Record<string, Id | null> = {}
  for (const { line } of of('last-in-turn')) turns[line] = await lastInTurn(database, program.type.id, line)
  const numbers: Record<string, number> = {}
  if (lock) for (const { series } of of('number')) numbers[series] = await lockNumber(database, program.type.id, series)
  return {
    ...facts,
    documents: { ...facts.documents, ...documents },
    rollups: { ...facts.rollups, ...rollups },
    workload: { ...facts.workload, ...workload },
    lastInTurn: { ...facts.lastInTurn, ...turns },
    numbers: { ...facts.numbers, ...numbers },
  }
}

async function fetchDocuments(
  database: Queryable,
  wanted: readonly { type: string; id: Id }[],
): Promise<Record<string, LinkedDocument | null>> {
  const found: Record<string, LinkedDocument | null> = {}
  for (const { type, id } of wanted) found[`${type}/${id}`] = null
  for (const { type, id } of wanted.filter(({ id }) => id === SINGLE))
    found[`${type}/${id}`] = linkedDocument(await readSingle(database, type))
  const keyed = wanted.filter(({ id }) => id !== SINGLE)
  if (keyed.length > 0)
    for (const stored of await readDocuments(database, keyed))
      found[`${stored.document.type}/${stored.document.id}`] = linkedDocument(stored)
  return found
}

function linkedDocument(stored: StoredDocument | null): LinkedDocument | null {
  return stored && { ...stored.document, readers: stored.readers }
}

/** Roll-ups as they are now, one select for each kind of child; blank ones are null. */
export async function fetchRollups(
  database: Queryable,
  program: Program,
  document: Subject,
  site: Site,
  fields: readonly string[],
): Promise<Record<string, CardValue | null>> {
  const found: Record<string, CardValue | null> = {}
  const read = new Map<string, readonly LinkedDocument[]>()
  for (const field of fields) {
    const source = rollupSource(site, program.type, field)
    if (!source) continue
    const children = read.get(source.of) ?? (await readChildren(database, source.from, document))
    read.set(source.of, children)
    found[field] = evaluateRollup(site, program.type, field, children, document)
  }
  return found
}
