// What an office does not need, and the language therefore cannot say: whoever draws it all the same is told so, before it runs.
import { describe, expect, it } from 'vitest'
import { approval, decision, end, fork, join, one, routes, task, wait, within } from './drawing.ts'
import { type Drawn, problemsOf } from './play.ts'

const done = end('done')
const codesOf = (drawn: Drawn) => problemsOf(drawn).map((problem) => problem.split(' ')[0])

describe('control flow that is refused', () => {
  it('8 multi-merge: what runs at the same time does not pass the same step twice', () =>
    expect(
      codesOf({
        nodes: [
          fork('both'),
          within('both', task('a', one('ana'))),
          within('both', task('b', one('radu'))),
          task('after', one('irina')),
          done,
        ],
        routes: routes('both a', 'both b', 'a done after', 'b done after', 'after done done'),
      }),
    ).not.toEqual([]))
  it('17, 40 interleaved routing: a rule that lets one of several run at a time is no rule', () =>
    expect(
      codesOf({
        nodes: [fork('both', { rule: 'one-at-a-time' } as never), within('both', task('a', one('ana'))), join('in', 'both'), done],
        routes: routes('both a', 'a done in', 'in done'),
      }),
    ).toEqual(['unknown-key']))
  it('23 transient trigger: a wait looks at what is so, not at a call that passes', () =>
    expect(codesOf({ nodes: [wait('call', [{ signal: 'register-open' }] as never), done], routes: routes('call done') })).not.toEqual([]))
  it('28, 31, 33 blocking and generalised joins: a join belongs to one block and counts its branches once', () => {
    expect(
      codesOf({
        nodes: [
          fork('both'),
          within('both', task('a', one('ana'))),
          within('both', task('b', one('radu'))),
          join('in', 'both', { rule: 'any', rest: 'block' as never }),
          done,
        ],
        routes: routes('both a', 'both b', 'a done in', 'b done in', 'in done'),
      }),
    ).not.toEqual([])
    expect(
      codesOf({
        nodes: [fork('both'), within('both', task('a', one('ana'))), within('both', task('b', one('radu'))), join('in', 'other'), done],
        routes: routes('both a', 'both b', 'a done in', 'b done in', 'in done'),
      }),
    ).not.toEqual([])
  })
  it('38 general synchronizing merge: a join outside of its block is found', () =>
    expect(
      codesOf({
        nodes: [
          decision('which'),
          fork('both'),
          within('both', task('a', one('ana'))),
          within('both', task('b', one('radu'))),
          join('in', 'both'),
          done,
        ],
        routes: routes(
          ['which both', { when: 'amount > 1' }],
          ['which in', { otherwise: true }],
          'both a',
          'both b',
          'a done in',
          'b done in',
          'in done',
        ),
      }),
    ).not.toEqual([]))
  it('41, 42 thread merge and split: a step has one token, never several down one path', () =>
    expect(
      codesOf({ nodes: [task('a', one('ana')), task('b', one('irina')), done], routes: routes('a done b', 'a done b', 'b done done') }),
    ).not.toEqual([]))
})

describe('resources that are refused', () => {
  it.each([
    ['9 history-based', { take: 'most-experienced' }],
    ['15 random', { take: 'random' }],
    ['18 early distribution', { announce: 'P1D' }],
    ['20 late distribution', { capacity: 3 }],
    ['35 pre-do', { ahead: true }],
    ['36, 37 commencement on creation or allocation', { begin: 'at-once' }],
  ])('%s is no word of a line', (_, more) =>
    expect(
      codesOf({
        nodes: [approval('decide', one('ana'), { ask: [{ id: 'line', who: one('ana'), ...more } as never] }), done, end('no', 'refused')],
        routes: routes('decide approved done', 'decide rejected no'),
      }),
    ).not.toEqual([]),
  )
})
