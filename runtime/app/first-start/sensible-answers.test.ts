import { describe, expect, it } from 'vitest'
import { likelyCountry, likelyZone } from './sensible-answers.ts'

describe('answers filled in from the browser', () => {
  it('take the country from where the computer stands, then from its language', () => {
    expect(likelyCountry('Europe/Bucharest', ['en-US'], ['RO', 'US'])).toBe('RO')
    expect(likelyCountry('Europe/Paris', ['ro', 'fr-FR'], ['RO', 'FR'])).toBe('FR')
    expect(likelyCountry('UTC', ['en'], ['RO'])).toBeNull()
  })
  it('take a zone that the server knows', () => {
    expect(likelyZone('Europe/Chisinau', ['Europe/Bucharest', 'Europe/Chisinau'])).toBe('Europe/Chisinau')
    expect(likelyZone('Mars/Phobos', ['Europe/Bucharest'])).toBe('Europe/Bucharest')
  })
})
