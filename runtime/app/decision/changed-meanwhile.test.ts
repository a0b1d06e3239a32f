import { expect, it } from 'vitest'
import { changedFields } from './changed-meanwhile.ts'

it('tells the fields that changed, came and went', () => {
  const before = { amount: 1, subject: 'x', works: [{ _id: 'a', price: 1 }] }
  const after = { amount: 2, works: [{ _id: 'a', price: 1 }], validUntil: '2027-01-01' }
  expect([...changedFields(before, after)]).toEqual([
    ['amount', 1],
    ['subject', 'x'],
    ['validUntil', undefined],
  ])
})
