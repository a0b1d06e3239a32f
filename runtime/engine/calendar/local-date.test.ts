import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateOfDay, dayNumberOf, isLocalDate, weekdayOfDay } from './local-date.ts'

describe('a date', () => {
  it('exists or is none', () => {
    expect(isLocalDate('2028-02-29')).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '2026-11-25T00:00', null])
      expect(isLocalDate(text)).toBe(false)
  })
  it('has a day number and comes back from it', () => {
    for (const date of ['0001-01-01', '1969-12-31', '1970-01-01', '2026-11-25', '9999-12-31'])
      expect(dateOfDay(dayNumberOf(date))).toBe(date)
  })
  it('knows its day of the week, Monday 0', () => {
    expect(weekdayOfDay(dayNumberOf('2026-11-23'))).toBe(0)
    expect(weekdayOfDay(dayNumberOf('1969-12-28'))).toBe(6)
  })
  it('moves by days over the end of a year', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02')
  })
  it('stays in the month where the month is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('0099-12-31', 2)).toBe('0100-02-28')
  })
})
