import { describe, expect, it } from 'vitest'
import { newId } from './new-id.ts'

describe('an id made here', () => {
  it('is a UUIDv7 that sorts by when it was made', () => {
    const early = newId(Date.parse('2026-11-23T09:00:00Z'))
    const late = newId(Date.parse('2026-11-23T09:00:01Z'))
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-23T09:00:00Z'))
    expect(early < late).toBe(true)
    expect(newId(0)).not.toBe(newId(0))
  })
})
