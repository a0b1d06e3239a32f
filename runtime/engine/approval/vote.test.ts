import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApprovalNode } from '../../../schemas/generated/approval-schema.ts'
import { type Ballot, voteOf } from './vote.ts'

const node = (given: Partial<ApprovalNode> = {}): ApprovalNode => ({ id: 'n', kind: 'approval', ask: [], ...given })
const four: Partial<ApprovalNode> = {
  actions: [
    { id: 'approved', label: 'Approve', counts: 'for' },
    { id: 'remarks', label: 'With remarks', counts: 'for' },
    { id: 'abstain', label: 'Abstain', counts: 'neither' },
    { id: 'rejected', label: 'Reject', counts: 'against' },
    { id: 'redo', label: 'Redo', counts: 'at-once' },
  ],
}
/** `+` for, `r` with remarks, `-` against, `0` neither, `!` at once, `?` open, `s` skipped, `w` withdrawn. */
const seats = (text: string): Ballot[] => [...text].map((letter) => ({ kind: 'vote', ...ballots[letter as keyof typeof ballots] }))
const ballots = {
  '+': { state: 'decided', vote: 'approved' },
  r: { state: 'decided', vote: 'remarks' },
  '-': { state: 'decided', vote: 'rejected' },
  '0': { state: 'decided', vote: 'abstain' },
  '!': { state: 'decided', vote: 'redo' },
  '?': { state: 'open', vote: null },
  s: { state: 'skipped', vote: null },
  w: { state: 'withdrawn', vote: null },
} as const

describe('a vote of all', () => {
  it.each([
    ['+?', null],
    ['++', 'approved'],
    ['+-?', 'rejected'],
    ['-?', 'rejected'],
  ])('%s comes to %s', (votes, outcome) => expect(voteOf(node(four), seats(votes))).toBe(outcome))
  it('waits for everybody after a rejection where the node says so', () => {
    expect(voteOf(node({ ...four, rejection: 'after-all' }), seats('-?'))).toBeNull()
    expect(voteOf(node({ ...four, rejection: 'after-all' }), seats('-+'))).toBe('rejected')
  })
  it('is not stopped by an abstention, and comes to it only where nobody took a side', () => {
    expect(voteOf(node(four), seats('0+'))).toBe('approved')
    expect(voteOf(node(four), seats('0?'))).toBeNull()
    expect(voteOf(node(four), seats('00'))).toBe('abstain')
  })
})

describe('the outcome of a vote', () => {
  it('is, of those given on the side that won, the one listed last', () => expect(voteOf(node(four), seats('+r+'))).toBe('remarks'))
  it('is the one that takes its route at once, whatever else was said', () => expect(voteOf(node(four), seats('+!?'))).toBe('redo'))
})

describe('seats that do not count', () => {
  it.each([
    ['+s', 'approved'],
    ['+w', 'approved'],
    ['s+?', null],
  ])('%s comes to %s', (votes, outcome) => expect(voteOf(node(four), seats(votes))).toBe(outcome))
  it('leave a vote that passes where the last of them was skipped', () => expect(voteOf(node(four), seats('ss'))).toBe('approved'))
  it('are opinions', () => {
    const opinion: Ballot = { kind: 'opinion', state: 'open', vote: null }
    expect(voteOf(node(four), [...seats('+'), opinion])).toBe('approved')
  })
})

describe('a vote of any, of a majority, of at least two', () => {
  it.each([
    ['any', '-?', null],
    ['any', '-+?', 'approved'],
    ['any', '--', 'rejected'],
    ['majority', '++?', 'approved'],
    ['majority', '+?-', null],
    ['majority', '+-', 'rejected'],
    ['majority', '--?', 'rejected'],
    ['majority', '+0?', null],
    ['majority', '+00', 'approved'],
    [{ atLeast: 2 }, '+?-', null],
    [{ atLeast: 2 }, '+r-?', 'remarks'],
    [{ atLeast: 2 }, '+--', 'rejected'],
  ] as const)('%j of %s comes to %s', (rule, votes, outcome) => expect(voteOf(node({ ...four, rule }), seats(votes))).toBe(outcome))
})

describe('a vote that the responsible one decides', () => {
  const led = (text: string, lead: number, given: Partial<ApprovalNode> = {}) =>
    voteOf(
      node({ ...four, rule: 'lead', ...given }),
      seats(text).map((seat, index) => (index === lead ? { ...seat, lead: true as const } : seat)),
    )

  it('is decided when the lead and all before have reported, as the lead said', () => {
    expect(led('-+?', 1)).toBe('approved')
    expect(led('?+?', 1)).toBeNull()
  })
  it('waits for everybody where the lead comes last', () => {
    expect(led('+?', 0, { order: 'lead-last' })).toBeNull()
    expect(led('+-', 0, { order: 'lead-last' })).toBe('approved')
  })
  it('goes by all where nobody leads', () => expect(voteOf(node({ ...four, rule: 'lead' }), seats('++'))).toBe('approved'))
})

describe('a vote that is closed early', () => {
  it.each([
    ['majority', '+???', 'approved'],
    ['majority', '-???', 'rejected'],
    [{ atLeast: 3 }, '++?', 'rejected'],
    ['all', '+??', 'approved'],
  ] as const)('%j of %s comes to %s', (rule, votes, outcome) => expect(voteOf(node({ ...four, rule }), seats(votes), true)).toBe(outcome))
})

describe('every vote', () => {
  const letters = fc.array(fc.constantFrom('+', 'r', '-', '0', '?', 's'), { minLength: 1, maxLength: 8 }).map((list) => list.join(''))
  const rules = fc.constantFrom<NonNullable<ApprovalNode['rule']>>('all', 'any', 'majority', { atLeast: 2 })
  const rejections = fc.constantFrom<NonNullable<ApprovalNode['rejection']>>('at-once', 'after-all')

  it('is decided once everybody has spoken', () =>
    fc.assert(
      fc.property(letters, rules, rejections, (text, rule, rejection) => {
        const votes = text.replaceAll('?', '+')
        expect(voteOf(node({ ...four, rule, rejection }), seats(votes))).not.toBeNull()
      }),
    ))
  it('that is decided stays so, on the same side, whatever the others would have said', () =>
    fc.assert(
      fc.property(letters, rules, fc.infiniteStream(fc.constantFrom('+', '-')), (text, rule, answers) => {
        const decided = voteOf(node({ ...four, rule }), seats(text))
        fc.pre(decided !== null && decided !== 'abstain' && text.includes('?'))
        const later = voteOf(node({ ...four, rule }), seats([...text].map((l) => (l === '?' ? answers.next().value : l)).join('')))
        expect(later === 'rejected').toBe(decided === 'rejected')
      }),
    ))
})
