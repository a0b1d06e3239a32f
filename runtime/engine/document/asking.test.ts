import { describe, expect, it } from 'vitest'
import type { ApprovalNode, Route, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import type { Card } from '../card/card.ts'
import { aPerson } from '../testing/a-site.ts'
import { aDocument, aSchema, happened, monday, type SituationParts, waits } from '../testing/a-situation.ts'
import { askedNow, expectFolded, given } from '../testing/given.ts'
import { approves, askedOf, commands, decides, edits, rejects, submits } from '../testing/steps.ts'

const routes: readonly Route[] = [
  { from: 'draft', on: 'submit', to: 'ask' },
  { from: 'ask', on: 'approved', to: 'done' },
  { from: 'ask', on: 'rejected', to: 'draft' },
]
/** A document that was sent into an approval like this. */
function asking(node: Partial<ApprovalNode>, parts: Partial<SituationParts> = {}) {
  return aDocument({ schema: aSchema([{ id: 'ask', kind: 'approval', status: 'in-approval', ask: [], ...node }], routes), ...parts })
}
const people = (...ids: string[]) => ids.map((person) => ({ person }))

describe('the lines of an approval', () => {
  it('become one seat for each person, however often named', () =>
    given(
      asking({
        ask: [
          { id: 'a', who: [{ role: 'lawyer' }] },
          { id: 'b', who: people('ana', 'radu') },
        ],
      }),
    )
      .when(submits)
      .thenAt(['ask'], ['stefan', 'ana', 'radu'])
      .thenTold('stefan: asked', 'ana: asked', 'radu: asked'))
  it('never ask who has left', () =>
    given(asking({ ask: [{ id: 'a', who: people('petru', 'ana') }] }))
      .when(submits)
      .thenAt(['ask'], ['ana']))
  it('are asked only when their condition holds', () => {
    const node = {
      ask: [
        { id: 'a', who: people('ana') },
        { id: 'b', who: people('mihai'), when: 'amount > 100' },
      ],
    }
    given(asking(node, { card: { amount: 50 } }))
      .when(submits)
      .thenAt(['ask'], ['ana'])
    given(asking(node, { card: { amount: 500 } }))
      .when(submits)
      .thenAt(['ask'], ['ana', 'mihai'])
  })
  it('leave out whom they except', () =>
    given(asking({ ask: [{ id: 'a', who: [{ group: 'finance' }], except: people('ioana') }], except: [{ the: 'author' }] }))
      .when(submits)
      .thenAt(['ask'], ['radu']))
  it('ask somebody else instead where they find nobody', () =>
    given(
      asking({ ask: [{ id: 'a', who: [{ field: 'responsible' }] }], ifNobody: { ask: [{ id: 'else', who: [{ managerOf: 'author' }] }] } }),
    )
      .when(submits)
      .thenAt(['ask'], ['mihai']))
  it('refuse to pass by nobody', () =>
    given(asking({ ask: [{ id: 'a', who: [{ field: 'responsible' }] }] }))
      .when(submits)
      .thenRefused('nobody-to-ask', { line: 'a' } as never))
  it('refuse to pass where none of them is asked at all', () =>
    given(asking({ ask: [{ id: 'a', who: people('ana'), when: 'false' }] }))
      .when(submits)
      .thenRefused('nobody-to-ask'))
  it('narrow their people by what a condition says of each', () =>
    given(
      asking(
        { ask: [{ id: 'a', who: [{ the: 'everyone', where: 'person.limit >= amount' }] }] },
        {
          card: { amount: 70 },
          people: [aPerson('bogdan', { attributes: { limit: 100 } }), aPerson('carmen', { attributes: { limit: 50 } })],
        },
      ),
    )
      .when(submits)
      .thenAt(['ask'], ['bogdan']))
  it('ask a department, the head of one, and whoever acted before', () =>
    given(asking({ ask: [{ id: 'a', who: [{ department: 'money' }, { headOf: 'author' }, { whoActedAt: 'draft' }] }] }))
      .when(submits)
      .thenAt(['ask'], ['radu', 'ioana', 'mihai', 'elena']))
})

describe('a pool', () => {
  const pool = asking({ ask: [{ id: 'a', who: [{ role: 'lawyer' }], take: 'one' }], except: people('stefan') })

  it('asks all of it, with one notice each, and nobody who is excepted', () =>
    given(pool).when(submits).thenAt(['ask'], ['r:lawyer']).thenTold('ana: asked'))
  it('is held by whoever claims it, until it is given back', () => {
    given(pool).when(submits, commands('ana', 'claim')).thenHappened('assignment-claimed').thenAt(['ask'], ['ana'])
    given(pool).when(submits, commands('ana', 'claim'), commands('ana', 'give-back')).thenAt(['ask'], ['r:lawyer'])
  })
  it('cannot be claimed by somebody outside it, nor by who is excepted', () => {
    given(pool).when(submits, commands('radu', 'claim')).thenRefused('not-your-turn')
    given(pool).when(submits, commands('stefan', 'claim')).thenRefused('not-your-turn')
  })
  it('cannot be decided by another once it is claimed', () => {
    const both = asking({ ask: [{ id: 'a', who: [{ role: 'lawyer' }], take: 'one' }] })
    given(both)
      .when(submits, commands('ana', 'claim'), commands('stefan', 'claim', {}, 'ana'))
      .thenRefused('already-claimed', { by: 'ana' } as never)
  })
  it('is claimed by deciding', () => given(pool).when(submits, approves('ana')).thenStatus('in-force'))
  it('shows that somebody has begun', () => {
    const { document } = given(pool).when(submits, commands('ana', 'begin')).thenHappened('assignment-claimed', 'assignment-begun')
    expect(Object.values(document.process!.assignments)[0]?.begun).toBe(monday)
  })
  it('stays live: who joins the role may claim', () => {
    const asked = happened(pool, submits)
    const people = new Map([...asked.facts.site.people, ['nou', aPerson('nou', { roles: ['lawyer'] })]])
    const later = { ...asked, facts: { ...asked.facts, site: { ...asked.facts.site, people } } }
    given(later)
      .when(commands('nou', 'claim', {}, 'ana'))
      .thenAt(['ask'], ['nou'])
  })
  it('nothing is given back that was not claimed', () =>
    given(asking({ ask: [{ id: 'a', who: people('ana') }] }))
      .when(submits, commands('ana', 'give-back'))
      .thenRefused('not-claimed'))
  it('prefers whoever acted before', () => {
    const node = { ask: [{ id: 'a', who: [{ role: 'lawyer' }], take: 'one' as const, prefer: ['ask'] }] }
    given(asking(node)).when(submits, rejects('ana'), submits).thenAt(['ask'], ['ana'])
  })
})

describe('one chosen by the program', () => {
  it('is the next in turn, which is a fact', () => {
    const node = { ask: [{ id: 'a', who: [{ group: 'finance' }], take: 'in-turn' as const }] }
    expect(() => happened(asking(node), submits)).toThrow('last-in-turn')
    given(asking(node, { facts: { lastInTurn: { 'way/ask/a': 'ioana' } } }))
      .when(submits)
      .thenAt(['ask'], ['radu'])
    given(asking(node, { facts: { lastInTurn: { 'way/ask/a': 'radu' } } }))
      .when(submits)
      .thenAt(['ask'], ['ioana'])
    given(asking(node, { facts: { lastInTurn: { 'way/ask/a': null } } }))
      .when(submits)
      .thenAt(['ask'], ['ioana'])
  })
  it('is the one with the least to do, which is a fact', () => {
    const node = { ask: [{ id: 'a', who: [{ group: 'finance' }], take: 'least-busy' as const }] }
    expect(() => happened(asking(node), submits)).toThrow('workload')
    given(asking(node, { facts: { workload: { ioana: 7, radu: 2 } } }))
      .when(submits)
      .thenAt(['ask'], ['radu'])
  })
})

describe('an order', () => {
  const lines = [
    { id: 'a', who: people('ana', 'radu') },
    { id: 'b', who: people('mihai') },
  ]

  it('together asks all at once', () =>
    given(asking({ ask: lines }))
      .when(submits)
      .thenAt(['ask'], ['ana', 'radu', 'mihai']))
  it('one after the other asks the next when one has spoken', () => {
    const node = { ask: lines, order: 'in-order' as const }
    given(asking(node)).when(submits).thenAt(['ask'], ['ana'])
    given(asking(node)).when(submits, approves('ana')).thenAt(['ask'], ['radu']).thenTold('radu: asked')
    given(asking(node)).when(submits, approves('ana'), approves('mihai')).thenRefused('not-your-turn')
    given(asking(node)).when(submits, approves('ana'), approves('radu'), approves('mihai')).thenStatus('in-force')
  })
  it('starts the deadline of each when it is asked', () => {
    const node = { ask: lines, order: 'in-order' as const, deadline: { within: 'P1D' } }
    const situation = happened(asking(node), submits, waits('PT5H'), approves('ana'))
    expect(askedOf(situation, 'radu').clock?.due).toBe('2026-11-24T12:00:00.000Z')
    expect(askedOf(situation, 'mihai').clock).toBeNull()
  })
})

describe('rejecting', () => {
  const node: Partial<ApprovalNode> = { ask: [{ id: 'a', who: people('ana', 'radu', 'ioana') }], again: 'who-had-not-approved' }

  it('withdraws what the others have not said, and tells them', () =>
    given(asking(node)).when(submits, approves('ana'), rejects('radu')).thenAt(['draft']).thenTold('ioana: taken-away', 'elena: returned'))
  it('waits for all where the node says so', () => {
    const patient = { ...node, rejection: 'after-all' as const }
    given(asking(patient)).when(submits, rejects('radu'), approves('ana')).thenAt(['ask'], ['ioana'])
    given(asking(patient)).when(submits, rejects('radu'), approves('ana'), approves('ioana')).thenAt(['draft'])
  })
  it('asks again only who had not approved', () => {
    const again = given(asking(node)).when(submits, approves('ana'), rejects('radu'), submits).thenAt(['ask'], ['radu', 'ioana'])
    again.thenTold('radu: asked', 'ioana: asked')
    expect(Object.values(again.document.process!.seats).filter((seat) => seat.carried)).toMatchObject([
      { line: 'a', person: 'ana', vote: 'approved' },
    ])
  })
  it('remembers over several rounds who had approved', () =>
    given(asking(node))
      .when(submits, approves('ana'), rejects('radu'), submits, approves('radu'), rejects('ioana'), submits)
      .thenAt(['ask'], ['ioana']))
  it('asks everybody again otherwise', () =>
    given(asking({ ask: node.ask! }))
      .when(submits, approves('ana'), rejects('radu'), submits)
      .thenAt(['ask'], ['ana', 'radu', 'ioana']))
  it('asks a pool that had approved no second time', () => {
    const pools = {
      ...node,
      ask: [
        { id: 'l', who: [{ role: 'lawyer' }], take: 'one' as const },
        { id: 'm', who: people('radu') },
      ],
    }
    given(asking(pools)).when(submits, approves('ana'), rejects('radu'), submits).thenAt(['ask'], ['radu'])
  })
})

describe('who has not answered when it is decided', () => {
  const node = (late?: 'let-finish') => ({ ask: [{ id: 'a', who: people('ana', 'radu') }], rule: 'any' as const, ...(late && { late }) })
  const onward: readonly Route[] = [
    { from: 'draft', on: 'submit', to: 'ask' },
    { from: 'ask', on: 'approved', to: 'draft' },
    { from: 'ask', on: 'rejected', to: 'dropped' },
  ]
  const situation = (late?: 'let-finish') =>
    aDocument({
      schema: aSchema(
        [{ id: 'ask', kind: 'approval', ...node(late), deadline: { within: 'P1D', steps: [{ at: 'P0D', tell: [{ the: 'assignee' }] }] } }],
        onward,
      ),
    })

  it('is not asked any longer', () => given(situation()).when(submits, approves('ana')).thenAt(['draft']))
  it('may finish for the file, with no deadline and no way out', () => {
    const aside = given(situation('let-finish')).when(submits, approves('ana')).thenAt(['draft'], ['radu'])
    expect(askedOf(aside.situation, 'radu').clock).toBeNull()
    given(aside.situation).when(rejects('radu')).thenAt(['draft']).thenStatus('draft')
    const filed = given(aside.situation).when(rejects('radu')).document.process!
    expect(Object.keys(filed.tokens)).toHaveLength(1)
    expect(filed.outcomes.ask).toBe('approved')
    expectFolded(given(aside.situation).when(rejects('radu')).situation)
  })
})

describe('a task for each row', () => {
  const task: TaskNode = {
    id: 'ask',
    kind: 'task',
    status: 'in-approval',
    ask: [{ id: 'parts', each: 'works', who: [{ field: 'row.person' }], lead: 'row.lead' }],
    rule: 'lead',
    order: 'lead-last',
    edit: [{ who: [{ the: 'assignee' }], fields: ['row.report'] }],
    actions: [{ id: 'approved', label: 'Report', needs: ['row.report'] }],
    deadline: { on: 'row.due', in: 'working-time' },
  }
  const card: Card = {
    works: [
      { _id: 'w1', what: 'Walls', person: 'ana', due: '2026-11-25', lead: true },
      { _id: 'w2', what: 'Roof', person: 'radu', due: '2026-11-26' },
      { _id: 'w3', what: 'Doors', person: 'radu', due: '2026-11-27' },
    ],
  }
  const sent = happened(aDocument({ schema: aSchema([task], routes.slice(0, 2)), card }), submits)

  it('asks one person for each row, the responsible one last, each by their own date', () => {
    expect(askedNow(sent.document)).toEqual(['radu', 'radu'])
    expect(
      Object.values(sent.document.process!.assignments)
        .map((each) => each.clock?.due ?? null)
        .sort(),
    ).toEqual(['2026-11-26T15:00:00.000Z', '2026-11-27T15:00:00.000Z', null])
  })
  it('is not reported while the row has no report', () => {
    given(sent)
      .when(decides('radu', 'approved'))
      .thenRefused('card-incomplete', { fields: ['works/w2/report'] } as never)
    given(sent)
      .when(decides('radu', 'approved', { changes: [{ path: 'works/w2/report', to: 'Tiled.' }] }))
      .thenAt(['ask'], ['radu'])
  })
  it('lets nobody else fill it', () =>
    given(sent)
      .when(edits('elena', { 'works/w2/report': 'x' }))
      .thenRefused('not-allowed'))
  it('is done when the responsible one has reported after the others', () => {
    const report = (row: string) => ({ changes: [{ path: `works/${row}/report`, to: 'Done.' }] })
    const others = happened(sent, decides('radu', 'approved', report('w2')), decides('radu', 'approved', report('w3')))
    expect(askedNow(others.document)).toEqual(['ana'])
    given(others)
      .when(decides('ana', 'approved', report('w1')))
      .thenStatus('in-force')
  })
})
