import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, formatMoney, formatNumber, formatPercent, parseNumber } from './numbers.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const read = (text: string, language: 'en' | 'ro') => {
  const parsed = parseNumber(text, language)
  return parsed.ok ? parsed.value : parsed.code
}

describe('numbers as the reader writes them', () => {
  it('shows money with its code where the language puts it', () => {
    expect(plain(formatMoney(348600, 'RON', 'en'))).toBe('RON 348,600.00')
    expect(plain(formatMoney(1204000, 'RON', 'ro'))).toBe('1.204.000,00 RON')
    expect(formatMoney(12.5, undefined, 'ro')).toBe('12,50')
    expect(formatPercent(12.5, 'ro')).toBe('12,5 %')
  })
  it('reads both ways of writing thousands and decimals', () => {
    expect(read('1.204.000,50', 'ro')).toBe(1204000.5)
    expect(read('1,204,000.50', 'en')).toBe(1204000.5)
    expect(read('348.600,00 RON', 'ro')).toBe(348600)
    expect(read('RON 348,600.00', 'en')).toBe(348600)
    expect(read('1 204 000,5', 'ro')).toBe(1204000.5)
    expect(read('−12,5 %', 'ro')).toBe(-12.5)
  })
  it('takes a dot between three digits as the language takes it', () => {
    expect(read('1.500', 'ro')).toBe(1500)
    expect(read('1.500', 'en')).toBe(1.5)
    expect(read('1,500', 'en')).toBe(1500)
    expect(read('1,500', 'ro')).toBe(1.5)
  })
  it('understands the other way where it can mean nothing else', () => {
    expect(read('1204000.5', 'ro')).toBe(1204000.5)
    expect(read('12,75', 'en')).toBe(12.75)
    expect(read('1,204,000.50', 'ro')).toBe(1204000.5)
  })
  it('refuses what is no number', () => {
    for (const text of ['abc', '1,2,3', '12..5', '1.2.3', '--1', '.', '1,234.567,8']) expect(read(text, 'en')).toBe('not-a-number')
  })
  it('refuses more digits than JSON keeps, instead of rounding', () => {
    expect(read('123456789012345', 'en')).toBe(123456789012345)
    expect(read('1234567890123456', 'en')).toBe('too-many-digits')
    expect(read('0,000000000000001', 'ro')).toBe(1e-15)
  })
  it('gives nothing for blank', () => {
    expect(read('  ', 'en')).toBeUndefined()
  })
  it('reads back every amount that it shows, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('en' as const, 'ro' as const), (cents, language) => {
        const amount = Number(`${cents}e-2`)
        expect(read(formatNumber(amount, language, 2), language)).toBe(amount)
        expect(read(formatMoney(amount, 'EUR', language), language)).toBe(amount)
      }),
    )
  })
  it('counts decimals as they are written', () => {
    expect([decimalsOf(12), decimalsOf(12.5), decimalsOf(0.125), decimalsOf(1e-7)]).toEqual([0, 1, 3, 7])
  })
})
