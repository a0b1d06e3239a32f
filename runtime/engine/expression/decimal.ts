/**
 * Exact decimals as FEEL wants them: 34 significant digits, half-even, like IEEE 754 decimal128.
 *
 * A value is `coefficient × 10^exponent`. The coefficient is a safe integer as long as it can be and a BigInt
 * beyond that, so that amounts of money add and compare as integers. Values are immutable and not normalised:
 * 1.50 keeps its exponent, because columns of equal exponents are what makes the fast path fast.
 */
export class Decimal {
  readonly coefficient: number | bigint
  readonly exponent: number

  constructor(coefficient: number | bigint, exponent: number) {
    this.coefficient = coefficient
    this.exponent = exponent
  }

  /** Plain canonical digits: no exponent, no trailing zeros, no "-0". */
  toString(): string {
    return toPlain(this)
  }
}

export const PRECISION = 34
const MAX_EXPONENT = 6144
const MIN_EXPONENT = -6176
const LIMIT = 10n ** BigInt(PRECISION)

export const ZERO = new Decimal(0, 0)
export const ONE = new Decimal(1, 0)

const POWERS: number[] = []
for (let power = 0; power <= 15; power++) POWERS.push(10 ** power)
const BIG_POWERS: bigint[] = []

/** 10^power as a BigInt. */
export function bigPower(power: number): bigint {
  if (power > 128) return 10n ** BigInt(power)
  BIG_POWERS[power] ??= 10n ** BigInt(power)
  return BIG_POWERS[power]
}

/** An integer of any size times a power of ten, rounded to 34 digits; null where it lies outside the range of exponents. */
export function decimal(coefficient: bigint, exponent: number): Decimal | null {
  let c = coefficient
  let e = exponent
  const size = c < 0n ? -c : c
  if (size >= LIMIT) {
    const surplus = size.toString().length - PRECISION
    c = divideHalfEven(c, bigPower(surplus))
    e += surplus
  }
  if (c === 0n) return ZERO
  while (e > MAX_EXPONENT - PRECISION && (c < 0n ? -c : c) * 10n < LIMIT) {
    c *= 10n
    e -= 1
  }
  if (e > MAX_EXPONENT - PRECISION + 1) return null
  if (e < MIN_EXPONENT) {
    c = MIN_EXPONENT - e > PRECISION + 1 ? 0n : divideHalfEven(c, bigPower(MIN_EXPONENT - e))
    e = MIN_EXPONENT
    if (c === 0n) return ZERO
  }
  return small(c, e)
}

function small(coefficient: bigint, exponent: number): Decimal {
  return coefficient >= -9007199254740991n && coefficient <= 9007199254740991n
    ? new Decimal(Number(coefficient), exponent)
    : new Decimal(coefficient, exponent)
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  if (rest === 0n) return quotient
  const twice = (rest < 0n ? -rest : rest) * 2n
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return up ? quotient + (numerator < 0n ? -1n : 1n) : quotient
}

export function add(a: Decimal, b: Decimal): Decimal | null {
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const gap = a.exponent - b.exponent
    if (gap === 0) {
      const sum = a.coefficient + b.coefficient
      if (Number.isSafeInteger(sum)) return new Decimal(sum, a.exponent)
    } else if (gap > 0 && gap <= 15) {
      const scaled = a.coefficient * POWERS[gap]!
      const sum = scaled + b.coefficient
      if (Number.isSafeInteger(scaled) && Number.isSafeInteger(sum)) return new Decimal(sum, b.exponent)
    } else if (gap < 0 && gap >= -15) {
      const scaled = b.coefficient * POWERS[-gap]!
      const sum = a.coefficient + scaled
      if (Number.isSafeInteger(scaled) && Number.isSafeInteger(sum)) return new Decimal(sum, a.exponent)
    }
  }
  return addBig(a, b)
}

function addBig(a: Decimal, b: Decimal): Decimal | null {
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a]
  const gap = high.exponent - low.exponent
  const top = BigInt(high.coefficient)
  const bottom = BigInt(low.coefficient)
  if (top === 0n) return decimal(bottom, low.exponent)
  if (gap <= 80) return decimal(top * bigPower(gap) + bottom, low.exponent)
  // So far apart that the smaller one can only decide how the last digit rounds.
  const sticky = bottom === 0n ? 0n : bottom < 0n ? -1n : 1n
  return decimal(top * bigPower(40) + sticky, high.exponent - 40)
}

export function negate(a: Decimal): Decimal {
  return a.coefficient === 0 ? a : new Decimal(-a.coefficient, a.exponent)
}

export function subtract(a: Decimal, b: Decimal): Decimal | null {
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number' && a.exponent === b.exponent) {
    const difference = a.coefficient - b.coefficient
    if (Number.isSafeInteger(difference)) return new Decimal(difference, a.exponent)
  }
  return add(a, negate(b))
}

export function multiply(a: Decimal, b: Decimal): Decimal | null {
  const exponent = a.exponent + b.exponent
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const product = a.coefficient * b.coefficient
    if (Number.isSafeInteger(product) && exponent > -6000 && exponent < 6000) {
      return product === 0 ? ZERO : new Decimal(product, exponent)
    }
  }
  return decimal(BigInt(a.coefficient) * BigInt(b.coefficient), exponent)
}

/** Null when `b` is zero. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (isZero(b)) return null
  if (isZero(a)) return ZERO
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number' && a.coefficient % b.coefficient === 0) {
    const exponent = a.exponent - b.exponent
    if (exponent > -6000 && exponent < 6000) return new Decimal(a.coefficient / b.coefficient, exponent)
  }
  return trim(divideBig(BigInt(a.coefficient), BigInt(b.coefficient), a.exponent - b.exponent))
}

function divideBig(top: bigint, bottom: bigint, exponent: number): Decimal | null {
  const negative = top < 0n !== bottom < 0n
  const n = top < 0n ? -top : top
  const d = bottom < 0n ? -bottom : bottom
  const shift = Math.max(0, PRECISION + 3 + d.toString().length - n.toString().length)
  const scaled = n * bigPower(shift)
  let quotient = (scaled / d) * 10n
  // A last digit that is neither 0 nor 5 keeps what was cut off from being taken for an exact half.
  if (scaled % d !== 0n) quotient += 1n
  return decimal(negative ? -quotient : quotient, exponent - shift - 1)
}

/** The same value without trailing zeros behind the point. */
export function trim(a: Decimal | null): Decimal | null {
  if (!a || a.exponent >= 0) return a
  let { exponent } = a
  if (typeof a.coefficient === 'number') {
    let c = a.coefficient
    while (exponent < 0 && c % 10 === 0) {
      c /= 10
      exponent += 1
    }
    return c === 0 ? ZERO : new Decimal(c, exponent)
  }
  let c = a.coefficient
  while (exponent < 0 && c % 10n === 0n) {
    c /= 10n
    exponent += 1
  }
  return small(c, exponent)
}

export function compare(a: Decimal, b: Decimal): number {
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    if (a.exponent === b.exponent) return a.coefficient < b.coefficient ? -1 : a.coefficient > b.coefficient ? 1 : 0
    const gap = a.exponent - b.exponent
    if (gap > 0 && gap <= 15) {
      const scaled = a.coefficient * POWERS[gap]!
      if (Number.isSafeInteger(scaled)) return scaled < b.coefficient ? -1 : scaled > b.coefficient ? 1 : 0
    } else if (gap < 0 && gap >= -15) {
      const scaled = b.coefficient * POWERS[-gap]!
      if (Number.isSafeInteger(scaled)) return a.coefficient < scaled ? -1 : a.coefficient > scaled ? 1 : 0
    }
  }
  return compareBig(a, b)
}

function compareBig(a: Decimal, b: Decimal): number {
  const signA = sign(a)
  const signB = sign(b)
  if (signA !== signB || signA === 0) return signA < signB ? -1 : signA > signB ? 1 : 0
  const magnitude = digits(a) + a.exponent - (digits(b) + b.exponent)
  if (magnitude !== 0) return magnitude > 0 === signA > 0 ? 1 : -1
  const gap = a.exponent - b.exponent
  const left = gap > 0 ? BigInt(a.coefficient) * bigPower(gap) : BigInt(a.coefficient)
  const right = gap < 0 ? BigInt(b.coefficient) * bigPower(-gap) : BigInt(b.coefficient)
  return left < right ? -1 : left > right ? 1 : 0
}

function digits(a: Decimal): number {
  return (a.coefficient < 0 ? -a.coefficient : a.coefficient).toString().length
}

export function sign(a: Decimal): number {
  return a.coefficient > 0 ? 1 : a.coefficient < 0 ? -1 : 0
}

export function isZero(a: Decimal): boolean {
  return a.coefficient === 0
}

export function isInteger(a: Decimal): boolean {
  return a.exponent >= 0 || trim(a)!.exponent >= 0
}

export function absolute(a: Decimal): Decimal {
  return a.coefficient < 0 ? negate(a) : a
}

export type Rounding = 'up' | 'down' | 'floor' | 'ceiling' | 'half-up' | 'half-down' | 'half-even'

/** Keeps `scale` digits behind the point (a negative scale rounds to tens, hundreds). */
export function round(a: Decimal, scale: number, mode: Rounding): Decimal | null {
  const surplus = -a.exponent - scale
  if (surplus <= 0) return a
  if (surplus > digits(a) + 1) {
    const away = mode === 'up' || (mode === 'floor' && sign(a) < 0) || (mode === 'ceiling' && sign(a) > 0)
    return away && !isZero(a) ? decimal(BigInt(sign(a)), -scale) : ZERO
  }
  const c = BigInt(a.coefficient)
  const unit = bigPower(surplus)
  const quotient = c / unit
  const rest = c % unit
  if (rest === 0n) return decimal(quotient, -scale)
  const step = c < 0n ? -1n : 1n
  return decimal(goesAway(mode, quotient, rest < 0n ? -rest : rest, unit, c < 0n) ? quotient + step : quotient, -scale)
}

function goesAway(mode: Rounding, quotient: bigint, rest: bigint, unit: bigint, negative: boolean): boolean {
  switch (mode) {
    case 'up':
      return true
    case 'down':
      return false
    case 'floor':
      return negative
    case 'ceiling':
      return !negative
    case 'half-up':
      return rest * 2n >= unit
    case 'half-down':
      return rest * 2n > unit
    case 'half-even':
      return rest * 2n > unit || (rest * 2n === unit && (quotient & 1n) === 1n)
  }
}

export function floor(a: Decimal): Decimal {
  return a.exponent >= 0 ? a : round(a, 0, 'floor')!
}

export function ceiling(a: Decimal): Decimal {
  return a.exponent >= 0 ? a : round(a, 0, 'ceiling')!
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,5}))?$/

/** Reads `-12.50`, `.5`, `1e3`; null where the text is no number. More than 34 digits are rounded. */
export function parseDecimal(text: string): Decimal | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, minus, whole = '', fraction = '', power = '0'] = match
  const figures = whole + fraction
  if (figures === '') return null
  const exponent = Number(power) - fraction.length
  if (figures.length <= 15) {
    const c = Number(figures)
    if (c === 0) return ZERO
    if (exponent > -6000 && exponent < 6000) return new Decimal(minus === '-' ? -c : c, exponent)
  }
  const c = BigInt(figures)
  return decimal(minus === '-' ? -c : c, exponent)
}

/** A JSON number; its shortest digits are what was meant, so numbers of at most 15 significant digits are exact. Refuses NaN and infinities. */
export function fromNumber(value: number): Decimal {
  if (Number.isSafeInteger(value)) return new Decimal(value === 0 ? 0 : value, 0)
  const cents = Math.round(value * 100)
  if (cents / 100 === value && Math.abs(cents) < 1e15) return new Decimal(cents, -2)
  const parsed = parseDecimal(String(value))
  if (!parsed) throw new RangeError(`not a finite number: ${value}`)
  return parsed
}

/** The nearest binary number. */
export function toNumber(a: Decimal): number {
  if (typeof a.coefficient === 'number') {
    if (a.exponent === 0) return a.coefficient
    if (a.exponent < 0 && a.exponent >= -15) return a.coefficient / POWERS[-a.exponent]!
  }
  return Number(`${a.coefficient}e${a.exponent}`)
}

/** How many digits count, without zeros in front or behind. */
export function significantDigits(a: Decimal): number {
  const figures = String(a.coefficient).replace('-', '').replace(/0+$/, '')
  return Math.max(1, figures.length)
}

function toPlain(a: Decimal): string {
  if (a.coefficient === 0) return '0'
  if (a.exponent === 0) return String(a.coefficient)
  const minus = a.coefficient < 0 ? '-' : ''
  const figures = String(a.coefficient).replace('-', '')
  if (a.exponent > 0) return minus + figures + '0'.repeat(a.exponent)
  const padded = figures.padStart(1 - a.exponent, '0')
  const point = padded.length + a.exponent
  const fraction = padded.slice(point).replace(/0+$/, '')
  return minus + padded.slice(0, point) + (fraction ? `.${fraction}` : '')
}
