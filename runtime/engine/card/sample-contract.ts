/** Builders for the tests of this folder and its neighbours: a small office with a contract, valid by default. */
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { type FactReader, readerOf } from '../document/fact-reader.ts'
import type { Facts, LinkedDocument } from '../document/facts.ts'
import type { Document } from '../document/state.ts'
import type { Person, Site } from '../site.ts'
import type { Card } from './card.ts'

export const contractType: DocumentType = {
  id: 'contract',
  label: { en: 'Contract', ro: 'Contract' },
  kind: 'document',
  title: { en: 'Contract {number} with {counterparty}', ro: 'Contractul {number} cu {counterparty}' },
  statuses: [
    { id: 'draft', label: 'Draft' },
    { id: 'in-force', label: { en: 'In force', ro: 'În vigoare' } },
  ],
  fields: [
    {
      id: 'side',
      type: 'choice',
      label: 'We',
      options: [
        { id: 'purchase', label: 'buy' },
        { id: 'sale', label: 'sell' },
        { id: 'barter', label: 'swap', retired: true },
      ],
      required: true,
    },
    {
      id: 'counterparty',
      type: 'link',
      label: 'Counterparty',
      to: ['counterparty'],
      required: true,
      back: { id: 'contracts', label: 'Contracts' },
    },
    { id: 'taxNumber', type: 'text', label: 'Tax number', copyFrom: 'counterparty.taxNumber' },
    { id: 'currency', type: 'choice', label: 'Currency', options: 'currencies', default: 'RON' },
    { id: 'amount', type: 'money', label: 'Amount', currency: { field: 'currency' }, min: 0, decimals: 2 },
    { id: 'signedOn', type: 'date', label: 'Signed on' },
    { id: 'validUntil', type: 'date', label: 'Valid until', min: '2000-01-01' },
    { id: 'responsible', type: 'person', label: 'Responsible', defaultFrom: 'author', required: true },
    { id: 'advance', type: 'percent', label: 'Advance' },
    {
      id: 'advanceAmount',
      type: 'money',
      label: 'Advance paid',
      currency: { field: 'currency' },
      formula: 'amount * advance',
      visibleWhen: 'advance > 0',
    },
    { id: 'reason', type: 'long-text', label: 'Why', requiredWhen: 'amount > 100000', visibleWhen: 'side = "purchase"' },
    {
      id: 'works',
      type: 'table',
      label: 'Works',
      fields: [
        { id: 'what', type: 'text', label: 'Work', required: true },
        { id: 'due', type: 'date', label: 'Due', defaultFrom: 'validUntil' },
        { id: 'quantity', type: 'number', label: 'Quantity' },
        { id: 'unitPrice', type: 'money', label: 'Unit price', currency: { field: 'currency' }, decimals: 4 },
        { id: 'price', type: 'money', label: 'Price', currency: { field: 'currency' }, formula: 'row.quantity * row.unitPrice' },
        { id: 'doer', type: 'person', label: 'By' },
      ],
    },
    { id: 'planned', type: 'money', label: 'Planned', currency: { field: 'currency' }, rollup: { of: 'works', sum: 'price' } },
    {
      id: 'accepted',
      type: 'money',
      label: 'Accepted',
      currency: { field: 'currency' },
      rollup: { of: 'acts', sum: 'amount', where: 'that.status != "cancelled"' },
    },
    { id: 'balance', type: 'money', label: 'Open', currency: { field: 'currency' }, formula: 'amount - accepted' },
    { id: 'daysLeft', type: 'number', label: 'Days left', formula: '(validUntil - today()).days' },
    {
      id: 'tags',
      type: 'choice',
      label: 'Tags',
      options: [
        { id: 'urgent', label: 'Urgent' },
        { id: 'big', label: 'Big' },
      ],
      many: true,
    },
    { id: 'margin', type: 'percent', label: 'Margin', confidential: true, seenBy: [{ role: 'director' }] },
  ],
  checks: [
    {
      id: 'dates',
      must: 'validUntil > signedOn',
      else: { en: 'It ends on {validUntil}, before it is signed.', ro: 'Se termină la {validUntil}, înainte de semnare.' },
      fields: ['validUntil'],
    },
    { id: 'ceiling', must: 'accepted <= amount', else: 'The acts exceed {amount}.', override: [{ role: 'director' }] },
  ],
  access: [
    { who: [{ role: 'lawyer' }, { role: 'director' }], can: ['read', 'edit'] },
    { who: [{ field: 'responsible' }, { the: 'author' }], can: ['read'] },
  ],
}

export const counterpartyType: DocumentType = {
  id: 'counterparty',
  label: 'Counterparty',
  kind: 'record',
  title: '{name}',
  statuses: [{ id: 'active', label: 'Active' }],
  fields: [
    { id: 'name', type: 'text', label: 'Name', required: true },
    { id: 'taxNumber', type: 'text', label: 'Tax number' },
    { id: 'owner', type: 'person', label: 'Owner' },
    { id: 'blocked', type: 'yes-no', label: 'Blocked' },
  ],
}

export const actType: DocumentType = {
  id: 'act',
  label: 'Act',
  kind: 'document',
  statuses: [
    { id: 'done', label: 'Done' },
    { id: 'cancelled', label: 'Cancelled' },
  ],
  fields: [
    { id: 'contract', type: 'link', label: 'Contract', to: ['contract'], parent: true, back: { id: 'acts', label: 'Acts' } },
    { id: 'currency', type: 'choice', label: 'Currency', options: 'currencies' },
    { id: 'amount', type: 'money', label: 'Amount', currency: { field: 'currency' } },
  ],
}

function aPerson(id: string, roles: readonly string[] = [], more: Partial<Person> = {}): Person {
  return {
    id,
    name: id,
    email: `${id}@example.org`,
    language: 'en',
    department: null,
    manager: null,
    roles,
    calendar: null,
    left: false,
    attributes: {},
    ...more,
  }
}

export function aSite(more: Partial<Site> = {}): Site {
  const people = [
    aPerson('ana', ['lawyer'], { name: 'Ana Munteanu', department: 'legal', manager: 'mihai', attributes: { limit: 5000 } }),
    aPerson('elena', [], { department: 'sales' }),
    aPerson('mihai', ['director']),
    aPerson('radu', []),
    aPerson('gone', [], { left: true }),
  ]
  const types = [contractType, counterpartyType, actType]
  return {
    rev: 1,
    name: 'Office',
    languages: ['en', 'ro'],
    zone: 'Europe/Bucharest',
    calendar: {
      zone: 'Europe/Bucharest',
      hours: {
        monday: [['09:00', '17:00']],
        tuesday: [['09:00', '17:00']],
        wednesday: [['09:00', '17:00']],
        thursday: [['09:00', '17:00']],
        friday: [['09:00', '17:00']],
      },
      holidays: ['2026-11-30', '2026-12-01'],
    },
    people: new Map(people.map((person) => [person.id, person])),
    departments: new Map([
      ['legal', { id: 'legal', label: 'Legal', parent: null, head: 'ana' }],
      ['sales', { id: 'sales', label: 'Sales', parent: null, head: 'elena' }],
    ]),
    roles: new Map([
      ['lawyer', { id: 'lawyer', label: 'Lawyer' }],
      ['director', { id: 'director', label: 'Director' }],
    ]),
    groups: new Map([['managers', { id: 'managers', label: 'Managers', members: ['elena'] }]]),
    substitutions: [],
    release: 1,
    types: new Map(types.map((type) => [type.id, type])),
    schemas: new Map(),
    rules: new Map(),
    directories: new Map([
      [
        'currencies',
        {
          id: 'currencies',
          label: 'Currencies',
          columns: [{ id: 'foreign', type: 'yes-no', label: 'Foreign' }],
          items: [
            { id: 'RON', label: { en: 'leu', ro: 'leu' }, foreign: false },
            { id: 'EUR', label: 'euro', foreign: true },
            { id: 'DEM', label: 'mark', foreign: true, retired: true },
          ],
        },
      ],
    ]),
    ...more,
  }
}

export const acme: LinkedDocument = {
  id: 'c1',
  type: 'counterparty',
  number: null,
  title: { en: 'Acme SRL', ro: 'Acme SRL' },
  status: 'active',
  author: 'elena',
  createdOn: '2026-01-01T09:00:00.000Z',
  card: { name: 'Acme SRL', taxNumber: 'RO123', owner: 'radu' },
  derived: {},
}

export function theFacts(more: Partial<Facts> = {}): Facts {
  let made = 0
  return {
    now: '2026-11-23T08:00:00.000Z',
    newId: () => `id-${++made}`,
    site: aSite(),
    documents: { 'counterparty/c1': acme },
    rollups: { accepted: 0 },
    numbers: {},
    workload: {},
    lastInTurn: {},
    ...more,
  }
}

export function aReader(more: Partial<Facts> = {}): FactReader {
  return readerOf(theFacts(more))
}

export function aContract(card: Card = {}, more: Partial<Document> = {}): Document {
  return {
    id: 'd1',
    type: 'contract',
    program: 'p',
    schema: null,
    number: null,
    title: {},
    status: 'draft',
    author: 'elena',
    createdOn: '2026-11-23T08:00:00.000Z',
    closedOn: null,
    sequence: 0,
    cardRevision: 0,
    card,
    derived: {},
    process: null,
    ...more,
  }
}

export const ofContract = { type: contractType }
