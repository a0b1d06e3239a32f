import { describe, expect, it } from 'vitest'
import type { ChoiceField } from '../../../schemas/generated/card-field.ts'
import { fieldKinds } from './fields.ts'
import { fromList, listOf, parseOneOrMany } from './one-or-many.ts'
import { choicesOf, currencyIn } from './surroundings.tsx'

describe('what lies around a field', () => {
  it('gives a choice its own options, or those of its directory', () => {
    const directories = { currencies: { id: 'currencies', label: 'Currencies', items: [{ id: 'RON', label: 'RON' }] } }
    const field = (options: ChoiceField['options']): ChoiceField => ({ id: 'x', type: 'choice', label: 'X', options })
    expect(choicesOf(field([{ id: 'a', label: 'A' }]), directories).map((choice) => choice.id)).toEqual(['a'])
    expect(choicesOf(field('currencies'), directories).map((choice) => choice.id)).toEqual(['RON'])
    expect(choicesOf(field('regions'), directories)).toEqual([])
  })
  it('says the currency, or nothing where the card has none yet', () => {
    expect(currencyIn({}, 'RON')).toBe('RON')
    expect(currencyIn({ currency: 'EUR' }, { field: 'currency' })).toBe('EUR')
    expect(currencyIn({}, { field: 'currency' })).toBeUndefined()
  })
})

describe('a field that may hold many', () => {
  it('holds one value or a list that is never empty', () => {
    expect(fromList(['a'], false)).toBe('a')
    expect(fromList(['a'], true)).toEqual(['a'])
    expect(fromList([], true)).toBeUndefined()
    expect(listOf(undefined)).toEqual([])
    expect(listOf<string>('a')).toEqual(['a'])
    expect(parseOneOrMany(['a', 1], (raw) => (typeof raw === 'string' ? raw : undefined))).toBeUndefined()
  })
})

describe('each type of field', () => {
  it('lets through the values that a card has, and no other shape', () => {
    const good = {
      text: 'a',
      number: 1.5,
      money: 348600.1,
      percent: 12.5,
      date: '2026-11-23',
      'date-time': '2026-11-23T09:00:00.000Z',
      time: '09:30',
      duration: 'P2D',
      'yes-no': false,
      choice: 'RON',
      person: 'p1',
      link: { type: 'act', id: 'a1' },
      table: [{ _id: 'r1' }],
      'rich-text': [{ kind: 'paragraph', spans: [{ text: 'a' }] }],
      rating: 4,
      color: '#3a49c6',
    } as const
    for (const [type, value] of Object.entries(good)) expect(fieldKinds[type as keyof typeof good].parse(value), type).toEqual(value)
    const bad = {
      text: 1,
      number: '1',
      money: Number.NaN,
      percent: '5',
      date: '2026-02-30',
      'date-time': '2026-11-23',
      time: '24:00',
      duration: '',
      'yes-no': 'true',
      choice: '',
      person: 7,
      link: 'act/a1',
      table: [{}],
      'rich-text': '<b>a</b>',
      rating: '4',
      color: '',
    } as const
    for (const [type, value] of Object.entries(bad)) expect(fieldKinds[type as keyof typeof bad].parse(value), type).toBeUndefined()
  })
})
