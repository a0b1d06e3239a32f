import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { LinkedDocument } from '../document/facts.ts'
import { calculateDerived } from './calculate.ts'
import type { Card } from './card.ts'
import { evaluateRollup, rollUp, rollupSource } from './rollup.ts'
import { aContract, acme, aReader, aSite, contractType, ofContract } from './sample-contract.ts'

const site = aSite()

function anAct(card: Card, status = 'done'): LinkedDocument {
  return {
    ...acme,
    id: `a${Math.random()}`,
    type: 'act',
    status,
    card: { contract: { type: 'contract', id: 'd1' }, currency: 'RON', ...card },
  }
}

describe('a total over other documents', () => {
  it('says whose links to follow', () => {
    expect(rollupSource(site, contractType, 'accepted')).toEqual({ of: 'acts', from: [{ type: 'act', field: 'contract' }] })
    expect(rollupSource(site, contractType, 'planned')).toBe(null)
    expect(rollupSource(site, contractType, 'amount')).toBe(null)
  })

  it('adds what its condition lets through, passes blanks over, and is 0 for none', () => {
    const acts = [anAct({ amount: 0.1 }), anAct({ amount: 0.2 }), anAct({ amount: 5 }, 'cancelled'), anAct({})]
    const parent = aContract({ currency: 'RON' })
    expect(evaluateRollup(site, contractType, 'accepted', acts, parent)).toBe(0.3)
    expect(evaluateRollup(site, contractType, 'accepted', [], parent)).toBe(0)
  })

  it('is exact, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), { maxLength: 30 }), (cents) => {
        const acts = cents.map((each) => anAct({ amount: each / 100 }))
        const sum = cents.reduce((a, b) => a + b, 0) / 100
        expect(evaluateRollup(site, contractType, 'accepted', acts, aContract({ currency: 'RON' }))).toBe(sum || 0)
      }),
    )
  })

  it('is blank, with the reason, where one is in another currency than its own', () => {
    const acts = [anAct({ amount: 1 }), anAct({ amount: 1, currency: 'EUR' })]
    expect(rollUp(site, contractType, 'accepted', acts, aContract({ currency: 'RON' }))).toEqual({ value: null, blank: 'other-currency' })
    expect(rollUp(site, contractType, 'accepted', [anAct({ amount: 1 })], aContract({ currency: 'EUR' })).value).toBe(null)
    expect(rollUp(site, contractType, 'accepted', [anAct({ amount: 1 })], aContract({ currency: 'RON' })).value).toBe(1)
  })

  it('counts, and finds the least, the greatest and the average', () => {
    const fields: readonly CardField[] = [
      { id: 'n', type: 'number', label: 'a', rollup: { of: 'acts', count: true } },
      { id: 'least', type: 'number', label: 'a', rollup: { of: 'acts', min: 'amount' } },
      { id: 'most', type: 'number', label: 'a', rollup: { of: 'acts', max: 'amount' } },
      { id: 'mean', type: 'number', label: 'a', decimals: 2, rollup: { of: 'acts', average: 'amount' } },
    ]
    const type = { ...contractType, fields: [...fields] }
    const acts = [anAct({ amount: 9 }), anAct({ amount: 10 }), anAct({ amount: 1 }), anAct({})]
    expect(fields.map(({ id }) => evaluateRollup(site, type, id, acts))).toEqual([4, 1, 10, 6.67])
    expect(fields.map(({ id }) => evaluateRollup(site, type, id, []))).toEqual([0, 0, 0, 0])
  })

  it('is kept beside the card with the formulas that read it', () => {
    const reader = aReader({ rollups: {} })
    expect(calculateDerived(ofContract, aContract({ amount: 100 }, { sequence: 3 }), reader, { accepted: 30 })).toEqual({
      accepted: 30,
      balance: 70,
    })
    expect(calculateDerived(ofContract, aContract({ amount: 100 }, { sequence: 3 }), reader, { accepted: null })).toEqual({})
    expect(reader.missing).toEqual([])
  })
})
