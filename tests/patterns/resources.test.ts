// The resource patterns of the Workflow Patterns Initiative that an office needs: who is asked, and how work passes between people.
import { describe, expect, it } from 'vitest'
import {
  approval,
  automation,
  board,
  clerks,
  director,
  end,
  finance,
  fork,
  join,
  lawyers,
  one,
  routes,
  stage,
  task,
  within,
} from './drawing.ts'
import { type Drawn, play, problemsOf } from './play.ts'

const done = end('done')
const no = end('no', 'refused')

function passes(drawn: Drawn, script: readonly string[], card?: Record<string, unknown>): void {
  expect(problemsOf(drawn)).toEqual([])
  expect(play(drawn, script, card)).toEqual([])
}
/** One approval, then the end. */
const asking = (who: Parameters<typeof approval>[1], more: Parameters<typeof approval>[2] = {}, of: Drawn['more'] = {}): Drawn => ({
  nodes: [approval('decide', who, more), done, no],
  routes: routes('decide approved done', 'decide rejected no'),
  more: of,
})
const pool = (who: Parameters<typeof approval>[1], more: Parameters<typeof approval>[2] = {}, of: Drawn['more'] = {}): Drawn =>
  asking(who, { ask: [{ id: 'line', who, take: 'one' }], ...more }, of)
/** Who is asked where nobody is found. */
const orDirector = { ifNobody: { ask: [{ id: 'director', who: director }] } }
const may = (can: string, who: object = { the: 'assignee' }): Drawn['more'] => ({ allow: [{ can: [can], who: [who] }] }) as never

describe('resources', () => {
  it('1 direct distribution: always to one person', () => passes(asking(one('mihai')), ['= decide : mihai']))
  it('2 role-based: whoever has the role', () => passes(asking(lawyers), ['= decide : ana cristina']))
  it('3 deferred: the approver stands on the card', () =>
    passes(asking([{ field: 'reviewer' }]), ['= decide : radu'], { reviewer: 'radu' }))
  it('4 authorization: who may pass on, skip or withdraw is said', () =>
    passes(asking(one('ana'), {}, may('delegate', { role: 'director' })), [
      'ana delegate >cristina !not-allowed',
      'mihai delegate >cristina @decide',
      '= decide : cristina',
    ]))
  it('5 separation of duties: the author does not approve what is theirs', () =>
    passes(asking([{ person: 'elena' }, { person: 'ana' }], { except: [{ the: 'author' }] }), [
      '= decide : ana',
      'elena approved !not-your-turn',
    ]))
  it('6 case handling: one officer, chosen once on the card, has the whole of it', () =>
    passes(
      {
        nodes: [task('open', [{ field: 'officer' }]), task('close', [{ field: 'officer' }]), done],
        routes: routes('open done close', 'close done done'),
      },
      ['= open : irina', 'irina done', '= close : irina', 'irina done', '= done :'],
      { officer: 'irina' },
    ))
  it('7 retain familiar: rework comes back to the same lawyer', () =>
    passes(
      {
        nodes: [
          approval('legal', lawyers, { ask: [{ id: 'line', who: lawyers, take: 'one', prefer: ['legal'] }] }),
          stage('rework', ['send']),
          done,
        ],
        routes: routes('legal rejected rework', 'legal approved done', 'rework send legal'),
      },
      ['= legal : ana cristina', 'cristina claim', 'cristina rejected #', 'elena send', '= legal : cristina'],
    ))
  it('8 capability-based: who may sign for so much, and speaks the language', () =>
    passes(asking([{ group: 'finance', where: 'person.signingLimit >= amount' }]), ['= decide : ioana'], { amount: 20_000 }))
  it('10 organisational: the author’s manager, and the head of their department', () => {
    passes(asking([{ managerOf: 'author' }], orDirector), ['= decide : bogdan'])
    passes(asking([{ headOf: 'author' }], orDirector), ['= decide : bogdan'])
  })
  it('11 automatic execution: the number is given by the program', () =>
    passes(
      {
        nodes: [task('check', one('irina')), automation('number', [{ do: 'register' }]), done],
        routes: routes('check done number', 'number done'),
      },
      ['irina done', '= done :'],
    ))
  it('12, 13, 21, 23, 29 offer to several: the first to claim has it, and may put it back', () =>
    passes(pool(lawyers), [
      '= decide : ana cristina',
      'ana claim',
      '= decide : ana',
      'cristina claim !already-claimed',
      'ana give-back',
      '= decide : ana cristina',
      'cristina claim',
      'cristina approved',
      '= done :',
    ]))
  it('14, 19, 22 allocation to one, when its step opens, begun when they like', () =>
    passes(
      { nodes: [task('first', one('irina')), task('second', one('vlad')), done], routes: routes('first done second', 'second done done') },
      ['= first : irina', 'irina done', '= second : vlad', 'vlad begin', 'vlad done', '= done :'],
    ))
  it('16 round robin: the next in turn', () =>
    passes(asking(clerks, { ask: [{ id: 'line', who: clerks, take: 'in-turn' }] }), ['= decide : irina']))
  it('17 shortest queue: whoever has least to do', () =>
    passes(
      {
        nodes: [
          fork('two'),
          within('two', task('busy', one('irina'))),
          within('two', task('before', one('radu'))),
          within('two', task('next', clerks, { ask: [{ id: 'line', who: clerks, take: 'least-busy' }] })),
          join('in', 'two'),
          done,
        ],
        routes: routes('two busy', 'two before', 'before done next', 'busy done in', 'next done in', 'in done'),
      },
      ['= busy before : irina radu', 'radu done', '= busy next : irina vlad'],
    ))
  it('27, 30 delegation: to a deputy, with all that was written', () =>
    passes(asking(one('ana'), {}, may('delegate')), [
      'ana delegate >cristina',
      '= decide : cristina',
      'ana approved !not-your-turn',
      'cristina approved',
      '= done :',
    ]))
  it('28 escalation: overdue, it passes to the head', () =>
    passes(
      asking(one('ana'), {
        deadline: {
          within: 'P2D',
          in: 'working-time',
          steps: [
            { at: 'P0D', tell: [{ managerOf: 'assignee' }] },
            { at: 'P1D', pass: [{ managerOf: 'assignee' }] },
          ],
        },
      } as never),
      ['= decide : ana', 'wait P2D', '= decide : ana', 'wait P3D', '= decide : mihai'],
    ))
  it('31 stateless reallocation: somebody in charge gives it to another', () =>
    passes(asking(one('ana'), {}, may('reassign', { managerOf: 'assignee' })), [
      'ana reassign >cristina !not-allowed',
      'mihai reassign >cristina @decide #',
      '= decide : cristina',
    ]))
  it('32 suspension and resumption: nothing is asked while it rests', () =>
    passes(asking(one('ana'), {}, may('suspend', { role: 'director' })), [
      'mihai suspend #',
      'ana approved !document-suspended',
      'mihai resume',
      'ana approved',
      '= done :',
    ]))
  it('33 skip: an optional review is left out', () =>
    passes(
      {
        nodes: [
          task('optional', one('ana'), { allow: [{ can: ['skip'], who: [{ the: 'author' }] }] } as never),
          task('must', one('irina')),
          done,
        ],
        routes: routes('optional done must', 'must done done'),
      },
      ['elena skip #', '= must : irina'],
    ))
  it('34 redo: an earlier step again, with all that follows it', () =>
    passes(
      {
        nodes: [task('first', one('irina')), task('second', one('vlad')), done],
        routes: routes('first done second', 'second done done'),
        more: may('return', { role: 'director' }),
      },
      ['irina done', '= second : vlad', 'mihai return @first #', '= first : irina', 'irina done', '= second : vlad'],
    ))
  it('38, 39, 42 piled, chained and simultaneous execution: what is next for the same people is open at once', () =>
    passes(
      {
        nodes: [
          fork('two'),
          within('two', task('one', one('irina'))),
          within('two', task('other', one('irina'))),
          join('in', 'two'),
          task('then', one('irina')),
          done,
        ],
        routes: routes('two one', 'two other', 'one done in', 'other done in', 'in then', 'then done done'),
      },
      ['= one other : irina', 'irina done @other', '= one : irina', 'irina done @one', '= then : irina'],
    ))
  it('40, 41 visibility: whoever may claim and whoever holds are told apart', () =>
    passes(pool(lawyers, { except: [{ person: 'ana' }] }), [
      '= decide : cristina',
      'ana claim !not-your-turn',
      'cristina claim',
      '= decide : cristina',
    ]))
  it('43 additional resources: a colleague’s opinion inside one’s own task', () =>
    passes(asking(one('ana'), {}, may('ask-opinion')), ['ana ask-opinion >cristina #', '= decide : ana cristina']))
  it('has every person whom these ask', () => {
    expect([...finance, ...board, ...director]).toHaveLength(3)
  })
})
