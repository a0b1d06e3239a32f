import { describe, expect, it } from 'vitest'
import { parseDefinition } from '../../../../schemas/validate.ts'
import { copyNodes } from '../../clip.ts'
import type { Command } from '../../commands.ts'
import type { Draft } from '../../draft.ts'
import { findingsOf } from '../../findings.ts'
import type { ReadDefinition } from '../../open-workspace.ts'
import { nodeById, routesFrom } from '../../schema-graph.ts'
import { aWorkspace, edited, made, opened, reached, refusal, theSchema } from '../../testing/a-workspace.ts'

const read = parseDefinition as ReadDefinition
const arrows = (schema: ReturnType<typeof edited<'approval-schema'>>, id: string) =>
  routesFrom(schema, id).map(({ on, to, otherwise }) => [otherwise ? 'otherwise' : (on ?? ''), to].join('→'))
const leading = (schema: ReturnType<typeof edited<'approval-schema'>>, id: string) =>
  schema.routes.filter(({ to }) => to === id).map(({ from }) => from)
const problems = (...commands: Command[]) =>
  findingsOf(reached(theSchema(), ...commands).workspace, read)
    .filter(({ level }) => level === 'problem')
    .map(({ code }) => code)

describe('a step dropped on an arrow', () => {
  it('comes between, and the schema stays sound', () => {
    const command: Command = { type: 'insert-node-on-route', route: 'board:approved:closing', kind: 'approval', label: 'Chief' }
    const schema = edited(theSchema(), command)
    expect(arrows(schema, 'board')).toEqual(['approved→chief', 'rejected→writing'])
    expect(arrows(schema, 'chief')).toEqual(['approved→closing', 'rejected→writing'])
    expect(problems(command)).toEqual([])
    expect(made(theSchema() as Draft, command)).toBe('chief')
  })
  it('lies in the block where the arrow does', () => {
    expect(
      nodeById(
        edited(theSchema(), { type: 'insert-node-on-route', route: 'legal:approved:reviewed', kind: 'task', label: 'File it' }),
        'file-it',
      )!.in,
    ).toBe('review')
    expect(
      nodeById(
        edited(theSchema(), { type: 'insert-node-on-route', route: 'legal:rejected:writing', kind: 'stage', label: 'Sorry' }),
        'sorry',
      )!.in,
    ).toBeUndefined()
    expect(problems({ type: 'insert-node-on-route', route: 'legal:approved:reviewed', kind: 'task', label: 'File it' })).toEqual([])
  })
  it('may be a whole block with its branches', () => {
    const command: Command = {
      type: 'insert-node-on-route',
      route: 'closing::done',
      kind: 'fork',
      label: 'Second look',
      branches: ['One', 'Two'],
    }
    const schema = edited(theSchema(), command)
    expect(schema.nodes.filter((node) => node.in === 'second-look').map(({ id }) => id)).toEqual(['one', 'two'])
    expect(problems(command)).toEqual([])
  })
  it('keeps the outcome and the condition of the arrow', () => {
    const schema = edited(theSchema(), { type: 'insert-node-on-route', route: 'large::board', kind: 'wait', label: 'Sleep on it' })
    expect(schema.routes.find(({ to }) => to === 'sleep-on-it')).toEqual({
      from: 'large',
      when: 'amount > 1000 and visits("writing") < 3',
      to: 'sleep-on-it',
    })
  })
  it('makes room on the canvas', () => {
    const drawn = theSchema(
      aWorkspace(({ approval }) => approval.nodes.forEach((node, index) => void Object.assign(node, { xy: [index * 200, 0] }))),
    )
    const schema = edited(drawn, { type: 'insert-node-on-route', route: 'closing::done', kind: 'task', label: 'Note' })
    const x = (id: string) => nodeById(schema, id)!.xy![0]
    expect(x('note')).toBeGreaterThan(x('closing') + 200)
    expect(x('done')).toBeGreaterThan(x('note') + 200)
  })
  it('is refused where nothing can follow', () => {
    expect(refusal(theSchema() as Draft, { type: 'insert-node-on-route', route: 'closing::done', kind: 'end', label: 'Stop' })).toBe(
      'cannot-follow',
    )
  })
})

describe('a step pulled out of another', () => {
  it('takes the first outcome that leads nowhere', () => {
    const cut = reached(theSchema(), { type: 'remove-route', route: 'board:rejected:writing' })
    const schema = edited(cut, { type: 'add-node', kind: 'stage', label: 'Refused', from: { node: 'board' } })
    expect(arrows(schema, 'board')).toEqual(['approved→closing', 'rejected→refused'])
  })
  it('begins another branch at a fork, inside its block', () => {
    const schema = edited(theSchema(), { type: 'add-node', kind: 'approval', label: 'Site', from: { node: 'review' } })
    expect(arrows(schema, 'review')).toEqual(['→legal', '→money', '→site'])
    expect(nodeById(schema, 'site')!.in).toBe('review')
  })
  it('cannot come out of an end', () => {
    expect(refusal(theSchema() as Draft, { type: 'add-node', kind: 'stage', label: 'More', from: { node: 'done' } })).toBe('route-from-end')
  })
})

describe('a step taken away', () => {
  it('joins what was before with what comes after', () => {
    const schema = edited(theSchema(), { type: 'remove-nodes', nodes: ['board'] })
    expect(arrows(schema, 'large')).toEqual(['→closing', 'otherwise→closing'])
    expect(problems({ type: 'remove-nodes', nodes: ['board'] })).toEqual([])
  })
  it('takes its block along, and the way goes on', () => {
    const schema = edited(theSchema(), { type: 'remove-nodes', nodes: ['review'] })
    expect(schema.nodes.map(({ id }) => id)).toEqual(['writing', 'large', 'board', 'closing', 'done', 'dropped'])
    expect(arrows(schema, 'writing')).toEqual(['send→large'])
    expect(schema.deadline!.from).toBeUndefined()
  })
  it('is not the last one', () => {
    const { nodes } = theSchema().body
    expect(refusal(theSchema() as Draft, { type: 'remove-nodes', nodes: nodes.map(({ id }) => id) })).toBe('last-one')
  })
})

describe('an arrow', () => {
  it('is drawn for an outcome once', () => {
    expect(refusal(theSchema() as Draft, { type: 'connect-nodes', from: 'board', outcome: 'approved', to: 'done' })).toBe(
      'outcome-already-routed',
    )
    expect(refusal(theSchema() as Draft, { type: 'connect-nodes', from: 'board', to: 'done' })).toBe('outcome-already-routed')
    expect(refusal(theSchema() as Draft, { type: 'connect-nodes', from: 'writing', to: 'reviewed' })).toBe('route-into-join')
    expect(refusal(theSchema() as Draft, { type: 'connect-nodes', from: 'done', to: 'writing' })).toBe('route-from-end')
  })
  it('of a decision is the one otherwise if there is none yet, else it needs a condition', () => {
    const schema = edited(theSchema(), { type: 'connect-nodes', from: 'large', to: 'done', when: 'amount = 0' })
    expect(routesFrom(schema, 'large').at(-1)).toEqual({ from: 'large', when: 'amount = 0', to: 'done' })
    const without = reached(theSchema(), { type: 'remove-route', route: 'large::closing' })
    expect(routesFrom(edited(without, { type: 'connect-nodes', from: 'large', to: 'done' }), 'large').at(-1)).toEqual({
      from: 'large',
      otherwise: true,
      to: 'done',
    })
  })
  it('is led elsewhere, at either end', () => {
    expect(arrows(edited(theSchema(), { type: 'reconnect-route', route: 'board:approved:closing', to: 'done' }), 'board')).toContain(
      'approved→done',
    )
    const cut = reached(theSchema(), { type: 'remove-route', route: 'board:rejected:writing' })
    expect(arrows(edited(cut, { type: 'reconnect-route', route: 'money:rejected:writing', from: 'board' }), 'board')).toContain(
      'rejected→writing',
    )
  })
  it('is otherwise, or has a condition, and never both', () => {
    const schema = edited(theSchema(), { type: 'set-route-otherwise', route: 'large::board', otherwise: true })
    expect(routesFrom(schema, 'large')).toEqual([
      { from: 'large', to: 'board', otherwise: true },
      { from: 'large', to: 'closing' },
    ])
    expect(
      routesFrom(edited(theSchema(), { type: 'set-route-condition', route: 'large::closing', when: 'amount < 5' }), 'large')[1],
    ).toEqual({ from: 'large', to: 'closing', when: 'amount < 5' })
  })
  it('is asked in the order of the list', () => {
    expect(routesFrom(edited(theSchema(), { type: 'move-route', route: 'large::closing', to: 0 }), 'large').map(({ to }) => to)).toEqual([
      'closing',
      'board',
    ])
  })
  it('is taken so many times, and then leads elsewhere', () => {
    expect(
      edited(theSchema(), { type: 'set-route-limit', route: 'legal:rejected:writing', limit: { atMost: 3, then: 'dropped' } }).routes[4],
    ).toMatchObject({ atMost: 3, then: 'dropped' })
    expect(
      refusal(theSchema() as Draft, { type: 'set-route-limit', route: 'legal:rejected:writing', limit: { atMost: 0, then: 'dropped' } }),
    ).toBe('schema-refuses')
  })
})

describe('a block', () => {
  it('is made around steps that then run at the same time', () => {
    const chain = reached(theSchema(), { type: 'insert-node-on-route', route: 'board:approved:closing', kind: 'approval', label: 'Chief' })
    const both = reached(chain, { type: 'wrap-in-block', nodes: ['board', 'chief'], label: 'Together' })
    expect(arrows(both.body, 'together')).toEqual(['→board', '→chief'])
    expect(arrows(both.body, 'together-done')).toEqual(['→closing'])
    expect(arrows(both.body, 'board')).toEqual(['approved→together-done', 'rejected→writing'])
    expect(findingsOf(both.workspace, read).filter(({ level }) => level === 'problem')).toEqual([])
  })
  it('is taken apart, and its steps follow each other', () => {
    const apart = reached(theSchema(), { type: 'unwrap-block', fork: 'review' })
    expect(arrows(apart.body, 'writing')).toEqual(['send→legal'])
    expect(arrows(apart.body, 'legal')[0]).toBe('approved→money')
    expect(arrows(apart.body, 'money')[0]).toBe('approved→large')
    expect(findingsOf(apart.workspace, read).filter(({ level }) => level === 'problem')).toEqual([])
  })
  it('holds only steps of one level', () => {
    expect(refusal(theSchema() as Draft, { type: 'wrap-in-block', nodes: ['legal', 'board'], label: 'X' })).toBe('not-on-one-level')
    expect(refusal(theSchema() as Draft, { type: 'move-into-block', node: 'review', fork: 'review' })).toBe('cannot-move-into-itself')
  })
  it('is moved as one', () => {
    const drawn = reached(theSchema(), { type: 'auto-layout' })
    const [x, y] = nodeById(drawn.body, 'review')!.xy!
    const schema = edited(drawn, { type: 'move-nodes', to: { review: [x + 100, y + 10] } })
    for (const id of ['legal', 'money', 'reviewed'])
      expect(nodeById(schema, id)!.xy).toEqual([nodeById(drawn.body, id)!.xy![0] + 100, nodeById(drawn.body, id)!.xy![1] + 10])
  })
})

describe('copied steps', () => {
  it('are pasted with new ids, with the arrows among them', () => {
    const clip = copyNodes(theSchema().body, ['review', 'large'])
    const schema = edited(theSchema(), { type: 'paste-nodes', clip, xy: [0, 0] })
    expect(schema.nodes).toHaveLength(15)
    expect(nodeById(schema, 'legal-review')!.in).toBe('reviews')
    expect(arrows(schema, 'reviews')).toEqual(['→legal-review', '→finance'])
    expect(leading(schema, 'large')).toEqual(['reviewed'])
    expect(leading(schema, 'large-2')).toEqual(['reviewed-2'])
  })
  it('go to another schema', () => {
    const other = opened(
      aWorkspace(({ approval }) => void Object.assign(approval, { id: 'request-approval' })),
      'approval-schema',
      'request-approval',
    )
    const clip = JSON.parse(JSON.stringify(copyNodes(other.body, ['board'])))
    expect(made(theSchema() as Draft, { type: 'paste-nodes', clip })).toBe('board-2')
    expect(refusal(theSchema() as Draft, { type: 'paste-nodes', clip: { dosar: 'steps', nodes: [], routes: [] } })).toBe('nothing-to-paste')
  })
})
