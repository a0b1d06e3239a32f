import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import { previewDeadline } from './deadline-preview.ts'

const hours = [['09:00', '17:00']] as const
const calendar: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
  holidays: ['2026-11-30', '2026-12-01'],
}
const friday = '2026-11-27T12:00:00.000Z'

describe('the worked example of a deadline', () => {
  it('says which holidays it jumps over', () => {
    expect(previewDeadline({ within: 'P2D', in: 'working-time' }, { calendar, asked: friday, language: 'en' })).toEqual({
      due: '2026-12-03T12:00:00.000Z',
      holidays: ['2026-11-30', '2026-12-01'],
      sentence: 'Asked on Fri 27 Nov at 14:00, it is due Thu 3 Dec, 14:00, because Mon 30 Nov and Tue 1 Dec are holidays.',
    })
    expect(previewDeadline({ within: 'P2D', in: 'working-time' }, { calendar, asked: friday, language: 'ro' }).sentence).toBe(
      'Cerut vineri 27 nov. la 14:00, are termen joi 3 dec., ora 14:00, pentru că luni 30 nov. și marți 1 dec. sunt zile libere.',
    )
  })
  it('counts round the clock where that is asked', () => {
    expect(previewDeadline({ within: 'P2D' }, { calendar, asked: friday, language: 'en' }).sentence).toBe(
      'Asked on Fri 27 Nov at 14:00, it is due Sun 29 Nov, 14:00.',
    )
  })
  it('says when it is due on a date of the card', () => {
    expect(
      previewDeadline({ on: 'validUntil', in: 'working-time' }, { calendar, asked: friday, date: '2026-12-04', language: 'en' }).sentence,
    ).toBe('For Fri 4 Dec, it is due Fri 4 Dec, 17:00.')
    expect(previewDeadline({ on: 'validUntil' }, { calendar, asked: friday, language: 'en' }).due).toBeNull()
  })
  it('says why it cannot be counted', () => {
    expect(previewDeadline({ within: 'P1M', in: 'working-time' }, { calendar, asked: friday, language: 'en' }).sentence).toMatch(
      /^Working time counts weeks/,
    )
  })
})
