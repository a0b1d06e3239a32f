import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { Card } from '../card/card.ts'
import { aContract, aReader } from '../card/sample-contract.ts'
import type { Assignment, Document, Process } from '../document/state.ts'
import type { Watched } from './bases.ts'
import { remindersBetween } from './reminders.ts'
import { sweepWindow } from './sweep-window.ts'

const worksDue: ReminderRule = {
  id: 'works-due',
  label: 'Works due',
  type: 'contract',
  around: { rows: 'works', field: 'due' },
  while: 'status = "in-force"',
  in: 'working-time',
  hour: '09:00',
  dayOff: 'before',
  steps: [
    { at: '-P5D', tell: [{ field: 'row.doer' }, { group: 'managers' }], by: ['program', 'email'] },
    { at: 'P1D', every: 'P1D', atMost: 3, tell: [{ headOf: { field: 'row.doer' } }] },
  ],
  text: { en: '{row.what} is due on {row.due}.', ro: '{row.what} are termen {row.due}.' },
}

const dig = { _id: 'r1', what: 'Digging', due: '2026-12-04', doer: 'radu' }

function said(
  rule: ReminderRule,
  card: Card,
  more: Partial<Document> = {},
  from = '2026-01-01T00:00:00.000Z',
  to = '2027-12-31T00:00:00.000Z',
  statusSince?: string,
) {
  const watched: Watched = { document: aContract(card, { status: 'in-force', ...more }), ...(statusSince && { statusSince }) }
  return remindersBetween(rule, watched, from, to, aReader())
}

function times(...given: Parameters<typeof said>): string[] {
  return said(...given).map(({ at }) => at)
}

describe('a reminder around the date of a row', () => {
  it('counts working days over holidays and speaks at its hour, in the winter time of the site', () => {
    // 30 November and 1 December are holidays: five working days before Friday the 4th is Wednesday the 25th.
    const [first] = said(worksDue, { works: [dig] })
    expect(first).toMatchObject({
      at: '2026-11-25T07:00:00.000Z',
      to: ['radu', 'elena'],
      by: ['program', 'email'],
      text: { en: 'Digging is due on 4 Dec 2026.', ro: 'Digging are termen 04.12.2026.' },
    })
  })

  it('repeats on working days, as often as it may, and reaches whom it names of that row', () => {
    const reminders = said(worksDue, { works: [{ ...dig, doer: 'ana' }] })
    expect(reminders.map(({ at }) => at)).toEqual(['2026-11-25T07:00:00.000Z'])
    const withHead = said(
      { ...worksDue, steps: [{ ...worksDue.steps[1]!, tell: [{ managerOf: { field: 'row.doer' } }] }] },
      { works: [{ ...dig, doer: 'ana' }] },
    )
    expect(withHead.map(({ at }) => at)).toEqual(['2026-12-07T07:00:00.000Z', '2026-12-08T07:00:00.000Z', '2026-12-09T07:00:00.000Z'])
    expect(withHead.map(({ to }) => to)).toEqual([['mihai'], ['mihai'], ['mihai']])
  })

  it('speaks only as long as its condition is true', () => {
    expect(said(worksDue, { works: [dig] }, { status: 'draft' })).toEqual([])
  })

  it('has one name for each occurrence, whatever the window, and another when the date is another', () => {
    const all = said(worksDue, { works: [dig] }).map(({ occurrence }) => occurrence)
    expect(all).toEqual(['r1/2026-12-04/-P5D/0'])
    expect(said(worksDue, { works: [{ ...dig, due: '2026-12-07' }] })[0]!.occurrence).toBe('r1/2026-12-07/-P5D/0')
  })
})

describe('a reminder around a date of the card', () => {
  const ending: ReminderRule = {
    id: 'ending',
    label: 'a',
    type: 'contract',
    around: { field: 'validUntil' },
    steps: [{ at: '-P1M', tell: [{ the: 'author' }] }],
    text: '{title}',
  }

  it('comes a month before, at the beginning of the working hours', () => {
    expect(times(ending, { validUntil: '2026-12-25' })).toEqual(['2026-11-25T07:00:00.000Z'])
  })

  it('moves off a day off', () => {
    expect(times({ ...ending, dayOff: 'after', hour: '10:00' }, { validUntil: '2026-12-30' })).toEqual(['2026-12-02T08:00:00.000Z'])
  })

  it('comes every month back to the last day', () => {
    const monthly = { ...ending, hour: '12:00', steps: [{ at: 'P0D', every: 'P1M', atMost: 3, tell: [{ the: 'author' as const }] }] }
    expect(times(monthly, { validUntil: '2026-01-31' })).toEqual([
      '2026-01-31T10:00:00.000Z',
      '2026-02-28T10:00:00.000Z',
      '2026-03-31T09:00:00.000Z',
    ])
  })

  it('comes every year where it is yearly, on 28 February where there is no 29th', () => {
    const yearly: ReminderRule = {
      ...ending,
      around: { field: 'signedOn', yearly: true },
      hour: '08:00',
      steps: [{ at: 'P0D', tell: [{ the: 'author' }] }],
    }
    expect(times(yearly, { signedOn: '2024-02-29' }, {}, '2025-06-01T00:00:00.000Z', '2028-12-31T00:00:00.000Z')).toEqual([
      '2026-02-28T06:00:00.000Z',
      '2027-02-28T06:00:00.000Z',
      '2028-02-29T06:00:00.000Z',
    ])
  })

  it('says nothing while the date is blank, and nothing to nobody', () => {
    expect(said(ending, {})).toEqual([])
    expect(said({ ...ending, steps: [{ at: 'P0D', tell: [{ field: 'responsible' }] }] }, { validUntil: '2026-12-31' })).toEqual([])
  })

  it('leaves out of its text what not every reader may see', () => {
    const [reminder] = said(
      { ...ending, text: 'Margin {margin}, amount {amount}' },
      { validUntil: '2026-12-31', margin: 12, amount: 5, currency: 'RON' },
    )
    expect(reminder!.text.en).toBe('Margin , amount RON\u00a05.00')
  })
})

describe('a reminder around the process', () => {
  const clock = { due: '2026-11-25T15:00:00.000Z', started: '2026-11-23T08:00:00.000Z', steps: [], paused: null }
  const asked: Assignment = {
    id: 'a1',
    order: 0,
    seat: 's1',
    person: 'ana',
    pool: null,
    except: [],
    hands: [],
    state: 'open',
    opened: '2026-11-23T08:00:00.000Z',
    begun: null,
    closed: null,
    clock,
    suspended: null,
    outcome: null,
    decidedBy: null,
    comment: null,
    reason: null,
  }
  const process = (assignment: Assignment): Process =>
    ({
      tokens: {},
      blocks: {},
      seats: {},
      assignments: { a1: assignment },
      clock: null,
      visits: {},
      passed: {},
      outcomes: {},
      actors: {},
      approvedBefore: {},
      routesTaken: {},
      leftStage: null,
      suspended: null,
      ended: null,
    }) as Process
  const overdue: ReminderRule = {
    id: 'overdue',
    label: 'a',
    type: 'contract',
    around: { assignment: 'due' },
    in: 'working-time',
    steps: [{ at: 'PT2H', tell: [{ the: 'assignee' }, { managerOf: 'assignee' }] }],
    text: 'Late: {title}',
  }

  it('tells the one asked and the manager, in working hours', () => {
    // Due at 17:00 on Wednesday; two working hours later is 11:00 on Thursday.
    expect(said(overdue, {}, { process: process(asked) })).toMatchObject([
      { at: '2026-11-26T09:00:00.000Z', to: ['ana', 'mihai'], assignment: 'a1', occurrence: 'a1/2026-11-25T15:00:00.000Z/PT2H/0' },
    ])
  })

  it('tells everybody of a pool that nobody has claimed, but not who may not', () => {
    const pool = { ...asked, person: null, pool: ['r:lawyer', 'r:director'], except: ['ana'] }
    expect(said({ ...overdue, steps: [{ at: 'PT2H', tell: [{ the: 'assignee' }] }] }, {}, { process: process(pool) })).toMatchObject([
      { to: ['mihai'] },
    ])
  })

  it('is silent about what is decided, paused or suspended', () => {
    for (const other of [
      { ...asked, state: 'done' as const },
      { ...asked, clock: { ...clock, paused: clock.started } },
      { ...asked, suspended: clock.started },
    ])
      expect(said(overdue, {}, { process: process(other) })).toEqual([])
  })

  it('counts from when the document came to its status', () => {
    const rule: ReminderRule = {
      ...overdue,
      around: { status: 'in-force' },
      in: 'calendar-time',
      hour: '09:00',
      steps: [{ at: 'P10D', tell: [{ the: 'author' }] }],
    }
    expect(times(rule, {}, {}, undefined, undefined, '2026-11-10T12:34:00.000Z')).toEqual(['2026-11-20T07:00:00.000Z'])
    expect(times(rule, {}, { status: 'draft' }, undefined, undefined, '2026-11-10T12:34:00.000Z')).toEqual([])
  })
})

describe('sweeping', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  const rules = fc.record({
    in: fc.constantFrom('calendar-time' as const, 'working-time' as const),
    dayOff: fc.constantFrom('keep' as const, 'before' as const, 'after' as const),
    hour: fc.constantFrom('09:00', '00:30', '23:45'),
    steps: fc.array(
      fc
        .record({
          at: fc.constantFrom('-P20D', '-P1D', 'P0D', 'P3D', 'PT4H', '-PT30H', '-P2W'),
          every: fc.constantFrom(undefined, 'P1D', 'P2W', 'PT6H'),
          atMost: fc.constantFrom(undefined, 1, 4),
        })
        .map(({ at, every, atMost }) => ({
          at,
          ...(every && { every }),
          ...(every && atMost && { atMost }),
          tell: [{ the: 'author' as const }],
        })),
      { minLength: 1, maxLength: 3 },
    ),
    yearly: fc.boolean(),
  })
  const makeRule = ({ yearly, ...rest }: { yearly: boolean } & Pick<ReminderRule, 'in' | 'dayOff' | 'hour' | 'steps'>): ReminderRule => ({
    id: 'r',
    label: 'a',
    type: 'contract',
    around: { field: 'signedOn', yearly },
    text: 'x',
    ...rest,
  })

  it('finds the same in one window as in the two that it is cut into, nothing twice and nothing lost', () => {
    fc.assert(
      fc.property(rules, day, fc.tuple(day, day, day), (parts, date, cuts) => {
        const [from, middle, to] = cuts.sort().map((each) => `${each}T07:00:00.000Z`) as [string, string, string]
        const rule = makeRule(parts)
        const names = (a: string, b: string) => said(rule, { signedOn: date }, {}, a, b).map(({ occurrence }) => occurrence)
        const whole = names(from, to)
        expect(new Set(whole).size).toBe(whole.length)
        expect([...names(from, middle), ...names(middle, to)]).toEqual(whole)
      }),
      { numRuns: 120 },
    )
  })

  it('looks for every date around which something is said', () => {
    fc.assert(
      fc.property(rules, day, fc.tuple(day, day), (parts, date, cuts) => {
        const [from, to] = cuts.sort().map((each) => `${each}T07:00:00.000Z`) as [string, string]
        const rule = makeRule({ ...parts, yearly: false })
        if (said(rule, { signedOn: date }, {}, from, to).length === 0) return
        const window = sweepWindow(rule, aReader().facts.site.calendar, from, to)!
        expect(window.path).toBe('signedOn')
        expect(window.after === null || window.after <= date).toBe(true)
        expect(window.until >= date).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('looks no further back than a repetition reaches', () => {
    const window = (steps: ReminderRule['steps']) =>
      sweepWindow(
        { ...worksDue, in: 'calendar-time', steps },
        aReader().facts.site.calendar,
        '2026-06-01T00:00:00.000Z',
        '2026-06-02T00:00:00.000Z',
      )
    expect(window([{ at: 'P1D', every: 'P1D' }])).toEqual({ path: 'works.due', after: null, until: '2026-07-02', yearly: false })
    expect(window([{ at: 'P1D', every: 'P1D', atMost: 10 }])).toEqual({
      path: 'works.due',
      after: '2026-04-21',
      until: '2026-07-02',
      yearly: false,
    })
  })
})
