import { audienceAt } from '../engine/approval/place.ts'
import type { Program } from '../engine/approval/program.ts'
import { isAmong } from '../engine/audience/resolve.ts'
import type { CardValue } from '../engine/card/card.ts'
import { failedChecks } from '../engine/card/checks.ts'
import { fieldsOf, isBackRollup } from '../engine/card/field.ts'
import { evaluateRollup, rollupSource } from '../engine/card/rollup.ts'
import { sameValue } from '../engine/card/same-value.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import type { Facts, LinkedDocument } from '../engine/document/facts.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { FailedCheck } from '../engine/problem.ts'
import type { Queryable } from '../store/database.ts'
import { readDocument } from '../store/documents.ts'
import { readChildren } from '../store/rollups.ts'
import { gatherFacts } from './gather-facts.ts'
import type { Guard } from './looking-at.ts'
import type { Programs } from './programs.ts'

/**
 * Asks the checks over totals that a child's change moves, with the parents locked and their other children as they are.
 * Only a change that moves a total is asked: a contract let pass above its amount does not block what leaves it alone.
 */
export async function failedGuards(
  database: Queryable,
  programs: Programs,
  guards: readonly Guard[],
  before: Document | null,
  after: Document,
  facts: Facts,
  by: Id | null,
  overrides: Readonly<Record<string, string>>,
): Promise<readonly FailedCheck[]> {
  const failed: FailedCheck[] = []
  for (const { parent, checks } of guards) {
    const stored = await readDocument(database, parent.type, parent.id)
    if (!stored) continue
    const { document } = stored
    const program = await programs.get(database, document.program)
    const [then, now] = await totals(database, program, document, facts, before, after)
    if (Object.keys(now).every((field) => sameValue(then[field], now[field]))) continue
    failed.push(...(await standing(database, program, document, checks, { ...facts, rollups: now }, by, overrides)))
  }
  return failed
}

/** The parent's totals with the child as it was, and as it will be. */
async function totals(
  database: Queryable,
  program: Program,
  parent: Document,
  { site }: Facts,
  before: Document | null,
  after: Document,
): Promise<[then: Record<string, CardValue | null>, now: Record<string, CardValue | null>]> {
  const then: Record<string, CardValue | null> = {}
  const now: Record<string, CardValue | null> = {}
  for (const field of fieldsOf(program.type).values()) {
    const source = isBackRollup(program.type, field) ? rollupSource(site, program.type, field.id) : null
    if (!source) continue
    const others = (await readChildren(database, source.from, parent)).filter(({ id }) => id !== after.id)
    const points = (child: Document | null): readonly LinkedDocument[] =>
      child && source.from.some(({ type, field: via }) => type === child.type && pointsAt(child.card[via], parent.id)) ? [child] : []
    then[field.id] = evaluateRollup(site, program.type, field.id, [...others, ...points(before)], parent)
    now[field.id] = evaluateRollup(site, program.type, field.id, [...others, ...points(after)], parent)
  }
  return [then, now]
}

function pointsAt(value: CardValue | undefined, id: Id): boolean {
  const links = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return links.some((link) => (link as { id?: unknown }).id === id)
}

async function standing(
  database: Queryable,
  program: Program,
  parent: Document,
  checks: readonly string[],
  facts: Facts,
  by: Id | null,
  overrides: Readonly<Record<string, string>>,
): Promise<readonly FailedCheck[]> {
  let known = facts
  for (let round = 0; ; round++) {
    const reader = readerOf(known)
    const failed = failedChecks(program, parent, reader, {
      mayOverride: (audience) => by !== null && isAmong(audience, by, audienceAt({ program, document: parent, reader }, { me: by })),
      around: { me: by },
    })
    if (reader.missing.length === 0 || round === 3)
      return failed.filter(({ check, mayOverride }) => checks.includes(check) && !(mayOverride && overrides[check]?.trim()))
    known = await gatherFacts(database, program, parent, known, reader.missing, { lock: false })
  }
}
