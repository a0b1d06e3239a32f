import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkLink, documentStream, leafHash, type StoredLink, seal } from './chain.ts'

const stream = documentStream('019ab000-0000-7000-8000-000000000001')
let dice = 0
const newSalt = () => (++dice).toString(16).padStart(32, '0')
const event = (sequence: number, value: unknown) => ({
  sequence,
  at: '2026-11-23T09:00:00.000Z',
  by: null,
  for: null,
  body: { type: 'card-edited', fields: ['amount'] },
  leaves: [{ path: 'card.amount', value }],
})
const stored = (events: ReturnType<typeof sealed>): StoredLink[] =>
  events.map(({ salts, leaves, ...rest }) => ({ ...rest, leaves: leaves.map((leaf, index) => ({ ...leaf, salt: salts[index]! })) }))
const sealed = () => seal(stream, '', [event(1, 100), event(2, { z: 1, a: 'ș' }), event(3, null)], newSalt)
const faults = (events: readonly StoredLink[]) => events.flatMap((one, index) => checkLink(stream, events[index - 1] ?? null, one))

describe('a chain of events', () => {
  it('holds as it was sealed, whatever order the keys come back in', () => {
    const events = stored(sealed())
    expect(faults(events)).toEqual([])
    const [, second] = events
    const turned = {
      ...second!,
      leaves: [{ salt: (second!.leaves[0] as { salt: string }).salt, value: { a: 'ș', z: 1 }, path: 'card.amount' }],
    }
    expect(checkLink(stream, events[0]!, turned)).toEqual([])
  })

  it('hashes a leaf as salt and canonical JSON, so that any tool can check it', () => {
    const salt = 'a'.repeat(32)
    expect(leafHash('card.amount', { b: 1, a: 'ș' }, salt)).toBe(
      createHash('sha256').update(`${salt}["card.amount",{"a":"ș","b":1}]`).digest('hex'),
    )
  })

  it('holds when a leaf is erased: its hash stays', () => {
    const events = stored(sealed())
    const leaf = events[0]!.leaves[0] as { path: string; value: unknown; salt: string }
    events[0] = { ...events[0]!, leaves: [{ path: leaf.path, hash: leafHash(leaf.path, leaf.value, leaf.salt) }] }
    expect(faults(events)).toEqual([])
  })

  it.each([
    ['a value', (e: StoredLink) => ({ ...e, leaves: [{ ...(e.leaves[0] as object), value: 101 } as never] }), ['hash']],
    ['who did it', (e: StoredLink) => ({ ...e, by: '019ab000-0000-7000-8000-000000000009' }), ['hash']],
    ['a path', (e: StoredLink) => ({ ...e, leaves: [{ ...(e.leaves[0] as object), path: 'card.paid' } as never] }), ['hash']],
    ['the body', (e: StoredLink) => ({ ...e, body: { ...e.body, fields: [] } }), ['hash']],
    ['its own hash', (e: StoredLink) => ({ ...e, hash: 'f'.repeat(64) }), ['hash', 'previous']],
  ])('shows that %s was changed', (_, change, expected) => {
    const events = stored(sealed())
    events[0] = change(events[0]!)
    expect(faults(events).map(({ what }) => what)).toEqual(expected)
  })

  it('shows an event that was taken out', () => {
    const [first, , third] = stored(sealed())
    expect(faults([first!, third!]).map(({ what }) => what)).toEqual(['sequence', 'previous'])
  })

  it('does not hold under another document', () => {
    expect(checkLink(documentStream('019ab000-0000-7000-8000-000000000002'), null, stored(sealed())[0]!).map(({ what }) => what)).toEqual([
      'hash',
    ])
  })
})
