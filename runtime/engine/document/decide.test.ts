import { describe, expect, it } from 'vitest'
import type { ApprovalNode, Route } from '../../../schemas/generated/approval-schema.ts'
import { aDocument, aSchema, aType, at, happened, monday, waits } from '../testing/a-situation.ts'
import { expectFolded, given } from '../testing/given.ts'
import { approves, decides, edits, rejects, submits, takes } from '../testing/steps.ts'
import { decide } from './decide.ts'

const legal: ApprovalNode = {
  id: 'legal',
  kind: 'approval',
  label: 'Legal',
  status: 'in-approval',
  ask: [{ id: 'lawyer', who: [{ person: 'ana' }] }],
}
const routes: readonly Route[] = [
  { from: 'draft', on: 'submit', to: 'legal' },
  { from: 'legal', on: 'approved', to: 'done' },
  { from: 'legal', on: 'rejected', to: 'draft' },
]
const way = aSchema([legal], routes)

describe('a document whose process starts by itself', () => {
  it('comes to rest at the start when it is made', () => {
    const { document } = aDocument({ schema: way })
    expect(document).toMatchObject({ status: 'draft', author: 'elena', title: { en: 'Contract' }, process: { visits: { draft: 1 } } })
  })
  it('is refused to whom access does not let create', () => {
    const type = aType({ access: [] })
    expect(() => aDocument({ schema: way, type })).toThrow('not-allowed')
  })
  it('folds from its events into itself', () => {
    expectFolded(happened(aDocument({ schema: way }), submits, rejects('ana'), submits, approves('ana')))
  })
})

describe('a stage', () => {
  const draft = aDocument({ schema: way })

  it('is left by its action, and the approval behind it asks', () =>
    given(draft)
      .when(submits)
      .thenHappened('action-taken', 'node-left', 'node-entered', 'seat-made')
      .thenAt(['legal'], ['ana'])
      .thenStatus('in-approval')
      .thenTold('ana: asked'))
  it('lets nobody press a button that is not theirs', () => given(draft).when(takes('ana', 'submit')).thenRefused('not-allowed'))
  it('names the buttons that it has when another is asked for', () =>
    given(draft)
      .when(takes('elena', 'sign'))
      .thenRefused('action-unknown', { expected: ['submit'] } as never))
  it('refuses an action of a node where the document is not', () =>
    given(draft)
      .when(submits, submits)
      .thenRefused('not-at-node', { at: ['legal'] } as never))
  it('is not left while what its action needs is blank', () => {
    const needing = aSchema([legal], routes)
    needing.nodes[0] = {
      ...needing.nodes[0]!,
      actions: [{ id: 'submit', label: 'Send', who: [{ the: 'author' }], needs: ['amount'] }],
    } as never
    const situation = aDocument({ schema: needing })
    given(situation)
      .when(submits)
      .thenRefused('card-incomplete', { fields: ['amount'] } as never)
    given(situation)
      .when(edits('elena', { amount: 5 }), submits)
      .thenAt(['legal'], ['ana'])
    given(situation)
      .when(takes('elena', 'submit', 'draft', { changes: [{ path: 'amount', to: 5 }] }))
      .thenAt(['legal'], ['ana'])
  })
  it('is not left by a person while something required is blank, though it can be saved so', () => {
    const fields = aType().fields.map((field) => (field.id === 'subject' ? { ...field, required: true } : field)) as never
    const situation = aDocument({ schema: way, type: aType({ fields }) })
    given(situation)
      .when(edits('elena', { amount: 5 }))
      .thenHappened('card-edited')
    given(situation)
      .when(submits)
      .thenRefused('card-incomplete', { fields: ['subject'] } as never)
  })
  it('keeps a button back while its condition does not hold, and says why', () => {
    const schema = aSchema([legal], routes)
    schema.nodes[0] = {
      ...schema.nodes[0]!,
      actions: [{ id: 'submit', label: 'Send', who: [{ the: 'author' }], when: 'amount > 10', whenNot: 'Too small.', comment: 'required' }],
    } as never
    const situation = aDocument({ schema })
    given(situation)
      .when(submits)
      .thenRefused('action-not-now', { whenNot: 'Too small.' } as never)
    given(situation)
      .when(edits('elena', { amount: 11 }), submits)
      .thenRefused('comment-missing')
    given(situation)
      .when(edits('elena', { amount: 11 }), takes('elena', 'submit', 'draft', { comment: 'Please.' }))
      .thenAt(['legal'], ['ana'])
  })
  it('tells the author when the document comes back', () =>
    given(draft).when(submits, rejects('ana')).thenAt(['draft']).thenStatus('draft').thenTold('elena: returned'))
})

describe('a card', () => {
  const draft = aDocument({ schema: way })

  it('is edited by whom the node lets, in one event', () => {
    const { document, accepted } = given(draft)
      .when(edits('elena', { amount: 100, subject: 'Roof' }))
      .thenHappened('card-edited')
    expect(document.card).toEqual({ amount: 100, subject: 'Roof' })
    expect(document.cardRevision).toBe(accepted.events[0]!.sequence)
  })
  it('is closed to everybody else, and at a node that lets nobody', () => {
    given(draft)
      .when(edits('ana', { amount: 1 }))
      .thenRefused('not-allowed', { field: 'amount' } as never)
    given(draft)
      .when(submits, edits('elena', { amount: 1 }))
      .thenRefused('not-allowed')
  })
  it('is refused whole where a value is of the wrong shape', () =>
    given(draft)
      .when(edits('elena', { amount: 'much', subject: 'Roof' }))
      .thenRefused('card-invalid'))
  it('is edited by access again after the end', () => {
    given(draft)
      .when(submits, approves('ana'), edits('elena', { amount: 1 }))
      .thenHappened('card-edited')
    given(draft)
      .when(submits, approves('ana'), edits('ana', { amount: 1 }))
      .thenRefused('not-allowed')
  })
  it('that changes nothing leaves no event', () =>
    given(draft)
      .when(edits('elena', { amount: null }))
      .thenHappened())
})

describe('an end', () => {
  const ended = given(aDocument({ schema: way })).when(submits, approves('ana'))

  it('closes the document, with its status and result', () => {
    ended.thenStatus('in-force').thenTold('elena: ended')
    expect(ended.document).toMatchObject({ closedOn: monday, process: { ended: { node: 'done', result: 'done' }, tokens: {}, blocks: {} } })
  })
  it('refuses every further step', () => given(ended.situation).when(submits).thenRefused('document-closed'))
  it('says of a closed assignment who closed it', () =>
    given(ended.situation)
      .when(approves('ana'))
      .thenRefused('assignment-closed', { by: 'ana', outcome: 'approved' } as never))
})

describe('an assignment', () => {
  const asked = happened(aDocument({ schema: way }), submits)

  it('is refused to somebody who was not asked', () =>
    given(asked)
      .when(approves('radu'))
      .thenRefused('not-your-turn', { holder: 'ana' } as never))
  it('asks for a comment when it is rejected', () => given(asked).when(decides('ana', 'rejected')).thenRefused('comment-missing'))
  it('knows only the outcomes of its node', () =>
    given(asked)
      .when(decides('ana', 'done'))
      .thenRefused('outcome-unknown', { expected: ['approved', 'rejected'] } as never))
  it('is asked again when the card has changed since it was read', () => {
    const schema = aSchema([{ ...legal, edit: [{ who: [{ role: 'director' }] }] }], routes)
    const situation = happened(aDocument({ schema }), submits)
    const sawRevision = situation.document.cardRevision
    given(situation)
      .when(edits('mihai', { amount: 3 }), approves('ana', { sawRevision }))
      .thenRefused('card-changed')
    given(situation).when(approves('ana', { sawRevision })).thenStatus('in-force')
  })
  it('takes a signature where the node asks for one', () => {
    const situation = happened(aDocument({ schema: aSchema([{ ...legal, sign: 'password' }], routes) }), submits)
    given(situation).when(approves('ana')).thenRefused('signature-missing')
    given(situation)
      .when(approves('ana', { signed: true }))
      .thenStatus('in-force')
  })
  it('names the assignment that it does not know', () => {
    const command = { type: 'claim', by: { kind: 'person', id: 'ana' }, assignment: 'nonsense' } as const
    expect(decide(asked.program, asked.document, command, asked.facts)).toMatchObject({
      kind: 'refused',
      problem: { code: 'assignment-unknown' },
    })
  })
})

describe('a late decision', () => {
  const schema = aSchema(
    [
      {
        ...legal,
        deadline: {
          within: 'P2D',
          in: 'working-time',
          reason: 'overdue-reasons',
          steps: [{ at: 'P0D', tell: [{ managerOf: 'assignee' }] }],
        },
      },
    ],
    routes,
  )
  const late = happened(aDocument({ schema }), submits, waits('P3D'))

  it('is due two working days after it was asked', () =>
    expect(Object.values(late.document.process!.assignments)[0]?.clock?.due).toBe('2026-11-25T07:00:00.000Z'))
  it('is told to the manager when it is overdue', () =>
    expect(late.notices.map(({ to, about }) => `${to} ${about}`)).toContain('stefan overdue'))
  it('needs a reason from the directory', () => {
    given(late)
      .when(approves('ana'))
      .thenRefused('overdue-reason-missing', { directory: 'overdue-reasons' } as never)
    given(late)
      .when(approves('ana', { reason: 'nonsense' }))
      .thenRefused('reason-unknown')
    given(late)
      .when(approves('ana', { reason: 'fax' }))
      .thenRefused('reason-unknown')
    const { document } = given(late)
      .when(approves('ana', { reason: 'papers-missing', comment: 'Their policy came late.' }))
      .thenStatus('in-force')
    expect(Object.values(document.process!.assignments)[0]).toMatchObject({ reason: 'papers-missing', comment: 'Their policy came late.' })
  })
  it('needs none at the very instant when it is due', () => {
    const due = at(happened(aDocument({ schema }), submits), '2026-11-25T07:00:00.000Z')
    given(due).when(approves('ana')).thenStatus('in-force')
  })
})
