import { describe, expect, it } from 'vitest'
import { type Box, crossing, distanceTo, labelPlace, passBeside, roundedPath, routePoints } from './route-geometry.ts'

const box = (x: number, y: number, width = 200, height = 96): Box => ({ x, y, width, height })
const plain = { side: 'over', index: 0 } as const

describe('a route', () => {
  it('to the right on the same level is one straight line', () => {
    expect(routePoints(box(0, 0), box(300, 0), plain)).toEqual([
      [200, 48],
      [300, 48],
    ])
  })
  it('to another level turns twice, at right angles', () => {
    const points = routePoints(box(0, 0), box(300, 200), plain)
    expect(points).toHaveLength(4)
    for (const [index, [x, y]] of points.slice(1).entries()) {
      const [bx, by] = points[index]!
      expect(x === bx || y === by).toBe(true)
    }
  })
  it('straight down in the same column leaves below and arrives above', () => {
    expect(routePoints(box(0, 0), box(0, 300), plain)).toEqual([
      [100, 96],
      [100, 300],
    ])
  })
  it('back to the left runs over all that lies between', () => {
    const points = routePoints(box(800, 0), box(0, 0), { side: 'over', index: 0, clear: box(0, -120, 1000, 400) })
    expect(Math.min(...points.map(([, y]) => y))).toBeLessThan(-120)
  })
  it('takes a lane further out than the one before', () => {
    const top = (index: number) => Math.min(...routePoints(box(800, 0), box(0, 0), { side: 'over', index }).map(([, y]) => y))
    expect(top(1)).toBeLessThan(top(0))
  })
  it('around goes past the step above its own, not through it', () => {
    const [above, source] = [box(800, 0), box(800, 160)]
    const beside = passBeside(source, 'over', [above, source])
    const points = routePoints(source, box(0, 0), { side: 'over', index: 0, clear: above, beside })
    const upright = points.filter(([, y], index) => points[index + 1]?.[0] === points[index]?.[0] && y > above.y)
    expect(upright.every(([x, y]) => x < above.x || y > above.y + above.height)).toBe(true)
    expect(passBeside(above, 'over', [above, source])).toBeUndefined()
  })
  it('beside another to the same step is drawn apart from it', () => {
    const [one, other] = [-11, 11].map((offset) => routePoints(box(0, 0), box(300, 0), { ...plain, offset })[0]!)
    expect(one![1]).not.toBe(other![1])
  })
})

describe('the words on a route', () => {
  it('stand on its longest level piece', () => {
    const { at } = labelPlace([
      [0, 0],
      [0, -50],
      [-400, -50],
      [-400, 0],
    ])
    expect(at).toEqual([-200, -50])
  })
  it('are no wider than the piece they stand on', () => {
    const { width } = labelPlace([
      [0, 0],
      [200, 0],
    ])
    expect(width).toBeLessThanOrEqual(200)
  })
  it('stand above a short line, so that its head is seen and an arrow can be pulled out', () => {
    const { at } = labelPlace([
      [0, 0],
      [60, 0],
    ])
    expect(at[1]).toBeLessThan(-12)
  })
})

describe('a route that leaves a block', () => {
  it('is marked where it crosses the frame', () => {
    const frame = { x: 0, y: 0, width: 400, height: 300 }
    expect(
      crossing(
        [
          [100, 100],
          [100, -60],
          [-200, -60],
        ],
        frame,
      ),
    ).toEqual([100, 0])
  })
  it('is not marked where it never leaves', () => {
    expect(
      crossing(
        [
          [10, 10],
          [90, 10],
        ],
        { x: 0, y: 0, width: 100, height: 100 },
      ),
    ).toBeUndefined()
  })
})

it('the distance to a route is that to its nearest piece', () => {
  expect(
    distanceTo(
      [50, 30],
      [
        [0, 0],
        [100, 0],
        [100, 500],
      ],
    ),
  ).toBe(30)
})

it('a path begins at its first point and ends at its last, round at the turns', () => {
  const path = roundedPath([
    [0, 0],
    [100, 0],
    [100, 100],
  ])
  expect(path).toMatch(/^M0 0/)
  expect(path).toMatch(/L100 100$/)
  expect(path).toContain('Q100 0')
})
