import { describe, expect, it } from 'vitest'
import type { ApprovalNode, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { aDocument, aSchema, aType, at, happened, type SituationParts, type Step, waits } from '../testing/a-situation.ts'
import { given } from '../testing/given.ts'
import { approves, askedOf, commands, decides, edits, orders, rejects, submits, takes } from '../testing/steps.ts'
import { agenda } from './agenda.ts'

const people = (...ids: string[]) => ids.map((person) => ({ person }))
const ask = (given: Partial<ApprovalNode>): ApprovalNode => ({ id: 'ask', kind: 'approval', ask: [], ...given })
const routes: readonly Route[] = [
  { from: 'draft', on: 'submit', to: 'ask' },
  { from: 'ask', on: 'approved', to: 'signing' },
  { from: 'ask', on: 'rejected', to: 'draft' },
  { from: 'signing', on: 'signed', to: 'done' },
]
const signing: SchemaNode = { id: 'signing', kind: 'stage', actions: [{ id: 'signed', label: 'Signed', who: [{ the: 'author' }] }] }
const everything = [{ can: ['withdraw', 'suspend', 'resume', 'add-approver', 'return'] as never, who: [{ the: 'everyone' as const }] }]

function way(node: Partial<ApprovalNode>, parts: Partial<SituationParts> = {}, more: readonly Route[] = []) {
  return aDocument({ schema: aSchema([ask(node), signing], [...routes, ...more], { allow: everything }), ...parts })
}

describe('what is told', () => {
  it('is no return when a document comes to a stage for the first time', () =>
    given(way({ ask: [{ id: 'l', who: people('ana') }] }))
      .when(submits, approves('ana'))
      .thenAt(['signing'])
      .thenTold())
})

describe('who had approved', () => {
  it('is not who abstained', () => {
    const actions = (['for', 'neither', 'against'] as const).map((counts) => ({
      id: counts === 'for' ? 'approved' : counts === 'neither' ? 'abstain' : 'rejected',
      label: counts,
      counts,
    }))
    const node = { ask: [{ id: 'l', who: people('ana', 'radu', 'ioana') }], actions, again: 'who-had-not-approved' as const }
    given(way(node, {}, [{ from: 'ask', on: 'abstain', to: 'draft' }]))
      .when(submits, decides('ana', 'abstain'), approves('radu'), rejects('ioana'), submits)
      .thenAt(['ask'], ['ana', 'ioana'])
  })
  it('is preferred by a pool, the last of several first', () => {
    const node: Partial<ApprovalNode> = {
      ask: [{ id: 'l', who: [{ role: 'lawyer' }], take: 'one', prefer: ['ask'] }],
      allow: [{ can: ['reassign'], who: [{ the: 'everyone' }] }],
    }
    const swap: Step = commands('daria', 'reassign', { to: 'stefan', comment: 'x' }, 'ana')
    given(way(node)).when(submits, rejects('ana'), submits, swap, rejects('stefan'), submits).thenAt(['ask'], ['stefan'])
  })
})

describe('a lead', () => {
  it('leads even where an earlier line named the same person without it', () => {
    const node: Partial<ApprovalNode> = {
      ask: [
        { id: 'a', who: people('ana', 'radu') },
        { id: 'b', who: people('ana'), lead: 'true' },
      ],
      rule: 'lead',
      order: 'lead-last',
    }
    given(way(node)).when(submits).thenAt(['ask'], ['radu'])
    given(way(node)).when(submits, approves('radu')).thenAt(['ask'], ['ana'])
  })
})

describe('a clock', () => {
  it('of a seat that waits for somebody added before it goes on with what was left', () => {
    const node: Partial<ApprovalNode> = { ask: [{ id: 'l', who: people('ana') }], deadline: { within: 'P2D' } }
    const situation = happened(
      way(node),
      submits,
      waits('P1D'),
      commands('ana', 'add-approver', { to: 'radu', place: 'before' }),
      waits('P3D'),
      approves('radu'),
    )
    expect(askedOf(situation, 'ana').clock).toMatchObject({ due: '2026-11-28T07:00:00.000Z', paused: null })
  })
  it('of a block stops at the nodes where it says so', () => {
    const schema = aSchema(
      [
        { id: 'both', kind: 'fork', deadline: { within: 'P3D', pauseAt: ['hold'], steps: [{ at: 'P0D', tell: [{ the: 'author' }] }] } },
        { id: 'hold', kind: 'stage', in: 'both', actions: [{ id: 'go', label: 'Go', who: [{ the: 'author' }] }] },
        { ...ask({ ask: [{ id: 'l', who: people('ana') }] }), in: 'both' },
        { id: 'joined', kind: 'join', fork: 'both' },
      ],
      [
        { from: 'draft', on: 'submit', to: 'both' },
        { from: 'both', to: 'hold' },
        { from: 'hold', on: 'go', to: 'ask' },
        { from: 'ask', on: 'approved', to: 'joined' },
        { from: 'ask', on: 'rejected', to: 'hold' },
        { from: 'joined', to: 'done' },
      ],
    )
    const held = happened(aDocument({ schema }), submits, waits('P5D'))
    expect(held.notices.filter(({ about }) => about === 'overdue')).toEqual([])
    given(held)
      .when(takes('elena', 'go', 'hold'), waits('P3D'))
      .thenTold('elena: overdue')
  })
  it('that stands still fires nothing', () => {
    const node: Partial<ApprovalNode> = {
      ask: [{ id: 'l', who: people('ana') }],
      deadline: { within: 'P1D', steps: [{ at: 'P0D', choose: 'rejected' }] },
    }
    const sent = happened(way(node), submits)
    const [timer] = agenda(sent.program, sent.document).timers
    const held = at(happened(sent, orders('elena', 'suspend')), '2026-12-24T00:00:00.000Z')
    given(held)
      .when(() => ({ type: 'fire-timer', by: { kind: 'clock' }, key: timer!.key }))
      .thenHappened()
  })
})

describe('what is filled', () => {
  const needing = aType({
    fields: [...aType().fields, { id: 'costCentre', type: 'text', label: 'Cost centre', requiredWhen: 'status = "in-approval"' }] as never,
  })
  const node: Partial<ApprovalNode> = {
    status: 'in-approval',
    ask: [{ id: 'l', who: people('ana') }],
    edit: [{ who: [{ the: 'assignee' }] }],
  }

  it('binds a decision that is for, and none that is against', () => {
    given(way(node, { type: needing }))
      .when(submits, approves('ana'))
      .thenRefused('card-incomplete', { fields: ['costCentre'] } as never)
    given(way(node, { type: needing }))
      .when(submits, rejects('ana'))
      .thenAt(['draft'])
    given(way(node, { type: needing }))
      .when(submits, approves('ana', { changes: [{ path: 'costCentre', to: 'A1' }] }))
      .thenAt(['signing'])
  })
  it('binds no button of anywhere beyond what it needs itself', () => {
    const fields = aType().fields.map((field) => (field.id === 'subject' ? { ...field, required: true } : field)) as never
    const schema = aSchema([], [{ from: 'anywhere', on: 'drop', to: 'dropped' }], {
      anywhere: [{ id: 'drop', label: 'Drop', who: [{ the: 'author' }] }],
    })
    given(aDocument({ schema, type: aType({ fields }) }))
      .when(takes('elena', 'drop', 'anywhere'))
      .thenStatus('closed')
  })
  it('while somebody does a task disturbs nobody else who does it', () => {
    const task: SchemaNode = {
      id: 'ask',
      kind: 'task',
      ask: [{ id: 'l', who: people('ana', 'radu') }],
      actions: [{ id: 'approved', label: 'Done' }],
      edit: [{ who: [{ the: 'assignee' }] }],
    }
    const sent = happened(
      aDocument({
        schema: aSchema(
          [task, signing],
          routes.filter(({ on }) => on !== 'rejected'),
        ),
      }),
      submits,
    )
    const sawRevision = sent.document.cardRevision
    given(sent)
      .when(edits('ana', { amount: 5 }), decides('radu', 'approved', { sawRevision }))
      .thenAt(['ask'], ['ana'])
  })
})

describe('withdrawing', () => {
  const node: Partial<ApprovalNode> = { ask: [{ id: 'l', who: people('ana') }] }

  it('leads nowhere where the document has come back to that stage by itself', () =>
    given(way(node)).when(submits, rejects('ana'), orders('elena', 'withdraw')).thenRefused('nowhere-to-withdraw'))
  it('takes back what a person did, and not what the clock did', () => {
    const schema = aSchema(
      [
        {
          ...signing,
          actions: [{ id: 'signed', label: 'Signed', who: [] }],
          deadline: { within: 'P1D', steps: [{ at: 'P0D', choose: 'signed' }] },
        } as SchemaNode,
        ask(node),
      ],
      [
        { from: 'draft', on: 'submit', to: 'signing' },
        { from: 'signing', on: 'signed', to: 'ask' },
        { from: 'ask', on: 'approved', to: 'done' },
        { from: 'ask', on: 'rejected', to: 'draft' },
      ],
      { allow: everything },
    )
    given(aDocument({ schema })).when(submits, waits('P1D'), orders('elena', 'withdraw')).thenAt(['draft'])
  })
})

describe('a suspended document', () => {
  const held = happened(way({ ask: [{ id: 'l', who: people('ana') }] }), orders('elena', 'suspend'))

  it('lets no button be pressed, and can be edited', () => {
    given(held).when(submits).thenRefused('document-suspended')
    given(held)
      .when(edits('elena', { amount: 3 }))
      .thenHappened('card-edited')
    given(held)
      .when(orders('elena', 'return', { to: 'draft' }))
      .thenRefused('document-suspended')
  })
})

describe('what finishes for the file', () => {
  it('is passed no second time', () => {
    const node: Partial<ApprovalNode> = { ask: [{ id: 'l', who: people('ana', 'radu') }], rule: 'any', late: 'let-finish' }
    const { document } = given(way(node)).when(submits, approves('ana'), rejects('radu')).thenAt(['signing'])
    expect(document.process).toMatchObject({ passed: { ask: 1 }, outcomes: { ask: 'approved' } })
  })
})
