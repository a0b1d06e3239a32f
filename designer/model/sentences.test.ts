import { describe, expect, it } from 'vitest'
import type { ApprovalSchema, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import { proseText, readingOrder, tellSchema } from './sentences.ts'
import { aTemplateWorkspace, aWorkspace, reached, theSchema } from './testing/a-workspace.ts'
import { definitionAt } from './workspace.ts'

const workspace = aWorkspace()
const schema = definitionAt(workspace, 'approval-schema', 'request-approval')!
const type = definitionAt(workspace, 'document-type', 'request')
const tell = (language: 'en' | 'ro') => tellSchema(schema, { language, workspace, type })
const of = (language: 'en' | 'ro', id: string) =>
  tell(language)
    .steps.find(({ node }) => node === id)!
    .sentences.join(' ')

describe('a schema in sentences', () => {
  it('tells who decides, by when, what if late, and where it goes', () => {
    expect(of('en', 'legal')).toBe(
      'Legal review: one of the lawyers decides within 2 working days, but never the author. If nobody can be asked, the author’s manager instead. If late, the manager of whoever is asked is told. Whoever is late is asked for a reason. On “approved”, this part is done. On “rejected”, it goes to “Writing”, which ends “Reviews”.',
    )
    expect(of('ro', 'legal')).toBe(
      'Legal review: unul dintre cei cu rolul „Lawyer” decide în 2 zile lucrătoare, dar niciodată autorul. Dacă nu poate fi întrebat nimeni, atunci superiorul autorului. Dacă întârzie, se anunță: superiorul persoanei întrebate. Cine întârzie trebuie să spună de ce. La „avizat”, această parte este gata. La „respins”, merge la „Writing”, iar „Reviews” se încheie.',
    )
  })
  it('tells what holds for one line only', () => {
    const changed = reached(
      theSchema(workspace),
      { type: 'set-line-property', node: 'legal', line: 'lawyer', property: 'prefer', value: ['writing'] },
      { type: 'set-line-property', node: 'legal', line: 'lawyer', property: 'except', value: [{ person: 'ana' }] },
      { type: 'set-line-property', node: 'legal', line: 'lawyer', property: 'lead', value: 'true' },
    ).body
    const said = tellSchema(changed, { language: 'en', workspace, type }).steps.find(({ node }) => node === 'legal')!.sentences
    expect(said).toEqual(
      expect.arrayContaining([
        'Responsible: one of the lawyers.',
        'Of them, whoever acted at “Writing” is asked rather than another: one of the lawyers.',
        'On the line “one of the lawyers”, Ana is never asked.',
      ]),
    )
  })
  it('tells at which hour a wait ends, and what a day off does to it', () => {
    const waiting = reached(
      theSchema(
        aWorkspace(({ approval }) => {
          approval.nodes.push({ id: 'wait', kind: 'wait', label: 'Waiting', until: [{ date: 'signedOn', hour: '09:00', dayOff: 'after' }] })
          approval.routes.push({ from: 'wait', to: 'dropped' }, { from: 'board', on: 'later', to: 'wait' })
        }),
      ),
    ).body
    const said = tellSchema(waiting, { language: 'en', workspace, type }).steps.find(({ node }) => node === 'wait')!.sentences[0]
    expect(said).toBe('Waiting: it waits until the date “Signed on” comes (at 09:00, on a day off, the day after it).')
  })
  it('tells what people may do besides deciding, of a step and of the whole way, and how they walk along a bar', () => {
    const changed = reached(
      theSchema(workspace),
      { type: 'set-node-property', node: 'legal', property: 'close', value: [{ role: 'lawyer' }] },
      { type: 'set-node-property', node: 'legal', property: 'needs', value: ['amount'] },
      {
        type: 'set-node-property',
        node: 'legal',
        property: 'allow',
        value: [{ who: [{ the: 'assignee' }], can: ['delegate', 'ask-opinion'] }],
      },
      { type: 'set-schema-property', property: 'allow', value: [{ who: [{ the: 'author' }], can: ['withdraw'] }] },
      { type: 'set-schema-property', property: 'bar', value: { stages: ['writing', 'board'], move: 'next', who: [{ the: 'author' }] } },
    ).body
    const prose = tellSchema(changed, { language: 'en', workspace, type })
    const nobody = { ...changed, bar: { stages: ['writing', 'board'], move: 'any' as const } }
    expect(tellSchema(nobody, { language: 'ro', workspace, type }).closing).toContain(
      'Pe bara cu „Writing” și „Board”, nimeni nu poate muta un document.',
    )
    expect(prose.steps.find(({ node }) => node === 'legal')!.sentences).toEqual(
      expect.arrayContaining([
        'The lawyers may close it before all have answered.',
        'To come here, “Amount” must be filled.',
        'Whoever is asked may delegate and ask for an opinion.',
      ]),
    )
    expect(prose.closing).toEqual(
      expect.arrayContaining([
        'The author may take it back.',
        'Along the bar of “Writing” and “Board”, the author may move a document only to the next one.',
      ]),
    )
  })
  it('tells how ways divide and meet', () => {
    expect(of('en', 'review')).toBe(
      'Reviews: at the same time, “Legal review” and “Finance”. When all have come, on to “Large?”. The document is now “Open”.',
    )
    expect(of('en', 'large')).toBe('Large? If Amount is above 1,000 and “visits("writing") < 3”, on to “Board”; otherwise to “Register”.')
    expect(of('en', 'board')).toMatch(/at most 2 times, after that to “Dropped”\.$/)
  })
  it('tells what holds for the whole way and everywhere', () => {
    expect(tell('en').opening).toEqual([
      'A document begins at “Writing”.',
      'The whole way takes at most 10 days from “Reviews” on; the clock stops at “Writing”.',
      'If late, the author is told.',
    ])
    expect(tell('en').closing).toEqual([
      'Anywhere, except at “Register”, the author may press “Drop”; it leads to “Dropped”.',
      'Whoever is asked may delegate.',
    ])
  })
  it('tells the steps in the order in which a reader meets them, each once', () => {
    expect(readingOrder(schema)).toEqual([
      'writing',
      'review',
      'legal',
      'money',
      'reviewed',
      'large',
      'board',
      'closing',
      'done',
      'dropped',
    ])
  })
  it('tells every shipped schema in both languages without a hole', () => {
    const office = aTemplateWorkspace()
    for (const [, { body }] of office.released)
      if ('nodes' in body)
        for (const language of ['en', 'ro'] as const) {
          const prose = tellSchema(body, { language, workspace: office, type: definitionAt(office, 'document-type', 'contract') })
          const text = proseText(prose)
          expect(text).not.toMatch(/undefined|\[object|\.\.(?!\.)| {2}|“”|„”/)
          expect(prose.steps).toHaveLength(body.nodes.filter(({ kind }) => kind !== 'join').length)
        }
  })
})

describe('what changes what happens', () => {
  const node = (id: string, change: object) => (body: ApprovalSchema) => ({
    ...body,
    nodes: body.nodes.map((each) => (each.id === id ? { ...each, ...change } : each)) as SchemaNode[],
  })
  const line = (change: object) => (body: ApprovalSchema) =>
    node('legal', { ask: [{ id: 'lawyer', who: [{ role: 'lawyer' }], take: 'one', ...change }] })(body)
  const deadline = (change: object) => (body: ApprovalSchema) => node('legal', { deadline: { within: 'P2D', ...change } })(body)
  const route = (from: string, change: object) => (body: ApprovalSchema) => ({
    ...body,
    routes: body.routes.map((each) => (each.from === from ? { ...each, ...change } : each)),
  })
  const action = (change: object) => (body: ApprovalSchema) =>
    node('writing', { actions: [{ id: 'submit', label: 'Send', who: [{ the: 'author' }], ...change }] })(body)
  const decision = (change: object) => (body: ApprovalSchema) =>
    node('legal', { actions: [{ id: 'approved', label: 'Yes', ...change }] })(body)
  const me = [{ the: 'author' }]
  /** Each beside what it is a change of. */
  const changes: Readonly<Record<string, readonly [(body: ApprovalSchema) => ApprovalSchema, (body: ApprovalSchema) => ApprovalSchema]>> = {
    'who stands on a line': [line({}), line({ who: [{ the: 'everyone' }] })],
    'how many of them': [line({}), line({ take: 'least-busy' })],
    'when a line is asked': [line({}), line({ when: 'amount > 5' })],
    'a line for each row': [line({}), line({ each: 'parts' })],
    'whose line it is': [line({}), line({ lead: 'true' })],
    'whom a line never asks': [line({}), line({ except: me })],
    'whom a line rather asks': [line({}), line({ prefer: ['writing'] })],
    'what a line shows': [line({}), line({ sees: ['amount'] })],
    'a condition on people': [line({}), line({ who: [{ role: 'lawyer', where: 'person.signingLimit > amount' }] })],
    'whom a step never asks': [node('legal', { except: me }), node('legal', { except: [{ person: 'ana' }] })],
    'how many must agree': [node('money', { rule: 'majority' }), node('money', { rule: { atLeast: 2 } })],
    'who speaks last': [node('money', {}), node('money', { order: 'lead-last' })],
    'when a rejection ends it': [node('money', { rejection: 'at-once' }), node('money', { rejection: 'after-all' })],
    'who is asked again': [node('money', { again: 'everybody' }), node('money', { again: 'who-had-not-approved' })],
    'who may still answer': [node('money', { late: 'withdraw' }), node('money', { late: 'let-finish' })],
    'whether it is signed': [node('money', { sign: 'none' }), node('money', { sign: 'password' })],
    'who may close it': [node('money', {}), node('money', { close: me })],
    'who may do more': [node('money', {}), node('money', { allow: [{ who: me, can: ['skip'] }] })],
    'what must be filled': [node('money', {}), node('money', { needs: ['amount'] })],
    'who may change what': [node('money', {}), node('money', { edit: [{ who: me, fields: ['amount'] }] })],
    'what is done on coming here': [node('money', {}), node('money', { onEnter: [{ do: 'register' }] })],
    'the status': [node('money', {}), node('money', { status: 'open' })],
    'who is asked instead': [node('money', {}), node('money', { ifNobody: { ask: [{ id: 'a', who: me }] } })],
    'how long it may take': [deadline({}), deadline({ within: 'P3D' })],
    'what is counted': [deadline({}), deadline({ in: 'working-time' })],
    'the hour of a deadline': [deadline({}), deadline({ hour: '12:00' })],
    'a day off': [deadline({}), deadline({ dayOff: 'before' })],
    'a reason for being late': [deadline({}), deadline({ reason: 'late-reasons' })],
    'what happens when late': [deadline({}), deadline({ steps: [{ at: 'P0D', does: [{ do: 'register' }] }] })],
    'who may press a button': [action({}), action({ who: [{ role: 'lawyer' }] })],
    'when a button may be pressed': [action({}), action({ when: 'amount > 5' })],
    'what a button needs': [action({}), action({ needs: ['amount'] })],
    'a comment': [action({}), action({ comment: 'required' })],
    'a button of nobody': [action({}), action({ who: [] })],
    'what a decision counts as': [decision({ counts: 'for' }), decision({ counts: 'at-once' })],
    'what a decision needs': [decision({}), decision({ needs: ['amount'] })],
    'whether a document moves along': [node('writing', { follows: undefined }), node('writing', { follows: 'newest' })],
    'by when a block is done': [node('review', {}), node('review', { deadline: { within: 'P9D' } })],
    'the buttons of a block': [node('review', {}), node('review', { actions: [{ id: 'stop', label: 'Stop', who: me }] })],
    'a block for each row': [node('review', {}), node('review', { each: 'parts' })],
    'how many ways must come': [node('reviewed', { rule: 'all' }), node('reviewed', { rule: { atLeast: 1 } })],
    'what becomes of the rest': [node('reviewed', { rule: 'any' }), node('reviewed', { rule: 'any', rest: 'let-finish' })],
    'a result': [node('done', { result: undefined }), node('done', { result: 'won' })],
    'what an arrow counts for': [route('legal', {}), route('legal', { arrives: 'uncounted' })],
    'how often an arrow is taken': [route('legal', {}), route('legal', { atMost: 2, then: 'dropped' })],
  }
  it.each(Object.keys(changes))('is told, in both languages: %s', (name) => {
    const [before, after] = changes[name]!
    for (const language of ['en', 'ro'] as const) {
      const told = (change: (body: ApprovalSchema) => ApprovalSchema) =>
        proseText(tellSchema(change(schema), { language, workspace, type }))
      expect(told(after)).not.toBe(told(before))
      expect(told(after)).not.toMatch(/undefined|\[object|\.\.(?!\.)| {2}|“”|„”/)
    }
  })
})
