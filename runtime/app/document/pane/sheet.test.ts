import { describe, expect, it } from 'vitest'
import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import type { Assignment, Process, Seat } from '../../../engine/document/state.ts'
import { sheetOf } from './sheet.ts'

const schema: ApprovalSchema = {
  id: 's',
  label: 'S',
  start: 'draft',
  nodes: [
    { id: 'draft', kind: 'stage', label: 'Draft' },
    {
      id: 'legal',
      kind: 'approval',
      label: 'Legal',
      ask: [{ id: 'l', who: [{ role: 'lawyer' }] }],
      rule: { atLeast: 2 },
      deadline: {
        within: 'P2D',
        reason: 'overdue-reasons',
        steps: [
          { at: 'P0D', tell: [{ the: 'assignee' }] },
          { at: 'P1D', pass: [{ managerOf: 'assignee' }] },
        ],
      },
    },
    {
      id: 'work',
      kind: 'task',
      label: 'Work',
      ask: [{ id: 'w', who: [{ role: 'worker' }] }],
      actions: [{ id: 'report', label: 'Reported' }],
    },
  ],
  routes: [],
}
const seat = (id: string, part: Partial<Seat> = {}): Seat => ({
  id,
  token: 't1',
  node: 'legal',
  line: 'l',
  order: 0,
  kind: 'vote',
  state: 'open',
  vote: null,
  ...part,
})
const asked = (id: string, of: string, part: Partial<Assignment> = {}): Assignment => ({
  id,
  seat: of,
  order: 0,
  person: 'ana',
  pool: null,
  except: [],
  hands: [{ person: 'ana', how: 'asked', at: '2026-11-20T09:00:00.000Z', by: null }],
  state: 'open',
  opened: '2026-11-20T09:00:00.000Z',
  begun: null,
  closed: null,
  clock: null,
  suspended: null,
  outcome: null,
  decidedBy: null,
  comment: null,
  reason: null,
  ...part,
})
const process = (seats: Seat[], assignments: Assignment[], here: string[] = ['t1']): Process => ({
  tokens: Object.fromEntries(here.map((id) => [id, { id, node: 'legal', in: null, since: '', visit: 1, clock: null }])),
  blocks: {},
  seats: Object.fromEntries(seats.map((one) => [one.id, one])),
  assignments: Object.fromEntries(assignments.map((one) => [one.id, one])),
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
})
const now = '2026-11-23T09:00:00.000Z'
const clock = {
  due: '2026-11-22T15:00:00.000Z',
  started: '2026-11-20T09:00:00.000Z',
  steps: [{ step: 1, at: '2026-11-24T15:00:00.000Z', round: 0 }],
  paused: null,
}

describe('the approval sheet', () => {
  it('tells who is late, since when, and what the clock does next', () => {
    const sheet = sheetOf(schema, process([seat('s1')], [asked('a1', 's1', { clock })]), now)
    expect(sheet.now).toHaveLength(1)
    expect(sheet.now[0]?.lines).toMatchObject([
      { person: 'ana', state: 'overdue', late: true, due: clock.due, next: { what: 'pass', at: '2026-11-24T15:00:00.000Z' } },
    ])
  })
  it('keeps the words and the reason of a decision, with the outcome of the node', () => {
    const done = asked('a1', 's1', { state: 'done', outcome: 'rejected', closed: now, comment: 'No.', reason: 'papers', decidedBy: 'dan' })
    const [line] = sheetOf(schema, process([seat('s1', { state: 'decided', vote: 'rejected' })], [done]), now).now[0]!.lines
    expect(line).toMatchObject({
      state: 'rejected',
      comment: 'No.',
      decidedBy: 'dan',
      reason: { directory: 'overdue-reasons', item: 'papers' },
      due: null,
      next: null,
    })
  })
  it('names the one whom somebody stands in for', () => {
    const hands = [
      { person: 'sorin', how: 'asked', at: '', by: null },
      { person: 'daria', how: 'substitute', at: '', by: null },
    ] as const
    const sheet = sheetOf(schema, process([seat('s1')], [asked('a1', 's1', { person: 'daria', hands })]), now)
    expect(sheet.now[0]?.lines[0]?.via).toEqual({ how: 'substitute', person: 'sorin' })
  })
  it('says the rule only where it tells something, over the seats that count', () => {
    const two = [seat('s1'), seat('s2', { order: 1 }), seat('s3', { order: 2, state: 'skipped' })]
    expect(sheetOf(schema, process(two, []), now).now[0]?.rule).toEqual({ kind: 'atLeast', needed: 2, of: 2 })
    expect(sheetOf(schema, process([seat('s1')], []), now).now[0]?.rule).toBeNull()
  })
  it('puts an opinion below the one that asked for it', () => {
    const seats = [seat('s1'), seat('s2', { order: 1 }), seat('o', { order: 2, kind: 'opinion', under: 'a1' })]
    const lines = sheetOf(schema, process(seats, [asked('a1', 's1'), asked('a2', 's2'), asked('a3', 'o')]), now).now[0]!.lines
    expect(lines.map(({ id, opinion }) => [id, opinion])).toEqual([
      ['a1', false],
      ['a3', true],
      ['a2', false],
    ])
  })
  it('shows a pool that nobody has claimed without a person', () => {
    const pool = asked('a1', 's1', { person: null, pool: ['r:lawyer'], hands: [] })
    expect(sheetOf(schema, process([seat('s1')], [pool]), now).now[0]?.lines[0]).toMatchObject({
      person: null,
      pool: true,
      state: 'waiting',
    })
  })
  it('tells the present round from what was before', () => {
    const seats = [
      seat('s1', { token: 't1', state: 'withdrawn' }),
      seat('s2', { token: 't2' }),
      seat('s3', { token: 't3', node: 'work', line: 'w', state: 'decided', vote: 'report' }),
    ]
    const sheet = sheetOf(schema, process(seats, [], ['t2']), now)
    expect(sheet.now.map(({ id }) => id)).toEqual(['t2'])
    expect(sheet.earlier.map(({ id }) => id)).toEqual(['t1'])
    expect(sheet.done[0]?.lines[0]).toMatchObject({ state: 'done', outcome: 'Reported' })
  })
  it('lets no clock speak while it is stopped', () => {
    const stopped = asked('a1', 's1', { clock: { ...clock, paused: '2026-11-21T09:00:00.000Z' } })
    expect(sheetOf(schema, process([seat('s1')], [stopped]), now).now[0]?.lines[0]).toMatchObject({
      late: false,
      stopped: true,
      next: null,
    })
  })
})
