import { expect, it } from 'vitest'
import { weeksBetween } from './calendar-weeks.ts'

it('weeks go from Monday to Sunday around the days that are shown', () => {
  const weeks = weeksBetween('2026-11-25', '2026-12-09')
  expect(weeks.map((week) => [week[0], week[6]])).toEqual([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-30', '2026-12-06'],
    ['2026-12-07', '2026-12-13'],
  ])
})

it('a day that is a Sunday is the last of its week', () => {
  expect(weeksBetween('2026-11-29', '2026-11-29')).toHaveLength(1)
})
