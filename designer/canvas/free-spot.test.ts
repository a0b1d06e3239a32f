import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeSpot, type Taken } from './free-spot.ts'

const overlaps = ([x, y]: readonly [number, number], one: Taken) =>
  x < one.x + one.width && x + 200 > one.x && y < one.y + one.height && y + 110 > one.y

it('stays where nothing is', () => {
  expect(freeSpot([], [40, -10])).toEqual([40, -10])
  expect(freeSpot([{ x: 1_000, y: 0, width: 170, height: 80 }], [40, -10])).toEqual([40, -10])
})

it('goes as far as it must beside or below what stands there, and not further', () => {
  const one = { x: 0, y: 0, width: 170, height: 80 }
  expect(freeSpot([one], [0, 0])).toEqual([0, 100])
  expect(freeSpot([one, { x: 0, y: 100, width: 170, height: 80 }], [0, 0])).toEqual([0, -140])
})

it('covers nothing, whatever stands around', () => {
  const step = fc.record({
    x: fc.integer({ min: -600, max: 600 }),
    y: fc.integer({ min: -600, max: 600 }),
    width: fc.integer({ min: 100, max: 500 }),
    height: fc.integer({ min: 60, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (taken) => {
      const spot = freeSpot(taken, [0, 0])
      expect(taken.filter((one) => overlaps(spot, one))).toEqual([])
    }),
  )
})
