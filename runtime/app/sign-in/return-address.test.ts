import { describe, expect, it } from 'vitest'
import { returnAddress } from './return-address.ts'

const to = (address: string) => returnAddress(new URLSearchParams({ to: address }).toString())

describe('after signing in', () => {
  it('one comes back to where one was, with what was shown there', () => {
    expect(to('/documents/contract?view=mine&where=amount:above:5')).toBe('/documents/contract?view=mine&where=amount:above:5')
  })
  it('begins at the start where there is nowhere to go back to', () => {
    expect(returnAddress('')).toBe('/')
    expect(to('/sign-in?to=/x')).toBe('/')
  })
  it('never leads out of the program', () => {
    for (const address of ['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', 'inbox'])
      expect(to(address)).toBe('/')
  })
})
