import { describe, expect, it } from 'vitest'
import { rehearsalCalendar } from '../../runtime/engine/simulation/rehearsal-site.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { designerCatalog, makeWords } from '../language/words.tsx'
import { aTemplateWorkspace } from '../model/testing/a-workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { differsInWords, goesThrough } from './rehearsal-words.ts'
import { rehearseInIdle } from './rehearse-in-idle.ts'

const workspace = aTemplateWorkspace()
const at = (step: object): Scenario =>
  ({
    id: 'sent',
    label: { en: 'It is sent', ro: 'Se trimite' },
    now: '2026-11-23T09:00',
    given: [
      {
        as: 'piatra',
        type: 'counterparty',
        author: 'elena',
        card: { name: 'Piatra SRL', taxNumber: 'RO20000001', group: 'subcontractor' },
      },
    ],
    document: {
      type: 'contract',
      author: 'elena',
      card: {
        side: 'purchase',
        counterparty: { type: 'counterparty', id: 'piatra' },
        subject: 'Schele',
        amount: 5_000,
        validUntil: '2027-03-31',
      },
    },
    steps: [{ by: 'elena', do: 'submit' }, step],
  }) as unknown as Scenario
const rehearsed = async (scenario: Scenario, drawn: Workspace = workspace) =>
  (await rehearseInIdle({ ...drawn }, rehearsalCalendar, [scenario], async () => {}))![0]!

describe('a rehearsal that comes out differently', () => {
  it.each([
    [
      { expect: { status: 'in-force' } },
      'en',
      'The rehearsal “It is sent” comes out differently: The status should be "In force" and is "In approval".',
    ],
    [
      { expect: { at: ['director'] } },
      'ro',
      'Scenariul de probă „Se trimite” iese altfel: Ar trebui să fie la Director și este la Aviz financiar, Aviz juridic.',
    ],
    [{ by: 'elena', do: 'submit' }, 'en', 'The rehearsal “It is sent” comes out differently: “Send for approval” by elena was refused.'],
  ] as const)('says so by the titles of what it names: %j', async (step, language, sentence) => {
    const words = makeWords(language, await designerCatalog(language))
    const one = await rehearsed(at(step))
    expect(one.passed).toBe(false)
    expect(differsInWords(one, workspace, words)).toBe(sentence)
  })
  it('is told at the types and schemas that it goes through, and nowhere else', () => {
    const scenario = at({ expect: {} })
    const where = [
      { kind: 'document-type', id: 'contract' },
      { kind: 'document-type', id: 'counterparty' },
      { kind: 'approval-schema', id: 'contract-approval' },
      { kind: 'reminder-rule', id: 'contract-ending' },
      { kind: 'document-type', id: 'payment' },
      { kind: 'directory', id: 'regions' },
    ] as const
    expect(where.map((target) => Boolean(goesThrough(scenario, target, workspace)))).toEqual([true, true, true, true, false, false])
  })
})

describe('rehearsing beside typing', () => {
  it('leaves a drawing that was changed meanwhile, and rehearses the newest to the end', async () => {
    const kept = [at({ expect: { status: 'in-force' } }), at({ expect: { status: 'in-approval' } })]
    const waiting: (() => void)[] = []
    const idle = () => new Promise<void>((go) => waiting.push(go))
    const older = rehearseInIdle({ ...workspace }, rehearsalCalendar, kept, idle)
    const newer = rehearseInIdle({ ...workspace }, rehearsalCalendar, kept, async () => {})
    for (const go of waiting) go()
    expect(await older).toBeNull()
    expect((await newer)?.map(({ passed }) => passed)).toEqual([false, true])
  })
})
