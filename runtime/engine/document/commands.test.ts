import { describe, expect, it } from 'vitest'
import type { AllowRule, ApprovalNode, Deadline, Route } from '../../../schemas/generated/approval-schema.ts'
import { compileProgram } from '../approval/program.ts'
import {
  aDocument,
  aSchema,
  aType,
  at,
  decided,
  happened,
  monday,
  type Situation,
  type SituationParts,
  type Step,
  waits,
} from '../testing/a-situation.ts'
import { askedNow, expectFolded, given } from '../testing/given.ts'
import { approves, askedOf, commands, decides, edits, orders, rejects, submits, takes } from '../testing/steps.ts'
import { agenda } from './agenda.ts'
import { availableTo } from './available.ts'
import { readerOf } from './fact-reader.ts'
import { decideMove, standIns } from './move.ts'

const routes: readonly Route[] = [
  { from: 'draft', on: 'submit', to: 'ask' },
  { from: 'ask', on: 'approved', to: 'second' },
  { from: 'ask', on: 'rejected', to: 'draft' },
  { from: 'second', on: 'approved', to: 'done' },
  { from: 'second', on: 'rejected', to: 'ask' },
]
const allow: AllowRule[] = [
  { can: ['delegate', 'forward', 'ask-opinion', 'add-approver'], who: [{ the: 'assignee' }] },
  { can: ['reassign', 'extend', 'skip', 'drop-seat', 'suspend'], who: [{ managerOf: 'assignee' }] },
  { can: ['withdraw'], who: [{ the: 'author' }] },
  { can: ['return'], who: [{ role: 'director' }] },
]
/** Ana is asked, then Mihai; sent. */
function sent(node: Partial<ApprovalNode> = {}, parts: Partial<SituationParts> = {}): Situation {
  const ask: ApprovalNode = { id: 'ask', kind: 'approval', status: 'in-approval', ask: [{ id: 'line', who: [{ person: 'ana' }] }], ...node }
  const second: ApprovalNode = { id: 'second', kind: 'approval', ask: [{ id: 'boss', who: [{ person: 'mihai' }] }] }
  return happened(aDocument({ schema: aSchema([ask, second], routes, { allow }), ...parts }), submits)
}
const away = (person: string, substitute: string) => ({
  id: `${person}-away`,
  person,
  substitute,
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
  openToo: false,
})

describe('delegating', () => {
  const delegated = given(sent()).when(commands('ana', 'delegate', { to: 'radu' }))

  it('puts it into other hands, and both names stay', () => {
    delegated.thenHappened('assignment-handed-over').thenAt(['ask'], ['radu']).thenTold('radu: passed-on')
    expect(askedOf(delegated.situation, 'radu').hands.map(({ person, how }) => `${person} ${how}`)).toEqual(['ana asked', 'radu delegated'])
  })
  it('keeps who delegated answerable: the decision is on their behalf', () => {
    const { accepted } = given(delegated.situation).when(approves('radu')).thenAt(['second'], ['mihai'])
    expect(accepted.events.find((event) => event.body.type === 'assignment-decided')).toMatchObject({ by: 'radu', for: 'ana' })
  })
  it('can be taken back, and given back', () => {
    given(delegated.situation)
      .when(commands('ana', 'claim', {}, 'radu'))
      .thenAt(['ask'], ['ana'])
      .thenTold('radu: taken-away')
    given(delegated.situation).when(commands('radu', 'give-back')).thenAt(['ask'], ['ana']).thenTold('ana: passed-on')
  })
  it('is refused to whom the schema does not permit it, and of a pool that nobody holds', () => {
    given(sent())
      .when(commands('radu', 'delegate', { to: 'ioana' }, 'ana'))
      .thenRefused('not-allowed')
    const pool = sent({
      ask: [{ id: 'line', who: [{ role: 'lawyer' }], take: 'one' }],
      allow: [{ can: ['delegate'], who: [{ the: 'everyone' }] }],
    })
    given(pool)
      .when(commands('ana', 'delegate', { to: 'radu' }))
      .thenRefused('not-claimed')
  })
  it('is refused to nobody known, to who has left and to who is excepted', () => {
    given(sent())
      .when(commands('ana', 'delegate', { to: 'nobody' }))
      .thenRefused('person-unknown')
    given(sent())
      .when(commands('ana', 'delegate', { to: 'petru' }))
      .thenRefused('person-unknown')
    given(sent({ except: [{ the: 'author' }] }))
      .when(commands('ana', 'delegate', { to: 'elena' }))
      .thenRefused('person-excepted')
  })
})

describe('forwarding and reassigning', () => {
  it('forwarding is for good: the decision is the new holder’s own', () => {
    const { accepted } = given(sent())
      .when(commands('ana', 'forward', { to: 'radu' }), approves('radu'))
      .thenAt(['second'], ['mihai'])
    expect(accepted.events.find((event) => event.body.type === 'assignment-decided')).toMatchObject({ by: 'radu', for: null })
  })
  it('reassigning is done by another, with a reason', () => {
    given(sent())
      .when(commands('stefan', 'reassign', { to: 'radu' }, 'ana'))
      .thenRefused('comment-missing')
    given(sent())
      .when(commands('stefan', 'reassign', { to: 'radu', comment: 'She is ill.' }, 'ana'))
      .thenAt(['ask'], ['radu'])
      .thenTold('radu: passed-on', 'ana: taken-away')
    given(sent())
      .when(commands('ana', 'reassign', { to: 'radu', comment: 'x' }))
      .thenRefused('not-allowed')
  })
  it('is always permitted to whoever administers the type', () =>
    given(sent())
      .when(commands('daria', 'reassign', { to: 'radu', comment: 'x' }, 'ana'))
      .thenAt(['ask'], ['radu']))
  it('is ruled by the node in the place of the schema, for the commands that it names', () => {
    const node = { allow: [{ can: ['reassign' as const], who: [{ person: 'ioana' }] }] }
    given(sent(node))
      .when(commands('stefan', 'reassign', { to: 'radu', comment: 'x' }, 'ana'))
      .thenRefused('not-allowed')
    given(sent(node))
      .when(commands('ioana', 'reassign', { to: 'radu', comment: 'x' }, 'ana'))
      .thenAt(['ask'], ['radu'])
    given(sent(node))
      .when(commands('ana', 'delegate', { to: 'radu' }))
      .thenAt(['ask'], ['radu'])
  })
})

describe('a substitute', () => {
  it('gets what somebody absent is asked, and decides on their behalf', () => {
    const situation = sent({}, { substitutions: [away('ana', 'radu')] })
    expect(askedNow(situation.document)).toEqual(['radu'])
    const { accepted } = given(situation).when(approves('radu'))
    expect(accepted.events.find((event) => event.body.type === 'assignment-decided')).toMatchObject({ by: 'radu', for: 'ana' })
  })
  it('has substitutes too, without going round in a circle', () => {
    expect(askedNow(sent({}, { substitutions: [away('ana', 'radu'), away('radu', 'ioana')] }).document)).toEqual(['ioana'])
    expect(askedNow(sent({}, { substitutions: [away('ana', 'radu'), away('radu', 'ana')] }).document)).toEqual(['radu'])
  })
  it('who is excepted gets nothing', () =>
    expect(askedNow(sent({ except: [{ person: 'radu' }] }, { substitutions: [away('ana', 'radu')] }).document)).toEqual(['ana']))
  it('takes over what the absent one already holds, and both are told', () => {
    const ill = (substitute: string, situation = sent()): Situation => ({
      ...situation,
      facts: { ...situation.facts, site: { ...situation.facts.site, substitutions: [away('ana', substitute)] } },
    })
    const standsIn: Step = (situation) => ({ type: 'stand-in', by: { kind: 'clock' }, assignment: askedOf(situation, 'ana').id })
    const { accepted } = given(ill('radu')).when(standsIn).thenAt(['ask'], ['radu']).thenTold('radu: passed-on', 'ana: taken-away')
    expect(accepted.events).toHaveLength(1)
    // Whoever may not hold it gets nothing, and it stays.
    given(ill('radu', sent({ except: [{ person: 'radu' }] })))
      .when(standsIn)
      .thenAt(['ask'], ['ana'])
  })
  it('counts from when the seat is asked, not from when it was made', () => {
    const node: Partial<ApprovalNode> = { ask: [{ id: 'line', who: [{ person: 'ioana' }, { person: 'ana' }] }], order: 'in-order' }
    const late = { ...away('ana', 'radu'), from: '2026-11-24T00:00:00.000Z' }
    given(sent(node, { substitutions: [late] }))
      .when(waits('P2D'), approves('ioana'))
      .thenAt(['ask'], ['radu'])
  })
})

describe('adding somebody', () => {
  it('before: the seat waits for them, and speaks when both have', () => {
    const added = given(sent())
      .when(commands('ana', 'add-approver', { to: 'radu', place: 'before' }))
      .thenAt(['ask'], ['radu'])
    given(added.situation).when(approves('ana')).thenRefused('not-your-turn')
    given(added.situation).when(approves('radu')).thenAt(['ask'], ['ana'])
    given(added.situation).when(approves('radu'), approves('ana')).thenAt(['second'], ['mihai'])
    given(added.situation).when(rejects('radu'), approves('ana')).thenAt(['draft'])
  })
  it('after: they are asked when the first has spoken', () => {
    const added = given(sent())
      .when(commands('ana', 'add-approver', { to: 'radu', place: 'after' }))
      .thenAt(['ask'], ['ana'])
    given(added.situation).when(approves('ana')).thenAt(['ask'], ['radu'])
    given(added.situation).when(approves('ana'), approves('radu')).thenAt(['second'], ['mihai'])
  })
  it('beside: the rule counts one more', () => {
    const added = given(sent())
      .when(commands('ana', 'add-approver', { to: 'radu', place: 'beside' }))
      .thenAt(['ask'], ['ana', 'radu'])
    given(added.situation).when(approves('ana')).thenAt(['ask'], ['radu'])
    expectFolded(added.situation)
  })
})

describe('an opinion', () => {
  const deadline: Deadline = { within: 'P2D' }
  const asked = given(sent({ deadline })).when(waits('P1D'), commands('ana', 'ask-opinion', { to: 'radu', comment: 'What do you think?' }))

  it('is asked under the seat, has no vote, and stops the deadline of who asks', () => {
    asked.thenAt(['ask'], ['ana', 'radu'])
    expect(askedOf(asked.situation, 'ana').clock?.paused).toBe('2026-11-24T07:00:00.000Z')
    expect(agenda(asked.situation.program, asked.document).timers).toEqual([])
  })
  it('is words, told to who asked, and gives the time back', () => {
    given(asked.situation).when(approves('radu')).thenRefused('outcome-unknown')
    given(asked.situation).when(decides('radu', 'opinion')).thenRefused('comment-missing')
    const spoken = given(asked.situation)
      .when(waits('P3D'), decides('radu', 'opinion', { comment: 'Fine.' }))
      .thenAt(['ask'], ['ana'])
      .thenTold('ana: told')
    expect(askedOf(spoken.situation, 'ana').clock).toMatchObject({ due: '2026-11-28T07:00:00.000Z', paused: null })
  })
  it('is not waited for', () => given(asked.situation).when(approves('ana')).thenAt(['second'], ['mihai']))
})

describe('letting a seat go', () => {
  const two: Partial<ApprovalNode> = { ask: [{ id: 'line', who: [{ person: 'ana' }, { person: 'ioana' }] }] }

  it('skipping leaves it out of the count', () => {
    given(sent(two))
      .when(approves('ioana'), commands('stefan', 'skip', { comment: 'Not needed.' }, 'ana'))
      .thenAt(['second'], ['mihai'])
    given(sent())
      .when(commands('stefan', 'skip', {}, 'ana'))
      .thenAt(['second'], ['mihai'])
  })
  it('dropping never leaves nobody to decide', () => {
    given(sent(two))
      .when(commands('stefan', 'drop-seat', {}, 'ana'))
      .thenAt(['ask'], ['ioana'])
      .thenTold('ana: taken-away')
    given(sent())
      .when(commands('stefan', 'drop-seat', {}, 'ana'))
      .thenRefused('nobody-to-ask')
  })
})

describe('a vote closed early', () => {
  const many: Partial<ApprovalNode> = {
    ask: [{ id: 'line', who: [{ person: 'ana' }, { person: 'ioana' }, { person: 'radu' }] }],
    close: [{ person: 'daria' }],
  }

  it('counts what was said', () =>
    given(sent(many))
      .when(approves('ana'), orders('daria', 'close-vote', { node: 'ask' }))
      .thenAt(['second'], ['mihai']))
  it('is refused while nobody has said anything, and to others', () => {
    given(sent(many))
      .when(orders('daria', 'close-vote', { node: 'ask' }))
      .thenRefused('action-not-now')
    given(sent(many))
      .when(approves('ana'), orders('radu', 'close-vote', { node: 'ask' }))
      .thenRefused('not-allowed')
  })
})

describe('withdrawing and returning', () => {
  it('withdrawing takes the document back to the stage that a person last left', () => {
    given(sent()).when(approves('ana'), orders('elena', 'withdraw')).thenAt(['draft']).thenTold('mihai: taken-away')
    given(sent()).when(orders('ana', 'withdraw')).thenRefused('not-allowed')
    given(sent()).when(orders('elena', 'withdraw'), orders('elena', 'withdraw')).thenRefused('nowhere-to-withdraw')
  })
  it('returning goes to a node visited before', () => {
    given(sent())
      .when(approves('ana'), orders('mihai', 'return', { to: 'ask' }))
      .thenAt(['ask'], ['ana'])
    given(sent())
      .when(orders('mihai', 'return', { to: 'second' }))
      .thenRefused('node-not-visited')
    given(sent())
      .when(orders('elena', 'return', { to: 'draft' }))
      .thenRefused('not-allowed')
  })
  it('returning opens a document again after its end', () => {
    const back = given(sent())
      .when(approves('ana'), approves('mihai'), orders('mihai', 'return', { to: 'draft' }))
      .thenAt(['draft'])
      .thenStatus('draft')
    expect(back.document).toMatchObject({ closedOn: null, process: { ended: null } })
    expectFolded(back.situation)
  })
})

describe('suspending', () => {
  const deadline: Deadline = { within: 'P2D', steps: [{ at: 'P0D', tell: [{ the: 'assignee' }] }] }
  const suspended = given(sent({ deadline })).when(waits('P1D'), orders('daria', 'suspend'))

  it('stops the clocks and every step, but not the reading', () => {
    expect(agenda(suspended.situation.program, suspended.document).timers).toEqual([])
    given(suspended.situation).when(approves('ana')).thenRefused('document-suspended')
  })
  it('gives back what was left', () => {
    const resumed = given(suspended.situation).when(waits('P5D'), orders('daria', 'resume'))
    expect(askedOf(resumed.situation, 'ana').clock).toMatchObject({ due: '2026-11-30T07:00:00.000Z', paused: null })
    expect(agenda(resumed.situation.program, resumed.document).timers).toMatchObject([{ at: '2026-11-30T07:00:00.000Z' }])
    given(resumed.situation).when(orders('daria', 'resume')).thenRefused('not-suspended')
  })
  it('stops one assignment alone', () => {
    const one = given(sent({ deadline })).when(commands('stefan', 'suspend', {}, 'ana'))
    given(one.situation).when(approves('ana')).thenRefused('document-suspended')
    given(one.situation)
      .when(commands('stefan', 'resume', {}, 'ana'), approves('ana'))
      .thenAt(['second'], ['mihai'])
  })
})

describe('a deadline', () => {
  const step = (more: object) => sent({ deadline: { within: 'P1D', steps: [{ at: 'P0D', ...more }] } as Deadline })

  it('warns before it, tells on it, again and again but only so often', () => {
    const deadline: Deadline = {
      within: 'P2D',
      steps: [
        { at: '-P1D', tell: [{ the: 'assignee' }] },
        { at: 'P0D', every: 'P1D', atMost: 3, tell: [{ managerOf: 'assignee' }], by: ['email'] },
      ],
    }
    const told = happened(sent({ deadline }), waits('P9D')).notices.filter(({ about }) => about !== 'asked')
    expect(told.map(({ to, about }) => `${to} ${about}`)).toEqual(['ana due-soon', 'stefan overdue', 'stefan overdue', 'stefan overdue'])
    expect(told.at(-1)).toMatchObject({ by: ['email'], facts: { due: '2026-11-25T07:00:00.000Z', who: 'ana' } })
  })
  it('never warns before what has just been asked', () => {
    const { document, program } = sent({ deadline: { within: 'PT2H', steps: [{ at: '-P1D', tell: [{ the: 'assignee' }] }] } })
    expect(agenda(program, document).timers).toEqual([])
  })
  it('passes on to one, or to several as a pool', () => {
    given(step({ pass: [{ managerOf: 'assignee' }] }))
      .when(waits('P1D'))
      .thenAt(['ask'], ['stefan'])
      .thenTold('stefan: passed-on', 'ana: taken-away')
    given(step({ pass: [{ group: 'finance' }] }))
      .when(waits('P1D'))
      .thenAt(['ask'], ['g:finance'])
    given(step({ pass: [{ group: 'finance' }] }))
      .when(waits('P1D'), approves('ioana'))
      .thenAt(['second'], ['mihai'])
  })
  it('chooses, as the clock and nobody', () => {
    const chosen = given(step({ choose: 'rejected' }))
      .when(waits('P1D'))
      .thenAt(['draft'])
    expect(Object.values(chosen.document.process!.assignments)[0]).toMatchObject({ outcome: 'rejected', decidedBy: null })
  })
  it('does what an automation does', () => {
    const { document } = given(step({ does: [{ do: 'set', set: { subject: '"late"' } }] }))
      .when(waits('P1D'))
      .thenAt(['ask'], ['ana'])
    expect(document.card.subject).toBe('late')
  })
  it('of a stage chooses an action that has no button', () => {
    const schema = aSchema(
      [
        {
          id: 'signing',
          kind: 'stage',
          actions: [{ id: 'expire', label: 'Expire', who: [] }],
          deadline: { within: 'P30D', steps: [{ at: 'P0D', choose: 'expire' }] },
        },
      ],
      [
        { from: 'draft', on: 'submit', to: 'signing' },
        { from: 'signing', on: 'expire', to: 'dropped' },
      ],
    )
    const waiting = happened(aDocument({ schema }), submits)
    given(waiting)
      .when(takes('elena', 'expire', 'signing'))
      .thenRefused('not-allowed')
    given(waiting).when(waits('P29D')).thenAt(['signing'])
    given(waiting).when(waits('P31D')).thenStatus('closed')
    expect(availableTo({ ...waiting, reader: readerOf(waiting.facts) }, 'elena').actions).toEqual([])
  })
  it('is put off by whom the schema lets', () => {
    const due = '2026-12-01T07:00:00.000Z'
    const late = given(step({ tell: [{ the: 'assignee' }] })).when(commands('stefan', 'extend', { due, comment: 'He asked.' }, 'ana'))
    expect(askedOf(late.situation, 'ana').clock).toMatchObject({ due, steps: [{ at: due }] })
    given(step({}))
      .when(commands('stefan', 'extend', { due: monday }, 'ana'))
      .thenRefused('request-invalid')
    given(step({}))
      .when(commands('ana', 'extend', { due }))
      .thenRefused('not-allowed')
  })
  it('counts in the calendar of the person, where they have one', () => {
    const calendar = { ...sent().facts.site.calendar, hours: { wednesday: [['09:00', '17:00']] as [string, string][] } }
    const part = {
      id: 'ana',
      name: 'Ana',
      email: null,
      language: 'en',
      department: 'legal',
      manager: 'stefan',
      roles: ['lawyer'],
      calendar,
      left: false,
      attributes: {},
    }
    const situation = sent({ deadline: { within: 'P1D', in: 'working-time' } }, { people: [part] })
    expect(askedOf(situation, 'ana').clock?.due).toBe('2026-12-02T07:00:00.000Z')
  })
  it('of the schema starts at its node, runs through the rest, and stops where it says', () => {
    const deadline: Deadline = { within: 'P10D', from: 'ask', pauseAt: ['draft'], steps: [{ at: 'P0D', tell: [{ the: 'author' }] }] }
    const schema = aSchema(
      [{ id: 'ask', kind: 'approval', ask: [{ id: 'l', who: [{ person: 'ana' }] }] }],
      routes.slice(0, 3).map((route) => (route.to === 'second' ? { ...route, to: 'done' } : route)),
      { deadline },
    )
    const draft = aDocument({ schema })
    expect(draft.document.process?.clock).toBeNull()
    const back = happened(draft, submits, waits('P4D'), rejects('ana'))
    expect(back.document.process?.clock).toMatchObject({ due: '2026-12-03T07:00:00.000Z', paused: '2026-11-27T07:00:00.000Z' })
    const again = happened(back, waits('P10D'), submits)
    expect(again.document.process?.clock).toMatchObject({ due: '2026-12-13T07:00:00.000Z', paused: null })
    given(again).when(waits('P7D')).thenTold('elena: overdue')
  })
})

describe('a timer', () => {
  const late = sent({ deadline: { within: 'P1D', steps: [{ at: 'P0D', choose: 'rejected' }] } })
  const [timer] = agenda(late.program, late.document).timers
  const fires = (key: string) => () => ({ type: 'fire-timer' as const, by: { kind: 'clock' as const }, key })

  it('that the state does not know is no error and leaves no trace', () => {
    for (const key of ['nonsense', 'wake:id-1:0', 'assignment:id-1:0:0', 'schema:0:0', 'block:b:0:0'])
      given(late).when(fires(key)).thenHappened()
    given(at(happened(late, approves('ana')), '2026-12-01T00:00:00.000Z'))
      .when(fires(timer!.key))
      .thenHappened()
  })
  it('that fires too early does nothing', () => given(late).when(fires(timer!.key)).thenHappened())
  it('fires once', () => {
    const fired = happened(at(late, timer!.at), fires(timer!.key))
    given(fired).when(fires(timer!.key)).thenHappened()
  })
})

describe('starting by hand', () => {
  const type = aType({ approval: [{ schema: 'way', start: 'by-hand' }] })
  const kept = aDocument({ schema: aSchema([], []), type })

  it('waits for its button', () => {
    expect(kept.document).toMatchObject({ status: 'draft', process: null })
    given(kept).when(submits).thenRefused('process-not-running')
    given(kept).when(orders('elena', 'start-process')).thenAt(['draft'])
    given(kept).when(orders('ana', 'start-process')).thenRefused('not-allowed')
    given(kept).when(orders('elena', 'start-process'), orders('elena', 'start-process')).thenRefused('process-running')
  })
})

describe('a card without a process', () => {
  it('has the first status, and must be complete whenever it is saved', () => {
    const fields = aType().fields.map((field) => (field.id === 'subject' ? { ...field, required: true } : field)) as never
    const type = aType({ kind: 'record', fields, approval: [] })
    expect(() => aDocument({ schema: null, type })).toThrow('card-incomplete')
    const record = aDocument({ schema: null, type, card: { subject: 'Stejaru' } })
    expect(record.document).toMatchObject({ status: 'draft', process: null })
    given(record)
      .when(edits('elena', { subject: null }))
      .thenRefused('card-incomplete')
    given(record).when(submits).thenRefused('process-not-running')
  })
})

describe('moving to another program', () => {
  const situation = sent({ deadline: { within: 'P2D' } })
  const move = (
    schema: ReturnType<typeof aSchema>,
    nodes?: Record<string, string>,
    by: { kind: 'clock' } | { kind: 'person'; id: string } = { kind: 'clock' },
    type = aType(),
  ) =>
    decideMove(
      situation.program,
      compileProgram(type, schema),
      situation.document,
      { type: 'move', by, ...(nodes && { nodes }) },
      situation.facts,
    )
  const other = (id: string, more: object = {}) =>
    aSchema(
      [{ id, kind: 'approval', ask: [{ id: 'line', who: [{ person: 'radu' }] }], ...more } as ApprovalNode],
      [
        { from: 'draft', on: 'submit', to: id },
        { from: id, on: 'approved', to: 'done' },
        { from: id, on: 'rejected', to: 'dropped' },
      ],
    )

  it('keeps the tree, the seats and the due times, and goes on by the new one', () => {
    const decision = move(other('ask'))
    const moved = decided({ ...situation, program: compileProgram(aType(), other('ask')) }, decision)
    expect(askedOf(moved, 'ana').clock).toEqual(askedOf(situation, 'ana').clock)
    given(moved).when(approves('ana')).thenStatus('in-force')
    expectFolded(moved)
  })
  it('says which node stands in the way', () => {
    expect(move(other('check'))).toMatchObject({ problem: { code: 'cannot-move', nodes: [{ node: 'ask', why: 'missing' }] } })
    expect(move(other('ask', { kind: 'task' }))).toMatchObject({ problem: { nodes: [{ node: 'ask', why: 'other-kind' }] } })
    const forked = other('ask', { in: 'fork' })
    forked.nodes.push({ id: 'fork', kind: 'fork' })
    expect(move(forked)).toMatchObject({ problem: { nodes: [{ node: 'ask', why: 'other-block' }] } })
  })
  it('maps nodes that have another name', () => {
    const moved = decided({ ...situation, program: compileProgram(aType(), other('check')) }, move(other('check'), { ask: 'check' }))
    expect(moved.document.process).toMatchObject({ visits: { draft: 1, check: 1 } })
    given(moved).when(approves('ana')).thenStatus('in-force')
  })
  it('is an administrator’s, or the program’s own', () => {
    expect(move(other('ask'), undefined, { kind: 'person', id: 'elena' })).toMatchObject({
      kind: 'refused',
      problem: { code: 'not-allowed' },
    })
    expect(move(other('ask'), undefined, { kind: 'person', id: 'daria' }).kind).toBe('accepted')
  })
  it('may let a node be stood in for by one of its kind, in the same blocks, and moves so', () => {
    const to = compileProgram(aType(), other('check'))
    // Not by the draft, which is a stage, nor by an end.
    expect(standIns(situation.program, to, 'ask')).toEqual(['check'])
    expect(standIns(situation.program, to, 'draft')).toEqual(['draft'])
    expect(move(other('check'), { ask: 'check' })).toMatchObject({ kind: 'accepted' })
    // What is new comes before what was there already.
    const both = compileProgram(
      aType(),
      aSchema([{ id: 'second', kind: 'approval', ask: [] } as never, { id: 'check', kind: 'approval', ask: [] } as never], []),
    )
    expect(standIns(situation.program, both, 'ask')).toEqual(['check', 'second'])
  })
  it('to the same program changes nothing', () =>
    expect(
      decideMove(situation.program, situation.program, situation.document, { type: 'move', by: { kind: 'clock' } }, situation.facts),
    ).toMatchObject({ events: [] }))
  it('fills a field that takes over from a retired one', () => {
    const before = aDocument({ schema: null, type: aType({ approval: [] }), card: { subject: 'Roof' } })
    const type = aType({
      approval: [],
      fields: [...aType().fields, { id: 'topic', type: 'long-text', label: 'Topic', from: 'subject' }] as never,
    })
    const decision = decideMove(
      before.program,
      compileProgram(type, null),
      before.document,
      { type: 'move', by: { kind: 'clock' } },
      before.facts,
    )
    expect(decision).toMatchObject({ document: { card: { subject: 'Roof', topic: 'Roof' } } })
  })
})

describe('what a person can do', () => {
  const view = (situation: Situation) => ({ ...situation, reader: readerOf(situation.facts) })

  it('is the buttons that are theirs', () => {
    const draft = aDocument({ schema: aSchema([], routes, { allow }) })
    expect(availableTo(view(draft), 'elena').actions).toMatchObject([
      { node: 'draft', place: 'stage', action: 'submit', enabled: true, whyNot: null },
    ])
    expect(availableTo(view(draft), 'ana')).toEqual({ actions: [], mine: [], commands: [], others: [] })
  })
  it('is what is asked of them, with its outcomes and commands', () => {
    expect(availableTo(view(sent({ deadline: { within: 'P1D', reason: 'overdue-reasons' } })), 'ana').mine).toMatchObject([
      {
        node: 'ask',
        state: 'open',
        late: false,
        reasons: null,
        outcomes: [{ id: 'approved' }, { id: 'rejected', comment: 'required' }],
        commands: ['begin', 'delegate', 'forward', 'ask-opinion', 'add-approver'],
      },
    ])
    const late = happened(sent({ deadline: { within: 'P1D', reason: 'overdue-reasons' } }), waits('P2D'))
    expect(availableTo(view(late), 'ana').mine).toMatchObject([{ late: true, reasons: 'overdue-reasons' }])
  })
  it('is what the schema permits on what is asked of others, and on the whole', () => {
    const two = sent({ ask: [{ id: 'line', who: [{ person: 'ana' }, { person: 'ioana' }] }], deadline: { within: 'P1D' } })
    expect(availableTo(view(two), 'stefan').others).toMatchObject([{ commands: ['reassign', 'skip', 'drop-seat', 'extend', 'suspend'] }])
    expect(availableTo(view(two), 'elena').commands).toEqual(['withdraw'])
  })
  it('says why a button does not work, with its values', () => {
    const schema = aSchema([], routes)
    schema.nodes[0] = {
      ...schema.nodes[0]!,
      actions: [{ id: 'submit', label: 'Send', who: [{ the: 'author' }], when: 'amount > 10', whenNot: 'Only {subject}.' }],
    } as never
    expect(availableTo(view(aDocument({ schema, card: { subject: 'Roof' } })), 'elena').actions).toMatchObject([
      { enabled: false, whyNot: { en: 'Only Roof.' } },
    ])
  })
})

describe('the agenda', () => {
  it('lists who may read the document through its process', () => {
    const pool = sent({ ask: [{ id: 'line', who: [{ role: 'lawyer' }], take: 'one' }] })
    expect(agenda(pool.program, pool.document).readers).toEqual(['r:lawyer'])
    const handed = happened(sent(), commands('ana', 'forward', { to: 'radu' }), approves('radu'))
    expect(agenda(handed.program, handed.document).readers).toEqual(['p:ana', 'p:mihai', 'p:radu'])
  })
  it('lists nobody whose turn has not come', () => {
    const turns = sent({ ask: [{ id: 'line', who: [{ person: 'ana' }, { person: 'ioana' }] }], order: 'in-order' })
    expect(agenda(turns.program, turns.document)).toMatchObject({
      readers: ['p:ana'],
      assignments: [
        { person: 'ana', state: 'open' },
        { person: 'ioana', state: 'waiting' },
      ],
    })
  })
})
