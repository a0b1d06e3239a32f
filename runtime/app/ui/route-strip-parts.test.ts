import { describe, expect, it } from 'vitest'
import type { StripBlock, StripItem, StripState, StripStep } from '../../engine/approval/strip.ts'
import { currentSteps, foldStrip, lastDone, standing } from './route-strip-parts.ts'

const step = (node: string, state: StripState, kind: StripStep['kind'] = 'approval'): StripStep => ({
  kind,
  node,
  label: node,
  state,
  people: [],
  pool: null,
  since: null,
  due: null,
  votes: null,
  outcome: null,
})
const block = (state: StripState, ...lanes: StripItem[][]): StripBlock => ({
  kind: 'block',
  fork: 'review',
  label: 'Review',
  rule: 'all',
  state,
  lanes,
})

describe('a strip', () => {
  it('of up to seven steps is shown whole', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((node) => step(node, 'done'))
    expect(foldStrip([...items, step('g', 'now')])).toEqual({ folded: [], shown: [...items, step('g', 'now')], ahead: [] })
  })
  it('that is longer folds what is done, and keeps the step it came from', () => {
    const done = ['a', 'b', 'c', 'd', 'e'].map((node) => step(node, 'done'))
    const ahead = [step('f', 'late'), step('g', 'next'), step('h', 'next')]
    const { folded, shown } = foldStrip([...done, ...ahead])
    expect(folded).toHaveLength(4)
    expect(shown.map((item) => 'node' in item && item.node)).toEqual(['e', 'f', 'g', 'h'])
  })
  it('does not fold a single step', () => {
    const items = [step('a', 'done'), step('b', 'done'), ...['c', 'd', 'e', 'f', 'g', 'h'].map((node) => step(node, 'next'))]
    expect(foldStrip(items).folded).toEqual([])
  })
  it('that is still too long folds what lies furthest ahead, never where it stands', () => {
    const ahead = ['c', 'd', 'e', 'f', 'g'].map((node) => step(node, 'next'))
    const { folded, shown, ahead: later } = foldStrip([step('a', 'done'), step('b', 'now'), ...ahead], 4)
    expect([folded.length, shown.length, later.length]).toEqual([0, 4, 3])
    const late = [...ahead, step('h', 'late')]
    expect(foldStrip(late, 2).shown).toHaveLength(6)
  })
  it('counts steps, not questions nor what was passed by', () => {
    const items = [
      step('draft', 'done', 'stage'),
      step('big', 'done', 'decision'),
      step('x', 'passed-by'),
      block('now', [step('legal', 'now')]),
      step('end', 'next', 'end'),
    ]
    expect(standing(items)).toMatchObject({ at: 2, of: 3, item: { kind: 'block' } })
    expect(standing([step('end', 'done', 'end')])).toBeNull()
  })
  it('tells the steps where something goes on, also inside blocks', () => {
    const review = block(
      'late',
      [step('legal', 'late')],
      [step('money', 'done'), block('now', [step('site', 'now')], [step('lab', 'next')])],
    )
    expect(currentSteps(review).map(({ node }) => node)).toEqual(['legal', 'site'])
    expect(lastDone([step('draft', 'done'), review])?.node).toBe('draft')
  })
})
