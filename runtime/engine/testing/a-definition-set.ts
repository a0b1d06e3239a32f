import type { ApprovalSchema, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { DefinitionSet, Organisation } from '../check-world.ts'
import { byId } from '../check-world.ts'
import { aPerson } from './a-site.ts'

/** A set of definitions that tests may change as they like. */
export interface Draft {
  company: DocumentType
  request: DocumentType
  approval: ApprovalSchema
  rule: ReminderRule
  reasons: Directory
  languages: string[]
}

const organisation: Organisation = {
  people: byId([
    aPerson('mihai', { roles: ['director'] }),
    aPerson('ana', { manager: 'mihai', roles: ['lawyer'] }),
    aPerson('radu', { manager: 'mihai' }),
  ]),
  roles: byId([
    { id: 'director', label: 'Director' },
    { id: 'lawyer', label: 'Lawyer' },
    { id: 'clerk', label: 'Clerk' },
  ]),
  groups: byId([{ id: 'finance', label: 'Finance', members: ['radu'] }]),
  departments: byId([{ id: 'office', label: 'Office', parent: null, head: 'mihai' }]),
}

/** A small office in which nothing is wrong: companies, and requests to them that are reviewed by two and decided by one. */
export function aDraft(): Draft {
  return structuredClone(valid)
}

/** The set as the check takes it. */
export function setOf(draft: Draft, more: Partial<DefinitionSet> = {}): DefinitionSet {
  const { company, request, approval, rule, reasons, languages } = draft
  return { types: [company, request], schemas: [approval], rules: [rule], directories: [reasons], organisation, languages, ...more }
}

/** A node of the draft's approval schema by its id; its kind is the test's to know. */
export function nodeOf<K extends SchemaNode['kind']>({ approval }: Draft, id: string, kind: K): Extract<SchemaNode, { kind: K }> {
  const node = approval.nodes.find((one) => one.id === id)
  if (node?.kind !== kind) throw new Error(`no ${kind} "${id}"`)
  return node as Extract<SchemaNode, { kind: K }>
}

const valid: Draft = {
  company: {
    id: 'company',
    label: 'Company',
    kind: 'record',
    title: '{name}',
    fields: [
      { id: 'name', type: 'text', label: 'Name', required: true },
      { id: 'taxNumber', type: 'text', label: 'Tax number' },
      { id: 'rating', type: 'number', label: 'Rating', confidential: true },
      {
        id: 'owed',
        type: 'money',
        label: 'Owed',
        currency: 'RON',
        rollup: { of: 'requests', sum: 'amount', where: 'that.status = "open"' },
      },
      { id: 'parent', type: 'link', label: 'Parent company', to: ['company'], back: { id: 'daughters', label: 'Daughters' } },
    ],
  },
  request: {
    id: 'request',
    label: { en: 'Request', ro: 'Cerere' },
    kind: 'document',
    title: { en: 'Request {number} of {company}', ro: 'Cererea {number} de la {company}' },
    statuses: [
      { id: 'draft', label: 'Draft' },
      { id: 'open', label: 'Open' },
      { id: 'done', label: 'Done', closed: true },
    ],
    number: { series: [{ pattern: 'R-{yyyy}/{0000}' }], date: 'signedOn' },
    fields: [
      { id: 'company', type: 'link', label: 'Company', to: ['company'], required: true, back: { id: 'requests', label: 'Requests' } },
      { id: 'taxNumber', type: 'text', label: 'Tax number', copyFrom: 'company.taxNumber' },
      { id: 'amount', type: 'money', label: 'Amount', currency: 'RON', required: true, min: 0 },
      { id: 'signedOn', type: 'date', label: 'Signed on' },
      { id: 'reason', type: 'choice', label: 'Reason', options: 'late-reasons' },
      { id: 'responsible', type: 'person', label: 'Responsible', among: [{ group: 'finance' }], defaultFrom: 'author' },
      {
        id: 'parts',
        type: 'table',
        label: 'Parts',
        fields: [
          { id: 'what', type: 'text', label: 'What' },
          { id: 'due', type: 'date', label: 'Due' },
          { id: 'person', type: 'person', label: 'Person' },
          { id: 'lead', type: 'yes-no', label: 'Responsible' },
          { id: 'price', type: 'money', label: 'Price', currency: 'RON' },
        ],
      },
      { id: 'priced', type: 'money', label: 'Priced', currency: 'RON', rollup: { of: 'parts', sum: 'price' } },
      { id: 'left', type: 'money', label: 'Left', currency: 'RON', formula: 'amount - priced' },
    ],
    checks: [
      {
        id: 'within',
        must: 'priced <= amount',
        else: { en: 'The parts cost {priced}.', ro: 'Părțile costă {priced}.' },
        fields: ['parts'],
      },
    ],
    layout: [
      {
        id: 'main',
        tab: 'Main',
        sections: [
          {
            id: 'all',
            columns: [
              ['company', 'amount', 'signedOn', 'reason', 'responsible'],
              ['parts', 'priced', 'left', 'taxNumber'],
            ],
          },
        ],
      },
    ],
    views: [
      {
        id: 'open',
        label: 'Open',
        as: 'table',
        columns: ['number', 'company', 'amount', 'step'],
        where: 'status = "open"',
        sort: ['-signedOn'],
      },
      { id: 'board', label: 'Board', as: 'board', group: 'status' },
      { id: 'days', label: 'Days', as: 'calendar', date: 'signedOn' },
    ],
    access: [
      { who: [{ group: 'finance' }, { role: 'lawyer' }], can: ['create'] },
      { who: [{ field: 'responsible' }, { the: 'author' }], can: ['read', 'edit'], when: 'status != "done"' },
    ],
    approval: [{ schema: 'request-approval', start: 'on-create' }],
  },
  approval: {
    id: 'request-approval',
    label: 'Request approval',
    start: 'writing',
    deadline: { within: 'P10D', from: 'review', pauseAt: ['writing'], steps: [{ at: 'P0D', tell: [{ the: 'author' }] }] },
    allow: [{ can: ['delegate'], who: [{ the: 'assignee' }] }],
    anywhere: [{ id: 'drop', label: 'Drop', who: [{ the: 'author' }], notIn: ['closing'] }],
    nodes: [
      {
        id: 'writing',
        kind: 'stage',
        label: 'Writing',
        status: 'draft',
        edit: [{ who: [{ the: 'author' }] }],
        actions: [{ id: 'send', label: 'Send', who: [{ the: 'author' }], needs: ['company', 'amount'] }],
      },
      { id: 'review', kind: 'fork', label: 'Reviews', status: 'open' },
      {
        id: 'legal',
        in: 'review',
        kind: 'approval',
        label: 'Legal review',
        text: 'Look at {company}.',
        ask: [{ id: 'lawyer', who: [{ role: 'lawyer' }], take: 'one' }],
        except: [{ the: 'author' }],
        ifNobody: { ask: [{ id: 'head', who: [{ managerOf: 'author' }] }] },
        deadline: { within: 'P2D', in: 'working-time', reason: 'late-reasons', steps: [{ at: 'P0D', tell: [{ managerOf: 'assignee' }] }] },
      },
      { id: 'money', in: 'review', kind: 'approval', label: 'Finance', ask: [{ id: 'finance', who: [{ group: 'finance' }] }] },
      { id: 'reviewed', kind: 'join', label: 'Reviewed', fork: 'review' },
      { id: 'large', kind: 'decision', label: 'Large?' },
      { id: 'board', kind: 'approval', label: 'Board', ask: [{ id: 'director', who: [{ role: 'director' }] }] },
      { id: 'closing', kind: 'automation', label: 'Register', does: [{ do: 'register' }, { do: 'set', set: { signedOn: 'today()' } }] },
      { id: 'done', kind: 'end', label: 'Done', status: 'done' },
      { id: 'dropped', kind: 'end', label: 'Dropped', status: 'done' },
    ],
    routes: [
      { from: 'writing', on: 'send', to: 'review' },
      { from: 'review', to: 'legal' },
      { from: 'review', to: 'money' },
      { from: 'legal', on: 'approved', to: 'reviewed' },
      { from: 'legal', on: 'rejected', to: 'writing' },
      { from: 'money', on: 'approved', to: 'reviewed' },
      { from: 'money', on: 'rejected', to: 'writing' },
      { from: 'reviewed', to: 'large' },
      { from: 'large', when: 'amount > 1000 and visits("writing") < 3', to: 'board' },
      { from: 'large', otherwise: true, to: 'closing' },
      { from: 'board', on: 'approved', to: 'closing' },
      { from: 'board', on: 'rejected', to: 'writing', atMost: 2, then: 'dropped' },
      { from: 'closing', to: 'done' },
      { from: 'anywhere', on: 'drop', to: 'dropped' },
    ],
  },
  rule: {
    id: 'part-due',
    label: 'Part due',
    type: 'request',
    around: { rows: 'parts', field: 'due' },
    while: 'status = "open" and row.price > 0',
    steps: [{ at: '-P2D', tell: [{ field: 'row.person' }, { headOf: { field: 'responsible' } }] }],
    text: { en: '{row.what} of {title} is due on {row.due}.', ro: '{row.what} din {title} are termen {row.due}.' },
  },
  reasons: {
    id: 'late-reasons',
    label: 'Reasons for being late',
    columns: [{ id: 'ours', type: 'yes-no', label: 'Our own fault' }],
    items: [{ id: 'papers', label: 'Papers are missing', ours: false }],
  },
  languages: ['en', 'ro'],
}
