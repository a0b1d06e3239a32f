import { describe, expect, it } from 'vitest'
import { calendarProblem, type WorkingCalendar } from './calendar.ts'
import { addWorkingDays, daysOffBetween, isWorkingDay, moveOffDayOff, workingDaysBetween } from './working-days.ts'
import { addWorking, nextWorkingMoment } from './working-time.ts'

const day = [['09:00', '17:00']] as const
const office: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: ['2026-11-30', '2026-12-01', '2026-12-26'],
  shortDays: { '2026-12-24': [['09:00', '13:00']] },
  extraWorkingDays: { '2026-12-05': [['10:00', '14:00']] },
}

describe('a working calendar', () => {
  it('may be right', () => expect(calendarProblem(office)).toBeUndefined())
  it('is refused in a zone that nobody knows', () => {
    expect(calendarProblem({ ...office, zone: 'Europe/Bucuresti' })).toEqual({ code: 'unknown-zone', zone: 'Europe/Bucuresti' })
  })
  it.each([
    ['hours that end before they begin', [['17:00', '09:00']]],
    ['hours of no length', [['09:00', '09:00']]],
    [
      'hours that overlap',
      [
        ['09:00', '13:00'],
        ['12:00', '17:00'],
      ],
    ],
    [
      'hours out of order',
      [
        ['13:00', '17:00'],
        ['09:00', '12:00'],
      ],
    ],
    ['a time that is none', [['9:00', '17:00']]],
    ['a beginning at 24:00', [['24:00', '24:00']]],
  ] as [string, [string, string][]][])('is refused with %s', (_, monday) => {
    expect(calendarProblem({ ...office, hours: { monday } })).toMatchObject({ code: 'bad-working-hours', place: 'hours.monday' })
  })
  it('is refused with a date that does not exist', () => {
    expect(calendarProblem({ ...office, holidays: ['2026-02-30'] })).toEqual({ code: 'bad-date', place: 'holidays', found: '2026-02-30' })
    expect(calendarProblem({ ...office, shortDays: { '24.12.2026': [['09:00', '13:00']] } })).toMatchObject({
      code: 'bad-date',
      place: 'shortDays',
    })
  })
  it('is refused when it names an extra working day without hours', () => {
    expect(calendarProblem({ ...office, extraWorkingDays: { '2026-12-05': [] } })).toMatchObject({ code: 'bad-working-hours' })
  })
  it('is refused when nobody ever works', () => {
    const idle = { zone: 'Europe/Bucharest', hours: {}, holidays: [] }
    expect(addWorking(idle, '2026-11-25T08:00:00.000Z', 'P1D')).toEqual({ ok: false, problem: { code: 'no-working-hours' } })
  })
  it('answers with a problem, and does not search for ever, when its only working days are past', () => {
    const over: WorkingCalendar = { zone: 'Europe/Bucharest', hours: {}, holidays: [], extraWorkingDays: { '2020-01-02': day } }
    for (const found of [nextWorkingMoment(over, '2026-11-25T08:00:00.000Z'), addWorking(over, '2026-11-25T08:00:00.000Z', 'PT4H')]) {
      expect(found).toMatchObject({ ok: false, problem: { code: 'no-working-time-near' } })
    }
    expect(addWorkingDays(over, '2026-11-25', 1)).toMatchObject({ ok: false, problem: { code: 'no-working-time-near' } })
  })
})

describe('counting working days by dates', () => {
  it('counts both ends, and neither holidays nor weekends', () => {
    expect(workingDaysBetween('2026-11-27', '2026-12-04', office)).toEqual({ ok: true, value: 4 })
    expect(workingDaysBetween('2026-12-05', '2026-12-05', office)).toEqual({ ok: true, value: 1 })
    expect(workingDaysBetween('2026-12-04', '2026-11-27', office)).toEqual({ ok: true, value: 0 })
  })
  it('counts a short day whole', () => {
    expect(workingDaysBetween('2026-12-24', '2026-12-24', office)).toEqual({ ok: true, value: 1 })
  })
  it('takes a Monday as one working day after a Friday and after a Saturday', () => {
    expect(addWorkingDays(office, '2026-11-20', 1)).toEqual({ ok: true, value: '2026-11-23' })
    expect(addWorkingDays(office, '2026-11-21', 1)).toEqual({ ok: true, value: '2026-11-23' })
  })
  it('goes back over holidays', () => {
    expect(addWorkingDays(office, '2026-12-03', -2)).toEqual({ ok: true, value: '2026-11-27' })
  })
  it('moves a date off a day off as it is told', () => {
    expect(moveOffDayOff(office, '2026-11-30', 'before')).toEqual({ ok: true, value: '2026-11-27' })
    expect(moveOffDayOff(office, '2026-11-30', 'after')).toEqual({ ok: true, value: '2026-12-02' })
    expect(moveOffDayOff(office, '2026-11-30', 'keep')).toEqual({ ok: true, value: '2026-11-30' })
    expect(moveOffDayOff(office, '2026-12-02', 'after')).toEqual({ ok: true, value: '2026-12-02' })
  })
  it('calls a holiday on a Saturday a weekend, for it takes nothing away', () => {
    expect(daysOffBetween(office, '2026-12-25', '2026-12-27')).toEqual({
      ok: true,
      value: [
        { date: '2026-12-26', why: 'weekend' },
        { date: '2026-12-27', why: 'weekend' },
      ],
    })
  })
  it('works on a Saturday that makes up for a bridge day', () => {
    expect(isWorkingDay(office, '2026-12-05')).toEqual({ ok: true, value: true })
  })
  it('refuses a date that is none', () => {
    expect(workingDaysBetween('2026-02-30', '2026-03-01', office)).toMatchObject({ ok: false, problem: { code: 'bad-date' } })
  })
})
