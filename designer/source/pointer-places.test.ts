import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, step } from '../../schemas/pointer.ts'
import { placesOf } from './pointer-places.ts'

function pointersIn(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [pointer, ...Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, step(pointer, key)))]
}

describe('the places of pointers in a text', () => {
  it('hold exactly the value that the pointer leads to', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(0, 2), (json, indent) => {
        const value = JSON.parse(json) as unknown
        const text = JSON.stringify(value, null, indent)
        const pointers = pointersIn(value)
        const places = placesOf(text, pointers)
        for (const pointer of pointers) {
          const { from, to } = places.get(pointer)!
          expect(JSON.parse(text.slice(from, to))).toEqual(at(value, pointer))
        }
      }),
    )
  })
  it('are those of the nearest value where a pointer leads to nothing, with the name of what it is', () => {
    const text = '{ "a": { "b": 1 } }'
    expect(placesOf(text, ['/a/missing']).get('/a/missing')).toEqual({ from: 7, to: 17, key: { from: 2, to: 5 } })
  })
  it('are found as far as a broken text goes, and never for ever', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        placesOf(text, ['', '/a', '/0/b'])
      }),
    )
    expect(placesOf('{"a": [1, 2', ['/a/1']).get('/a/1')).toMatchObject({ from: 10, to: 11 })
  })
})
