import { expect, test } from 'vitest'
import { named, ownWords, withLanguage } from './text-in-languages.ts'

const both = ['en', 'ro']
const fresh = ownWords({ en: 'Date', ro: 'Dată' }, both)

test('a language that changes leaves the others as they are', () => {
  expect(withLanguage({ en: 'Signed on', ro: 'Semnat la' }, 'en', 'Signed at', both)).toEqual({ en: 'Signed at', ro: 'Semnat la' })
  expect(withLanguage('Number', 'ro', 'Număr', both)).toEqual({ en: 'Number', ro: 'Număr' })
  expect(withLanguage({ en: 'Signed on' }, 'en', ' ', both)).toBeUndefined()
})

test('whoever names what is new leaves none of our words in the other language', () => {
  expect(named(fresh, fresh, 'en', 'Guarantee until', both)).toEqual({ en: 'Guarantee until' })
  expect(named(fresh, fresh, 'ro', 'Garanție până la', both)).toEqual({ ro: 'Garanție până la' })
})

test('what was named keeps its other language, and so does what was not changed', () => {
  expect(named({ en: 'Guarantee until' }, fresh, 'ro', 'Garanție până la', both)).toEqual({ en: 'Guarantee until', ro: 'Garanție până la' })
  expect(named({ en: 'Signed on', ro: 'Dată' }, fresh, 'en', 'Signed at', both)).toEqual({ en: 'Signed at', ro: 'Dată' })
  expect(named(fresh, fresh, 'en', 'Date', both)).toEqual(fresh)
  expect(named(fresh, fresh, 'en', '', both)).toEqual({ ro: 'Dată' })
})

test('an office of one language has one text', () => {
  expect(named('Date', ownWords({ en: 'Date', ro: 'Dată' }, ['en']), 'en', 'Until', ['en'])).toBe('Until')
})
