import { expect, it } from 'vitest'
import { groupByDay } from './notice-days.ts'

it('cuts a list into days and keeps its order', () => {
  const at = ['2026-11-25T10', '2026-11-25T08', '2026-11-24T20', '2026-11-20T09']
  expect(groupByDay(at, (one) => one.slice(0, 10)).map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-11-25', 2],
    ['2026-11-24', 1],
    ['2026-11-20', 1],
  ])
  expect(groupByDay([], String)).toEqual([])
})
