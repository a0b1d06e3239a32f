import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { LinkedDocument } from '../../../engine/document/facts.ts'
import { browserFacts, type KnownHere } from './browser-facts.ts'
import { broughtAlong, defaultsOf, type Evaluation, evaluateCard } from './evaluate-card.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'counterparty', type: 'link', label: 'Counterparty', to: ['counterparty'], required: true },
    { id: 'taxNumber', type: 'text', label: 'Tax number', copyFrom: 'counterparty.taxNumber' },
    { id: 'responsible', type: 'person', label: 'Responsible', defaultFrom: 'author' },
    { id: 'currency', type: 'text', label: 'Currency', default: 'RON' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON', min: 0 },
    { id: 'twice', type: 'money', label: 'Twice', currency: 'RON', formula: 'amount * 2' },
    { id: 'paid', type: 'money', label: 'Paid', currency: 'RON', rollup: { of: 'payments', sum: 'amount' } },
    { id: 'owed', type: 'money', label: 'Owed', currency: 'RON', formula: 'amount - paid' },
    { id: 'secretive', type: 'money', label: 'From what I do not see', currency: 'RON', formula: 'hidden * 2' },
    { id: 'why', type: 'text', label: 'Why so much', visibleWhen: 'amount > 1000', requiredWhen: 'amount > 2000' },
    { id: 'days', type: 'number', label: 'Days', formula: 'working days(date("2026-11-02"), date("2026-11-06"))' },
  ],
  checks: [{ id: 'paid', must: 'paid <= amount', else: 'Paid more than {amount}.', fields: ['amount'] }],
}
const stejaru: LinkedDocument = {
  id: 'c1',
  type: 'counterparty',
  number: null,
  title: { en: 'Stejaru' },
  status: 'active',
  author: 'p1',
  createdOn: '2026-01-01T00:00:00.000Z',
  card: { taxNumber: 'RO 4471' },
  derived: {},
}
const counterparty: DocumentType = {
  id: 'counterparty',
  label: 'Counterparty',
  kind: 'record',
  fields: [{ id: 'taxNumber', type: 'text', label: 'Tax number' }],
}
const answer = (of: DocumentType): KnownHere['types'][number] => ({
  program: '',
  type: of,
  schema: null,
  directories: {},
  mayCreate: true,
  mayExport: false,
  views: [],
})
const evaluation = (documents: KnownHere['documents'] = {}): Evaluation => ({
  program: { type },
  around: { id: 'd1', type: 'contract', number: null, title: {}, status: 'draft', author: 'p1', createdOn: '2026-11-23T09:00:00.000Z' },
  me: 'p1',
  facts: browserFacts({
    now: '2026-11-23T09:00:00.000Z',
    newId: () => 'r1',
    zone: 'Europe/Bucharest',
    languages: ['en', 'ro'],
    me: null,
    people: { p1: { id: 'p1', name: 'Elena', what: null } },
    types: [answer(type), answer(counterparty)],
    documents,
  }),
})
const told = { amount: 100, twice: 200, paid: 30, owed: 70, secretive: 8, days: 5 }

describe('a card that the server told', () => {
  it('shows as it was told until something is typed', () => {
    expect(evaluateCard(evaluation(), told, told).shown).toBe(told)
  })
  it('calculates anew what hangs on what is typed, totals of other documents included', () => {
    const { shown } = evaluateCard(evaluation(), told, { ...told, amount: 500 })
    expect(shown).toMatchObject({ amount: 500, twice: 1000, paid: 30, owed: 470 })
  })
  it('keeps what it cannot know: formulas over hidden values, and working days', () => {
    const { shown } = evaluateCard(evaluation(), told, { ...told, amount: 500 })
    expect(shown).toMatchObject({ secretive: 8, days: 5 })
  })
  it('shows and asks for fields as conditions say, and names broken rules', () => {
    const small = evaluateCard(evaluation(), told, { ...told, amount: 20 })
    expect(small.states.get('why')).toMatchObject({ visible: false })
    expect(small.failing).toMatchObject([{ check: 'paid', fields: ['amount'] }])
    const large = evaluateCard(evaluation(), told, { ...told, amount: 3000 })
    expect(large.states.get('why')).toMatchObject({ visible: true, required: true })
    expect(large.failing).toEqual([])
    expect(large.lacking(['taxNumber'])).toEqual(['counterparty', 'why', 'taxNumber'])
  })
  it('finds values that do not fit', () => {
    expect(evaluateCard(evaluation(), told, { ...told, amount: -1 }).errors).toMatchObject([{ path: 'amount', rule: 'min' }])
  })
})

describe('a new card', () => {
  it('begins with its defaults, and calculates from the first', () => {
    const { card } = defaultsOf(evaluation())
    expect(card).toEqual({ responsible: 'p1', currency: 'RON' })
    expect(evaluateCard(evaluation(), null, { ...card, amount: 5 }).shown).toMatchObject({ twice: 10 })
  })
  it('asks for the linked card, and then takes over what is copied from it', () => {
    const chosen = { counterparty: { type: 'counterparty', id: 'c1' } }
    const asked = broughtAlong(evaluation(), {}, chosen, new Set(['counterparty']))
    expect(asked.missing).toEqual([{ kind: 'document', type: 'counterparty', id: 'c1' }])
    const known = broughtAlong(evaluation({ 'counterparty/c1': stejaru }), {}, chosen, new Set(['counterparty']))
    expect(known).toMatchObject({ card: { taxNumber: 'RO 4471' }, missing: [] })
  })
  it('leaves what the person typed', () => {
    const typed = { counterparty: { type: 'counterparty', id: 'c1' }, taxNumber: 'mine' }
    const known = broughtAlong(evaluation({ 'counterparty/c1': stejaru }), {}, typed, new Set(['counterparty', 'taxNumber']))
    expect(known.card.taxNumber).toBe('mine')
  })
})
