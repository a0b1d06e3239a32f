import { audienceAt } from '../engine/approval/place.ts'
import type { Program } from '../engine/approval/program.ts'
import { isAmong } from '../engine/audience/resolve.ts'
import { failedChecks } from '../engine/card/checks.ts'
import type { Accepted } from '../engine/decision.ts'
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

export interface Guarding {
  readonly failed: readonly FailedCheck[]
  readonly passed: readonly string[]
}

/**
 * Asks the checks over totals that a child's change moves, with the parents locked and their other children as they are.
 * Only a change that moves a total is asked: a contract let pass above its amount does not block what leaves it alone.
 * `passed` are those that fail and were let pass with a reason by whom their `override` names.
 */
export async function askGuards(
  database: Queryable,
  programs: Programs,
  guards: readonly Guard[],
  before: Document | null,
  after: Document,
  facts: Facts,
  by: Id | null,
  overrides: Readonly<Record<string, string>>,
): Promise<Guarding> {
  const all: FailedCheck[] = []
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
    const failed = await failing(database, program, document, { ...facts, rollups: now }, by)
    all.push(...failed.filter(({ check }) => checks.includes(check)))
  }
  const isPassed = ({ check, mayOverride }: FailedCheck) => mayOverride && Boolean(overrides[check]?.trim())
  return { failed: all.filter((each) => !isPassed(each)), passed: all.filter(isPassed).map(({ check }) => check) }
}

async function failing(
  database: Queryable,
  program: Program,
  parent: Document,
  facts: Facts,
  by: Id | null,
): Promise<readonly FailedCheck[]> {
  let known = facts
  for (let round = 0; ; round++) {
    const reader = readerOf(known)
    const failed = failedChecks(program, parent, reader, {
      mayOverride: (audience) => by !== null && isAmong(audience, by, audienceAt({ program, document: parent, reader }, { me: by })),
      around: { me: by },
    })
    if (reader.missing.length === 0 || round === 3) return failed
    known = await gatherFacts(database, program, parent, known, reader.missing, { lock: false })
  }
}

/** Records with the decision why a parent's check was let pass, in the words of who let it. */
export function withReasons(accepted: Accepted, passed: readonly string[], overrides: Readonly<Record<string, string>>): Accepted {
  const [first, ...rest] = accepted.events
  if (!first || passed.length === 0) return accepted
  const reasons = passed.map((check) => ({ path: `override.${check}`, value: overrides[check] ?? null }))
  return { ...accepted, events: [{ ...first, leaves: [...first.leaves, ...reasons] }, ...rest] }
}
