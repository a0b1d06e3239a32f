import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonsOf } from './filter.ts'
import { nextSort, readState, writeState } from './registry-state.ts'

describe('what a list shows, in its address', () => {
  it('comes back as it was written', () => {
    const filter = fc.record({
      field: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
      comparison: fc.constantFrom(...Object.values(comparisonsOf).flat()),
      values: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    })
    const some = fc.option(fc.stringMatching(/^[a-z-]{1,9}$/), { nil: undefined })
    fc.assert(
      fc.property(
        fc.record({
          view: some,
          as: fc.constantFrom(undefined, 'table' as const, 'board' as const),
          sort: some,
          search: fc.string(),
          filters: fc.array(filter, { maxLength: 3 }),
        }),
        (state) => {
          expect(readState(writeState(state))).toEqual(state)
        },
      ),
    )
  })
  it('is the first view with nothing asked where the address says nothing, or nonsense', () => {
    expect(readState('as=circle&where=x&where=a:wishes:1&where=a:is:%25E0')).toEqual({
      view: undefined,
      as: undefined,
      sort: undefined,
      search: '',
      filters: [],
    })
  })
})

describe('a press on a head', () => {
  it('sorts one way, then the other, then as the view does', () => {
    expect(nextSort(undefined, 'subject', false)).toBe('subject')
    expect(nextSort('subject', 'subject', false)).toBe('-subject')
    expect(nextSort('-subject', 'subject', false)).toBeUndefined()
    expect(nextSort('subject', 'amount', true)).toBe('-amount')
  })
})
