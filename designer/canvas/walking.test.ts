import { describe, expect, it } from 'vitest'
import type { NodeReading, RouteReading } from '../model/reading.ts'
import { walk } from './walking.ts'

const step = (id: string, x: number, y: number) => ({ id, x, y, width: 200, height: 96 }) as NodeReading
const route = (from: string, to: string, back = false) => ({ from, to, back }) as RouteReading
const nodes = [step('draft', 0, 100), step('legal', 300, 0), step('money', 300, 200), step('done', 600, 100)]
const routes = [
  route('draft', 'legal'),
  route('draft', 'money'),
  route('legal', 'done'),
  route('money', 'done'),
  route('legal', 'draft', true),
]

describe('an arrow key on the canvas', () => {
  it('to the right follows an arrow', () => expect(walk({ nodes, routes }, 'legal', 'right')).toBe('done'))
  it('to the left goes back along one', () => expect(walk({ nodes, routes }, 'legal', 'left')).toBe('draft'))
  it('down goes to what stands below in the same column', () => expect(walk({ nodes, routes }, 'legal', 'down')).toBe('money'))
  it('up goes to what stands above', () => expect(walk({ nodes, routes }, 'money', 'up')).toBe('legal'))
  it('does not follow what leads back', () =>
    expect(walk({ nodes, routes: [route('done', 'draft', true)] }, 'done', 'right')).toBeUndefined())
  it('stays where nothing lies', () => expect(walk({ nodes, routes }, 'done', 'right')).toBeUndefined())
})
