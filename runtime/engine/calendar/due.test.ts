import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from './calendar.ts'
import { addTime, dueAfterPause, dueOnDate, durationProblem, shiftMoment, waitForDate } from './due.ts'

const day = [['09:00', '17:00']] as const
const office: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: ['2026-12-01'],
  shortDays: { '2026-12-24': [['09:00', '13:00']] },
}
const at = (date: string, time: string) => new Date(`${date}T${time}:00+02:00`).toISOString()
const is = (value: string) => ({ ok: true, value })

describe('a date as a deadline', () => {
  it("falls due at the end of that day's working hours", () => {
    expect(dueOnDate(office, '2026-11-25', 'working-time')).toEqual(is(at('2026-11-25', '17:00')))
    expect(dueOnDate(office, '2026-12-24', 'working-time')).toEqual(is(at('2026-12-24', '13:00')))
  })
  it('falls due at 24:00 in calendar time', () => {
    expect(dueOnDate(office, '2026-11-25', 'calendar-time')).toEqual(is(at('2026-11-26', '00:00')))
  })
  it('is moved off a day off first', () => {
    expect(dueOnDate(office, '2026-12-01', 'working-time', { dayOff: 'before' })).toEqual(is(at('2026-11-30', '17:00')))
    expect(dueOnDate(office, '2026-12-01', 'calendar-time', { dayOff: 'after' })).toEqual(is(at('2026-12-03', '00:00')))
  })
  it('lasts until 24:00 on a day off that is kept', () => {
    expect(dueOnDate(office, '2026-12-01', 'working-time')).toEqual(is(at('2026-12-02', '00:00')))
  })
  it('falls due at an hour that is named', () => {
    expect(dueOnDate(office, '2026-11-25', 'working-time', { hour: '12:00' })).toEqual(is(at('2026-11-25', '12:00')))
    expect(dueOnDate(office, '2026-11-25', 'working-time', { hour: '25:00' })).toEqual({
      ok: false,
      problem: { code: 'no-such-hour', found: '25:00' },
    })
  })
  it('is refused when it does not exist or ends after the last year', () => {
    expect(dueOnDate(office, '2026-02-30', 'working-time')).toMatchObject({ ok: false, problem: { code: 'bad-date' } })
    expect(dueOnDate({ ...office, zone: 'America/New_York' }, '9999-12-31', 'calendar-time')).toEqual({
      ok: false,
      problem: { code: 'out-of-range' },
    })
  })
})

describe('a date that is waited for', () => {
  it('comes when the working hours begin, in calendar time at midnight, or at an hour', () => {
    expect(waitForDate(office, '2026-11-25', 'working-time')).toEqual(is(at('2026-11-25', '09:00')))
    expect(waitForDate(office, '2026-11-25', 'calendar-time')).toEqual(is(at('2026-11-25', '00:00')))
    expect(waitForDate(office, '2026-11-25', 'calendar-time', { hour: '08:15' })).toEqual(is(at('2026-11-25', '08:15')))
  })
})

describe('calendar time', () => {
  it('keeps the time of day over a change of the clocks, where hours pass as they are', () => {
    const evening = '2026-03-28T18:00:00.000Z'
    expect(addTime(office, evening, 'P1D', 'calendar-time')).toEqual(is('2026-03-29T17:00:00.000Z'))
    expect(addTime(office, evening, 'PT24H', 'calendar-time')).toEqual(is('2026-03-29T18:00:00.000Z'))
  })
  it('moves a day that lands on a time left out forward', () => {
    expect(addTime(office, '2026-03-28T01:30:00.000Z', 'P1D', 'calendar-time')).toEqual(is('2026-03-29T01:30:00.000Z'))
  })
  it('ends a month from the 31st on the last of a shorter month', () => {
    expect(addTime(office, at('2026-01-31', '10:00'), 'P1M', 'calendar-time')).toEqual(is(at('2026-02-28', '10:00')))
  })
  it('goes back as well, over a holiday without a glance', () => {
    expect(addTime(office, at('2026-12-31', '09:00'), '-P30D', 'calendar-time')).toEqual(is(at('2026-12-01', '09:00')))
  })
  it('refuses what no calendar reaches', () => {
    expect(addTime(office, at('2026-01-31', '10:00'), 'P9000Y', 'calendar-time')).toEqual({ ok: false, problem: { code: 'out-of-range' } })
    expect(addTime(office, at('2026-01-31', '10:00'), '-P999999999D', 'calendar-time')).toEqual({
      ok: false,
      problem: { code: 'out-of-range' },
    })
  })
})

describe('a moment that is shifted', () => {
  it('moves to the same time of the working day after, or to an hour of it', () => {
    expect(shiftMoment(office, at('2026-12-01', '10:30'), { dayOff: 'after' })).toEqual(is(at('2026-12-02', '10:30')))
    expect(shiftMoment(office, at('2026-12-01', '10:30'), { dayOff: 'before', hour: '09:00' })).toEqual(is(at('2026-11-30', '09:00')))
  })
  it('stays where it is on a working day', () => {
    expect(shiftMoment(office, at('2026-12-02', '10:30'), { dayOff: 'after' })).toEqual(is(at('2026-12-02', '10:30')))
  })
})

describe('a pause', () => {
  const pause = (due: string, pausedAt: string, resumedAt: string) => dueAfterPause(office, 'working-time', { due, pausedAt, resumedAt })

  it('gives back the working time that was left', () => {
    expect(pause(at('2026-11-25', '12:00'), at('2026-11-24', '15:00'), at('2026-12-03', '16:00'))).toEqual(is(at('2026-12-04', '13:00')))
  })
  it('leaves what was overdue overdue', () => {
    expect(pause(at('2026-11-23', '12:00'), at('2026-11-24', '15:00'), at('2026-12-03', '16:00'))).toEqual(is(at('2026-11-23', '12:00')))
  })
  it('over a weekend does not turn Monday morning into Friday evening', () => {
    expect(pause(at('2026-11-23', '09:00'), at('2026-11-20', '18:00'), at('2026-11-20', '19:00'))).toEqual(is(at('2026-11-23', '09:00')))
  })
  it('gives back hours as they pass in calendar time', () => {
    const moments = { due: at('2026-11-25', '12:00'), pausedAt: at('2026-11-25', '10:00'), resumedAt: at('2026-11-28', '03:00') }
    expect(dueAfterPause(office, 'calendar-time', moments)).toEqual(is(at('2026-11-28', '05:00')))
  })
})

describe('the check of a duration', () => {
  it('refuses months in working time only', () => {
    expect(durationProblem('P1M', 'working-time')).toEqual({ code: 'months-in-working-time', text: 'P1M' })
    expect(durationProblem('P1M', 'calendar-time')).toBeUndefined()
    expect(durationProblem('one month', 'calendar-time')).toMatchObject({ code: 'not-a-duration' })
  })
})
