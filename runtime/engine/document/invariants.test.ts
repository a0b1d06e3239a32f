import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApprovalSchema, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { checkSoundness } from '../approval/check-soundness.ts'
import { checkStructure } from '../approval/check-structure.ts'
import { blocksAround, tokensOf } from '../approval/tree.ts'
import { Checking } from '../checking.ts'
import type { Substitution } from '../site.ts'
import { aDocument, aSchema, at, decided, decideIn, happened, monday, type Situation } from '../testing/a-situation.ts'
import { expectFolded } from '../testing/given.ts'
import { randomSchemas } from '../testing/random-schemas.ts'
import { approves, decides, submits, takes } from '../testing/steps.ts'
import { agenda } from './agenda.ts'
import { availableTo } from './available.ts'
import type { Command } from './command.ts'
import { readerOf } from './fact-reader.ts'
import { parseTimerKey } from './timer-key.ts'

const everyone = [{ the: 'everyone' as const }]
const ask = (id: string, who: string[], more: object = {}): SchemaNode => ({
  id,
  kind: 'approval',
  ask: [{ id: 'people', who: who.map((person) => ({ person })) }],
  deadline: {
    within: 'P1D',
    in: 'working-time',
    steps: [
      { at: 'P0D', tell: [{ the: 'assignee' }] },
      { at: 'P1D', pass: [{ managerOf: 'assignee' }] },
    ],
  },
  ...more,
})
const to = (from: string, on: string | undefined, target: string, more: object = {}): Route => ({
  from,
  ...(on && { on }),
  to: target,
  ...more,
})

/** Blocks in blocks, one for each row, a wait on another branch, what may finish for the file, and every deadline. */
const busy: ApprovalSchema = aSchema(
  [
    {
      id: 'outer',
      kind: 'fork',
      status: 'in-approval',
      deadline: { within: 'P5D', pauseAt: ['side'], steps: [{ at: 'P0D', tell: [{ the: 'author' }] }] },
    },
    { id: 'inner', kind: 'fork', in: 'outer', actions: [{ id: 'stop', label: 'Stop', who: everyone }] },
    ask('one', ['ana', 'radu'], { in: 'inner', rule: 'any', late: 'let-finish' }),
    ask('two', ['ioana', 'mihai'], { in: 'inner', order: 'in-order', again: 'who-had-not-approved' }),
    { id: 'inner-join', kind: 'join', fork: 'inner', in: 'outer', rule: 'any', rest: 'let-finish' },
    { id: 'pause', kind: 'wait', in: 'outer', until: [{ passed: 'one' }, { after: 'P3D', on: 'late' }] },
    { id: 'side', kind: 'stage', in: 'outer', actions: [{ id: 'go', label: 'Go', who: everyone }] },
    { id: 'not-needed', kind: 'end', in: 'outer' },
    { id: 'outer-join', kind: 'join', fork: 'outer' },
    { id: 'rows', kind: 'fork', each: 'works', as: 'work' },
    { id: 'row', kind: 'task', in: 'rows', ask: [{ id: 'who', who: [{ field: 'work.person' }] }] },
    { id: 'rows-join', kind: 'join', fork: 'rows' },
    {
      id: 'pool',
      kind: 'approval',
      ask: [
        { id: 'lawyers', who: [{ role: 'lawyer' }], take: 'one' },
        { id: 'money', who: [{ group: 'finance' }] },
      ],
      rule: 'majority',
    },
    { id: 'register', kind: 'automation', does: [{ do: 'register' }] },
  ],
  [
    to('draft', 'submit', 'outer'),
    to('outer', undefined, 'inner'),
    to('outer', undefined, 'pause'),
    to('inner', undefined, 'one'),
    to('inner', undefined, 'two'),
    to('inner', 'stop', 'outer-join', { arrives: 'uncounted' }),
    to('one', 'approved', 'inner-join'),
    to('one', 'rejected', 'outer-join', { arrives: 'uncounted' }),
    to('two', 'approved', 'inner-join'),
    to('two', 'rejected', 'draft'),
    to('inner-join', undefined, 'outer-join'),
    to('pause', undefined, 'side'),
    to('pause', 'late', 'not-needed'),
    to('side', 'go', 'outer-join'),
    to('outer-join', undefined, 'rows'),
    to('outer-join', 'unreached', 'draft'),
    to('rows', undefined, 'row'),
    to('rows', undefined, 'rows-join', { otherwise: true }),
    to('row', 'done', 'rows-join'),
    to('rows-join', undefined, 'pool'),
    to('pool', 'approved', 'register'),
    to('pool', 'rejected', 'two', { atMost: 2, then: 'dropped' }),
    to('register', undefined, 'done'),
    to('anywhere', 'drop', 'dropped'),
  ],
  {
    allow: [
      {
        can: [
          'delegate',
          'forward',
          'ask-opinion',
          'add-approver',
          'reassign',
          'drop-seat',
          'withdraw',
          'suspend',
          'resume',
          'skip',
          'return',
          'extend',
          'close-vote',
        ],
        who: everyone,
      },
    ],
    anywhere: [{ id: 'drop', label: 'Drop', who: everyone, notIn: ['pool'] }],
    deadline: {
      within: 'P9D',
      from: 'outer',
      pauseAt: ['draft'],
      steps: [{ at: 'P0D', every: 'P1D', atMost: 2, tell: [{ the: 'author' }] }],
    },
  },
)
const works = [
  { _id: 'w1', person: 'ana' },
  { _id: 'w2', person: 'vlad' },
]
/** Ways drawn at random; `npm run torture` draws more. */
const RUNS = Number(process.env.DOSAR_TEST_RUNS ?? 600)
const people = ['ana', 'radu', 'ioana', 'mihai', 'elena', 'stefan', 'vlad', 'petru']

/** How a drawn schema is filled: whom each approval asks, how it counts, what the clock does there. */
const fillings = fc.array(
  fc.record({
    who: fc.uniqueArray(fc.constantFrom('ana', 'radu', 'ioana', 'mihai', 'elena'), { minLength: 1, maxLength: 3 }),
    rule: fc.constantFrom('all', 'any', 'majority', { atLeast: 1 }),
    order: fc.constantFrom('together', 'in-order'),
    rejection: fc.constantFrom('at-once', 'after-all'),
    again: fc.constantFrom('everybody', 'who-had-not-approved'),
    late: fc.constantFrom('withdraw', 'let-finish'),
    pool: fc.boolean(),
    timed: fc.boolean(),
    rows: fc.boolean(),
  }),
  { minLength: 4, maxLength: 4 },
)

/** Which stages of a drawn schema are waits instead, until what, and which of its blocks run once for each row. */
const shapes = fc.array(fc.record({ wait: fc.nat(11), each: fc.nat(1), passed: fc.nat(20) }), { minLength: 4, maxLength: 4 })
type Shape = typeof shapes extends fc.Arbitrary<(infer S)[]> ? S : never

function shaped(schema: ApprovalSchema, shape: readonly Shape[]): ApprovalSchema {
  const forks = new Set<string>()
  const nodes = schema.nodes.map((node, n): SchemaNode => {
    const { wait, each, passed } = shape[n % shape.length]!
    if (node.kind === 'fork' && each === 0) {
      forks.add(node.id)
      return { ...node, each: 'works', as: 'work' }
    }
    if (node.kind !== 'stage' || n === 0 || wait > 3) return node
    const [first, second = first] = node.actions!.map(({ id }) => id)
    const other = schema.nodes[passed % schema.nodes.length]!.id
    const until = (
      [
        [
          { after: 'P1D', on: second },
          { when: 'amount > 200', on: first },
        ],
        [
          { date: 'signedOn', on: first },
          { when: 'amount > 100', on: second },
        ],
        [
          { passed: other, on: first },
          { after: 'P3D', in: 'working-time', on: second },
        ],
        [
          { passed: other, on: first },
          { when: 'amount > 300', on: second },
        ],
      ] as const
    )[wait]!
    const { id, label, in: within } = node
    return { id, kind: 'wait', label: label!, ...(within && { in: within }), until: [...until] } as SchemaNode
  })
  // One branch for each row, or on at once where there is none.
  const routes = schema.routes.flatMap((route): Route[] => {
    if (!forks.has(route.from) || route.on !== undefined) return [route]
    const [first] = schema.routes.filter(({ from, on, to }) => from === route.from && on === undefined && to !== `${from}-join`)
    if (route !== first) return []
    return [
      { from: route.from, to: route.to },
      { from: route.from, otherwise: true, to: `${route.from}-join` },
    ]
  })
  return { ...schema, nodes, routes }
}

function isSound(schema: ApprovalSchema): boolean {
  const checking = new Checking('approval-schema', schema.id)
  if (checkStructure(schema, checking)) checkSoundness(schema, checking)
  return checking.findings.every(({ level }) => level !== 'problem')
}

/**
 * Sound schemas of random nodes and routes, in which everybody may do everything. Drawn by number: a filter over what
 * `fc.gen` makes never ends, for that draws from a copy of the dice and so comes to the same again.
 */
const anySchema: fc.Arbitrary<ApprovalSchema> = fc
  .integer()
  .map((seed) => ({
    schema: shaped(fc.sample(randomSchemas, { numRuns: 1, seed })[0]!, fc.sample(shapes, { numRuns: 1, seed })[0]!),
    filled: fc.sample(fillings, { numRuns: 1, seed })[0]!,
  }))
  .filter(({ schema }) => isSound(schema))
  .map(({ schema, filled }) => ({
    ...schema,
    id: 'way',
    allow: busy.allow!,
    nodes: schema.nodes.map((node, n): SchemaNode => {
      const { who, pool, timed, rows, ...how } = filled[n % filled.length]!
      if (node.kind === 'stage')
        return { ...node, edit: [{ who: everyone }], actions: node.actions!.map((action) => ({ ...action, who: everyone })) }
      if (node.kind === 'automation') return { ...node, does: [{ do: 'notify', who: [{ the: 'author' }], text: 'Done.' }] }
      if (node.kind !== 'approval') return node
      const { deadline, ...asked } = ask(node.id, who, { ...how, ...(node.in && { in: node.in }) }) as SchemaNode & { kind: 'approval' }
      const line = { id: 'pool', who: [{ role: 'lawyer' }], take: 'one' as const }
      const inRow = schema.nodes.some((around) => around.kind === 'fork' && around.each && around.id === node.in)
      const people = rows && inRow ? [{ id: 'people', who: [{ field: 'work.person' }] }] : asked.ask
      return { ...asked, ask: pool ? [...people, line] : people, ...(timed && deadline && { deadline }) }
    }),
  }))

/** Absences of the next days, also of those who stand in, also in circles. */
const absences: fc.Arbitrary<readonly Substitution[]> = fc.array(
  fc
    .record({
      person: fc.constantFrom(...people),
      substitute: fc.constantFrom(...people),
      from: fc.integer({ min: -2, max: 6 }),
      days: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ from, days, ...who }) => ({ id: 'absence', openToo: true, ...who, from: daysFrom(from), to: daysFrom(from + days) })),
  { maxLength: 3 },
)
const daysFrom = (days: number): string => new Date(Date.parse(monday) + days * 864e5).toISOString()

/** Dice for one step: what is tried, by whom, on what, with what. */
const dice = fc.record({
  kind: fc.nat(60),
  who: fc.constantFrom(...people),
  to: fc.constantFrom(...people),
  pick: fc.nat(20),
  word: fc.nat(3),
})
type Dice = typeof dice extends fc.Arbitrary<infer D> ? D : never

function commandOf(situation: Situation, { kind, who, to: other, pick, word }: Dice): Command | null {
  const { document, facts, program } = situation
  const process = document.process!
  const by = { kind: 'person' as const, id: who }
  const open = Object.values(process.assignments).filter((each) => each.state === 'open')
  const every = kind % 5 === 0 ? Object.values(process.assignments) : open
  const assignment = every[pick % Math.max(1, every.length)]
  const holder = { kind: 'person' as const, id: assignment?.person ?? who }
  const comment = word === 0 ? {} : { comment: 'Because.' }
  const nodes = [...program.nodes.keys()]
  if (kind < 26) {
    if (!assignment) return availableAction(situation, who, pick)
    const outcome = ['approved', 'approved', 'rejected', 'done'][word]!
    const seat = process.seats[assignment.seat]!
    const said = seat.kind === 'opinion' ? 'opinion' : seat.node === 'row' ? 'done' : outcome
    return { type: 'decide-assignment', by: kind === 0 ? by : holder, assignment: assignment.id, outcome: said, comment: 'Because.' }
  }
  if (kind < 30) return availableAction(situation, who, pick)
  if (kind === 30) return { type: 'return', by, to: nodes[pick % nodes.length]!, ...comment }
  if (kind === 31) return { type: 'withdraw', by }
  if (kind === 32) return { type: word % 2 ? 'suspend' : 'resume', by, ...(word > 1 && assignment && { assignment: assignment.id }) }
  if (kind === 33) return { type: 'close-vote', by, node: nodes[pick % nodes.length]! }
  if (kind === 34) return { type: 'nudge', by }
  if (kind > 41 && kind < 46) {
    const changes = [
      { path: 'amount', to: pick * 20 },
      { path: 'signedOn', to: pick === 0 ? null : daysFrom(pick).slice(0, 10) },
      { path: `works/w${pick % 4}`, to: pick > 14 ? null : { person: other } },
      { path: 'subject', to: `About ${pick}` },
    ]
    return { type: 'edit-card', by: word === 3 ? by : { kind: 'person', id: document.author }, changes: [changes[word]!] }
  }
  if (!assignment) return null
  const id = assignment.id
  if (kind === 35) return { type: (['claim', 'begin', 'give-back', 'claim'] as const)[word]!, by: word % 2 ? by : holder, assignment: id }
  if (kind < 38)
    return {
      type: (['delegate', 'forward', 'reassign', 'ask-opinion'] as const)[word]!,
      by: holder,
      assignment: id,
      to: other,
      comment: 'Because.',
    }
  if (kind === 38)
    return { type: 'add-approver', by: holder, assignment: id, to: other, place: (['before', 'after', 'beside', 'before'] as const)[word]! }
  if (kind === 39) return { type: word % 2 ? 'skip' : 'drop-seat', by, assignment: id }
  if (kind === 41) return { type: 'stand-in', by: { kind: 'clock' }, assignment: id }
  if (kind === 40) return { type: 'extend', by, assignment: id, due: new Date(Date.parse(facts.now) + pick * 36e5).toISOString() }
  return null
}

function availableAction(situation: Situation, who: string, pick: number): Command | null {
  const { actions } = availableTo({ ...situation, reader: readerOf(situation.facts) }, who)
  const action = actions[pick % Math.max(1, actions.length)]
  return action ? { type: 'take-action', by: { kind: 'person', id: who }, node: action.node, action: action.action } : null
}

/** What the dice come to: a command, or the next timer at its own time. */
function chosen(situation: Situation, thrown: Dice): { readonly now: string; readonly command: Command | null } {
  const { now } = situation.facts
  const command = commandOf(situation, thrown)
  const [timer] = agenda(situation.program, situation.document).timers
  if (command || !timer) return { now, command }
  return { now: timer.at > now ? timer.at : now, command: { type: 'fire-timer', by: { kind: 'clock' }, key: timer.key } }
}

function step(situation: Situation, { now, command }: ReturnType<typeof chosen>): Situation {
  const then = at(situation, now)
  if (!command) return then
  const decision = decideIn(then, command)
  if (decision.kind === 'refused' && decision.problem.code === 'route-missing') throw new Error(`stuck: ${JSON.stringify(decision)}`)
  return decision.kind === 'accepted' ? decided(then, decision) : then
}

function expectSound({ document, program }: Situation): void {
  const process = document.process!
  const tokens = tokensOf(process)
  const holds = (branch: string | null) =>
    tokens.filter((token) => token.in === branch).length + Object.values(process.blocks).filter((block) => block.in === branch).length
  expect(holds(null), 'the top holds one thing, nothing once it has ended').toBe(process.ended ? 0 : 1)
  if (process.ended) expect(process).toMatchObject({ tokens: {}, blocks: {} })
  for (const block of Object.values(process.blocks)) {
    blocksAround(process, block.in)
    expect(
      block.branches.some((branch) => branch.state === 'running'),
      'a block runs',
    ).toBe(true)
    for (const branch of block.branches) expect(holds(branch.id), `branch of ${block.fork}`).toBe(branch.state === 'running' ? 1 : 0)
  }
  for (const token of Object.values(process.tokens)) {
    expect(program.nodes.has(token.node)).toBe(true)
    blocksAround(process, token.in)
    const path = blocksAround(process, token.in).map(({ block }) => block.fork)
    if (!token.aside) expect(path).toEqual(program.paths.get(token.node))
    const asked = Object.values(process.assignments).filter((each) => process.seats[each.seat]!.token === token.id && each.state === 'open')
    const kind = program.nodes.get(token.node)!.kind
    if (kind === 'approval' || kind === 'task') expect(asked.length, `${token.node} asks somebody`).toBeGreaterThan(0)
    if (token.aside)
      expect(
        asked.every((each) => each.clock === null),
        'what is aside has no deadline',
      ).toBe(true)
    expect(['stage', 'approval', 'task', 'wait']).toContain(kind)
  }
  for (const seat of Object.values(process.seats)) {
    const own = Object.values(process.assignments).filter((each) => each.seat === seat.id)
    expect(own.filter((each) => each.state === 'open').length, 'a seat speaks with one voice').toBe(seat.state === 'open' ? 1 : 0)
    if (seat.state === 'open' || seat.state === 'waiting') expect(process.tokens[seat.token], 'a seat lies at a token').toBeDefined()
    else expect(own.every((each) => each.state !== 'waiting')).toBe(true)
  }
  for (const assignment of Object.values(process.assignments)) {
    expect(process.seats[assignment.seat]).toBeDefined()
    if (assignment.person) expect(assignment.except).not.toContain(assignment.person)
    if (assignment.state === 'open') expect(assignment.person ?? assignment.pool).not.toBeNull()
    else expect(assignment.clock?.steps ?? []).toEqual(assignment.state === 'waiting' ? (assignment.clock?.steps ?? []) : [])
  }
}

function expectTimersHeld({ document, program }: Situation): void {
  const process = document.process!
  for (const { key } of agenda(program, document).timers) {
    const timer = parseTimerKey(key)
    if (timer?.kind === 'wake') expect(process.tokens[timer.token]).toBeDefined()
    else if (timer?.on.kind === 'schema') expect(process.clock).not.toBeNull()
    else if (timer?.on.kind === 'assignment') expect(process.assignments[timer.on.id]?.state).toBe('open')
    else if (timer?.on.kind === 'token') expect(process.tokens[timer.on.id]).toBeDefined()
    else expect(process.blocks[timer!.on.kind === 'block' ? timer!.on.id : '']).toBeDefined()
  }
}

/** As a stored object comes back: its keys in another order. */
function stored<T>(value: T): T {
  const reversed = (part: unknown): unknown =>
    Array.isArray(part)
      ? part.map(reversed)
      : typeof part === 'object' && part !== null
        ? Object.fromEntries(
            Object.entries(part)
              .reverse()
              .map(([key, each]) => [key, reversed(each)]),
          )
        : part
  return reversed(JSON.parse(JSON.stringify(value))) as T
}

describe('whatever people and the clock do', () => {
  const draft = aDocument({ schema: busy, card: { works } })
  const inBlocks = happened(draft, submits)
  const beyondInner = happened(inBlocks, approves('ana', { at: 'one' }))
  const inRows = happened(beyondInner, takes('elena', 'go', 'side'))
  const inPool = happened(inRows, decides('ana', 'done', { at: 'row' }), decides('vlad', 'done', { at: 'row' }))
  // Dice seldom come through the whole way: they begin at several places of it.
  const starts = fc.constantFrom(draft, inBlocks, beyondInner, inRows, inPool, happened(inPool, approves('ana'), approves('radu')))

  it('the tree stays whole, and what happened folds into what there is', () => {
    fc.assert(
      fc.property(starts, fc.array(dice, { minLength: 5, maxLength: 60, size: 'max' }), (start, throws) => {
        let situation = fresh(start)
        for (const thrown of throws) {
          situation = step(situation, chosen(situation, thrown))
          expectSound(situation)
          expectTimersHeld(situation)
        }
        expectFolded(situation)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('the same on whatever way is drawn, and what was refused left no trace', () => {
    const tally = { accepted: 0, refused: 0, waited: 0, rows: 0, stoodIn: 0 }
    fc.assert(
      fc.property(anySchema, absences, fc.array(dice, { minLength: 5, maxLength: 25, size: 'max' }), (schema, substitutions, throws) => {
        let situation = fresh(aDocument({ schema, substitutions, card: { works } }))
        const seen = { waited: 0, rows: 0, stoodIn: 0 }
        for (const thrown of throws) {
          const before = JSON.stringify(situation.document)
          const next = chosen(situation, thrown)
          const after = step(situation, next)
          const changed = after.events.length > situation.events.length
          if (next.command) tally[changed ? 'accepted' : 'refused']++
          if (JSON.stringify(situation.document) !== before) throw new Error(`${JSON.stringify(next.command)} changed what it was given`)
          if (changed) {
            expectSound(after)
            expectTimersHeld(after)
            const { tokens, blocks, assignments } = after.document.process!
            if (Object.values(tokens).some(({ node }) => after.program.nodes.get(node)!.kind === 'wait')) seen.waited = 1
            if (Object.values(blocks).some(({ fork }) => 'each' in after.program.nodes.get(fork)!)) seen.rows = 1
            if (Object.values(assignments).some(({ hands }) => hands.some(({ how }) => how === 'substitute'))) seen.stoodIn = 1
          } else if (after.document !== situation.document) throw new Error(`${JSON.stringify(next.command)} left a trace`)
          situation = after
        }
        for (const what of ['waited', 'rows', 'stoodIn'] as const) tally[what] += seen[what]
        expectFolded(situation)
      }),
      { numRuns: RUNS },
    )
    // Dice that are mostly refused, or never, would try one half of it only.
    expect(tally.accepted).toBeGreaterThan(RUNS)
    expect(tally.refused).toBeGreaterThan(RUNS)
    for (const what of ['waited', 'rows', 'stoodIn'] as const) expect([what, tally[what]]).not.toEqual([what, 0])
  }, 3_600_000)

  it(
    'a document read back from the store decides the same',
    () =>
      fc.assert(
        fc.property(starts, fc.array(dice, { minLength: 5, maxLength: 30, size: 'max' }), (start, throws) => {
          let kept = fresh(start)
          let read = fresh(start)
          for (const thrown of throws) {
            const next = chosen(kept, thrown)
            kept = step(kept, next)
            read = step({ ...read, document: stored(read.document) }, next)
            expect(read.document).toEqual(kept.document)
            expect(read.events).toEqual(kept.events)
          }
        }),
        { numRuns: 100 },
      ),
    60_000,
  )
})

/** The same situation with ids of its own, so that two runs make the same ones. */
function fresh(start: Situation): Situation {
  return { ...start, facts: { ...start.facts, newId: counted() } }
}

function counted(): () => string {
  let count = 0
  return () => `x-${String(++count).padStart(6, '0')}`
}
