import { audienceAt } from '../engine/approval/place.ts'
import type { Program } from '../engine/approval/program.ts'
import { isAmong } from '../engine/audience/resolve.ts'
import { failedChecks } from '../engine/card/checks.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import type { Facts, LinkedDocument } from '../engine/document/facts.ts'
import type { Guard } from '../engine/document/looking-at.ts'
import { areMoved, totalsOf, totalsWith } from '../engine/document/parent-totals.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { FailedCheck } from '../engine/problem.ts'
import type { Queryable } from '../store/database.ts'
import { readDocument } from '../store/documents.ts'
import { readChildren } from '../store/rollups.ts'
import { gatherFacts } from './gather-facts.ts'
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
    const children = new Map<string, readonly LinkedDocument[]>()
    for (const { source } of totalsOf(facts.site, program)) children.set(source.of, await readChildren(database, source.from, document))
    const totals = (child: Document | null) =>
      totalsWith(facts.site, program, document, ({ of }) => children.get(of) ?? [], { id: after.id, as: child })
    const now = totals(after)
    if (!areMoved(totals(before), now)) continue
    failed.push(...(await standing(database, program, document, checks, { ...facts, rollups: now }, by, overrides)))
  }
  return failed
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
