import { describe, expect, it } from 'vitest'
import type { InboxRow } from '../../api/answers.ts'
import { dueGroupOf, groupInbox, nextAfter } from './inbox-groups.ts'

// A Wednesday morning in Bucharest.
const facts = {
  now: '2026-11-25T08:00:00.000Z',
  zone: 'Europe/Bucharest',
  language: 'en',
  people: { e: { id: 'e', name: 'Elena', what: null } },
} as const

const row = (assignment: string, part: Partial<InboxRow> = {}): InboxRow => ({
  assignment,
  document: {
    type: 'contract',
    id: assignment,
    number: null,
    title: { en: assignment },
    status: 'in-approval',
    author: 'e',
    typeLabel: 'Contract',
  },
  node: 'legal',
  label: 'Legal review',
  state: 'open',
  pool: null,
  from: 'e',
  since: '2026-11-20T08:00:00.000Z',
  due: null,
  late: false,
  amount: null,
  ...part,
})
const group = (due: string | null, late = false) => dueGroupOf({ due, late }, facts)

describe('what waits, grouped by when it is due', () => {
  it('is overdue when the server says so or the hour has passed', () => {
    expect(group('2026-11-25T07:59:00.000Z')).toBe('overdue')
    expect(group('2026-12-25T07:59:00.000Z', true)).toBe('overdue')
  })
  it('goes by the days of the office, not of Greenwich', () => {
    expect(group('2026-11-25T21:59:00.000Z')).toBe('today')
    expect(group('2026-11-25T22:01:00.000Z')).toBe('week')
  })
  it('ends the week with Sunday', () => {
    expect(group('2026-11-29T15:00:00.000Z')).toBe('week')
    expect(group('2026-11-30T07:00:00.000Z')).toBe('later')
    const sunday = { ...facts, now: '2026-11-29T08:00:00.000Z' }
    expect(dueGroupOf({ due: '2026-11-30T07:00:00.000Z', late: false }, sunday)).toBe('later')
  })
  it('may have no date', () => expect(group(null)).toBe('none'))

  it('stands in the order of time, pools last, the soonest first', () => {
    const rows = [
      row('none'),
      row('pool', { state: 'pool', pool: { en: 'lawyers', ro: 'juriștii' }, due: '2026-11-25T09:00:00.000Z' }),
      row('later', { due: '2027-01-10T09:00:00.000Z' }),
      row('today-2', { due: '2026-11-25T15:00:00.000Z' }),
      row('today-1', { due: '2026-11-25T13:00:00.000Z' }),
      row('late', { due: '2026-11-20T15:00:00.000Z', late: true }),
    ]
    expect(
      groupInbox(rows, 'due', facts).map(({ due, pool, rows: inside }) => [due ?? pool, ...inside.map((one) => one.assignment)]),
    ).toEqual([
      ['overdue', 'late'],
      ['today', 'today-1', 'today-2'],
      ['later', 'later'],
      ['none', 'none'],
      ['lawyers', 'pool'],
    ])
  })
  it('can be grouped by author and by type', () => {
    expect(groupInbox([row('a'), row('b')], 'author', facts)).toMatchObject([{ label: 'Elena', rows: [{}, {}] }])
    expect(groupInbox([row('a')], 'type', facts)).toMatchObject([{ label: 'Contract' }])
  })
})

describe('after a decision', () => {
  const rows = [row('a'), row('b'), row('c')]
  it('the next row opens, and after the last one the one before', () => {
    expect(nextAfter(rows, 'b')?.assignment).toBe('c')
    expect(nextAfter(rows, 'c')?.assignment).toBe('b')
    expect(nextAfter([row('a')], 'a')).toBeUndefined()
  })
  it('a row that is no longer listed leads to the first', () => expect(nextAfter(rows, 'x')?.assignment).toBe('a'))
})
