import { describe, expect, it } from 'vitest'
import { aContract, actType, aSite } from '../card/sample-contract.ts'
import { addingUp } from './looking-at.ts'
import type { Document } from './state.ts'

const site = aSite()
const parent = { type: 'contract', id: 'd1' }
const act: Document = { ...aContract({ contract: parent, amount: 5 }), id: 'a1', type: 'act' }

describe('a document that another adds up', () => {
  it('is looked at again when it is made and when something that a total may read has changed', () => {
    expect(addingUp(site, actType, null, act)).toEqual([parent])
    for (const changed of [{ card: { contract: parent, amount: 6 } }, { status: 'cancelled' }, { derived: { sum: 1 } }, { number: 'A-1' }])
      expect([changed, addingUp(site, actType, act, { ...act, ...changed } as Document)]).toEqual([changed, [parent]])
  })

  it('is looked at again by the one that it leaves and by the one that it comes to', () => {
    const other = { type: 'contract', id: 'd2' }
    expect(addingUp(site, actType, act, { ...act, card: { contract: other, amount: 5 } })).toEqual([parent, other])
  })

  it('is left alone while only its process goes on', () => {
    expect(addingUp(site, actType, act, { ...act, sequence: act.sequence + 1, process: null })).toEqual([])
  })
})
