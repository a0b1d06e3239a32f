import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from './calendar.ts'
import { addWorking, explainWorking, lastWorkingMoment, nextWorkingMoment, subtractWorking, workingTimeBetween } from './working-time.ts'

const day = [['09:00', '17:00']] as const
const office: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: ['2026-11-30', '2026-12-01', '2026-12-25'],
  shortDays: { '2026-12-24': [['09:00', '13:00']] },
}
/** Winter in Bucharest: UTC and two hours. */
const at = (date: string, time: string) => new Date(`${date}T${time}:00+02:00`).toISOString()
const add = (from: string, duration: string) => {
  const counted = addWorking(office, from, duration)
  return counted.ok ? counted.value : counted.problem
}

describe('two working days', () => {
  it('from a Friday at 14:00 are due the Thursday after two holidays at 14:00, and a preview can say why', () => {
    expect(explainWorking(office, at('2026-11-27', '14:00'), 'P2D')).toEqual({
      ok: true,
      value: {
        from: at('2026-11-27', '14:00'),
        begins: at('2026-11-27', '14:00'),
        at: at('2026-12-03', '14:00'),
        jumped: [
          { date: '2026-11-28', why: 'weekend' },
          { date: '2026-11-29', why: 'weekend' },
          { date: '2026-11-30', why: 'holiday' },
          { date: '2026-12-01', why: 'holiday' },
        ],
      },
    })
  })
  it('asked on a Sunday count from Monday morning', () => {
    expect(add(at('2026-11-22', '11:00'), 'P2D')).toBe(at('2026-11-25', '09:00'))
  })
  it('asked in the evening count from the next morning', () => {
    expect(add(at('2026-11-23', '19:00'), 'P2D')).toBe(at('2026-11-26', '09:00'))
  })
  it('asked at closing time are due at closing time', () => {
    expect(add(at('2026-11-23', '17:00'), 'P2D')).toBe(at('2026-11-25', '17:00'))
  })
  it('end at closing time of a short day', () => {
    expect(add(at('2026-12-22', '15:00'), 'P2D')).toBe(at('2026-12-24', '13:00'))
  })
  it('before a Thursday lie over holidays too', () => {
    expect(add(at('2026-12-03', '10:00'), '-P2D')).toBe(at('2026-11-27', '10:00'))
    expect(subtractWorking(office, at('2026-12-03', '10:00'), 'P2D')).toEqual({ ok: true, value: at('2026-11-27', '10:00') })
  })
})

describe('four working hours', () => {
  it('go on the next working day where the day ends', () => {
    expect(add(at('2026-11-27', '15:00'), 'PT4H')).toBe(at('2026-12-02', '11:00'))
  })
  it('that fit exactly end at closing time, not next morning', () => {
    expect(add(at('2026-11-26', '13:00'), 'PT4H')).toBe(at('2026-11-26', '17:00'))
  })
  it('before a morning begin the afternoon before', () => {
    expect(add(at('2026-11-26', '10:00'), '-PT4H')).toBe(at('2026-11-25', '14:00'))
  })
  it('after a day are counted after that day', () => {
    expect(add(at('2026-11-25', '15:00'), 'P1DT4H')).toBe(at('2026-11-27', '11:00'))
  })
})

describe('other stretches', () => {
  it('take weeks as seven days of the calendar, and go on to the next opening where that is a day off', () => {
    expect(add(at('2026-11-18', '15:00'), 'P1W')).toBe(at('2026-11-25', '15:00'))
    expect(add(at('2026-11-24', '15:00'), 'P1W')).toBe(at('2026-12-02', '09:00'))
    expect(add(at('2026-12-08', '15:00'), '-P1W')).toBe(at('2026-11-27', '17:00'))
  })
  it('leave the moment alone when there is nothing to count, even on a Sunday', () => {
    expect(add(at('2026-11-22', '11:00'), 'P0D')).toBe(at('2026-11-22', '11:00'))
  })
  it('are refused in months and years', () => {
    expect(add(at('2026-11-25', '10:00'), 'P1M')).toEqual({ code: 'months-in-working-time', text: 'P1M' })
    expect(add(at('2026-11-25', '10:00'), '-P1Y')).toEqual({ code: 'months-in-working-time', text: '-P1Y' })
  })
  it('are refused beyond what can be counted, and when they are none', () => {
    expect(add(at('2026-11-25', '10:00'), 'P999999999D')).toEqual({ code: 'out-of-range' })
    expect(add(at('2026-11-25', '10:00'), 'PT999999999H')).toMatchObject({ code: 'no-working-time-near' })
    expect(add('9999-12-31T10:00:00.000Z', 'P1D')).toEqual({ code: 'out-of-range' })
    expect(add(at('2026-11-25', '10:00'), '2 days')).toMatchObject({ code: 'not-a-duration' })
  })
})

describe('working moments', () => {
  it('are themselves where somebody works, else the next opening or the last closing', () => {
    expect(nextWorkingMoment(office, at('2026-11-25', '10:30'))).toEqual({ ok: true, value: at('2026-11-25', '10:30') })
    expect(nextWorkingMoment(office, at('2026-11-27', '17:01'))).toEqual({ ok: true, value: at('2026-12-02', '09:00') })
    expect(lastWorkingMoment(office, at('2026-12-02', '08:59'))).toEqual({ ok: true, value: at('2026-11-27', '17:00') })
  })
  it('add up to the working time between', () => {
    expect(workingTimeBetween(office, at('2026-11-27', '15:00'), at('2026-12-02', '11:00'))).toEqual({ ok: true, value: 4 * 3_600_000 })
    expect(workingTimeBetween(office, at('2026-12-02', '11:00'), at('2026-11-27', '15:00'))).toEqual({ ok: true, value: -4 * 3_600_000 })
  })
})
