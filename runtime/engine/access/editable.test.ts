import { describe, expect, it } from 'vitest'
import type { ApprovalSchema, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { Card } from '../card/card.ts'
import { readerOf } from '../document/fact-reader.ts'
import { aDocument, aSchema, aType, happened, type Situation } from '../testing/a-situation.ts'
import { submits } from '../testing/steps.ts'
import { editableFields, forbiddenPaths } from './editable.ts'

function editable({ program, document, facts }: Situation, person: string) {
  return editableFields(program, document, person, facts)
}

function forbidden({ program, document, facts }: Situation, person: string, changes: Parameters<typeof forbiddenPaths>[2]) {
  return forbiddenPaths({ program, document, reader: readerOf(facts) }, person, changes)
}

const works: Card = {
  works: [
    { _id: 'r1', what: 'dig', person: 'ana' },
    { _id: 'r2', what: 'fill', person: 'radu' },
  ],
}
const task: SchemaNode = {
  id: 'do',
  kind: 'task',
  label: 'Do',
  ask: [{ id: 'parts', each: 'works', who: [{ field: 'row.person' }] }],
  edit: [
    { who: [{ the: 'assignee' }], fields: ['row.report'] },
    { who: [{ role: 'director' }], fields: ['amount', 'works.due'] },
  ],
}
const atTask: ApprovalSchema = aSchema(
  [task],
  [
    { from: 'draft', on: 'submit', to: 'do' },
    { from: 'do', on: 'done', to: 'done' },
  ],
)
const stageOnly: ApprovalSchema = aSchema(
  [{ id: 'rest', kind: 'stage', label: 'Rest', actions: [{ id: 'end', label: 'End', who: [{ the: 'author' }] }] }],
  [
    { from: 'draft', on: 'submit', to: 'rest' },
    { from: 'rest', on: 'end', to: 'done' },
  ],
)

function withFields(...fields: readonly CardField[]) {
  const type = aType()
  return { ...type, fields: [...type.fields, ...fields] }
}

describe('while a process runs', () => {
  it('whom the node names edits the fields that it lists', () => {
    const draft = aDocument({ schema: atTask, card: works })
    expect(editable(draft, 'elena').has('amount')).toBe(true)
    expect(editable(draft, 'elena').has('works/r1/what')).toBe(true)
    expect(editable(draft, 'mihai').fields).toEqual([])
  })

  it('each one asked edits the row that they were asked about, and nothing else of it', () => {
    const asked = happened(aDocument({ schema: atTask, card: works }), submits)
    expect(editable(asked, 'ana').has('works/r1/report')).toBe(true)
    expect(editable(asked, 'ana').has('works/r2/report')).toBe(false)
    expect(editable(asked, 'ana').has('works/r1/what')).toBe(false)
    expect(editable(asked, 'ana').fields).toEqual(['works'])
  })

  it('a column of every row goes to whom it is given', () => {
    const asked = happened(aDocument({ schema: atTask, card: works }), submits)
    const director = editable(asked, 'mihai')
    expect([director.has('amount'), director.has('works/r2/due'), director.has('works/r2/report'), director.has('works')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('a stage without `edit` lets nobody, whatever access gives', () => {
    const resting = happened(aDocument({ schema: stageOnly, card: works }), submits)
    expect(editable(resting, 'elena').fields).toEqual([])
  })

  it('the fork around lets edit what it lists', () => {
    const schema = aSchema(
      [
        { id: 'both', kind: 'fork', label: 'Both', edit: [{ who: [{ the: 'author' }], fields: ['subject'] }] },
        { id: 'a', kind: 'approval', label: 'A', in: 'both', ask: [{ id: 'l', who: [{ person: 'ana' }] }] },
        { id: 'b', kind: 'approval', label: 'B', in: 'both', ask: [{ id: 'l', who: [{ person: 'radu' }] }] },
        { id: 'met', kind: 'join', fork: 'both' },
      ],
      [
        { from: 'draft', on: 'submit', to: 'both' },
        { from: 'both', to: 'a' },
        { from: 'both', to: 'b' },
        { from: 'a', on: 'approved', to: 'met' },
        { from: 'a', on: 'rejected', to: 'draft' },
        { from: 'b', on: 'approved', to: 'met' },
        { from: 'b', on: 'rejected', to: 'draft' },
        { from: 'met', to: 'done' },
      ],
    )
    const reviewed = happened(aDocument({ schema }), submits)
    expect(editable(reviewed, 'elena').fields).toEqual(['subject'])
    expect(editable(reviewed, 'ana').fields).toEqual([])
  })
})

describe('with no process', () => {
  it('whom access gives edit edits everything but what is calculated', () => {
    const plain = aDocument({
      schema: null,
      type: { ...withFields({ id: 'double', type: 'number', label: 'a', formula: 'amount * 2' }), approval: [] },
    })
    expect(editable(plain, 'elena').has('amount')).toBe(true)
    expect(editable(plain, 'elena').has('double')).toBe(false)
    expect(editable(plain, 'radu').fields).toEqual([])
  })

  it('narrows by condition and by who', () => {
    const type = {
      ...withFields(
        { id: 'locked', type: 'text', label: 'a', editableWhen: 'amount < 10' },
        { id: 'theirs', type: 'text', label: 'a', editedBy: [{ role: 'director' }] },
        { id: 'unseen', type: 'text', label: 'a', seenBy: [{ role: 'director' }] },
      ),
      approval: [],
    }
    const fields = editable(aDocument({ schema: null, type, card: { amount: 11 } }), 'elena').fields
    expect(fields).toContain('amount')
    expect(fields.filter((id) => ['locked', 'theirs', 'unseen'].includes(id))).toEqual([])
    expect(editable(aDocument({ schema: null, type, card: { amount: 9 } }), 'elena').has('locked')).toBe(true)
  })
})

describe('changes', () => {
  const type = {
    ...aType({
      fields: [
        {
          id: 'rows',
          type: 'table',
          label: 'a',
          fields: [
            { id: 'what', type: 'text', label: 'a' },
            { id: 'checked', type: 'yes-no', label: 'a', editedBy: [{ role: 'director' }] },
          ],
        },
      ],
    }),
    approval: [],
  }
  const plain = aDocument({ schema: null, type, card: { rows: [{ _id: 'r1', what: 'dig' }] } })

  it('of a whole row count for each cell that becomes another', () => {
    expect(forbidden(plain, 'elena', [{ path: 'rows/r1', to: { _id: 'r1', what: 'fill' } }])).toEqual([])
    expect(forbidden(plain, 'elena', [{ path: 'rows/r1', to: { _id: 'r1', what: 'dig', checked: true } }])).toEqual(['rows/r1/checked'])
    expect(forbidden(plain, 'elena', [{ path: 'rows/r2', to: { _id: 'r2', checked: true } }])).toEqual(['rows/r2/checked'])
    expect(forbidden(plain, 'elena', [{ path: 'rows', to: [{ _id: 'r1', what: 'dig', checked: true }] }])).toEqual(['rows/r1/checked'])
  })
})
