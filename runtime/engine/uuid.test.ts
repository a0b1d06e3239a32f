import { describe, expect, it } from 'vitest'
import { isUuid, uuidv7 } from './uuid.ts'

describe('an id made now', () => {
  const bytes = (fill: number) => (count: number) => new Uint8Array(count).fill(fill)

  it('carries its milliseconds, version 7 and the RFC variant', () => {
    expect(uuidv7(0x0123_4567_89ab, bytes(0xff))).toBe('01234567-89ab-7fff-bfff-ffffffffffff')
  })
  it('sorts after one made a millisecond before, whatever the dice say', () => {
    expect(uuidv7(1_000, bytes(0xff)) < uuidv7(1_001, bytes(0))).toBe(true)
  })
  it('is told from other texts', () => {
    expect(isUuid(uuidv7(5, bytes(3)))).toBe(true)
    expect(isUuid('01234567-89ab-7fff-bfff')).toBe(false)
  })
})
