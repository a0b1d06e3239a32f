import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  type Decimal,
  divide,
  fromNumber,
  multiply,
  PRECISION,
  parseDecimal,
  round,
  significantDigits,
  subtract,
  toNumber,
} from './decimal.ts'
import { exponential, logarithm, modulo, power, squareRoot } from './decimal-math.ts'

/** An exact fraction, to check against. */
type Fraction = readonly [top: bigint, bottom: bigint]

function fractionOf({ coefficient, exponent }: Decimal): Fraction {
  const c = BigInt(coefficient)
  return exponent >= 0 ? [c * 10n ** BigInt(exponent), 1n] : [c, 10n ** BigInt(-exponent)]
}

/** The nearest number of 34 digits, of two equally near the even one: the definition, computed the long way. */
function nearest([top, bottom]: Fraction): string {
  if (top === 0n) return '0'
  const negative = top < 0n !== bottom < 0n
  const [n, d] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  let exponent = 0
  const limit = 10n ** BigInt(PRECISION)
  const scaled = (e: number): Fraction => (e >= 0 ? [n, d * 10n ** BigInt(e)] : [n * 10n ** BigInt(-e), d])
  exponent = n.toString().length - d.toString().length - PRECISION - 1
  while (scaled(exponent)[0] / scaled(exponent)[1] >= limit) exponent++
  const [x, y] = scaled(exponent)
  let quotient = x / y
  const twice = (x % y) * 2n
  if (twice > y || (twice === y && quotient % 2n === 1n)) quotient += 1n
  return String(parseDecimal(`${negative ? '-' : ''}${quotient}e${exponent}`))
}

const decimals = fc
  .tuple(
    fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -50, max: 50 })),
    fc.integer({ min: -40, max: 40 }),
  )
  .map(([coefficient, exponent]) => parseDecimal(`${coefficient}e${exponent}`)!)

const twice = [decimals, decimals] as const

describe('decimals', () => {
  it('are exact where binary numbers are not', () => {
    expect(String(add(parseDecimal('0.1')!, parseDecimal('0.2')!))).toBe('0.3')
    expect(String(multiply(parseDecimal('1.10')!, parseDecimal('3')!))).toBe('3.3')
    expect(String(divide(parseDecimal('1')!, parseDecimal('3')!))).toBe(`0.${'3'.repeat(34)}`)
    expect(String(divide(parseDecimal('2')!, parseDecimal('3')!))).toBe(`0.${'6'.repeat(33)}7`)
    expect(divide(parseDecimal('1')!, parseDecimal('0.00')!)).toBe(null)
  })

  it('add, subtract, multiply and divide to the nearest number of 34 digits', () =>
    fc.assert(
      fc.property(...twice, (a, b) => {
        const [[p, q], [r, s]] = [fractionOf(a), fractionOf(b)]
        expect(String(add(a, b))).toBe(nearest([p * s + r * q, q * s]))
        expect(String(subtract(a, b))).toBe(nearest([p * s - r * q, q * s]))
        expect(String(multiply(a, b))).toBe(nearest([p * r, q * s]))
        if (r !== 0n) expect(String(divide(a, b))).toBe(nearest([p * s, q * r]))
      }),
      { numRuns: 500 },
    ))

  it('compare as fractions do', () =>
    fc.assert(
      fc.property(...twice, (a, b) => {
        const [[p, q], [r, s]] = [fractionOf(a), fractionOf(b)]
        expect(compare(a, b)).toBe(p * s < r * q ? -1 : p * s > r * q ? 1 : 0)
      }),
    ))

  it('keep a number of at most 15 digits through JSON', () =>
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: -12, max: 3 }), (c, e) => {
        const stored = Number(`${c}e${e}`)
        const value = fromNumber(stored)
        expect(compare(value, parseDecimal(`${c}e${e}`)!)).toBe(0)
        expect(toNumber(value)).toBe(stored === 0 ? 0 : stored)
        expect(significantDigits(value)).toBeLessThanOrEqual(15)
      }),
    ))

  it('are read back from the digits that they print', () =>
    fc.assert(
      fc.property(decimals, (a) => {
        expect(compare(parseDecimal(String(a))!, a)).toBe(0)
      }),
    ))

  it('round in every way', () => {
    const rounded = (text: string) =>
      (['up', 'down', 'floor', 'ceiling', 'half-up', 'half-down', 'half-even'] as const).map((mode) =>
        String(round(parseDecimal(text)!, 0, mode)),
      )
    expect(rounded('2.5')).toEqual(['3', '2', '2', '3', '3', '2', '2'])
    expect(rounded('-2.5')).toEqual(['-3', '-2', '-3', '-2', '-3', '-2', '-2'])
    expect(rounded('0.001')).toEqual(['1', '0', '0', '1', '0', '0', '0'])
    expect(String(round(parseDecimal('1250')!, -2, 'half-even'))).toBe('1200')
  })

  it('know roots, powers and logarithms to the last digit', () => {
    expect(String(squareRoot(parseDecimal('2')!))).toBe('1.414213562373095048801688724209698')
    expect(String(squareRoot(parseDecimal('0.0625')!))).toBe('0.25')
    expect(String(exponential(parseDecimal('1')!))).toBe('2.718281828459045235360287471352662')
    expect(String(logarithm(parseDecimal('10')!))).toBe('2.302585092994045684017991454684364')
    expect(String(power(parseDecimal('1.01')!, parseDecimal('-2')!))).toBe('0.9802960494069208901088128614841682')
    expect(String(power(parseDecimal('2')!, parseDecimal('0.5')!))).toBe('1.414213562373095048801688724209698')
    expect(squareRoot(parseDecimal('-1')!)).toBe(null)
    expect(String(modulo(parseDecimal('-10.5')!, parseDecimal('3')!))).toBe('1.5')
  })

  it('leave the range of exponents as blank, and fall to zero below it', () => {
    expect(multiply(parseDecimal('1e6000')!, parseDecimal('1e6000')!)).toBe(null)
    expect(String(multiply(parseDecimal('1e-6000')!, parseDecimal('1e-6000')!))).toBe('0')
    expect(power(parseDecimal('10')!, parseDecimal('99999')!)).toBe(null)
  })
})
