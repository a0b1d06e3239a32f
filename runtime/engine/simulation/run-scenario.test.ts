import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../schemas/generated/scenario.ts'
import { aScenario, aTemplateSet } from '../testing/a-template-set.ts'
import { runScenario } from './run-scenario.ts'
import type { TemplateSet } from './template-set.ts'

const set = aTemplateSet()
const findingsOf = (scenario: Scenario) => runScenario(set, scenario).findings.map(({ code, path, facts }) => ({ code, path, facts }))
const approved: Scenario['steps'] = [
  { by: 'elena', do: 'submit' },
  { by: 'ana', at: 'legal', do: 'approved' },
  { by: 'radu', at: 'money', do: 'approved' },
  { by: 'ioana', at: 'money', do: 'approved' },
]

describe('a rehearsal that goes as it says', () => {
  it('passes, with a document for every step', () => {
    const run = runScenario(
      set,
      aScenario([
        ...approved,
        {
          expect: {
            status: 'open',
            at: ['open'],
            asked: [],
            number: 'O-2026/001',
            title: 'Order O-2026/001',
            card: { billed: 0, left: 100, until: null },
            notices: [{ to: 'mihai', text: 'Order O-2026/001 is open.' }],
          },
        },
        { by: 'radu', create: { type: 'bill', card: { order: { type: 'order', id: 'order' }, amount: 100 } } },
        { expect: { status: 'closed', card: { billed: 100, left: 0 } } },
      ]),
    )
    expect(run.findings).toEqual([])
    expect(run.passed).toBe(true)
    expect(run.steps.map(({ document }) => document?.type)).toEqual(['order', 'order', 'order', 'order', 'bill'])
  })

  it('goes the same way every time, down to the ids', () => {
    const once = runScenario(set, aScenario(approved))
    expect(runScenario(set, aScenario(approved))).toEqual(once)
  })

  it('counts a pool as everybody who may claim it, and after a claim only who did', () => {
    expect(
      findingsOf(
        aScenario([
          { by: 'elena', do: 'submit' },
          { expect: { asked: ['ana', 'stefan', 'radu'] } },
          { by: 'ana', do: 'claim', at: 'legal' },
          { expect: { asked: ['ana', 'radu'] } },
        ]),
      ),
    ).toEqual([])
  })

  it('fires what falls due while time passes, at its own instant', () => {
    const run = runScenario(
      set,
      aScenario([
        { by: 'elena', do: 'submit' },
        { wait: 'P3D' },
        { expect: { asked: ['mihai', 'radu'], notices: [{ to: 'ana' }, { to: 'mihai' }] } },
      ]),
    )
    expect(run.findings).toEqual([])
    expect(run.steps[1]!.notices.map(({ to, about, at }) => [to, about, at])).toEqual([
      ['ana', 'overdue', '2026-10-06T06:00:00.000Z'],
      ['stefan', 'overdue', '2026-10-06T06:00:00.000Z'],
      ['mihai', 'passed-on', '2026-10-07T06:00:00.000Z'],
    ])
  })

  it('reminds on the day and in the language of whom it tells', () => {
    const about = { type: 'order', as: 'order', author: 'elena', card: { amount: 100, until: '2026-10-20' } }
    const steps: Scenario['steps'] = [
      ...approved,
      { wait: 'P12D' },
      { expect: { notices: [] } },
      { wait: 'P2D' },
      { expect: { notices: [{ to: 'elena', text: 'Comanda O-2026/001 se încheie la 20.10.2026.' }] } },
    ]
    expect(findingsOf(aScenario(steps, { document: about }))).toEqual([])
  })
})

describe('a rehearsal that does not', () => {
  it('says what stands otherwise, each thing at its place', () => {
    expect(
      findingsOf(
        aScenario([
          { by: 'elena', do: 'submit' },
          {
            expect: {
              status: 'open',
              at: ['legal'],
              asked: ['ana'],
              number: 'O-1',
              title: 'Order 1',
              card: { amount: 5, until: '2026-10-09', left: null },
            },
          },
        ]),
      ),
    ).toEqual([
      { code: 'scenario-status', path: '/steps/1/expect/status', facts: { expected: 'open', found: 'in-approval' } },
      { code: 'scenario-at', path: '/steps/1/expect/at', facts: { expected: ['legal'], found: ['legal', 'money'] } },
      { code: 'scenario-asked', path: '/steps/1/expect/asked', facts: { expected: ['ana'], found: ['ana', 'radu', 'stefan'] } },
      { code: 'scenario-number', path: '/steps/1/expect/number', facts: { expected: 'O-1', found: '' } },
      { code: 'scenario-title', path: '/steps/1/expect/title', facts: { expected: 'Order 1', found: 'Order' } },
      { code: 'scenario-card', path: '/steps/1/expect/card/amount', facts: { field: 'amount', expected: '5', found: '100' } },
      { code: 'scenario-card', path: '/steps/1/expect/card/until', facts: { field: 'until', expected: '"2026-10-09"', found: '' } },
      { code: 'scenario-card', path: '/steps/1/expect/card/left', facts: { field: 'left', expected: '', found: '100' } },
    ])
  })

  it('names the problem of a command that was refused, and stops there', () => {
    expect(findingsOf(aScenario([{ by: 'ana', do: 'submit' }, { expect: { status: 'closed' } }]))).toEqual([
      {
        code: 'scenario-refused',
        path: '/steps/0',
        facts: { by: 'ana', do: 'submit', found: 'not-allowed', why: 'what: submit; node: draft' },
      },
    ])
  })

  it('says so when a command should have been refused, or refused otherwise', () => {
    expect(findingsOf(aScenario([{ by: 'elena', do: 'submit', refused: 'not-allowed' }]))).toEqual([
      { code: 'scenario-not-refused', path: '/steps/0/refused', facts: { expected: 'not-allowed', by: 'elena', do: 'submit' } },
    ])
    expect(findingsOf(aScenario([{ by: 'elena', do: 'drop', refused: 'not-allowed' }]))).toMatchObject([
      { code: 'scenario-other-problem', facts: { expected: 'not-allowed', found: 'comment-missing' } },
    ])
  })

  it('lists what was told instead of what should have been', () => {
    expect(findingsOf(aScenario([...approved, { expect: { notices: [{ to: 'mihai', text: 'Order is open.' }] } }]))).toEqual([
      {
        code: 'scenario-notice',
        path: '/steps/4/expect/notices/0',
        facts: { to: 'mihai', text: 'Order is open.', found: ['mihai: Order O-2026/001 is open.'] },
      },
    ])
    expect(findingsOf(aScenario([...approved, { expect: { notices: [] } }]))).toMatchObject([{ code: 'scenario-notices' }])
  })

  it('says which of the given documents cannot be made', () => {
    const given = [{ type: 'supplier', as: 'one', author: 'elena', card: {} }]
    expect(findingsOf(aScenario([], { given }))).toEqual([
      { code: 'scenario-refused', path: '/given/0', facts: { by: 'elena', do: 'create', found: 'card-incomplete', why: 'fields: name' } },
    ])
  })

  it('says when the clock could not go on', () => {
    const [schema] = set.schemas
    const ghosts = { id: 'ghosts', kind: 'approval', label: 'Ghosts', ask: [{ id: 'a', who: [{ role: 'ghost' }] }] } as const
    const stuck = aTemplateSet({
      schemas: [
        {
          ...schema!,
          nodes: [...schema!.nodes.map((node) => (node.kind === 'wait' ? { ...node, until: [{ after: 'P1D' }] as const } : node)), ghosts],
          routes: schema!.routes.map((route) => (route.from === 'open' ? { ...route, to: 'ghosts' } : route)),
        },
      ] as unknown as TemplateSet['schemas'],
    })
    const run = runScenario(stuck, aScenario([...approved, { wait: 'P2D' }]))
    expect(run.findings).toMatchObject([
      { code: 'scenario-clock', path: '/steps/4', facts: { document: 'order', at: '2026-10-06T06:00:00.000Z', found: 'nobody-to-ask' } },
    ])
  })
})
