import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitAtSlots } from '../../runtime/app/language/message.ts'
import type { Around } from '../../schemas/generated/reminder-rule.ts'
import { remindersEn } from '../language/reminders-en.ts'
import { remindersRo } from '../language/reminders-ro.ts'
import { aroundKey, aroundOf, inOrder, lengthOf, newStep, offsetOf, sideOf, stepSentence } from './sentence.ts'

describe('a step of a reminder', () => {
  it('knows on which side of its moment it speaks', () => {
    expect(['-P30D', 'P0D', 'PT0S', 'P1D', '-PT4H'].map((at) => sideOf({ at }))).toEqual(['before', 'on', 'on', 'after', 'before'])
  })
  it('keeps its length when it is put on the other side', () => {
    expect(offsetOf('after', lengthOf({ at: '-P30D' }))).toBe('P30D')
    expect(offsetOf('before', lengthOf({ at: 'P2W' }))).toBe('-P2W')
    expect(offsetOf('on', 'P2W')).toBe('P0D')
    expect(offsetOf('before', lengthOf({ at: 'P0D' }))).toBe('-P1D')
  })
  it('has a sentence in both languages for every side and every way of going on, with the same slots', () => {
    for (const at of ['-P1D', 'P0D', 'P1D'])
      for (const more of [{}, { every: 'P1D' }, { every: 'P1D', atMost: 3 }]) {
        const key = stepSentence({ at, ...more })
        const slots = (text: string) =>
          splitAtSlots(text)
            .filter((_, index) => index % 2 === 1)
            .sort()
        expect(slots(remindersRo[key]), key).toEqual(slots(remindersEn[key]))
      }
  })
})

describe('what a reminder stands around', () => {
  it('is a choice, and the choice is what it stands around', () => {
    const id = fc.constantFrom('due', 'works', 'validUntil', 'inForce')
    const around: fc.Arbitrary<Around> = fc.oneof(
      fc.record({ field: id }),
      fc.record({ field: id, yearly: fc.constant(true) }),
      fc.record({ rows: id, field: id }),
      fc.constantFrom<Around>({ assignment: 'due' }, { assignment: 'opened' }, { status: 'in-force' }, { paper: 'ours' }),
    )
    fc.assert(
      fc.property(around, (one) => {
        expect(aroundOf(aroundKey(one), one.yearly)).toEqual(one)
      }),
    )
  })
})

describe('the steps of a reminder', () => {
  it('stand in the order of time, however they were written', () => {
    const steps = ['P1D', '-P30D', 'P0D', '-P1M', '-P7D'].map((at) => ({ at, tell: [] }))
    expect(inOrder(steps).map((index) => steps[index]!.at)).toEqual(['-P30D', '-P1M', '-P7D', 'P0D', 'P1D'])
  })
  it('get one more on a day that none has yet, for the same people', () => {
    const rule = { id: 'r', label: 'r', type: 't', around: { field: 'd' }, text: 't', steps: [{ at: 'P0D', tell: [{ role: 'lawyer' }] }] }
    expect(newStep(rule)).toEqual({ at: '-P7D', tell: [{ role: 'lawyer' }] })
  })
})
