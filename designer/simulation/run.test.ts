import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { rehearsalCalendar } from '../../runtime/engine/simulation/rehearsal-site.ts'
import { runScenario } from '../../runtime/engine/simulation/run-scenario.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import { validateDefinition } from '../../schemas/validate.ts'
import { standingOf } from './look-at-run.ts'
import { keptScenario, openedScenario } from './rehearsal-set.ts'
import { rehearse } from './rehearse.ts'
import { playRun, type Run, waitUntil } from './run.ts'
import { scenarioOf } from './scenario-of.ts'

let set: TemplateSet
beforeAll(async () => {
  const read = await readTemplateFolder(join(import.meta.dirname, '../../templates/construction-contracts'))
  if (!read.ok) throw new Error('the template cannot be read')
  set = read.folder
})

const began: Run = {
  now: '2026-11-23T07:00:00.000Z',
  given: [
    { type: 'counterparty', as: 'p', author: 'elena', card: { name: 'Piatra SRL', taxNumber: 'RO20000001', group: 'subcontractor' } },
  ],
  document: {
    type: 'contract',
    author: 'elena',
    card: { side: 'purchase', counterparty: { type: 'counterparty', id: 'p' }, subject: 'Schele', amount: 5_000, validUntil: '2027-03-31' },
  },
  steps: [],
}
const then = (run: Run, ...steps: Run['steps']): Run => ({ ...run, steps: [...run.steps, ...steps] })
const submit = { kind: 'do', by: 'elena', do: 'submit' } as const

describe('a trial', () => {
  it('begins with the document, and shows who can do what', () => {
    const { kept, office, missing } = playRun(set, rehearsalCalendar, began)
    expect(missing).toEqual([])
    expect(kept?.document.status).toBe('draft')
    const { players, strip } = standingOf(kept!, office.office)
    expect(players.find(({ person }) => person === 'elena')?.available.actions.map(({ action }) => action)).toContain('submit')
    expect(strip[0]).toMatchObject({ node: 'draft', state: 'now' })
  })
  it('goes on as the engine says, and asks whom the schema asks', () => {
    const { kept, office, steps } = playRun(set, rehearsalCalendar, then(began, submit))
    expect(steps.map(({ problem }) => problem)).toEqual([null, null])
    expect(steps[1]?.notices.length).toBeGreaterThan(0)
    const { players } = standingOf(kept!, office.office)
    const asked = players.filter((player) => player.asked)
    expect(asked.map(({ person }) => person)).toEqual(expect.arrayContaining(['ana', 'radu', 'ioana']))
    expect(asked[0]?.available.mine[0]?.outcomes.map(({ id }) => id)).toEqual(expect.arrayContaining(['approved', 'rejected']))
  })
  it('moves the clock to what is due next, and something happens then', () => {
    const sent = playRun(set, rehearsalCalendar, then(began, submit))
    const { next } = standingOf(sent.kept!, sent.office.office)
    expect(next).not.toBeNull()
    const duration = waitUntil(sent.office.office.now, next!)
    const later = playRun(set, rehearsalCalendar, then(began, submit, { kind: 'wait', duration }))
    expect(later.office.office.now >= next!).toBe(true)
    expect(later.steps.at(-1)?.notices.length).toBeGreaterThan(0)
  })
  it('says what was refused, and nothing changed', () => {
    const played = playRun(set, rehearsalCalendar, then(began, { ...submit, by: 'radu' }))
    expect(played.steps[1]?.problem).not.toBeNull()
    expect(played.kept?.document.status).toBe('draft')
  })
  it('says what it could not bring along', () => {
    const { missing } = playRun(set, rehearsalCalendar, { ...began, given: [{ ...began.given[0]!, card: {} }] })
    expect(missing.map(({ problem }) => problem.code)).toEqual(['card-incomplete'])
  })
})

describe('a trial kept as a rehearsal', () => {
  const run = () =>
    then(
      began,
      { ...submit, by: 'radu' },
      submit,
      { kind: 'do', by: 'ana', do: 'approved', at: 'legal' },
      { kind: 'wait', duration: 'P1D' },
    )
  const kept = () => scenarioOf({ id: 'kept', label: 'Kept' }, run(), set, rehearsalCalendar)!
  it('keeps the vocabulary, and passes as long as nothing changes', () => {
    const scenario = kept()
    expect(validateDefinition('scenario', scenario)).toEqual([])
    expect(runScenario(set, scenario).findings).toEqual([])
    expect(scenario.steps[0]).toMatchObject({ by: 'radu', refused: expect.any(String) })
  })
  it('fails, with a sentence, when the schema asks somebody else', () => {
    const schemas = set.schemas.map((schema) =>
      schema.id === 'contract-approval'
        ? {
            ...schema,
            nodes: schema.nodes.map((node) =>
              node.id === 'legal' && node.kind === 'approval' ? { ...node, ask: [{ id: 'other', who: [{ person: 'mihai' }] }] } : node,
            ),
          }
        : schema,
    )
    const [result] = rehearse({ ...set, schemas: schemas as TemplateSet['schemas'] }, rehearsalCalendar, [kept()])
    expect(result?.passed).toBe(false)
    expect(result?.findings.length).toBeGreaterThan(0)
  })
  it('is nothing where nothing was done', () => {
    expect(scenarioOf({ id: 'kept', label: 'Kept' }, began, set, rehearsalCalendar)).toBeUndefined()
  })
  it('is stored with ids that begin with a letter, and read back as it was', () => {
    const person = '01a2b3c4-0000-7000-8000-0123456789ab'
    const scenario = { ...kept(), document: { ...kept().document, author: person } }
    const stored = keptScenario(scenario)
    expect(stored.document.author).toBe(`of-${person}`)
    expect(validateDefinition('scenario', stored)).toEqual([])
    expect(openedScenario(stored)).toEqual(scenario)
  })
})
