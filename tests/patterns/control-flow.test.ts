// The control-flow patterns of the Workflow Patterns Initiative that an office needs: each a schema, a script and what must be so.
import { describe, expect, it } from 'vitest'
import {
  approval,
  automation,
  board,
  clerks,
  decision,
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
  wait,
  within,
} from './drawing.ts'
import { type Drawn, play, problemsOf } from './play.ts'

const done = end('done')
/** Two reviews at the same time, then the end. */
const twoReviews = (
  more: { join?: object; legal?: object; money?: object; nodes?: Drawn['nodes']; routes?: Drawn['routes'] } = {},
): Drawn => ({
  nodes: [
    fork('both'),
    within('both', approval('legal', one('ana'), more.legal)),
    within('both', approval('money', one('radu'), more.money)),
    join('in', 'both', more.join),
    done,
    end('no', 'refused'),
    ...(more.nodes ?? []),
  ],
  routes: [
    ...routes('both legal', 'both money', 'legal approved in', 'money approved in'),
    ...(more.routes ?? routes('legal rejected no', 'money rejected no', 'in done')),
  ],
})

function passes(drawn: Drawn, script: readonly string[], card?: Record<string, unknown>): void {
  expect(problemsOf(drawn)).toEqual([])
  expect(play(drawn, script, card)).toEqual([])
}

describe('control flow', () => {
  it('1 sequence: the clerk registers, then the director signs', () =>
    passes(
      {
        nodes: [task('register', one('irina')), approval('sign', director), done, end('no', 'refused')],
        routes: routes('register done sign', 'sign approved done', 'sign rejected no'),
      },
      ['= register : irina', 'irina done', '= sign : mihai', 'mihai approved', '= done : / done'],
    ))
  it('2, 3 parallel split and synchronization: legal and finance at once, on when both are in', () =>
    passes(twoReviews(), ['= legal money : ana radu', 'ana approved', '= money : radu', 'radu approved', '= done : / done']))
  it('4, 5 exclusive choice and simple merge: above a sum the director, else the head, then one registration', () => {
    const drawn: Drawn = {
      nodes: [
        decision('large'),
        approval('director', director),
        approval('head', one('bogdan')),
        task('register', one('irina')),
        done,
        end('no', 'refused'),
      ],
      routes: [
        ...routes(['large director', { when: 'amount > 10000' }], ['large head', { otherwise: true }]),
        ...routes('director approved register', 'head approved register', 'director rejected no', 'head rejected no', 'register done done'),
      ],
    }
    passes(drawn, ['= head : bogdan', 'bogdan approved', '= register : irina', 'irina done', '= done :'])
    passes(drawn, ['= director : mihai', 'mihai approved', '= register : irina'], { amount: 20_000 })
  })
  it('6, 7, 37 multi-choice and its synchronizing merge: just the departments that are ticked, and it waits for just those', () => {
    const drawn: Drawn = {
      nodes: [
        fork('ticked'),
        within('ticked', approval('legal', one('ana'))),
        within('ticked', approval('money', one('radu'))),
        join('in', 'ticked'),
        done,
        end('no', 'refused'),
      ],
      routes: [
        ...routes(
          ['ticked legal', { when: 'toLegal = true' }],
          ['ticked money', { when: 'toFinance = true' }],
          ['ticked in', { otherwise: true }],
        ),
        ...routes('legal approved in', 'money approved in', 'legal rejected no', 'money rejected no', 'in done'),
      ],
    }
    passes(drawn, ['= legal : ana', 'ana approved', '= done :'], { toLegal: true })
    passes(drawn, ['= legal money : ana radu', 'ana approved', '= money : radu', 'radu approved', '= done :'], {
      toLegal: true,
      toFinance: true,
    })
    passes(drawn, ['= done :'], {})
  })
  it('9 structured discriminator: on at the first yes; the later answer is only filed', () =>
    passes(
      {
        ...twoReviews({
          join: { rule: 'any', rest: 'let-finish' },
          nodes: [task('file', one('irina'))],
          routes: routes('legal rejected no', 'money rejected no', 'in file', 'file done done'),
        }),
      },
      ['ana approved', '= file : irina radu', 'radu approved', '= file : irina', 'irina done', '= done :'],
    ))
  it('10 arbitrary cycles: rework enters any earlier step again', () =>
    passes(
      {
        nodes: [
          task('write', one('elena')),
          approval('legal', one('ana')),
          approval('sign', director, {
            actions: [
              { id: 'approved', label: 'Yes', counts: 'for' },
              { id: 'again', label: 'Lawyers again', counts: 'against' },
              { id: 'rewrite', label: 'Rewrite', counts: 'against' },
            ],
          }),
          done,
        ],
        routes: routes(
          'write done legal',
          'legal approved sign',
          'legal rejected write',
          'sign approved done',
          'sign again legal',
          'sign rewrite write',
        ),
      },
      [
        'elena done',
        'ana approved',
        'mihai again',
        '= legal : ana',
        'ana approved',
        'mihai rewrite',
        '= write : elena',
        'elena done',
        'ana approved',
        'mihai approved',
        '= done :',
      ],
    ))
  it('11 implicit termination: the case ends when its last step is done', () =>
    passes({ nodes: [task('last', one('irina')), done], routes: routes('last done done') }, [
      'irina done',
      '= done : / done',
      'irina done !assignment-closed',
    ]))
  it('12 many without waiting: acknowledgements go out and nobody waits for them', () =>
    passes(
      {
        nodes: [
          fork('spread'),
          within('spread', task('acknowledge', board, { ask: [{ id: 'line', who: board }], rule: 'all' })),
          within('spread', task('go-on', one('irina'))),
          join('in', 'spread', { rule: 'any', rest: 'let-finish' }),
          task('file', one('vlad')),
          done,
        ],
        routes: routes('spread acknowledge', 'spread go-on', 'acknowledge done in', 'go-on done in', 'in file', 'file done done'),
      },
      ['irina done', '= file : radu ioana ana cristina mihai vlad', 'vlad done', '= done :'],
    ))
  it('13 many, known beforehand: always three of the board sign', () =>
    passes(
      {
        nodes: [
          approval('sign', one('ana'), {
            ask: [
              { id: 'a', who: one('ana') },
              { id: 'b', who: one('radu') },
              { id: 'c', who: one('ioana') },
            ],
          }),
          done,
          end('no', 'refused'),
        ],
        routes: routes('sign approved done', 'sign rejected no'),
      },
      ['= sign : ana radu ioana', 'radu approved', 'ana approved', '= sign : ioana', 'ioana approved', '= done :'],
    ))
  it('14 many, known when it runs: one approval for each row of the table', () =>
    passes(
      {
        nodes: [
          approval('parts', one('ana'), { ask: [{ id: 'part', each: 'parts', who: [{ field: 'row.person' }] }] }),
          done,
          end('no', 'refused'),
        ],
        routes: routes('parts approved done', 'parts rejected no'),
      },
      ['= parts : ana radu', 'ana approved', 'radu approved', '= done :'],
      {
        parts: [
          { what: 'One', person: 'ana' },
          { what: 'Two', person: 'radu' },
        ],
      },
    ))
  it('15, 36 many, growing while it runs: an approver adds another, and a majority is one of all that are asked then', () => {
    const drawn: Drawn = {
      nodes: [
        approval('vote', one('ana'), {
          ask: [{ id: 'line', who: [{ person: 'ana' }, { person: 'radu' }] }],
          rule: 'majority',
          allow: [{ can: ['add-approver'], who: [{ the: 'assignee' }] }],
        }),
        done,
        end('no', 'refused'),
      ],
      routes: routes('vote approved done', 'vote rejected no'),
    }
    passes(drawn, [
      'ana add-approver >ioana',
      '= vote : ana radu ioana',
      'ana approved',
      '= vote : radu ioana',
      'ioana approved',
      '= done :',
    ])
  })
  it('16 deferred choice: the answer comes or the time passes, whichever is first', () => {
    const drawn: Drawn = {
      nodes: [
        wait('answer', [
          { when: 'answered = true', on: 'came' },
          { after: 'P3D', on: 'passed' },
        ] as never),
        task('read', one('irina')),
        task('ask-again', one('vlad')),
        done,
      ],
      routes: routes('answer came read', 'answer passed ask-again', 'read done done', 'ask-again done done'),
    }
    passes(drawn, ['= answer :', 'wait P4D', '= ask-again : vlad'])
    passes(drawn, ['= read : irina'], { answered: true })
  })
  it('18 milestone: the applicant may edit only until legal has signed', () =>
    passes(
      {
        nodes: [
          fork('both'),
          within('both', approval('legal', one('ana'))),
          within('both', stage('open', ['close'])),
          within('both', wait('signed', [{ passed: 'legal' }] as never)),
          join('in', 'both', { rule: 'any' }),
          task('file', one('irina')),
          done,
          end('no', 'refused'),
        ],
        routes: routes(
          'both legal',
          'both open',
          'both signed',
          'legal approved in',
          'legal rejected no',
          'open close in',
          'signed in',
          'in file',
          'file done done',
        ),
      },
      ['elena edit-card {"text":"New"}', 'ana approved', '= file : irina', 'elena edit-card !not-allowed {"text":"Late"}'],
    ))
  it('19 cancel activity: one reviewer’s open task is withdrawn', () =>
    passes(
      {
        nodes: [approval('vote', finance, { allow: [{ can: ['skip'], who: [{ the: 'author' }] }] }), done, end('no', 'refused')],
        routes: routes('vote approved done', 'vote rejected no'),
      },
      ['= vote : radu ioana', 'radu approved', 'elena skip #', '= done :'],
    ))
  it('20, 43 cancel case and explicit termination: a rejected end closes everything at once', () =>
    passes(
      {
        ...twoReviews(),
        more: { anywhere: [{ id: 'drop', label: 'Drop', who: [{ the: 'author' }] }] } as never,
        routes: [...twoReviews().routes, ...routes('anywhere drop no')],
      },
      ['= legal money : ana radu', 'elena drop', '= no : / refused', 'ana approved !assignment-closed'],
    ))
  it('21 structured loop: back to the author until it is accepted, at most three times', () =>
    passes(
      {
        nodes: [stage('write', ['send']), approval('accept', one('ana')), done, end('no', 'refused')],
        routes: routes('write send accept', 'accept approved done', ['accept rejected write', { atMost: 2, then: 'no' }]),
      },
      ['elena send', 'ana rejected #', '= write : ', 'elena send', 'ana rejected #', 'elena send', 'ana rejected #', '= no :'],
    ))
  it('22 recursion: an annex runs the same way as its parent, which waits until every annex is through', () =>
    passes(
      {
        nodes: [
          task('write', [{ the: 'author' }]),
          wait('annexes', [{ when: 'openAnnexes = 0' }] as never),
          approval('sign', one('irina')),
          done,
          end('no', 'refused'),
        ],
        routes: routes('write done annexes', 'annexes sign', 'sign approved done', 'sign rejected no'),
      },
      [
        'elena creates +annex {"under":{"type":"paper","id":"paper"}}',
        'elena done',
        '= annexes :',
        'elena done +annex',
        '= annexes :',
        'irina approved +annex',
        '= sign : irina',
        'irina approved',
        '= done : / done',
      ],
    ))
  it('24 persistent trigger: what has happened is kept until the case asks for it', () =>
    passes(
      {
        nodes: [
          task('first', one('irina'), { edit: [{ who: [{ the: 'author' }] }] } as never),
          wait('paid', [{ when: 'answered = true' }] as never),
          task('then', one('vlad')),
          done,
        ],
        routes: routes('first done paid', 'paid then', 'then done done'),
      },
      ['elena edit-card {"answered":true}', '= first : irina', 'irina done', '= then : vlad'],
    ))
  it('25 cancel region: one rejection withdraws all that runs at the same time', () =>
    passes(twoReviews(), ['ana rejected #', '= no : / refused', 'radu approved !assignment-closed']))
  it('26, 27 cancel and complete many: the chair stops the vote, and the votes so far count', () =>
    passes(
      {
        nodes: [approval('vote', board, { rule: 'majority', close: one('mihai') }), done, end('no', 'refused')],
        routes: routes('vote approved done', 'vote rejected no'),
      },
      ['ana approved', 'radu approved', 'cristina rejected #', 'mihai close-vote @vote', '= done :'],
    ))
  it('29 cancelling discriminator: the first signature wins, the others’ tasks are gone', () =>
    passes(twoReviews({ join: { rule: 'any', rest: 'withdraw' } }), ['radu approved', '= done :', 'ana approved !assignment-closed']))
  it('30 structured partial join: two of three are in and it goes on, the third may still answer', () =>
    passes(
      {
        nodes: [
          fork('three'),
          ...(['ana', 'radu', 'ioana'] as const).map((person) => within('three', approval(`of-${person}`, one(person)))),
          join('in', 'three', { rule: { atLeast: 2 }, rest: 'let-finish' }),
          task('file', one('irina')),
          done,
          end('no', 'refused'),
        ],
        routes: [
          ...['ana', 'radu', 'ioana'].flatMap((person) =>
            routes(`three of-${person}`, `of-${person} approved in`, `of-${person} rejected no`),
          ),
          ...routes('in file', 'file done done', 'in unreached no'),
        ],
      },
      ['ana approved', 'radu approved', '= file : irina ioana', 'ioana approved', '= file : irina'],
    ))
  it('32, 35 cancelling partial join: three of five have signed, the remaining tasks are withdrawn', () =>
    passes(
      {
        nodes: [approval('vote', board, { rule: { atLeast: 3 } }), done, end('no', 'refused')],
        routes: routes('vote approved done', 'vote rejected no'),
      },
      ['ana approved', 'radu approved', '= vote : ioana cristina mihai', 'mihai approved', '= done :', 'ioana approved !assignment-closed'],
    ))
  it('34 static partial join: a quorum of the named approvers, the rest may finish', () =>
    passes(
      {
        nodes: [
          approval('vote', board, { rule: { atLeast: 3 }, late: 'let-finish' }),
          task('file', one('irina')),
          done,
          end('no', 'refused'),
        ],
        routes: routes('vote approved file', 'vote rejected no', 'file done done'),
      },
      ['ana approved', 'radu approved', 'mihai approved', '= file : irina ioana cristina', 'ioana approved', '= file : irina cristina'],
    ))
  it('asks clerks, automation and waits as they are drawn', () => {
    expect(
      problemsOf({ nodes: [task('t', clerks), automation('a', [{ do: 'register' }]), done], routes: routes('t done a', 'a done') }),
    ).toEqual([])
    expect(lawyers).toHaveLength(1)
  })
})
