import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { readerOf, SINGLE } from '../document/fact-reader.ts'
import type { Card } from './card.ts'
import { evaluate, holds } from './expression.ts'
import { fromFeel } from './field-value.ts'
import { planOf } from './formulas.ts'
import { aContract, acme, aReader, aSite, contractType, counterpartyType, ofContract, theFacts } from './sample-contract.ts'
import { type Around, scopeOf } from './scope.ts'

const link = { type: 'counterparty', id: 'c1' }

function is(source: string, card: Card = {}, around: Around = {}, reader = aReader()): boolean {
  const held = holds(source, scopeOf(ofContract, aContract(card, { number: 'A-1', sequence: 3 }), reader, around), reader, 'test')
  expect(reader.failures).toEqual([])
  return held
}

describe('what an expression of a document sees', () => {
  it('bare names are its fields: choices by id, percentages as fractions, dates as dates', () => {
    expect(
      is('side = "sale" and advance = 0.125 and validUntil > date("2026-11-30")', {
        side: 'sale',
        advance: 12.5,
        validUntil: '2026-12-01',
      }),
    ).toBe(true)
  })

  it('is blank where the card is, and a condition over a blank does not hold', () => {
    expect(is('amount = null and number = "A-1" and author = me', {}, { me: 'elena' })).toBe(true)
    expect(is('amount < 5')).toBe(false)
    expect(is('amount >= 5')).toBe(false)
  })

  it('reads through links, choices, people and departments', () => {
    const card = { counterparty: link, currency: 'EUR', responsible: 'ana' }
    expect(is('counterparty.taxNumber = "RO123" and counterparty.owner.name = "radu"', card)).toBe(true)
    expect(is('currency.foreign and currency.label = "euro"', card)).toBe(true)
    expect(is('responsible.manager.name = "mihai" and responsible.department.head = responsible', card)).toBe(true)
    expect(is('list contains(responsible.roles, "lawyer") and responsible.limit > 4999', card)).toBe(true)
  })

  it('notes a linked card that it was not given, and reads blank meanwhile', () => {
    const reader = aReader({ documents: {} })
    expect(is('counterparty.taxNumber = null', { counterparty: link }, {}, reader)).toBe(true)
    expect(reader.missing).toEqual([{ kind: 'document', type: 'counterparty', id: 'c1' }])
  })

  it('needs no fact to compare links', () => {
    const reader = aReader({ documents: {} })
    expect(is('counterparty = that', { counterparty: link }, { that: acme }, reader)).toBe(true)
    expect(reader.missing).toEqual([])
  })

  it('knows the row, the other card and the candidate in question', () => {
    const row = { _id: 'r1', what: 'dig', quantity: 2 }
    const card = { works: [row, { _id: 'r2', what: 'fill' }], amount: 3 }
    expect(is('row.quantity < amount and row.unitPrice = null', card, { row: { table: 'works', row } })).toBe(true)
    expect(is('that.name = "Acme SRL" and that.status = "active" and that = that', card, { that: acme })).toBe(true)
    expect(is('person.limit > amount and person = author', card, { person: 'ana' })).toBe(false)
    expect(is('person.limit > amount', card, { person: 'ana' })).toBe(true)
  })

  it('filters its rows by their columns', () => {
    const card: Card = {
      works: [
        { _id: 'r1', what: 'dig', quantity: 2 },
        { _id: 'r2', what: 'fill' },
      ],
    }
    expect(is('count(works[quantity = null]) = 1 and works[what = "dig"].quantity[1] = 2 and total(works.quantity) = 2', card)).toBe(true)
  })

  it('tells the time on the clock of the site', () => {
    const late = aReader({ now: '2026-11-23T22:30:00.000Z' })
    expect(is('today() = date("2026-11-24") and now().hour = 0 and createdOn.hour = 10', {}, {}, late)).toBe(true)
  })

  it('counts working days, both included, over the holidays of the site', () => {
    expect(is('working days(signedOn, validUntil, null) = 3', { signedOn: '2026-11-27', validUntil: '2026-12-03' })).toBe(true)
  })

  it('reads a fresh total where one was asked for, and the kept one for texts and lists', () => {
    const reader = aReader({ rollups: { accepted: 70 } })
    expect(is('accepted = 70', {}, {}, reader)).toBe(true)
    const kept = readerOf(theFacts({ rollups: {} }), { rollups: 'kept' })
    const document = aContract({}, { derived: { accepted: 60 }, sequence: 3 })
    expect(holds('accepted = 60', scopeOf(ofContract, document, kept), kept, 'test')).toBe(true)
    expect(kept.missing).toEqual([])
  })

  it('knows the one card of a single by its name', () => {
    const settings: DocumentType = {
      id: 'company-settings',
      label: 'a',
      kind: 'single',
      fields: [{ id: 'vatRate', type: 'percent', label: 'a' }],
    }
    const site = aSite({ types: new Map([contractType, counterpartyType, settings].map((type) => [type.id, type])) })
    const documents = { [`company-settings/${SINGLE}`]: { ...acme, id: 's9', type: 'company-settings', card: { vatRate: 21 } } }
    expect(is('companySettings.vatRate = 0.21', {}, {}, aReader({ site, documents }))).toBe(true)
    const reader = aReader({ site, documents: {} })
    expect(is('companySettings.vatRate = 0.21', {}, {}, reader)).toBe(false)
    expect(reader.missing).toEqual([{ kind: 'document', type: 'company-settings', id: SINGLE }])
  })

  it('reports an expression that asks for too much, and takes it for blank', () => {
    const reader = aReader()
    const source = 'count(for x in 1..5000, y in 1..5000 return x) > 0'
    expect(holds(source, scopeOf(ofContract, aContract(), reader), reader, 'check "big"')).toBe(false)
    expect(reader.failures).toEqual([{ where: 'check "big"', why: 'budget-exceeded' }])
  })
})

describe('the order of formulas', () => {
  const type = (...formulas: readonly (readonly [string, string])[]): DocumentType => ({
    ...contractType,
    fields: [...contractType.fields, ...formulas.map(([id, formula]) => ({ id, type: 'number' as const, label: id, formula }))],
  })

  it('puts each after what it reads, rows before their totals', () => {
    const keys = planOf(type(['a', 'b + 1'], ['b', 'planned * 2'])).stored.map(({ key }) => key)
    const follows = (later: string, earlier: string) => keys.indexOf(later) > keys.indexOf(earlier) && keys.includes(earlier)
    expect([follows('a', 'b'), follows('b', 'planned'), follows('planned', 'works.price')]).toEqual([true, true, true])
  })

  it('keeps what reads other documents beside the card, and what reads the clock nowhere', () => {
    const { how, derived, stored } = planOf(type(['late', 'daysLeft * 2'], ['open', 'balance + 1']))
    expect([how.get('accepted'), how.get('balance'), how.get('open'), how.get('daysLeft'), how.get('late'), how.get('planned')]).toEqual([
      'derived',
      'derived',
      'derived',
      'read',
      'read',
      'stored',
    ])
    expect(derived.map(({ key }) => key)).toEqual(['balance', 'open'])
    expect(stored.some(({ key }) => key === 'late')).toBe(false)
  })

  it('finds a circle and calculates nothing in it', () => {
    const { cycles, stored } = planOf(type(['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', '1']))
    expect(cycles).toEqual([['a', 'b', 'c', 'a']])
    expect(stored.map(({ key }) => key).filter((key) => 'abcd'.includes(key))).toEqual(['d'])
  })

  it('reads a formula of the clock when it is asked for', () => {
    expect(is('daysLeft = 8', { validUntil: '2026-12-01' })).toBe(true)
  })
})

describe('a calculated value', () => {
  const value = (source: string, field: Parameters<typeof fromFeel>[0], card: Card = {}) => {
    const reader = aReader()
    return fromFeel(field, evaluate(source, scopeOf(ofContract, aContract(card), reader), reader, 'test'))
  }

  it('is stored as its field holds it', () => {
    expect(value('0.1 + 0.2', { id: 'x', type: 'number', label: 'x' })).toBe(0.3)
    expect(value('1 / 3', { id: 'x', type: 'number', label: 'x' })).toBe(0.333333333333333)
    expect(value('2.345', { id: 'x', type: 'money', label: 'x', currency: 'RON' })).toBe(2.35)
    expect(value('1 / 8', { id: 'x', type: 'percent', label: 'x' })).toBe(12.5)
    expect(value('date("2026-11-23") + duration("P1M")', { id: 'x', type: 'date', label: 'x' })).toBe('2026-12-23')
    expect(value('date and time("2026-11-23T10:00:00@Europe/Bucharest")', { id: 'x', type: 'date-time', label: 'x' })).toBe(
      '2026-11-23T08:00:00.000Z',
    )
    expect(value('time("09:30:00")', { id: 'x', type: 'time', label: 'x' })).toBe('09:30')
    expect(value('author', { id: 'x', type: 'person', label: 'x' })).toBe('elena')
    expect(value('this', { id: 'x', type: 'link', label: 'x', to: ['contract'] })).toEqual({ type: 'contract', id: 'd1' })
    expect(value('duration("P1DT2H")', { id: 'x', type: 'duration', label: 'x' })).toBe('P1DT2H')
  })

  it('is blank where it is of another kind', () => {
    expect(value('"text"', { id: 'x', type: 'number', label: 'x' })).toBe(undefined)
    expect(value('5', { id: 'x', type: 'text', label: 'x' })).toBe(undefined)
  })
})
