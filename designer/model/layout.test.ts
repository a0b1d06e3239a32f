import { describe, expect, it } from 'vitest'
import { aDraft } from '../../runtime/engine/testing/a-definition-set.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { layoutSchema, sizeOf } from './layout.ts'
import { aLongSchema } from './testing/a-long-schema.ts'

const overlaps = (schema: ApprovalSchema) => {
  const places = layoutSchema(schema)
  const boxes = schema.nodes.map((node) => ({ id: node.id, at: places.get(node.id)!, ...sizeOf(node) }))
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const apart =
        a.at[0] + a.width <= b.at[0] || b.at[0] + b.width <= a.at[0] || a.at[1] + a.height <= b.at[1] || b.at[1] + b.height <= a.at[1]
      return apart ? [] : [`${a.id} on ${b.id}`]
    }),
  )
}

describe('the automatic layout', () => {
  it('draws what follows to the right of what it follows', () => {
    const places = layoutSchema(aDraft().approval)
    const x = (id: string) => places.get(id)![0]
    expect(x('writing')).toBeLessThan(x('review'))
    expect(x('review')).toBeLessThan(x('legal'))
    expect(x('legal')).toBeLessThan(x('reviewed'))
    expect(x('reviewed')).toBeLessThan(x('large'))
    expect(x('large')).toBeLessThan(x('board'))
    expect(x('board')).toBeLessThan(x('done'))
  })
  it('puts the branches of a block one below the other', () => {
    const places = layoutSchema(aDraft().approval)
    expect(places.get('legal')![0]).toBe(places.get('money')![0])
    expect(Math.abs(places.get('legal')![1] - places.get('money')![1])).toBeGreaterThan(96)
  })
  it('draws nothing on top of another', () => {
    expect(overlaps(aDraft().approval)).toEqual([])
    expect(overlaps(aLongSchema(120))).toEqual([])
  })
  it('leaves room for an approval sheet of many lines', () => {
    const { approval } = aDraft()
    const legal = approval.nodes.find(({ id }) => id === 'legal') as unknown as { ask: { id: string; who: [] }[] }
    for (let line = 0; line < 8; line++) legal.ask.push({ id: `line-${line}`, who: [] })
    expect(sizeOf(legal as never).height).toBe(256)
    expect(overlaps(approval)).toEqual([])
  })
  it('draws the same schema the same', () => {
    expect([...layoutSchema(aLongSchema(80))]).toEqual([...layoutSchema(aLongSchema(80))])
  })
  it('has a place even for a step that lies in itself or in no block', () => {
    const { approval } = aDraft()
    approval.nodes.push({ id: 'lost', kind: 'stage', in: 'nowhere' }, { id: 'loop', kind: 'fork', in: 'loop' })
    const places = layoutSchema(approval)
    expect(approval.nodes.every(({ id }) => places.has(id))).toBe(true)
  })
  it('draws 500 steps in less than 100 ms', () => {
    const schema = aLongSchema(500)
    // The best of a few: other tests run beside this one.
    const times = Array.from({ length: 8 }, () => {
      const before = performance.now()
      layoutSchema(schema)
      return performance.now() - before
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})
