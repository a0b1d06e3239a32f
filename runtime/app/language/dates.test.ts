import { describe, expect, it } from 'vitest'
import { formatDate, formatInstant, spokenDate, spokenInstant } from './dates.ts'
import { durationOf, singleUnitOf, spokenDuration } from './durations.ts'
import { en } from './en.ts'
import { ro } from './ro.ts'
import { makeTexts } from './texts.tsx'
import { parseDate, parseTime } from './typed-dates.ts'

const english = makeTexts('en', en)
const romanian = makeTexts('ro', ro)
const bucharest = 'Europe/Bucharest'
const today = '2026-11-23'

describe('dates in the reader’s language', () => {
  it('writes a whole date', () => {
    expect(formatDate('2026-11-23', 'en')).toBe('23 Nov 2026')
    expect(formatDate('2026-11-23', 'ro')).toBe('23.11.2026')
  })
  it('writes an instant in the site’s zone, summer and winter', () => {
    expect(formatInstant('2026-11-23T07:30:00.000Z', 'ro', bucharest)).toBe('23.11.2026, 09:30')
    expect(formatInstant('2026-07-01T21:30:00.000Z', 'en', bucharest)).toBe('2 Jul 2026, 00:30')
  })
  it('speaks of near days', () => {
    expect(spokenDate('2026-11-23', today, english)).toBe('today')
    expect(spokenDate('2026-11-24', today, romanian)).toBe('mâine')
    expect(spokenDate('2026-11-20', today, english)).toBe('Fri 20 Nov')
    expect(spokenDate('2026-11-20', today, romanian)).toBe('vineri, 20 nov.')
    expect(spokenDate('2026-03-02', today, english)).toBe('2 Mar')
    expect(spokenDate('2027-06-30', today, romanian)).toBe('30.06.2027')
  })
  it('speaks of near moments', () => {
    const now = '2026-11-23T08:00:00.000Z'
    expect(spokenInstant('2026-11-23T15:00:00.000Z', now, bucharest, english)).toBe('today, 17:00')
    expect(spokenInstant('2026-11-23T07:58:00.000Z', now, bucharest, romanian)).toBe('acum 2 minute')
    expect(spokenInstant('2026-11-23T07:59:40.000Z', now, bucharest, english)).toBe('just now')
  })
})

describe('a typed day', () => {
  const typed = (text: string, language: 'en' | 'ro' = 'ro') => parseDate(text, today, language)
  it('is read with the day before the month, whatever stands between', () => {
    expect(typed('5.3.2027')).toBe('2027-03-05')
    expect(typed('05/03/27')).toBe('2027-03-05')
    expect(typed('2027-03-05')).toBe('2027-03-05')
    expect(typed('5 martie 2027')).toBe('2027-03-05')
    expect(typed('5 March 2027', 'en')).toBe('2027-03-05')
  })
  it('takes what is left out from today', () => {
    expect(typed('30')).toBe('2026-11-30')
    expect(typed('1.12')).toBe('2026-12-01')
    expect(typed('1 dec', 'en')).toBe('2026-12-01')
  })
  it('is refused where it does not exist', () => {
    for (const text of ['31.11.2026', '29.2.2027', '0.1.2026', '1.13.2026', 'tomorrow', '', '1.1.1.1', '5 xyz'])
      expect(typed(text)).toBeUndefined()
  })
  it('is read back as it is shown', () => {
    for (let day = 1; day <= 28; day++) {
      const date = `2026-${String((day % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      expect(typed(formatDate(date, 'ro'), 'ro')).toBe(date)
      expect(typed(formatDate(date, 'en'), 'en')).toBe(date)
    }
  })
})

describe('a typed time', () => {
  it('may be short', () => {
    expect(['9', '930', '9:30', '09.30', '17h', '9h30'].map(parseTime)).toEqual(['09:00', '09:30', '09:30', '09:30', '17:00', '09:30'])
  })
  it('is refused where no clock shows it', () => {
    expect(['24:00', '9:60', 'noon', '', '12345'].map(parseTime)).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
})

describe('a duration', () => {
  it('is spoken with the right plural', () => {
    expect(['P1D', 'P2D', 'P20D', 'P1Y6M', 'PT4H'].map((text) => spokenDuration(text, romanian))).toEqual([
      '1 zi',
      '2 zile',
      '20 de zile',
      '1 an 6 luni',
      '4 ore',
    ])
    expect(spokenDuration('P0D', english)).toBe('0 days')
  })
  it('of one unit can be taken apart and put together', () => {
    expect(singleUnitOf('PT90M')).toEqual({ amount: 90, unit: 'minutes' })
    expect(singleUnitOf('P1Y6M')).toBeUndefined()
    expect(durationOf(3, 'weeks')).toBe('P3W')
    expect(durationOf(4, 'hours')).toBe('PT4H')
  })
})
