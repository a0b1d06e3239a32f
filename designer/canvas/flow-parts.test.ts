import { describe, expect, it } from 'vitest'
import type { BlockReading, NodeReading, RouteReading } from '../model/reading.ts'
import { flowParts, frameId } from './flow-parts.ts'

const step = (id: string, x: number, y: number, change: Partial<NodeReading> = {}): NodeReading => ({
  id,
  kind: 'approval',
  title: id,
  in: undefined,
  x,
  y,
  width: 200,
  height: 96,
  who: [],
  rule: undefined,
  deadline: undefined,
  late: undefined,
  chips: [],
  start: false,
  outcomes: [],
  spoken: id,
  ...change,
})
const route = (from: string, to: string, change: Partial<RouteReading> = {}): RouteReading => ({
  key: `${from}::${to}`,
  from,
  to,
  label: '',
  otherwise: false,
  leaves: [],
  brief: '',
  ends: [],
  words: '',
  back: false,
  limit: undefined,
  ...change,
})
const block: BlockReading = {
  fork: 'f',
  join: 'j',
  in: undefined,
  title: 'Reviews',
  rule: 'wait for all',
  each: undefined,
  deadline: undefined,
  x: 280,
  y: -40,
  width: 400,
  height: 260,
  members: ['a'],
}
const none = { steps: new Map(), routes: new Map() }

describe('a block on the canvas', () => {
  const nodes = [
    step('draft', 0, 0, { kind: 'stage' }),
    step('f', 300, 40, { kind: 'fork', width: 8, height: 80 }),
    step('a', 400, 0, { in: 'f' }),
    step('j', 660, 40, { kind: 'join', width: 8, height: 80 }),
  ]
  const reading = { nodes, blocks: [block], anywhere: [], deadline: undefined }

  it('is a frame that comes before what lies in it, and carries it along', () => {
    const parts = flowParts({ ...reading, routes: [] }, none)
    const ids = parts.nodes.map(({ id }) => id)
    expect(ids.indexOf(frameId('f'))).toBeLessThan(ids.indexOf('a'))
    for (const id of ['f', 'a', 'j']) expect(parts.nodes.find((node) => node.id === id)?.parentId).toBe(frameId('f'))
    expect(parts.nodes.find(({ id }) => id === 'draft')?.parentId).toBeUndefined()
  })
  it('places what lies in it from its own corner', () => {
    const parts = flowParts({ ...reading, routes: [] }, none)
    expect(parts.nodes.find(({ id }) => id === 'a')?.position).toEqual({ x: 120, y: 40 })
  })
  it('is left around its frame, by what leaves it', () => {
    const parts = flowParts({ ...reading, routes: [route('a', 'draft', { leaves: ['f'], words: 'ends it', back: true })] }, none)
    expect(parts.edges[0]?.data?.lane).toMatchObject({ out: true })
    expect(parts.edges[0]?.data?.frame).toBe(block)
  })
})

describe('arrows', () => {
  it('that go back over the same stretch take lanes of their own', () => {
    const nodes = [step('a', 0, 0), step('b', 300, 0), step('c', 600, 0)]
    const routes = [route('c', 'a', { back: true }), route('b', 'a', { back: true })]
    const { edges } = flowParts({ nodes, routes, blocks: [], anywhere: [], deadline: undefined }, none)
    expect(new Set(edges.map(({ data }) => `${data?.lane.side} ${data?.lane.index}`)).size).toBe(2)
  })
  it('between the same steps are drawn apart', () => {
    const nodes = [step('a', 0, 0), step('b', 300, 0)]
    const routes = [route('a', 'b', { key: 'one' }), route('a', 'b', { key: 'two' })]
    const { edges } = flowParts({ nodes, routes, blocks: [], anywhere: [], deadline: undefined }, none)
    expect(edges[0]?.data?.lane.offset).not.toBe(edges[1]?.data?.lane.offset)
  })
})
