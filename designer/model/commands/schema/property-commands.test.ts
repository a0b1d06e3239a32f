import { describe, expect, it } from 'vitest'
import type { Command } from '../../commands.ts'
import type { Draft } from '../../draft.ts'
import { nodeById } from '../../schema-graph.ts'
import { aWorkspace, edited, refusal, theRule, theSchema } from '../../testing/a-workspace.ts'

const legal = (...commands: Command[]) =>
  nodeById(edited(theSchema(), ...commands), 'legal') as Extract<ReturnType<typeof nodeById>, { kind: 'approval' }>

describe('the approval sheet', () => {
  it('gets, changes, moves and loses lines', () => {
    const two: Command = { type: 'add-line', node: 'legal', who: [{ group: 'finance' }], take: 'one' }
    expect(legal(two).ask.map(({ id }) => id)).toEqual(['lawyer', 'finance'])
    expect(legal(two, { type: 'move-line', node: 'legal', line: 'finance', to: 0 }).ask[0]!.id).toBe('finance')
    expect(legal(two, { type: 'remove-line', node: 'legal', line: 'lawyer' }).ask.map(({ id }) => id)).toEqual(['finance'])
    expect(legal({ type: 'set-line-property', node: 'legal', line: 'lawyer', property: 'take', value: 'each' }).ask[0]).toEqual({
      id: 'lawyer',
      who: [{ role: 'lawyer' }],
    })
    expect(refusal(theSchema() as Draft, { type: 'remove-line', node: 'legal', line: 'lawyer' })).toBe('last-one')
  })
  it('says who stands in where nobody is found', () => {
    expect(legal({ type: 'remove-line', node: 'legal', ifNobody: true, line: 'head' }).ifNobody).toBeUndefined()
    expect(legal({ type: 'add-line', node: 'legal', ifNobody: true, who: [{ role: 'director' }] }).ifNobody!.ask).toHaveLength(2)
  })
})

describe('a step', () => {
  it('takes the properties of its kind, and none of another', () => {
    expect(legal({ type: 'set-node-property', node: 'legal', property: 'rule', value: 'majority' }).rule).toBe('majority')
    expect(legal({ type: 'set-node-property', node: 'legal', property: 'rule', value: 'all' })).not.toHaveProperty('rule')
    expect(refusal(theSchema() as Draft, { type: 'set-node-property', node: 'done', property: 'rule', value: 'all' })).toBe('no-such-thing')
    expect(refusal(theSchema() as Draft, { type: 'set-node-property', node: 'legal', property: 'ask', value: [] })).toBe('last-one')
  })
  it('has a deadline of a length or on a date, never both', () => {
    expect(legal({ type: 'set-deadline', node: 'legal', deadline: { on: 'signedOn' } }).deadline).toMatchObject({
      on: 'signedOn',
      in: 'working-time',
      reason: 'late-reasons',
    })
    expect(legal({ type: 'set-deadline', node: 'legal', deadline: { on: 'signedOn' } }).deadline).not.toHaveProperty('within')
    expect(legal({ type: 'set-deadline', node: 'legal', deadline: null })).not.toHaveProperty('deadline')
    expect(edited(theSchema(), { type: 'set-deadline', deadline: null })).not.toHaveProperty('deadline')
    expect(refusal(theSchema() as Draft, { type: 'set-deadline', node: 'legal', deadline: { within: 'two days' } })).toBe('not-a-duration')
    expect(refusal(theSchema() as Draft, { type: 'set-deadline', node: 'large', deadline: { within: 'P1D' } })).toBe('no-such-thing')
  })
  it('does something when it is late', () => {
    const steps = (...commands: Command[]) => legal(...commands).deadline!.steps
    const pass: Command = { type: 'add-time-step', node: 'legal', step: { at: 'P1D', pass: [{ managerOf: 'assignee' }] } }
    expect(steps(pass)).toHaveLength(2)
    expect(steps(pass, { type: 'move-time-step', node: 'legal', from: 1, to: 0 })![0]!.at).toBe('P1D')
    expect(steps(pass, { type: 'set-time-step', node: 'legal', index: 1, step: { every: 'P1D', atMost: 3 } })![1]).toMatchObject({
      every: 'P1D',
      atMost: 3,
    })
    expect(steps(pass, { type: 'remove-time-step', node: 'legal', index: 0 })).toHaveLength(1)
    expect(refusal(theSchema() as Draft, { type: 'set-time-step', node: 'legal', index: 0, step: { tell: undefined } })).toBe('last-one')
    expect(refusal(theRule() as Draft, { type: 'remove-time-step', index: 0 })).toBe('last-one')
    expect(edited(theRule(), { type: 'add-time-step', step: { at: 'P0D', tell: [{ the: 'author' }] } }).steps).toHaveLength(2)
  })
})

describe('a wait', () => {
  const waits = (second: { on?: string }) =>
    theSchema(
      aWorkspace(({ approval }) => {
        approval.nodes.push({
          id: 'signing',
          kind: 'wait',
          until: [
            { after: 'P3D', on: 'too-late' },
            { date: 'signedOn', ...second },
          ],
          deadline: { within: 'P2D', steps: [{ at: 'P0D', choose: 'too-late' }] },
        })
        approval.routes.push({ from: 'signing', on: 'too-late', to: 'dropped' })
      }),
    )
  const wait = (body: ReturnType<typeof edited<'approval-schema'>>) =>
    nodeById(body, 'signing') as Extract<ReturnType<typeof nodeById>, { kind: 'wait' }>
  const name: Command = { type: 'set-wait-outcome', node: 'signing', index: 0, name: 'Nu s-a semnat' }
  const arrows = (body: ReturnType<typeof edited<'approval-schema'>>) => body.routes.filter(({ from }) => from === 'signing')

  it('ends by a name of its own, which its arrow and its deadline follow', () => {
    const named = edited(waits({}), name)
    expect(wait(named).until[0]!.on).toBe('nu-s-a-semnat')
    expect(wait(named).deadline!.steps![0]!.choose).toBe('nu-s-a-semnat')
    expect(arrows(named)).toEqual([{ from: 'signing', on: 'nu-s-a-semnat', to: 'dropped' }])
  })
  it('leaves the arrow where something else still ends so', () => {
    const named = edited(waits({ on: 'too-late' }), name)
    expect(wait(named).until.map(({ on }) => on)).toEqual(['nu-s-a-semnat', 'too-late'])
    expect(arrows(named)).toEqual([{ from: 'signing', on: 'too-late', to: 'dropped' }])
  })
  it('is plainly done where the name is taken away', () => {
    const done = edited(waits({ on: 'signed' }), { ...name, name: undefined } as Command)
    expect(wait(done).until[0]).toEqual({ after: 'P3D' })
    expect(wait(done).deadline!.steps![0]!.choose).toBe('done')
    expect(arrows(done)).toEqual([{ from: 'signing', to: 'dropped' }])
    expect(refusal(waits({}) as Draft, { ...name, node: 'legal' } as Command)).toBe('no-such-thing')
  })
})

describe('a button', () => {
  it('of an approval that has none of its own is written out with the others', () => {
    const { actions } = legal({ type: 'add-action', node: 'legal', label: 'With remarks', counts: 'for', comment: 'required', at: 1 })
    expect(actions!.map(({ id, counts }) => [id, counts])).toEqual([
      ['approved', 'for'],
      ['with-remarks', 'for'],
      ['rejected', 'against'],
    ])
    expect(actions![0]!.label).toEqual({ en: 'Approve', ro: 'Avizează' })
  })
  it('is added with its arrow, and goes with it', () => {
    const add: Command = { type: 'add-action', node: 'writing', label: 'Give up', to: 'dropped' }
    expect(edited(theSchema(), add).routes.at(-1)).toEqual({ from: 'writing', on: 'give-up', to: 'dropped' })
    expect(edited(theSchema(), add, { type: 'remove-action', node: 'writing', action: 'give-up' }).routes).toHaveLength(14)
    expect(edited(theSchema(), { type: 'remove-action', node: 'anywhere', action: 'drop' })).not.toHaveProperty('anywhere')
  })
  it('that is in use is retired', () => {
    const released = theSchema(aWorkspace(() => {}, { released: true }))
    const writing = nodeById(edited(released, { type: 'remove-action', node: 'writing', action: 'send' }), 'writing') as {
      actions?: object[]
    }
    expect(writing.actions).toMatchObject([{ id: 'send', retired: true }])
  })
  it('works anywhere but at some steps', () => {
    expect(
      edited(theSchema(), { type: 'set-action-property', node: 'anywhere', action: 'drop', property: 'notIn', value: ['writing'] })
        .anywhere![0]!.notIn,
    ).toEqual(['writing'])
    expect(
      refusal(theSchema() as Draft, {
        type: 'set-action-property',
        node: 'writing',
        action: 'send',
        property: 'notIn',
        value: ['writing'],
      }),
    ).toBe('no-such-thing')
  })
})

describe('what is written anywhere', () => {
  it('keeps to places of its form', () => {
    const schema = edited(
      theSchema(),
      { type: 'set-audience', at: '/nodes/2/except', audience: [{ role: 'clerk' }] },
      { type: 'set-condition', at: '/nodes/2/ask/0/when', feel: 'amount > 5' },
    )
    expect(nodeById(schema, 'legal')).toMatchObject({ except: [{ role: 'clerk' }], ask: [{ when: 'amount > 5' }] })
    expect(refusal(theSchema() as Draft, { type: 'set-audience', at: '/nodes/8/except', audience: [] })).toBe('no-such-thing')
    expect(refusal(theSchema() as Draft, { type: 'set-condition', at: '/while', feel: 'amount > 5' })).toBe('no-such-thing')
    expect(refusal(theSchema() as Draft, { type: 'set-condition', at: '/routes/8/when', feel: 'amount >' })).toBe('not-a-condition')
  })
  it('renames in one language, and the id stays', () => {
    const node = nodeById(edited(theSchema(), { type: 'rename-label', thing: '/nodes/2', language: 'ro', words: 'Aviz juridic' }), 'legal')
    expect(node!.label).toEqual({ en: 'Legal review', ro: 'Aviz juridic' })
    expect(refusal(theSchema() as Draft, { type: 'rename-label', thing: '', language: 'en', words: ' ' })).toBeUndefined()
  })
})

describe('an automation', () => {
  it('does one thing after the other, and at least one', () => {
    const does = (...commands: Command[]) =>
      (nodeById(edited(theSchema(), ...commands), 'closing') as { does: { do: string }[] }).does.map((one) => one.do)
    expect(does({ type: 'move-automation', node: 'closing', from: 1, to: 0 })).toEqual(['set', 'register'])
    expect(does({ type: 'add-automation', node: 'closing', does: { do: 'notify', who: [{ the: 'author' }], text: 'x' }, at: 0 })).toEqual([
      'notify',
      'register',
      'set',
    ])
    expect(does({ type: 'set-automation', node: 'closing', index: 0, does: { do: 'webhook', webhook: 'x' } })).toEqual(['webhook', 'set'])
    expect(does({ type: 'remove-automation', node: 'closing', index: 0 })).toEqual(['set'])
    expect(nodeById(edited(theSchema(), { type: 'add-automation', node: 'legal', does: { do: 'register' } }), 'legal')).toMatchObject({
      onEnter: [{ do: 'register' }],
    })
  })
})
