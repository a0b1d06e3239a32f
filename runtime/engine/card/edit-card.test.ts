import { describe, expect, it } from 'vitest'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { Change } from '../document/command.ts'
import type { Card } from './card.ts'
import { createCard, editCard } from './edit-card.ts'
import { aContract, acme, aReader, ofContract } from './sample-contract.ts'

const filled: Card = {
  side: 'sale',
  counterparty: { type: 'counterparty', id: 'c1' },
  currency: 'RON',
  amount: 1000,
  responsible: 'elena',
  planned: 0,
}

function created(given: Record<string, unknown>, reader = aReader()) {
  return createCard(ofContract, aContract(), given, reader, { me: 'elena' })
}

function edited(changes: readonly Change[], card = filled, reader = aReader()) {
  return editCard(ofContract, aContract(card, { sequence: 3 }), changes, reader, { me: 'elena' })
}

describe('a new card', () => {
  it('gets defaults, what its link brings, and its title in every language', () => {
    const made = created({ side: 'sale', counterparty: { type: 'counterparty', id: 'c1' } })
    expect(made).toMatchObject({
      ok: true,
      card: { side: 'sale', currency: 'RON', responsible: 'elena', taxNumber: 'RO123' },
      title: { en: 'Contract with Acme SRL', ro: 'Contractul cu Acme SRL' },
    })
  })

  it('keeps what was typed over what a link would bring', () => {
    expect(created({ counterparty: { type: 'counterparty', id: 'c1' }, taxNumber: 'MD9' })).toMatchObject({
      ok: true,
      card: { taxNumber: 'MD9' },
    })
  })

  it('leaves blank what was left blank on purpose', () => {
    const made = created({ currency: null })
    expect(made.ok && made.card.currency).toBe(undefined)
  })

  it('asks for the linked card that it was not given', () => {
    const reader = aReader({ documents: {} })
    created({ counterparty: { type: 'counterparty', id: 'c1' } }, reader)
    expect(reader.missing).toContainEqual({ kind: 'document', type: 'counterparty', id: 'c1' })
  })

  it('refuses a link to nothing, a retired option, somebody unknown and somebody who left', () => {
    const reader = aReader({ documents: { 'counterparty/c9': null } })
    const made = created(
      {
        counterparty: { type: 'counterparty', id: 'c9' },
        side: 'barter',
        currency: 'DEM',
        responsible: 'nobody',
        works: [{ _id: 'r1', what: 'x', doer: 'gone' }],
      },
      reader,
    )
    expect(made).toMatchObject({ ok: false, problem: { code: 'card-invalid' } })
    const errors = !made.ok && made.problem.code === 'card-invalid' ? made.problem.errors : []
    expect(errors.map(({ path, rule }) => [path, rule])).toEqual([
      ['side', 'item-retired'],
      ['counterparty', 'document-unknown'],
      ['currency', 'item-retired'],
      ['responsible', 'person-unknown'],
      ['works/r1/doer', 'person-left'],
    ])
  })

  it('refuses a value for what is calculated', () => {
    expect(created({ balance: 5 })).toMatchObject({ ok: false, problem: { errors: [{ path: 'balance', rule: 'read-only' }] } })
  })

  it('calculates rows before the total over them, exactly', () => {
    const made = created({
      works: [
        { _id: 'r1', what: 'a', quantity: 3, unitPrice: 0.1 },
        { _id: 'r2', what: 'b', quantity: 1, unitPrice: 0.2 },
      ],
    })
    expect(made).toMatchObject({ ok: true, card: { planned: 0.5, works: [{ price: 0.3 }, { price: 0.2 }] } })
  })

  it('fills new rows from the card', () => {
    expect(created({ validUntil: '2026-12-24', works: [{ _id: 'r1', what: 'a' }] })).toMatchObject({
      card: { works: [{ due: '2026-12-24' }] },
    })
  })
})

describe('an edit', () => {
  it('takes only somebody whom the field lets choose, and keeps whom it has', () => {
    const fields = ofContract.type.fields.map((field) =>
      field.id === 'responsible' ? { ...field, among: [{ role: 'lawyer' }] } : field,
    ) as CardField[]
    const program = { type: { ...ofContract.type, fields } }
    const choose = (to: string) =>
      editCard(program, aContract(filled, { sequence: 3 }), [{ path: 'responsible', to }], aReader(), { me: 'elena' })
    expect(choose('radu')).toMatchObject({ problem: { errors: [{ path: 'responsible', rule: 'not-among' }] } })
    expect(choose('ana')).toMatchObject({ ok: true })
    expect(choose('elena')).toMatchObject({ ok: true })
  })

  it('of a whole table is no conflict over what is calculated in its rows', () => {
    const card: Card = { ...filled, works: [{ _id: 'a', what: 'a', quantity: 2, unitPrice: 3, price: 6 }] }
    const from = [{ _id: 'a', what: 'a', quantity: 2, unitPrice: 3 }]
    const to = [{ _id: 'a', what: 'a', quantity: 4, unitPrice: 3 }]
    expect(edited([{ path: 'works', from, to }], card)).toMatchObject({ ok: true, card: { works: [{ price: 12 }], planned: 12 } })
    expect(edited([{ path: 'works', from: to, to: from }], card)).toMatchObject({ ok: true, fields: ['planned'] })
    expect(edited([{ path: 'works', from: [{ _id: 'a', what: 'z' }], to }], card)).toMatchObject({ problem: { code: 'edit-conflict' } })
  })

  it('takes a percentage as people write it', () => {
    expect(edited([{ path: 'advance', to: 12.5 }])).toMatchObject({
      ok: true,
      fields: ['advance', 'advanceAmount'],
      card: { advanceAmount: 125 },
    })
  })

  it('is refused where somebody else has changed the same field', () => {
    expect(edited([{ path: 'amount', from: 900, to: 1100 }])).toEqual({
      ok: false,
      problem: { code: 'edit-conflict', conflicts: [{ path: 'amount', yours: 1100, theirs: 1000 }] },
    })
  })

  it('is no conflict where both wrote the same', () => {
    expect(edited([{ path: 'amount', from: 900, to: 1000 }])).toMatchObject({ ok: true, fields: [] })
  })

  it('lets two people edit two cells of one row', () => {
    const card = { ...filled, works: [{ _id: 'r1', what: 'dig', quantity: 2 }] }
    expect(edited([{ path: 'works/r1/what', from: 'dig', to: 'dig deep' }], card)).toMatchObject({
      ok: true,
      card: { works: [{ what: 'dig deep', quantity: 2 }] },
    })
  })

  it('is a conflict where the row is gone', () => {
    expect(edited([{ path: 'works/r9/what', from: 'dig', to: 'x' }])).toMatchObject({
      problem: { code: 'edit-conflict', conflicts: [{ theirs: null }] },
    })
  })

  it('puts a new row where it was dropped, moves one, takes the last one away with its table', () => {
    const card = {
      ...filled,
      works: [
        { _id: 'a', what: 'a' },
        { _id: 'b', what: 'b' },
      ],
    }
    const added = edited([{ path: 'works/c', to: { what: 'c' }, position: 1 }], card)
    expect(added.ok && (added.card.works as { _id: string }[]).map(({ _id }) => _id)).toEqual(['a', 'c', 'b'])
    const moved = edited([{ path: 'works/b', to: undefined, position: 0 }], card)
    expect(moved.ok && (moved.card.works as { _id: string }[]).map(({ _id }) => _id)).toEqual(['b', 'a'])
    const emptied = edited(
      [
        { path: 'works/a', to: null },
        { path: 'works/b', to: null },
      ],
      card,
    )
    expect(emptied.ok && 'works' in emptied.card).toBe(false)
  })

  it('takes over what a changed link brings, but not over what the same edit says', () => {
    const other = { ...acme, id: 'c2', card: { name: 'Beta', taxNumber: 'RO9' } }
    const reader = () => aReader({ documents: { 'counterparty/c1': acme, 'counterparty/c2': other } })
    const link = { path: 'counterparty', to: { type: 'counterparty', id: 'c2' } }
    const card = { ...filled, taxNumber: 'RO123' }
    expect(edited([link], card, reader())).toMatchObject({ card: { taxNumber: 'RO9' } })
    expect(edited([link, { path: 'taxNumber', to: 'X' }], card, reader())).toMatchObject({ card: { taxNumber: 'X' } })
  })

  it('keeps an item that was retired after it had been chosen', () => {
    expect(edited([{ path: 'amount', to: 5 }], { ...filled, currency: 'DEM' })).toMatchObject({
      ok: true,
    })
  })

  it('is refused by a check that is false, with its sentence in each language, and not by a blank', () => {
    expect(edited([{ path: 'signedOn', to: '2026-11-23' }])).toMatchObject({ ok: true })
    expect(
      edited([
        { path: 'signedOn', to: '2026-11-23' },
        { path: 'validUntil', to: '2026-11-20' },
      ]),
    ).toMatchObject({
      problem: {
        code: 'check-failed',
        checks: [
          {
            check: 'dates',
            text: { en: 'It ends on 20 Nov 2026, before it is signed.', ro: 'Se termină la 20.11.2026, înainte de semnare.' },
            mayOverride: false,
          },
        ],
      },
    })
  })

  it('passes a check that may be let pass, with a reason', () => {
    const reader = aReader({ rollups: { accepted: 5000 } })
    const asking = { me: 'mihai', mayOverride: () => true }
    const document = aContract(filled, { sequence: 3 })
    const changes = [{ path: 'amount', to: 10 }]
    expect(editCard(ofContract, document, changes, reader, asking)).toMatchObject({
      problem: { code: 'check-failed', checks: [{ mayOverride: true }] },
    })
    expect(editCard(ofContract, document, changes, reader, { ...asking, overrides: { ceiling: 'agreed' } })).toMatchObject({
      ok: true,
      overridden: ['ceiling'],
    })
  })

  it('asks for a fresh total where a check compares with it', () => {
    const reader = aReader({ rollups: {} })
    edited([{ path: 'amount', to: 10 }], undefined, reader)
    expect(reader.missing).toEqual([{ kind: 'rollup', field: 'accepted' }])
  })

  it('refuses a path that no field has, and says which was meant', () => {
    expect(edited([{ path: 'amuont', to: 1 }])).toMatchObject({ problem: { code: 'card-invalid', errors: [{ rule: 'unknown-field' }] } })
    expect(edited([{ path: 'works/r1/prcie', to: 1 }])).toMatchObject({ problem: { code: 'card-invalid' } })
  })
})
