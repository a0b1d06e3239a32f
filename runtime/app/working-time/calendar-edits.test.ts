import { describe, expect, it } from 'vitest'
import type { NamedCalendar } from '../../api/answers.ts'
import { calendarProblem } from '../../engine/calendar/calendar.ts'
import {
  asDayOff,
  exceptionsOf,
  firstHours,
  hoursOfDay,
  kindOfDay,
  likeItsWeekday,
  monthsOf,
  withHolidays,
  withWeekday,
  workedAt,
} from './calendar-edits.ts'

const day = [['09:00', '17:00']] as const
const calendar: NamedCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: ['2026-11-30', '2026-12-01'],
}
const tuesday = '2026-12-01'
const saturday = '2026-12-05'

describe('a day of the working calendar', () => {
  it('is what the clock counts it as', () => {
    expect(kindOfDay(calendar, tuesday)).toBe('holiday')
    expect(kindOfDay(calendar, saturday)).toBe('weekend')
    expect(kindOfDay(calendar, '2026-12-02')).toBe('works')
    expect(hoursOfDay(calendar, tuesday)).toEqual([])
  })
  it('can be worked after all, and be a day off again', () => {
    const worked = likeItsWeekday(calendar, tuesday)
    expect(kindOfDay(worked, tuesday)).toBe('works')
    expect(asDayOff(worked, tuesday).holidays).toEqual(calendar.holidays)
  })
  it('can be short, and a Saturday can be worked', () => {
    const short = workedAt(calendar, tuesday, firstHours(calendar, tuesday))
    expect(kindOfDay(short, tuesday)).toBe('short')
    expect(hoursOfDay(short, tuesday)).toEqual([['09:00', '13:00']])
    const extra = workedAt(short, saturday, firstHours(calendar, saturday))
    expect(kindOfDay(extra, saturday)).toBe('extra')
    expect(hoursOfDay(extra, saturday)).toEqual(day)
    expect(calendarProblem(extra)).toBeUndefined()
    expect(kindOfDay(likeItsWeekday(extra, saturday), saturday)).toBe('weekend')
  })
  it('is listed where it is not as its weekday says', () => {
    const changed = workedAt(calendar, saturday, day)
    expect(exceptionsOf(changed, 2026)).toEqual([
      { date: '2026-11-30', kind: 'holiday' },
      { date: tuesday, kind: 'holiday' },
      { date: saturday, kind: 'extra' },
    ])
    expect(exceptionsOf(changed, 2027)).toEqual([])
  })
})

it('holidays that are there already are not there twice', () => {
  expect(withHolidays(calendar, ['2026-12-01', '2026-12-25']).holidays).toEqual(['2026-11-30', '2026-12-01', '2026-12-25'])
})
it('a weekday without hours is free', () => {
  const free = withWeekday(calendar, 'friday', [])
  expect(free.hours.friday).toBeUndefined()
  expect(kindOfDay(free, '2026-12-04')).toBe('weekend')
})
it('a year is its days, each once, in weeks from Monday', () => {
  for (const year of [2024, 2026, 2027]) {
    const months = monthsOf(year)
    const days = months.flat(2).filter((date) => date !== null)
    expect(days).toHaveLength(year === 2024 ? 366 : 365)
    expect(days).toEqual([...days].sort())
    expect(months.flat().every((week) => week.length === 7)).toBe(true)
  }
  expect(monthsOf(2026)[10]![0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
})
