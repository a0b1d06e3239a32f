import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { People } from '../../../schemas/generated/people.ts'
import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { Scenario } from '../../../schemas/generated/scenario.ts'
import type { TemplateSet } from '../simulation/template-set.ts'

const supplier: DocumentType = {
  id: 'supplier',
  label: 'Supplier',
  kind: 'record',
  title: '{name}',
  fields: [
    { id: 'name', type: 'text', label: 'Name', required: true },
    { id: 'taxNumber', type: 'text', label: 'Tax number', unique: true },
  ],
  layout: [{ id: 'main', tab: 'Main', sections: [{ id: 'all', columns: [['name', 'taxNumber']] }] }],
  access: [{ who: [{ the: 'everyone' }], can: ['read', 'create', 'edit'] }],
}

const order: DocumentType = {
  id: 'order',
  label: 'Order',
  kind: 'document',
  title: { en: 'Order {number}', ro: 'Comanda {number}' },
  statuses: [
    { id: 'draft', label: 'Draft' },
    { id: 'in-approval', label: 'In approval' },
    { id: 'open', label: 'Open' },
    { id: 'closed', label: 'Closed', closed: true },
    { id: 'dropped', label: 'Dropped', closed: true },
  ],
  number: { series: [{ pattern: 'O-{yyyy}/{000}' }] },
  fields: [
    { id: 'supplier', type: 'link', label: 'Supplier', to: ['supplier'] },
    { id: 'amount', type: 'number', label: 'Amount', required: true },
    { id: 'until', type: 'date', label: 'Until' },
    {
      id: 'lines',
      type: 'table',
      label: 'Lines',
      fields: [
        { id: 'what', type: 'text', label: 'What' },
        { id: 'price', type: 'number', label: 'Price' },
      ],
    },
    { id: 'billed', type: 'number', label: 'Billed', rollup: { of: 'bills', sum: 'amount' } },
    { id: 'left', type: 'number', label: 'Left', formula: 'amount - billed' },
  ],
  checks: [{ id: 'ceiling', must: 'billed <= amount', else: 'The bills would exceed the order.' }],
  layout: [{ id: 'main', tab: 'Main', sections: [{ id: 'all', columns: [['supplier', 'amount', 'until', 'lines', 'billed', 'left']] }] }],
  access: [{ who: [{ the: 'everyone' }], can: ['read', 'create'] }],
  approval: [{ schema: 'order-approval', start: 'on-create' }],
}

const bill: DocumentType = {
  id: 'bill',
  label: 'Bill',
  kind: 'record',
  title: 'Bill',
  fields: [
    { id: 'order', type: 'link', label: 'Order', to: ['order'], required: true, back: { id: 'bills', label: 'Bills' } },
    { id: 'amount', type: 'number', label: 'Amount', required: true },
  ],
  layout: [{ id: 'main', tab: 'Main', sections: [{ id: 'all', columns: [['order', 'amount']] }] }],
  access: [{ who: [{ the: 'everyone' }], can: ['read', 'create', 'edit'] }],
}

/** Drafted, reviewed by two at once and by a pool, registered; open until it is billed in full, then closed by itself. */
const orderApproval: ApprovalSchema = {
  id: 'order-approval',
  label: 'Order approval',
  start: 'draft',
  allow: [
    { can: ['delegate'], who: [{ the: 'assignee' }] },
    { can: ['reassign'], who: [{ role: 'director' }] },
    { can: ['withdraw'], who: [{ the: 'author' }] },
  ],
  anywhere: [{ id: 'drop', label: 'Drop', who: [{ the: 'author' }], comment: 'required' }],
  nodes: [
    {
      id: 'draft',
      kind: 'stage',
      label: 'Draft',
      status: 'draft',
      follows: 'newest',
      edit: [{ who: [{ the: 'author' }] }],
      actions: [{ id: 'submit', label: 'Submit', who: [{ the: 'author' }], needs: ['amount'] }],
    },
    { id: 'review', kind: 'fork', label: 'Review', status: 'in-approval' },
    {
      id: 'legal',
      in: 'review',
      kind: 'approval',
      label: 'Legal',
      ask: [{ id: 'lawyer', who: [{ role: 'lawyer' }], take: 'one' }],
      deadline: {
        within: 'P1D',
        steps: [
          { at: 'P0D', tell: [{ the: 'assignee' }] },
          { at: 'P1D', pass: [{ role: 'director' }] },
        ],
      },
    },
    { id: 'money', in: 'review', kind: 'approval', label: 'Money', ask: [{ id: 'both', who: [{ group: 'finance' }] }], order: 'in-order' },
    { id: 'reviewed', kind: 'join', fork: 'review', rule: 'all' },
    {
      id: 'register',
      kind: 'automation',
      label: 'Register',
      does: [
        { do: 'register' },
        { do: 'notify', who: [{ role: 'director' }], text: { en: '{title} is open.', ro: '{title} este deschisă.' } },
      ],
    },
    { id: 'open', kind: 'wait', label: 'Open', status: 'open', until: [{ when: 'billed >= amount' }] },
    { id: 'closed', kind: 'end', label: 'Closed', status: 'closed' },
    { id: 'dropped', kind: 'end', label: 'Dropped', status: 'dropped' },
  ],
  routes: [
    { from: 'draft', on: 'submit', to: 'review' },
    { from: 'review', to: 'legal' },
    { from: 'review', to: 'money' },
    { from: 'legal', on: 'approved', to: 'reviewed' },
    { from: 'legal', on: 'rejected', to: 'draft' },
    { from: 'money', on: 'approved', to: 'reviewed' },
    { from: 'money', on: 'rejected', to: 'draft' },
    { from: 'reviewed', to: 'register' },
    { from: 'register', to: 'open' },
    { from: 'open', to: 'closed' },
    { from: 'anywhere', on: 'drop', to: 'dropped' },
  ],
}

const ending: ReminderRule = {
  id: 'order-ending',
  label: 'Order ending',
  type: 'order',
  around: { field: 'until' },
  while: 'status = "open"',
  hour: '09:00',
  steps: [{ at: '-P2D', tell: [{ the: 'author' }] }],
  text: { en: '{title} ends on {until}.', ro: '{title} se încheie la {until}.' },
}

const people: People = {
  departments: [{ id: 'office', label: 'Office' }],
  roles: [
    { id: 'lawyer', label: 'Lawyer' },
    { id: 'director', label: 'Director' },
  ],
  groups: [{ id: 'finance', label: 'Finance', members: ['radu', 'ioana'] }],
  people: [
    { id: 'elena', name: 'Elena', department: 'office', language: 'ro' },
    { id: 'ana', name: 'Ana', roles: ['lawyer'] },
    { id: 'stefan', name: 'Ștefan', roles: ['lawyer'] },
    { id: 'radu', name: 'Radu' },
    { id: 'ioana', name: 'Ioana' },
    { id: 'mihai', name: 'Mihai', roles: ['director'] },
  ],
}

/** A ready-made set, valid as it stands: orders with their bills, reviewed at the same time by legal and by finance in order. */
export function aTemplateSet(given: Partial<TemplateSet> = {}): TemplateSet {
  return {
    template: { id: 'orders', label: 'Orders', text: 'Orders and their bills', version: '1.0.0', languages: ['en', 'ro'] },
    types: [supplier, order, bill],
    schemas: [orderApproval],
    rules: [ending],
    directories: [],
    printForms: [],
    people,
    samples: [],
    scenarios: [],
    ...given,
  }
}

/** A rehearsal of an order of Elena's, for 100, on a Monday at nine. */
export function aScenario(steps: Scenario['steps'], given: Partial<Scenario> = {}): Scenario {
  return {
    id: 'rehearsal',
    label: 'A rehearsal',
    now: '2026-10-05T09:00',
    document: { type: 'order', as: 'order', author: 'elena', card: { amount: 100 } },
    steps,
    ...given,
  }
}
