import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCondition, writeCondition } from '../model/conditions.ts'
import { compared, comparisonsFor, rowFor } from './comparisons.ts'
import type { OfferedField, ValueKind } from './offered-fields.ts'

const kinds: readonly ValueKind[] = [
  'text',
  'number',
  'date',
  'date-time',
  'time',
  'duration',
  'yes-no',
  'choice',
  'person',
  'link',
  'other',
]
const fieldOf = (kind: ValueKind): OfferedField => ({
  path: 'it',
  label: ['It'],
  kind,
  ...(kind === 'choice' && {
    choices: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
  }),
})

describe('a row of a condition', () => {
  it('is sound FEEL from the start, whatever its field, and reads back as the same row', () => {
    for (const kind of kinds) {
      const row = rowFor(fieldOf(kind))
      expect(readCondition(writeCondition({ kind: 'group', join: 'all', rows: [row] })).rows, kind).toEqual([row])
    }
  })
  it('stays so with every comparison that its field offers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(), (kind, nth) => {
        const field = fieldOf(kind)
        const offered = comparisonsFor(field)
        const row = compared(rowFor(field), field, offered[nth % offered.length]!)
        expect(readCondition(writeCondition({ kind: 'group', join: 'all', rows: [row] })).rows).toEqual([row])
      }),
    )
  })
  it('keeps what still fits when another field is chosen', () => {
    const amount = { ...rowFor(fieldOf('number')), comparison: 'above' as const, values: [{ kind: 'number' as const, value: '100' }] }
    expect(rowFor({ ...fieldOf('number'), path: 'paid' }, amount)).toMatchObject({
      field: 'paid',
      comparison: 'above',
      values: amount.values,
    })
    expect(rowFor(fieldOf('choice'), amount)).toMatchObject({ comparison: 'is', values: [{ kind: 'text', value: 'a' }] })
  })
  it('keeps a comparison that its field no longer offers', () => {
    expect(comparisonsFor(fieldOf('yes-no'), 'above')).toContain('above')
  })
})
