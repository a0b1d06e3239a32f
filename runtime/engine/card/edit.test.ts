import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../document/command.ts'
import type { Card, CardValue, Row } from './card.ts'
import { applyChanges } from './edit.ts'
import { ofContract } from './sample-contract.ts'
import { validateCard } from './validate-card.ts'

const rowIds = ['r1', 'r2', 'r3']
const rows = fc
  .subarray(rowIds, { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((_id) =>
        fc.record(
          { _id: fc.constant(_id), what: fc.constantFrom('dig', 'fill'), quantity: fc.integer({ min: 0, max: 9 }) },
          { requiredKeys: ['_id'] },
        ),
      ),
    ),
  ) as fc.Arbitrary<Row[]>
const cards: fc.Arbitrary<Card> = fc.record(
  { amount: fc.integer({ min: 0, max: 9 }), taxNumber: fc.constantFrom('a', 'b'), works: rows },
  { requiredKeys: [] },
) as fc.Arbitrary<Card>
const paths = fc.constantFrom('amount', 'taxNumber', ...rowIds.flatMap((id) => [`works/${id}/what`, `works/${id}/quantity`]))
const values = (path: string): fc.Arbitrary<CardValue | null> =>
  path.endsWith('amount') || path.endsWith('quantity') ? fc.constantFrom(1, 2, null) : fc.constantFrom('x', 'y', '', null)

/** Edits that start from what the card holds. */
const edits = cards.chain((card) =>
  fc.tuple(
    fc.constant(card),
    fc
      .uniqueArray(paths, { minLength: 1, maxLength: 4 })
      .chain((chosen) => fc.tuple(...chosen.map((path) => values(path).map((to): Change => ({ path, from: at(card, path) ?? null, to }))))),
  ),
)

function at(card: Card, path: string): CardValue | undefined {
  const [id = '', row, column = ''] = path.split('/')
  if (row === undefined) return card[id]
  return ((card[id] ?? []) as readonly Row[]).find(({ _id }) => _id === row)?.[column]
}

function apply(card: Card, changes: readonly Change[]): Card | null {
  const applied = applyChanges(ofContract, card, changes)
  return applied.ok ? applied.card : null
}

describe('edits of a card', () => {
  it('of different places give the same card in either order', () => {
    fc.assert(
      fc.property(edits, ([card, changes]) => {
        const [first = [], second = []] = [changes.slice(0, 2), changes.slice(2)]
        const inTurn = (one: readonly Change[], other: readonly Change[]) => {
          const between = apply(card, one)
          return between && apply(between, other)
        }
        expect(inTurn(first, second)).toEqual(inTurn(second, first))
      }),
    )
  })

  it('leave a card of the right shape: what is blank is absent, no list is empty', () => {
    fc.assert(
      fc.property(edits, ([card, changes]) => {
        const after = apply(card, changes)
        if (!after) return
        expect(validateCard(ofContract.type, after)).toEqual([])
        expect(JSON.stringify(after)).not.toMatch(/null|""|\[\]/)
      }),
    )
  })

  it('name exactly the fields that differ, and leave the given card alone', () => {
    fc.assert(
      fc.property(edits, ([card, changes]) => {
        const before = structuredClone(card)
        const applied = applyChanges(ofContract, card, changes)
        expect(card).toEqual(before)
        if (!applied.ok) return
        for (const id of ['amount', 'taxNumber', 'works'])
          expect(applied.fields.includes(id)).toBe(JSON.stringify(sorted(applied.card[id])) !== JSON.stringify(sorted(before[id])))
      }),
    )
  })

  it('are refused whole where one place has meanwhile become something else', () => {
    fc.assert(
      fc.property(edits, ([card, changes]) => {
        const [mine] = changes
        const theirs = at(card, mine!.path) === 7 ? 8 : 7
        const path = mine!.path
        if (!path.endsWith('amount') && !path.endsWith('quantity')) return
        const elsewhere = apply(card, [{ path, to: theirs }])
        if (!elsewhere) return
        expect(applyChanges(ofContract, elsewhere, changes)).toMatchObject({
          ok: false,
          problem: { code: 'edit-conflict', conflicts: expect.arrayContaining([{ path, yours: mine!.to, theirs }]) },
        })
      }),
    )
  })
})

/** Rows with their columns in one order, for a text that can be compared. */
function sorted(value: CardValue | undefined): unknown {
  if (!Array.isArray(value)) return value
  return (value as readonly Row[]).map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
}
