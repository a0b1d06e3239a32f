import { describe, expect, it } from 'vitest'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { Card, Row } from './card.ts'
import { displayValue } from './display.ts'
import type { Field } from './field.ts'
import { pathsIn, renderText } from './render-text.ts'
import { aContract, aReader, aSite, ofContract } from './sample-contract.ts'
import { renderTitle } from './title.ts'
import { requiredMissing } from './visibility.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

function shown(
  field: Partial<CardField> & { type: CardField['type'] },
  value: Card[string],
  language: string,
  currency: string | null = null,
): string {
  return plain(displayValue({ id: 'x', label: 'x', ...field } as Field, value, aReader(), language, currency))
}

describe('a value as people read it', () => {
  it('has the order and the signs of its reader', () => {
    expect([
      shown({ type: 'money', currency: 'RON' }, 1204000, 'en', 'RON'),
      shown({ type: 'money', currency: 'RON' }, 1204000, 'ro', 'RON'),
    ]).toEqual(['RON 1,204,000.00', '1.204.000,00 RON'])
    expect([shown({ type: 'date' }, '2026-11-03', 'en'), shown({ type: 'date' }, '2026-11-03', 'ro')]).toEqual(['3 Nov 2026', '03.11.2026'])
    expect([shown({ type: 'percent' }, 12.5, 'en'), shown({ type: 'percent' }, 12.5, 'ro')]).toEqual(['12.5%', '12,5 %'])
    expect([shown({ type: 'yes-no' }, true, 'en'), shown({ type: 'yes-no' }, false, 'ro')]).toEqual(['yes', 'nu'])
    expect(shown({ type: 'number', unit: 'kg' }, 1234.5, 'ro')).toBe('1.234,5 kg')
  })

  it('is in the time of the site', () => {
    expect(shown({ type: 'date-time' }, '2026-11-23T22:30:00.000Z', 'ro')).toBe('24.11.2026, 00:30')
  })

  it('is a label, a name, a title', () => {
    expect(shown({ type: 'choice', options: 'currencies' }, 'EUR', 'ro')).toBe('euro')
    expect(shown({ type: 'person' }, 'ana', 'en')).toBe('Ana Munteanu')
    expect(shown({ type: 'link', to: ['counterparty'] }, { type: 'counterparty', id: 'c1' }, 'en')).toBe('Acme SRL')
  })
})

describe('a text with values', () => {
  const card = {
    counterparty: { type: 'counterparty', id: 'c1' },
    amount: 5,
    currency: 'RON',
    margin: 40,
    tags: ['urgent', 'big'],
    responsible: 'ana',
    works: [{ _id: 'r1', what: 'dig', due: '2026-12-01' }],
  }
  const render = (text: string, language = 'en') =>
    plain(
      renderText(text, ofContract, aContract(card, { number: 'A-1', title: { en: 'T', ro: 'U' } }), aReader(), language, {
        row: { table: 'works', row: { _id: 'r1', what: 'dig', due: '2026-12-01' } },
      }),
    )

  it('follows paths through links, people, rows and choices', () => {
    expect(render('{number}: {counterparty.taxNumber}, {responsible.manager}, {row.what} by {row.due}, {tags}, {status}, {author}')).toBe(
      'A-1: RO123, mihai, dig by 1 Dec 2026, Urgent, Big, Draft, elena',
    )
    expect(render('{title}', 'ro')).toBe('U')
  })

  it('is empty where there is none, and where not every reader may look', () => {
    expect(render('Margin {margin} of {amount} until {validUntil}!')).toBe('Margin of RON 5.00 until !')
  })

  it('says nothing that is calculated from what not every reader may see, unless it is disclosed', () => {
    const own: CardField[] = [
      { id: 'profit', type: 'money', label: 'a', currency: 'RON', formula: 'amount * margin' },
      { id: 'told', type: 'money', label: 'a', currency: 'RON', formula: 'amount * margin', discloses: true },
    ]
    const type = { ...ofContract.type, fields: [...ofContract.type.fields, ...own] }
    const site = aSite({ types: new Map([[type.id, type]]) })
    const document = aContract({ ...card, profit: 2, told: 2 }, { derived: { accepted: 9 } })
    const text = plain(renderText('{profit}|{told}|{accepted}|{amount}', { type }, document, aReader({ site }), 'en'))
    expect(text).toBe('|RON 2.00||RON 5.00')
  })

  it('tells which paths it names, in any language', () => {
    expect(pathsIn({ en: 'a {number} {x.y}', ro: '{number} {z}' })).toEqual(['number', 'x.y', 'z'])
  })
})

describe('a title', () => {
  it('is made for every language, and is the label and the number where the type says none', () => {
    const document = aContract({ counterparty: { type: 'counterparty', id: 'c1' } }, { number: 'A-1' })
    expect(renderTitle(ofContract, document, aReader())).toEqual({ en: 'Contract A-1 with Acme SRL', ro: 'Contractul A-1 cu Acme SRL' })
    const { title: _, ...untitled } = ofContract.type
    expect(renderTitle({ type: untitled }, document, aReader())).toEqual({ en: 'Contract A-1', ro: 'Contract A-1' })
  })
})

describe('what must be filled', () => {
  const missing = (card: Card, needs: readonly string[] = [], row?: string) => {
    const found = row ? { row: { table: 'works', row: (card.works as never[]).find(({ _id }) => _id === row)! } } : {}
    return requiredMissing(ofContract, aContract(card), aReader(), { needs, around: found })
  }

  it('is what is required, in rows too, and what is required by condition while it shows', () => {
    expect(missing({ works: [{ _id: 'r1' }, { _id: 'r2', what: 'x' }] })).toEqual(['side', 'counterparty', 'responsible', 'works/r1/what'])
    const filled = { side: 'purchase', counterparty: { type: 'counterparty', id: 'c1' }, responsible: 'ana' }
    expect(missing({ ...filled, amount: 100_001 })).toEqual(['reason'])
    expect(missing({ ...filled, amount: 99_999 })).toEqual([])
    expect(missing({ ...filled, side: 'sale', amount: 100_001 })).toEqual([])
  })

  it('is what a step needs beyond it: of the card, of the row in question, of every row', () => {
    const filled = { side: 'sale', counterparty: { type: 'counterparty', id: 'c1' }, responsible: 'ana' }
    expect(missing(filled, ['amount', 'side'])).toEqual(['amount'])
    const works: Row[] = [
      { _id: 'r1', what: 'x' },
      { _id: 'r2', what: 'x', quantity: 1 },
    ]
    expect(missing({ ...filled, works }, ['row.quantity'], 'r1')).toEqual(['works/r1/quantity'])
    expect(missing({ ...filled, works }, ['row.quantity'], 'r2')).toEqual([])
    expect(missing({ ...filled, works }, ['works.quantity'])).toEqual(['works/r1/quantity'])
    expect(missing(filled, ['works.quantity'])).toEqual(['works'])
  })
})
