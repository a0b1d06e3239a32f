import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { compose, splitAtSlots } from './message.ts'
import { ro } from './ro.ts'
import { textOf } from './text-of.ts'
import { makeTexts } from './texts.tsx'

const catalogs = { en, ro }
const formsOf = (message: unknown): string[] => (typeof message === 'string' ? [message] : Object.values(message as Record<string, string>))
const slotsOf = (text: string) => [...new Set(splitAtSlots(text).filter((_, index) => index % 2 === 1))].sort()

describe.each(Object.entries(catalogs))('the words in %s', (language, catalog) => {
  it('are nowhere empty, and have no space at an end', () => {
    for (const [key, message] of Object.entries(catalog)) {
      for (const form of formsOf(message)) expect(form.trim() === form && form !== '', key).toBe(true)
    }
  })
  it('have the same slots as the English ones', () => {
    for (const [key, message] of Object.entries(catalog)) {
      const expected = slotsOf(formsOf(en[key as keyof typeof en]).at(-1) ?? '')
      for (const form of formsOf(message)) expect(slotsOf(form), key).toEqual(expected)
    }
  })
  it('avoid the words that the house does not say', () => {
    const avoided = /\b(workflow|instance|payload|oops|please|successfully|are you sure|entitate|instanță|cu succes|vă rugăm)\b|!/i
    for (const [key, message] of Object.entries(catalog)) expect(formsOf(message).join(' '), `${language} ${key}`).not.toMatch(avoided)
  })
})

describe('the Romanian words', () => {
  it('have every key, the comma below, and all three plural forms', () => {
    expect(Object.keys(ro).sort()).toEqual(Object.keys(en).sort())
    expect(JSON.stringify(ro)).not.toMatch(/[şţŞŢ]/)
    for (const [key, message] of Object.entries(ro)) if (typeof message !== 'string') expect(message.few, key).toBeTypeOf('string')
  })
  it('count as people do', () => {
    const { t } = makeTexts('ro', ro)
    expect([0, 1, 2, 19, 20, 101, 120].map((count) => t('time.days', { count }))).toEqual([
      '0 zile',
      '1 zi',
      '2 zile',
      '19 zile',
      '20 de zile',
      '101 zile',
      '120 de zile',
    ])
  })
})

describe('a sentence', () => {
  it('writes numbers in the reader’s way and leaves out what is missing', () => {
    expect(compose('{count} of {all}', { count: 1200, all: 'x' }, 'en')).toBe('1,200 of x')
    expect(compose('{count} din {all}', { count: 1200 }, 'ro')).toBe('1.200 din ')
  })
  it('of a definition falls back to English, then to what there is', () => {
    expect(textOf({ en: 'Contract', ro: 'Contractul' }, 'ro')).toBe('Contractul')
    expect(textOf({ en: 'Contract' }, 'ro')).toBe('Contract')
    expect(textOf({ de: 'Vertrag' }, 'ro')).toBe('Vertrag')
    expect(textOf('Act', 'en')).toBe('Act')
    expect(textOf(undefined, 'en')).toBe('')
  })
})
