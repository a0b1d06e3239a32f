import { bigPower, Decimal, decimal, divide, isInteger, isZero, negate, ONE, sign, toNumber, trim } from './decimal.ts'

/**
 * Roots, exponentials and logarithms in fixed point: BigInts scaled by 10^DIGITS, with enough digits beyond the
 * 34 that count for the last of them to be right in all but pathological cases. Textbook series after
 * argument reduction (Brent, "Fast multiple-precision evaluation of elementary functions").
 */
const DIGITS = 60
const SCALE = bigPower(DIGITS)
const LN_10 = lnFixed(10n * SCALE)

/** Null for negative numbers. */
export function squareRoot(a: Decimal): Decimal | null {
  if (sign(a) < 0) return null
  if (isZero(a)) return a
  const even = a.exponent % 2 === 0 ? 0 : 1
  const c = BigInt(a.coefficient) * bigPower(even + 80)
  const root = integerRoot(c)
  const exact = root * root === c
  return trim(decimal(root * 10n + (exact ? 0n : 1n), (a.exponent - even - 80) / 2 - 1))
}

function integerRoot(n: bigint): bigint {
  let x = bigPower(Math.ceil(n.toString().length / 2))
  for (;;) {
    const next = (x + n / x) / 2n
    if (next >= x) return x
    x = next
  }
}

/** e^a; null where it would leave the range. */
export function exponential(a: Decimal): Decimal | null {
  if (isZero(a)) return ONE
  if (Math.abs(toNumber(a)) > 14_200) return sign(a) < 0 ? new Decimal(0, 0) : null
  return fromFixed(expFixed(toFixed(a)))
}

/** Natural logarithm; null for zero and below. */
export function logarithm(a: Decimal): Decimal | null {
  if (sign(a) <= 0) return null
  const value = lnOf(a)
  return trim(decimal(value, -DIGITS))
}

/** a^b; integer powers by repeated squaring, others by logarithm. Null where it is not defined or leaves the range. */
export function power(a: Decimal, b: Decimal): Decimal | null {
  if (isInteger(b)) {
    const n = toNumber(b)
    if (n === 0) return ONE
    if (isZero(a)) return n < 0 ? null : a
    if (Math.abs(n) <= 100_000) {
      const positive = wholePower(a, Math.abs(n))
      return positive && (n < 0 ? divide(ONE, positive) : positive)
    }
    const odd = Number.isSafeInteger(n) && n % 2 !== 0
    const size = sign(a) < 0 ? negate(a) : a
    const result = powerByLogarithm(size, b)
    return result && (sign(a) < 0 && odd ? negate(result) : result)
  }
  if (sign(a) < 0) return null
  if (isZero(a)) return sign(b) < 0 ? null : a
  return powerByLogarithm(a, b)
}

function wholePower(a: Decimal, n: number): Decimal | null {
  // Ten guard digits: squaring rounds at most 2·17 times.
  let c = 1n
  let e = 0
  let base = BigInt(a.coefficient)
  let baseExponent = a.exponent
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) [c, e] = cut(c * base, e + baseExponent)
    ;[base, baseExponent] = cut(base * base, baseExponent * 2)
    if (Math.abs(e) > 20_000) return e > 0 ? null : new Decimal(0, 0)
  }
  return decimal(c, e)
}

function cut(c: bigint, e: number): [bigint, number] {
  const surplus = c.toString().length - DIGITS
  return surplus > 0 ? [c / bigPower(surplus), e + surplus] : [c, e]
}

function powerByLogarithm(a: Decimal, b: Decimal): Decimal | null {
  const estimate = Math.log10(Math.abs(toNumber(a)) || 1e-300) * toNumber(b)
  if (!Number.isFinite(estimate) || Math.abs(estimate) > 7000) return estimate < 0 ? new Decimal(0, 0) : null
  return trim(fromFixed(expFixed((lnOf(a) * toFixed(b)) / SCALE)))
}

function lnOf(a: Decimal): bigint {
  const c = BigInt(a.coefficient)
  const shift = c.toString().length - 1
  const mantissa = (c * SCALE) / bigPower(shift)
  return lnFixed(mantissa) + BigInt(a.exponent + shift) * LN_10
}

function lnFixed(x: bigint): bigint {
  // Square roots bring x near 1, then ln x = 2·artanh((x-1)/(x+1)).
  let value = x
  let doublings = 1n
  while (value > (SCALE * 11n) / 10n || value < (SCALE * 9n) / 10n) {
    value = integerRoot(value * SCALE)
    doublings *= 2n
  }
  const ratio = ((value - SCALE) * SCALE) / (value + SCALE)
  const square = (ratio * ratio) / SCALE
  let term = ratio
  let sum = 0n
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k
    term = (term * square) / SCALE
  }
  return 2n * sum * doublings
}

/** e^x as [coefficient, exponent]. */
function expFixed(x: bigint): [bigint, number] {
  const tens = x / LN_10
  const rest = (x - tens * LN_10) / 256n
  let term = SCALE
  let sum = SCALE
  for (let k = 1n; term !== 0n; k += 1n) {
    term = (term * rest) / SCALE / k
    sum += term
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / SCALE
  return [sum, Number(tens) - DIGITS]
}

function fromFixed([coefficient, exponent]: [bigint, number]): Decimal | null {
  return decimal(coefficient, exponent)
}

function toFixed(a: Decimal): bigint {
  const shift = a.exponent + DIGITS
  const c = BigInt(a.coefficient)
  if (shift >= 0) return c * bigPower(shift)
  return shift < -200 ? 0n : c / bigPower(-shift)
}

/** The remainder with the sign of the divisor, as FEEL's modulo has it: a - b·floor(a/b). Null for a divisor of zero. */
export function modulo(a: Decimal, b: Decimal): Decimal | null {
  if (isZero(b)) return null
  const exponent = Math.min(a.exponent, b.exponent)
  const left = BigInt(a.coefficient) * bigPower(a.exponent - exponent)
  const right = BigInt(b.coefficient) * bigPower(b.exponent - exponent)
  const rest = left % right
  return decimal(rest !== 0n && rest < 0n !== right < 0n ? rest + right : rest, exponent)
}
