import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSoundness } from '../../runtime/engine/approval/check-soundness.ts'
import { checkStructure } from '../../runtime/engine/approval/check-structure.ts'
import { Checking } from '../../runtime/engine/checking.ts'
import { Walker } from '../../runtime/engine/testing/every-state.ts'
import { randomSchemas } from '../../runtime/engine/testing/random-schemas.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { executeAll, newHistory } from './history.ts'
import { repairsOf } from './repairs.ts'
import { aWorkspace } from './testing/a-workspace.ts'
import { definitionAt, withDraft } from './workspace.ts'

function problemsOf(schema: ApprovalSchema) {
  const checking = new Checking('approval-schema', schema.id)
  if (checkStructure(schema, checking)) checkSoundness(schema, checking)
  return checking.findings.filter(({ level }) => level === 'problem')
}

const office = aWorkspace()

/**
 * The schema after the likeliest mend of each finding in turn; undefined where a finding has none or they do not come to an end.
 * Whoever finds the same again takes the other mend.
 */
function mended(schema: ApprovalSchema): ApprovalSchema | undefined {
  const target = { kind: 'approval-schema', id: schema.id } as const
  const turns = new Map<string, number>()
  let workspace = withDraft(office, target, schema)
  for (let round = 0; round < 40; round++) {
    const now = definitionAt(workspace, 'approval-schema', schema.id)!
    const problems = problemsOf(now)
    if (problems.length === 0) return now
    // What nothing leads to may only wait for another mend: it is taken away last.
    const ordered = [...problems].sort((a, b) => Number(a.code === 'unreachable-node') - Number(b.code === 'unreachable-node'))
    const after = ordered.flatMap((finding) => {
      const offered = repairsOf(workspace, finding, { language: 'en', workspace })
      const key = JSON.stringify([finding.code, finding.facts])
      const turn = offered.length === 0 ? 0 : (turns.get(key) ?? 0) % offered.length
      return [...offered.slice(turn), ...offered.slice(0, turn)].flatMap((repair) => {
        const done = executeAll(newHistory(workspace), repair.target, 'repair', repair.commands)
        return done.ok ? [{ key, workspace: done.history.workspace }] : []
      })
    })
    const [first] = after
    if (!first) return undefined
    turns.set(first.key, (turns.get(first.key) ?? 0) + 1)
    workspace = first.workspace
  }
  return undefined
}

describe('a sound schema that the check refuses', () => {
  it('mostly passes after the mends that are offered, and is then still sound', () => {
    const tally = { passed: 0, refused: 0, mended: 0, unsound: 0 }
    for (const schema of fc.sample(randomSchemas, { numRuns: 3000, seed: 20261125 })) {
      if (new Walker(schema).verdict() !== 'sound') continue
      if (problemsOf(schema).every(({ code }) => code === 'unreachable-node')) {
        tally.passed++
        continue
      }
      tally.refused++
      const after = mended(schema)
      if (after === undefined) continue
      if ([undefined, 'sound'].includes(new Walker(after).verdict())) tally.mended++
      else tally.unsound++
    }
    expect(tally.unsound).toBe(0)
    expect(tally.refused).toBeGreaterThan(200)
    expect(tally.mended / tally.refused).toBeGreaterThan(0.7)
  }, 120_000)
})
