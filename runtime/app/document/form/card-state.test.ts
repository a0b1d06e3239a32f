import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { Card, Row } from '../../../engine/card/card.ts'
import { applyChanges } from '../../../engine/card/edit.ts'
import { type CardEvent, type CardState, changesOf, openedCard, reduceCard } from './card-state.ts'
import { changesBetween } from './changes.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'double', type: 'money', label: 'Twice', currency: 'RON', formula: 'amount * 2' },
    {
      id: 'works',
      type: 'table',
      label: 'Works',
      fields: [
        { id: 'what', type: 'text', label: 'Work' },
        { id: 'price', type: 'money', label: 'Price', currency: 'RON' },
        { id: 'twice', type: 'money', label: 'Twice', currency: 'RON', formula: 'row.price * 2' },
      ],
    },
  ],
}
const base: Card = {
  subject: 'Facade',
  amount: 100,
  double: 200,
  works: [
    { _id: 'a', what: 'Scaffold', price: 40, twice: 80 },
    { _id: 'b', what: 'Paint', price: 60, twice: 120 },
  ],
}
const open = openedCard(type, base, 3)
const became = (state: CardState, ...events: CardEvent[]) => events.reduce(reduceCard, state)

describe('a card that is being edited', () => {
  it('says what changed, with what it was', () => {
    const state = became(open, { kind: 'typed', field: 'amount', value: 120 }, { kind: 'typed', field: 'subject', value: undefined })
    expect(changesOf(state)).toEqual([
      { path: 'subject', from: 'Facade', to: null },
      { path: 'amount', from: 100, to: 120 },
    ])
  })
  it('has no changes once a value is typed back', () => {
    const state = became(open, { kind: 'typed', field: 'amount', value: 120 }, { kind: 'typed', field: 'amount', value: 100 })
    expect(changesOf(state)).toEqual([])
  })
  it('names single cells of a table, and leaves out what is calculated', () => {
    const works = [
      { _id: 'a', what: 'Scaffold', price: 45, twice: 90 },
      { _id: 'b', what: 'Paint', price: 60, twice: 120 },
    ]
    expect(changesOf(became(open, { kind: 'typed', field: 'works', value: works }))).toEqual([{ path: 'works/a/price', from: 40, to: 45 }])
  })
  it('says the place of each row when their order changes', () => {
    const works: readonly Row[] = [
      { _id: 'c', what: 'Clean' },
      { _id: 'b', what: 'Paint', price: 60 },
      { _id: 'a', what: 'Scaffold', price: 40 },
    ]
    const changes = changesOf(became(open, { kind: 'typed', field: 'works', value: works }))
    expect(changes.map(({ path, position }) => [path, position])).toEqual([
      ['works/c', 0],
      ['works/b', 1],
      ['works/a', 2],
    ])
  })
})

describe('a card that somebody else changes too', () => {
  it('takes their values where the person changed nothing, and marks them', () => {
    const state = became(
      open,
      { kind: 'typed', field: 'subject', value: 'Roof' },
      { kind: 'refreshed', card: { ...base, amount: 90, double: 180 }, revision: 4 },
    )
    expect(state.working).toMatchObject({ subject: 'Roof', amount: 90 })
    expect([...state.meanwhile]).toEqual([
      ['amount', 100],
      ['double', 200],
    ])
    expect(state.conflicts.size).toBe(0)
    expect(changesOf(state)).toEqual([{ path: 'subject', from: 'Facade', to: 'Roof' }])
  })
  it('keeps both values where both changed the same, until one is chosen', () => {
    const clash = became(
      open,
      { kind: 'typed', field: 'amount', value: 120 },
      { kind: 'refreshed', card: { ...base, amount: 90 }, revision: 4 },
    )
    expect(clash.conflicts.get('amount')).toEqual({ was: 100, theirs: 90, mine: 120, gone: false })
    const mine = became(clash, { kind: 'settled', path: 'amount', keep: 'mine' })
    expect(changesOf(mine)).toEqual([{ path: 'amount', from: 90, to: 120 }])
    const theirs = became(clash, { kind: 'settled', path: 'amount', keep: 'theirs' })
    expect(changesOf(theirs)).toEqual([])
    expect(theirs.conflicts.size).toBe(0)
  })
  it('joins edits of different rows and cells of one table', () => {
    const mine = [
      { _id: 'a', what: 'Scaffold', price: 45 },
      { _id: 'b', what: 'Paint', price: 60 },
    ]
    const theirs = [
      { _id: 'a', what: 'Scaffolding', price: 40 },
      { _id: 'b', what: 'Paint', price: 60 },
    ]
    const state = became(
      open,
      { kind: 'typed', field: 'works', value: mine },
      { kind: 'refreshed', card: { ...base, works: theirs }, revision: 4 },
    )
    expect(state.conflicts.size).toBe(0)
    expect(state.working.works).toMatchObject([{ _id: 'a', what: 'Scaffolding', price: 45 }, { _id: 'b' }])
  })
  it('tells when the row that was being edited is gone', () => {
    const mine = [
      { _id: 'a', what: 'Scaffold', price: 45 },
      { _id: 'b', what: 'Paint', price: 60 },
    ]
    const state = became(
      open,
      { kind: 'typed', field: 'works', value: mine },
      { kind: 'refreshed', card: { ...base, works: [{ _id: 'b', what: 'Paint', price: 60 }] }, revision: 4 },
    )
    expect(state.conflicts.get('works/a/price')).toMatchObject({ gone: true })
    expect(changesOf(became(state, { kind: 'settled', path: 'works/a/price', keep: 'theirs' }))).toEqual([])
  })
  it('does not mark what the person saved', () => {
    const typed = became(open, { kind: 'typed', field: 'amount', value: 120 })
    const state = became(typed, { kind: 'saved', card: { ...base, amount: 120, double: 240 }, revision: 4, sent: typed.working })
    expect(state.meanwhile.size).toBe(0)
    expect(changesOf(state)).toEqual([])
  })
  it('keeps what was typed while it was being saved', () => {
    const sent = became(open, { kind: 'typed', field: 'amount', value: 120 })
    const typed = became(sent, { kind: 'typed', field: 'subject', value: 'Roof' })
    const state = became(typed, { kind: 'saved', card: { ...base, amount: 120 }, revision: 4, sent: sent.working })
    expect(changesOf(state)).toEqual([{ path: 'subject', from: 'Facade', to: 'Roof' }])
  })
  it('is not led back by an answer that is older than what it knows', () => {
    const state = became(open, { kind: 'refreshed', card: { ...base, amount: 1 }, revision: 2 })
    expect(state).toBe(open)
  })
})

describe('changes that were kept', () => {
  it('are made again on the card of today, with a conflict where it moved on', () => {
    const state = became(openedCard(type, { ...base, amount: 90 }, 5), {
      kind: 'restored',
      changes: [
        { path: 'amount', from: 100, to: 120 },
        { path: 'subject', from: 'Facade', to: 'Roof' },
      ],
    })
    expect(state.working).toMatchObject({ amount: 120, subject: 'Roof' })
    expect([...state.conflicts.keys()]).toEqual(['amount'])
  })
})

describe('the changes between any two cards', () => {
  const row = fc.record({
    _id: fc.constantFrom('a', 'b', 'c', 'd'),
    what: fc.constantFrom('x', 'y'),
    price: fc.integer({ min: 0, max: 3 }),
  })
  const card = fc.record({
    subject: fc.constantFrom('s', 't'),
    amount: fc.integer({ min: 0, max: 3 }),
    works: fc.uniqueArray(row, { selector: (one) => one._id, minLength: 1 }),
  })
  it('make the one into the other', () => {
    fc.assert(
      fc.property(card, card, (before, next) => {
        const applied = applyChanges({ type }, before, changesBetween(type, before, next))
        expect(applied).toMatchObject({ ok: true, card: next })
      }),
    )
  })
})
