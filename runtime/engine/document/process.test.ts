import { describe, expect, it } from 'vitest'
import type { ApprovalSchema, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { aDocument, aSchema, aType, at, happened, type SituationParts, waits } from '../testing/a-situation.ts'
import { expectFolded, given } from '../testing/given.ts'
import { approves, edits, orders, rejects, submits, takes } from '../testing/steps.ts'

const ask = (id: string, person: string, more: object = {}): SchemaNode => ({
  id,
  kind: 'approval',
  ask: [{ id: 'line', who: [{ person }] }],
  ...more,
})
const to = (from: string, on: string | undefined, target: string, more: object = {}): Route => ({
  from,
  ...(on && { on }),
  to: target,
  ...more,
})

/** Two reviews at once, then the director. */
function parallel(join: object = {}, more: Partial<ApprovalSchema> = {}, inside: object = {}): ApprovalSchema {
  return aSchema(
    [
      { id: 'review', kind: 'fork', status: 'in-approval' },
      ask('legal', 'ana', { in: 'review', ...inside }),
      ask('money', 'radu', { in: 'review' }),
      { id: 'reviewed', kind: 'join', fork: 'review', ...join },
      ask('director', 'mihai'),
    ],
    [
      to('draft', 'submit', 'review'),
      to('review', undefined, 'legal'),
      to('review', undefined, 'money'),
      to('legal', 'approved', 'reviewed'),
      to('legal', 'rejected', 'draft'),
      to('money', 'approved', 'reviewed'),
      to('money', 'rejected', 'reviewed', { arrives: 'uncounted' }),
      to('reviewed', undefined, 'director'),
      to('reviewed', 'unreached', 'dropped'),
      to('director', 'approved', 'done'),
      to('director', 'rejected', 'legal'),
    ],
    more,
  )
}
const start = (schema: ApprovalSchema, parts: Partial<SituationParts> = {}) => aDocument({ schema, ...parts })

describe('a fork', () => {
  const sent = given(start(parallel())).when(submits)

  it('asks in all its branches at once, with its own status', () =>
    sent.thenAt(['legal', 'money'], ['ana', 'radu']).thenStatus('in-approval'))
  it('goes on from its join when all have arrived', () => {
    given(sent.situation).when(approves('ana')).thenAt(['money'], ['radu'])
    given(sent.situation).when(approves('ana'), approves('radu')).thenAt(['director'], ['mihai'])
  })
  it('is gone with everything in it when a branch leads out', () => {
    const out = given(sent.situation).when(rejects('ana')).thenAt(['draft']).thenTold('radu: taken-away', 'elena: returned')
    expect(out.document.process).toMatchObject({ blocks: {}, passed: { legal: 1 }, outcomes: { legal: 'rejected' } })
    expect(out.document.process?.passed.money).toBeUndefined()
  })
  it('is a new block when it is entered again', () => {
    const again = given(sent.situation).when(rejects('ana'), submits).thenAt(['legal', 'money'], ['ana', 'radu'])
    expect(again.document.process?.visits.review).toBe(2)
    expectFolded(again.situation)
  })
  it('that a return from outside leads into begins with that one branch', () => {
    const back = given(sent.situation).when(approves('ana'), approves('radu'), rejects('mihai')).thenAt(['legal'], ['ana'])
    expect(Object.values(back.document.process!.blocks)[0]?.branches).toMatchObject([{ first: 'legal', state: 'running' }])
    given(back.situation).when(approves('ana')).thenAt(['director'], ['mihai'])
  })
  it('starts a branch only for the routes whose condition holds', () => {
    const schema = parallel()
    schema.routes = schema.routes.map((route) =>
      route.from === 'review' && route.to === 'money' ? { ...route, when: 'amount > 100' } : route,
    )
    given(start(schema, { card: { amount: 5 } }))
      .when(submits)
      .thenAt(['legal'], ['ana'])
    given(start(schema, { card: { amount: 500 } }))
      .when(submits)
      .thenAt(['legal', 'money'], ['ana', 'radu'])
  })
  it('that may start nothing takes its otherwise, past the block or into it', () => {
    const none = (target: string) => {
      const schema = parallel()
      schema.routes = schema.routes.map((route) => (route.from === 'review' ? { ...route, when: 'false' } : route))
      schema.routes.push(to('review', undefined, target, { otherwise: true }))
      return start(schema)
    }
    given(none('reviewed')).when(submits).thenAt(['director'], ['mihai'])
    given(none('dropped')).when(submits).thenAt([]).thenStatus('closed')
    given(none('money')).when(submits).thenAt(['money'], ['radu'])
  })
  it('has buttons that leave the whole block', () => {
    const schema = parallel()
    schema.nodes = schema.nodes.map((node) =>
      node.id === 'review' ? { ...node, actions: [{ id: 'stop', label: 'Stop', who: [{ the: 'author' }] }] } : node,
    ) as never
    schema.routes.push(to('review', 'stop', 'draft'))
    given(start(schema))
      .when(submits, takes('elena', 'stop', 'review'))
      .thenAt(['draft'])
    given(start(schema))
      .when(submits, takes('ana', 'stop', 'review'))
      .thenRefused('not-allowed')
    given(start(schema))
      .when(takes('elena', 'stop', 'review'))
      .thenRefused('not-at-node')
  })
})

describe('a fork for each item', () => {
  const each = (over: string, who: object): ApprovalSchema =>
    aSchema(
      [
        { id: 'round', kind: 'fork', each: over, as: 'item' },
        { id: 'look', kind: 'approval', in: 'round', ask: [{ id: 'line', who: [who as never] }] },
        { id: 'all', kind: 'join', fork: 'round' },
      ],
      [
        to('draft', 'submit', 'round'),
        to('round', undefined, 'look'),
        to('round', undefined, 'all', { otherwise: true }),
        to('look', 'approved', 'all'),
        to('look', 'rejected', 'draft'),
        to('all', undefined, 'done'),
      ],
    )

  it('has one branch for each row, in which the row is known', () => {
    const works = [
      { _id: 'w1', person: 'ana' },
      { _id: 'w2', person: 'radu' },
    ]
    const sent = given(start(each('works', { field: 'item.person' }), { card: { works } }))
      .when(submits)
      .thenAt(['look', 'look'], ['ana', 'radu'])
    given(sent.situation).when(approves('ana')).thenAt(['look'], ['radu'])
    given(sent.situation).when(approves('ana'), approves('radu')).thenStatus('in-force')
  })
  it('has one branch for each value of a list', () =>
    given(start(each('reviewers', { field: 'item' }), { card: { reviewers: ['ana', 'ioana'] } }))
      .when(submits)
      .thenAt(['look', 'look'], ['ana', 'ioana']))
  it('knows the item in conditions too', () => {
    const schema = each('reviewers', { the: 'everyone', where: 'person = item' })
    given(start(schema, { card: { reviewers: ['ana', 'ioana'] } }))
      .when(submits)
      .thenAt(['look', 'look'], ['ana', 'ioana'])
  })
  it('passes by when there is no item', () =>
    given(start(each('works', { field: 'item.person' })))
      .when(submits)
      .thenStatus('in-force'))
})

describe('a join', () => {
  it('goes on at the first with any, and withdraws the rest', () =>
    given(start(parallel({ rule: 'any' })))
      .when(submits, approves('radu'))
      .thenAt(['director'], ['mihai'])
      .thenTold('ana: taken-away', 'mihai: asked'))
  it('takes its route for a need that can no longer be met', () =>
    given(start(parallel())).when(submits, rejects('radu')).thenAt([]).thenStatus('closed'))
  it('counts over what was started', () => {
    const schema = parallel({ rule: { atLeast: 2 } })
    given(start(schema)).when(submits, approves('ana')).thenAt(['money'], ['radu'])
    given(start(schema)).when(submits, approves('ana'), approves('radu')).thenAt(['director'], ['mihai'])
  })
  it('lets the rest finish for the file where it says so', () => {
    const aside = given(start(parallel({ rule: 'any', rest: 'let-finish' })))
      .when(submits, approves('radu'))
      .thenAt(['director'], ['ana', 'mihai'])
    given(aside.situation).when(rejects('ana')).thenAt(['director'], ['mihai'])
    given(aside.situation).when(approves('mihai')).thenAt([]).thenStatus('in-force').thenTold('ana: taken-away', 'elena: ended')
    expectFolded(given(aside.situation).when(approves('mihai')).situation)
  })
  it('takes what was left for the file away when its fork is entered again', () => {
    const schema = parallel({ rule: 'any', rest: 'let-finish' })
    schema.routes = schema.routes.map((route) => (route.from === 'director' && route.on === 'rejected' ? { ...route, to: 'draft' } : route))
    given(start(schema)).when(submits, approves('radu'), rejects('mihai'), submits).thenAt(['legal', 'money'], ['ana', 'radu'])
  })
  it('does not count a branch that came to an end', () => {
    const schema = parallel()
    schema.nodes.push({ id: 'not-needed', kind: 'end', in: 'review' })
    schema.routes = schema.routes.map((route) =>
      route.from === 'money' && route.on === 'rejected' ? to('money', 'rejected', 'not-needed') : route,
    )
    given(start(schema)).when(submits, rejects('radu'), approves('ana')).thenAt(['director'], ['mihai'])
    given(start(schema)).when(submits, approves('ana'), rejects('radu')).thenAt(['director'], ['mihai'])
  })
})

describe('a block inside a block', () => {
  const nested = aSchema(
    [
      { id: 'outer', kind: 'fork' },
      { id: 'inner', kind: 'fork', in: 'outer' },
      ask('one', 'ana', { in: 'inner' }),
      ask('two', 'radu', { in: 'inner' }),
      { id: 'inner-join', kind: 'join', fork: 'inner', in: 'outer' },
      ask('side', 'ioana', { in: 'outer' }),
      { id: 'outer-join', kind: 'join', fork: 'outer' },
    ],
    [
      to('draft', 'submit', 'outer'),
      to('outer', undefined, 'inner'),
      to('outer', undefined, 'side'),
      to('inner', undefined, 'one'),
      to('inner', undefined, 'two'),
      to('one', 'approved', 'inner-join'),
      to('one', 'rejected', 'outer-join'),
      to('two', 'approved', 'inner-join'),
      to('two', 'rejected', 'draft'),
      to('inner-join', undefined, 'outer-join'),
      to('side', 'approved', 'outer-join'),
      to('side', 'rejected', 'draft'),
      to('outer-join', undefined, 'done'),
    ],
  )
  const sent = happened(start(nested), submits)

  it('joins inside out', () => given(sent).when(approves('ana'), approves('radu'), approves('ioana')).thenStatus('in-force'))
  it('ends alone when one of its branches arrives at the outer join', () => {
    const arrived = given(sent).when(rejects('ana')).thenAt(['side'], ['ioana'])
    expect(Object.values(arrived.document.process!.blocks).map((block) => block.fork)).toEqual(['outer'])
    given(arrived.situation).when(approves('ioana')).thenStatus('in-force')
  })
  it('ends with the outer one when a branch leads to the top', () => {
    const out = given(sent).when(rejects('radu')).thenAt(['draft'])
    expect(out.document.process?.blocks).toEqual({})
    expectFolded(out.situation)
  })
})

describe('a decision', () => {
  const sized = aSchema(
    [{ id: 'big', kind: 'decision' }, ask('director', 'mihai')],
    [
      to('draft', 'submit', 'big'),
      to('big', undefined, 'director', { when: 'amount > 100000' }),
      to('big', undefined, 'done', { otherwise: true }),
      to('director', 'approved', 'done'),
      to('director', 'rejected', 'dropped'),
    ],
  )

  it('takes the first route that holds, else its otherwise', () => {
    given(start(sized, { card: { amount: 100_001 } }))
      .when(submits)
      .thenAt(['director'], ['mihai'])
    given(start(sized, { card: { amount: 100_000 } }))
      .when(submits)
      .thenStatus('in-force')
  })
  it('never takes a blank for true', () => given(start(sized)).when(submits).thenStatus('in-force'))
  it('may ask where the document has been', () => {
    const schema = aSchema(
      [ask('legal', 'ana'), { id: 'often', kind: 'decision' }],
      [
        to('draft', 'submit', 'legal'),
        to('legal', 'approved', 'done'),
        to('legal', 'rejected', 'often'),
        to('often', undefined, 'dropped', {
          when: 'visits("legal") >= 2 and outcome("legal") = "rejected" and passed("draft") and not(at("draft"))',
        }),
        to('often', undefined, 'draft', { otherwise: true }),
      ],
    )
    given(start(schema)).when(submits, rejects('ana')).thenAt(['draft'])
    given(start(schema)).when(submits, rejects('ana'), submits, rejects('ana')).thenStatus('closed')
  })
  it('of a route that may be taken only so often leads elsewhere after that', () => {
    const schema = aSchema(
      [ask('legal', 'ana')],
      [to('draft', 'submit', 'legal'), to('legal', 'approved', 'done'), to('legal', 'rejected', 'draft', { atMost: 2, then: 'dropped' })],
    )
    const twice = [submits, rejects('ana'), submits, rejects('ana')] as const
    given(start(schema))
      .when(...twice)
      .thenAt(['draft'])
    given(start(schema))
      .when(...twice, submits, rejects('ana'))
      .thenStatus('closed')
  })
  it('that runs in a circle is stopped', () => {
    const schema = aSchema(
      [
        { id: 'a', kind: 'decision' },
        { id: 'b', kind: 'decision' },
      ],
      [to('draft', 'submit', 'a'), to('a', undefined, 'b', { otherwise: true }), to('b', undefined, 'a', { otherwise: true })],
    )
    given(start(schema)).when(submits).thenRefused('too-many-steps')
  })
})

describe('a wait', () => {
  const waiting = (until: object[], more: Route[] = []) =>
    start(
      aSchema(
        [{ id: 'pause', kind: 'wait', until: until as never }],
        [to('draft', 'submit', 'pause'), to('pause', undefined, 'done'), ...more],
      ),
      {
        type: aType({ access: [{ who: [{ the: 'everyone' }], can: ['create'] }] }),
      },
    )

  it('goes on after its time', () => {
    given(waiting([{ after: 'P2D' }]))
      .when(submits, waits('P1D'))
      .thenAt(['pause'])
    given(waiting([{ after: 'P2D' }]))
      .when(submits, waits('P2D'))
      .thenStatus('in-force')
  })
  it('goes on at the beginning of a day on the card, at an hour, and follows the date when it is put off', () => {
    const held = (until: object) => {
      const situation = waiting([until])
      return happened({ ...situation, document: { ...situation.document, card: { signedOn: '2026-11-25' } } }, submits)
    }
    const wakes = (until: object) => Object.values(held(until).document.process!.tokens)[0]?.wakes
    expect(wakes({ date: 'signedOn' })).toEqual([{ index: 0, at: '2026-11-24T22:00:00.000Z' }])
    expect(wakes({ date: 'signedOn', hour: '10:00' })).toEqual([{ index: 0, at: '2026-11-25T08:00:00.000Z' }])
    const moved = held({ date: 'signedOn' })
    const later = { ...moved, document: { ...moved.document, card: { signedOn: '2026-11-26' } } }
    given(later).when(orders('elena', 'nudge')).thenHappened('wakes-set')
    given(later).when(orders('elena', 'nudge'), waits('P2D')).thenAt(['pause'])
    given(later).when(orders('elena', 'nudge'), waits('P4D')).thenStatus('in-force')
  })
  it('goes on when its condition comes true, which a nudge finds out', () => {
    const held = happened(waiting([{ when: 'amount > 5' }]), submits)
    given(held).when(orders('elena', 'nudge')).thenAt(['pause'])
    given({ ...held, document: { ...held.document, card: { amount: 6 } } })
      .when(orders('elena', 'nudge'))
      .thenStatus('in-force')
  })
  it('is not even entered for long where it already holds', () =>
    given(waiting([{ when: 'true' }]))
      .when(submits)
      .thenStatus('in-force'))
  it('takes the outcome of the alternative that came first', () => {
    const either = waiting([{ when: 'amount > 5' }, { after: 'P3D', on: 'late' }], [to('pause', 'late', 'dropped')])
    given(either).when(submits, waits('P3D')).thenStatus('closed')
  })
  it('waits for what is passed in a parallel branch, of this block and no earlier one', () => {
    const schema = aSchema(
      [
        { id: 'both', kind: 'fork' },
        ask('legal', 'ana', { in: 'both' }),
        { id: 'pause', kind: 'wait', in: 'both', until: [{ passed: 'legal' }] },
        ask('money', 'radu', { in: 'both' }),
        { id: 'joined', kind: 'join', fork: 'both' },
      ],
      [
        to('draft', 'submit', 'both'),
        to('both', undefined, 'legal'),
        to('both', undefined, 'pause'),
        to('legal', 'approved', 'joined'),
        to('legal', 'rejected', 'draft'),
        to('pause', undefined, 'money'),
        to('money', 'approved', 'joined'),
        to('money', 'rejected', 'draft'),
        to('joined', undefined, 'done'),
      ],
    )
    const asked = given(start(schema)).when(submits).thenAt(['legal', 'pause'], ['ana'])
    given(asked.situation).when(approves('ana')).thenAt(['money'], ['radu'])
    given(asked.situation).when(approves('ana'), rejects('radu'), submits).thenAt(['legal', 'pause'], ['ana'])
    given(asked.situation).when(approves('ana'), approves('radu')).thenStatus('in-force')
  })
})

describe('an automation', () => {
  const doing = (does: object[], parts: Partial<SituationParts> = {}) =>
    start(
      aSchema([{ id: 'auto', kind: 'automation', does: does as never }], [to('draft', 'submit', 'auto'), to('auto', undefined, 'done')]),
      parts,
    )

  it('gives the number once, and asks for the last one as a fact', () => {
    const numbered = given(doing([{ do: 'register' }, { do: 'register' }], { facts: { numbers: { 'C-2026/{n}': 41 } } })).when(submits)
    expect(numbered.document).toMatchObject({ number: 'C-2026/042', title: { en: 'Contract C-2026/042' } })
    expect(numbered.accepted.takes).toEqual({ series: 'C-2026/{n}', count: 42 })
  })
  it('fills fields by expressions', () => {
    const { document } = given(
      doing([{ do: 'set', set: { subject: '"For " + string(amount)', amount: 'null' } }], { card: { amount: 7 } }),
    ).when(submits)
    expect(document.card).toEqual({ subject: 'For 7' })
  })
  it('tells people, in the language of each', () => {
    const { accepted } = given(
      doing([{ do: 'notify', who: [{ role: 'lawyer' }], text: { en: 'About {amount}.', ro: 'Despre {amount}.' } }], {
        card: { amount: 7 },
      }),
    ).when(submits)
    expect(accepted.notices.filter((notice) => notice.about === 'told')).toMatchObject([
      { to: 'stefan', text: { ro: expect.stringMatching(/^Despre 7/) } },
      { to: 'ana', text: { en: expect.stringMatching(/^About .*7/) } },
    ])
  })
  it('calls another program with what is not confidential', () => {
    const fields = [...aType().fields, { id: 'margin', type: 'number', label: 'Margin', confidential: true }] as never
    const { accepted } = given(
      doing([{ do: 'webhook', webhook: 'erp' }], { type: aType({ fields }), card: { amount: 7, margin: 3 } }),
    ).when(submits)
    expect(accepted.webhooks).toMatchObject([{ webhook: 'erp', body: { id: 'd1', card: { amount: 7 } } }])
    expect(JSON.stringify(accepted.webhooks)).not.toContain('margin')
  })
  it('refuses what it cannot do yet', () =>
    given(doing([{ do: 'print', form: 'letter' }]))
      .when(submits)
      .thenRefused('not-supported', { what: 'print' } as never))
})

describe('a bar of stages', () => {
  const stages = (move: 'any' | 'next') =>
    aSchema(
      [
        { id: 'called', kind: 'stage', label: 'Called', needs: ['subject'] },
        { id: 'offer', kind: 'stage', label: 'Offer' },
      ],
      [],
      { bar: { stages: ['draft', 'called', 'offer'], move, who: [{ the: 'author' }] } },
    )

  it('is walked to any stage, back too', () => {
    const any = start(stages('any'))
    given(any)
      .when(takes('elena', 'offer', 'bar'))
      .thenAt(['offer'])
    given(any)
      .when(takes('elena', 'offer', 'bar'), takes('elena', 'draft', 'bar'))
      .thenAt(['draft'])
    given(any)
      .when(takes('ana', 'offer', 'bar'))
      .thenRefused('not-allowed')
    given(any)
      .when(takes('elena', 'draft', 'bar'))
      .thenRefused('action-not-now')
    given(any)
      .when(takes('elena', 'won', 'bar'))
      .thenRefused('action-unknown')
  })
  it('is walked only to the next where it says so', () =>
    given(start(stages('next')))
      .when(takes('elena', 'offer', 'bar'))
      .thenRefused('action-not-now'))
  it('asks for what a stage needs, by whatever way it is come to', () => {
    given(start(stages('any')))
      .when(takes('elena', 'called', 'bar'))
      .thenRefused('card-incomplete', { fields: ['subject'] } as never)
    given(start(stages('any')))
      .when(edits('elena', { subject: 'Roof' }), takes('elena', 'called', 'bar'))
      .thenAt(['called'])
  })
})

describe('a button of anywhere', () => {
  const schema = parallel(
    {},
    { anywhere: [{ id: 'drop', label: 'Drop', who: [{ the: 'author' }], comment: 'required', notIn: ['director'] }] },
  )
  schema.routes.push(to('anywhere', 'drop', 'dropped'))
  const sent = happened(start(schema), submits)

  it('takes the document from wherever it is, with all that is open', () =>
    given(sent)
      .when(takes('elena', 'drop', 'anywhere', { comment: 'They left.' }))
      .thenAt([])
      .thenStatus('closed')
      .thenTold('ana: taken-away', 'radu: taken-away'))
  it('asks for its comment', () =>
    given(sent)
      .when(takes('elena', 'drop', 'anywhere'))
      .thenRefused('comment-missing'))
  it('does not work at the nodes that it excludes', () =>
    given(sent)
      .when(approves('ana'), approves('radu'), takes('elena', 'drop', 'anywhere', { comment: 'x' }))
      .thenRefused('action-not-now'))
})

describe('time as a fact', () => {
  it('stands in every event', () => {
    const later = at(start(parallel()), '2026-11-24T08:00:00.000Z')
    expect(
      given(later)
        .when(submits)
        .accepted.events.every((event) => event.at === '2026-11-24T08:00:00.000Z'),
    ).toBe(true)
  })
})
