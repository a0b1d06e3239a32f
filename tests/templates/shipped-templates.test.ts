import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { templateFindings } from '../../runtime/cli/template-findings.ts'
import { readTemplateFolder, type TemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { instantOf } from '../../runtime/engine/calendar/instant.ts'
import { genesis, seal } from '../../runtime/engine/document/chain.ts'
import { evolve } from '../../runtime/engine/document/evolve.ts'
import type { Document } from '../../runtime/engine/document/state.ts'
import { replaySamples } from '../../runtime/engine/simulation/replay-samples.ts'
import { runScenario } from '../../runtime/engine/simulation/run-scenario.ts'

const root = fileURLToPath(new URL('../../templates', import.meta.url))
const shipped = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

async function read(name: string): Promise<TemplateFolder> {
  const answer = await readTemplateFolder(`${root}/${name}`)
  if (!answer.ok) throw new Error(`${name}: ${answer.why}`)
  return answer.folder
}

it('there is a set to ship', () => {
  expect(shipped).toContain('construction-contracts')
})

describe.each(shipped)('the shipped set %s', (name) => {
  let folder: TemplateFolder
  beforeAll(async () => {
    folder = await read(name)
  })

  it('is named as its folder, and validates without a finding', () => {
    expect(folder.template?.id).toBe(name)
    expect(templateFindings(folder)).toEqual([])
  })

  it('brings at least eight rehearsals, and every one goes as it says', () => {
    expect(folder.scenarios.length).toBeGreaterThanOrEqual(8)
    const failed = folder.scenarios.map((scenario) => runScenario(folder, scenario)).filter(({ passed }) => !passed)
    expect(failed.map(({ scenario, findings }) => ({ scenario, findings }))).toEqual([])
  })

  it('has every status of every type with a process in some sample', () => {
    const { office } = replaySamples(folder, '2026-10-14T10:00:00.000Z')
    const seen = new Set(office.shelf.all.map(({ document }) => `${document.type} ${document.status}`))
    const wanted = folder.types
      .filter(({ approval }) => approval?.length)
      .flatMap(({ id, statuses = [] }) => statuses.map((status) => `${id} ${status.id}`))
    expect(wanted.filter((status) => !seen.has(status))).toEqual([])
  })

  it('can be installed at whatever moment: no sample is refused', () => {
    const year = { min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T23:59:59Z') }
    fc.assert(
      fc.property(fc.integer(year), (moment) => {
        expect(replaySamples(folder, instantOf(moment)).findings).toEqual([])
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  it('leaves documents that are the fold of their events, which can be sealed', () => {
    const { office } = replaySamples(folder, '2026-10-14T10:00:00.000Z')
    for (const { document, events } of office.shelf.all) {
      const folded = events.reduce<Document | null>((state, event) => evolve(state, event), null)
      expect({ ...folded, derived: document.derived }).toEqual(document)
      expect(seal(document.id, genesis, events, () => '00'.repeat(16))).toHaveLength(events.length)
    }
  })
})
