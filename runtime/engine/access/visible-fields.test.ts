import { describe, expect, it } from 'vitest'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { aContract, actType, aSite, contractType, counterpartyType, theFacts } from '../card/sample-contract.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Site } from '../site.ts'
import { hideCard, openFields, visibleFields } from './visible-fields.ts'

const directors = [{ role: 'director' }]

function siteWith(fields: readonly CardField[], act: DocumentType = actType): Site {
  const types = [{ ...contractType, fields: [...fields] }, counterpartyType, act]
  return aSite({ types: new Map(types.map((type) => [type.id, type])) })
}

function seenBy(person: string, fields: readonly CardField[], { site = siteWith(fields), card = {} } = {}): string[] {
  return [...visibleFields(site, 'contract', person, aContract(card), { reader: readerOf(theFacts({ site })) })]
}

const cost: CardField = { id: 'cost', type: 'number', label: 'Cost', seenBy: directors }

describe('a field', () => {
  it('is seen by every reader, unless it says by whom', () => {
    const fields: CardField[] = [cost, { id: 'open', type: 'text', label: 'a' }]
    expect(seenBy('radu', fields)).toEqual(['open'])
    expect(seenBy('mihai', fields)).toEqual(['cost', 'open'])
  })

  it('that is calculated is seen by whoever sees all that it reads, through other formulas too', () => {
    const fields: CardField[] = [
      cost,
      { id: 'double', type: 'number', label: 'a', formula: 'cost * 2' },
      { id: 'text', type: 'text', label: 'a', formula: 'string(double)' },
      { id: 'told', type: 'number', label: 'a', formula: 'cost', discloses: true },
    ]
    expect(seenBy('radu', fields)).toEqual(['told'])
    expect(seenBy('mihai', fields)).toEqual(['cost', 'double', 'text', 'told'])
  })

  it('that reads a linked card is seen by whoever may read that one', () => {
    const fields: CardField[] = [
      ...contractType.fields.filter(({ id }) => id === 'counterparty'),
      { id: 'tax', type: 'text', label: 'a', formula: 'counterparty.taxNumber' },
    ]
    const types = [
      { ...contractType, fields },
      { ...counterpartyType, access: [{ who: [{ field: 'owner' }], can: ['read' as const] }] },
      actType,
    ]
    const site = aSite({ types: new Map(types.map((type) => [type.id, type])) })
    const card = { counterparty: { type: 'counterparty', id: 'c1' } }
    expect(seenBy('radu', fields, { site, card })).toEqual(['counterparty', 'tax'])
    expect(seenBy('ana', fields, { site, card })).toEqual(['counterparty'])
  })

  it('that adds up other documents is seen by whoever may read all of them without condition', () => {
    const fields = contractType.fields.filter(({ id }) => id === 'accepted')
    const withAccess = (when?: string) =>
      siteWith(fields, { ...actType, access: [{ who: [{ role: 'lawyer' }], can: ['read'], ...(when && { when }) }] })
    expect(seenBy('ana', fields, { site: withAccess() })).toEqual(['accepted'])
    expect(seenBy('ana', fields, { site: withAccess('amount < 5') })).toEqual([])
    expect(seenBy('radu', fields, { site: withAccess() })).toEqual([])
    expect(seenBy('radu', [{ ...fields[0]!, discloses: true }])).toEqual(['accepted'])
  })

  it('that adds up a table is hidden with the column that it adds', () => {
    const table: CardField = {
      id: 'rows',
      type: 'table',
      label: 'a',
      fields: [
        { id: 'what', type: 'text', label: 'a' },
        { id: 'sum', type: 'number', label: 'a', seenBy: directors },
      ],
    }
    const fields: CardField[] = [
      table,
      { id: 'total', type: 'number', label: 'a', rollup: { of: 'rows', sum: 'sum' } },
      { id: 'count', type: 'number', label: 'a', rollup: { of: 'rows', count: true } },
    ]
    expect(seenBy('radu', fields)).toEqual(['rows', 'rows.what', 'count'])
  })
})

describe('a card for somebody who sees only some of it', () => {
  it('has no trace of the rest, in rows neither', () => {
    const card = { amount: 5, cost: 3, rows: [{ _id: 'r1', what: 'dig', sum: 7 }] }
    expect(hideCard(card, new Set(['amount', 'rows', 'rows.what']))).toEqual({ amount: 5, rows: [{ _id: 'r1', what: 'dig' }] })
  })
})

describe('the fields that everybody sees', () => {
  it('leave out what is narrowed, what reads it, what comes through links and from other documents', () => {
    const type: DocumentType = {
      ...contractType,
      fields: [
        cost,
        { id: 'double', type: 'number', label: 'a', formula: 'cost * 2' },
        { id: 'plain', type: 'text', label: 'a' },
        ...contractType.fields.filter(({ id }) => id === 'accepted' || id === 'counterparty'),
        { id: 'tax', type: 'text', label: 'a', formula: 'counterparty.taxNumber' },
      ],
    }
    expect([...openFields(siteWith(type.fields), type)]).toEqual(['plain', 'counterparty'])
  })
})
