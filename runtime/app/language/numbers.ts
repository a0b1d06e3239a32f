import { type Language, localeOf } from './language.ts'

const formats = new Map<string, Intl.NumberFormat>()

function formatFor(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(localeOf[language], options)
    formats.set(key, format)
  }
  return format
}

/** A number as the reader writes it. With `decimals` exactly that many; without, as many as the number has. */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  return formatFor(language, decimals === undefined ? { maximumFractionDigits: 15 } : fixed(decimals)).format(value)
}

const fixed = (decimals: number): Intl.NumberFormatOptions => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** "RON 348,600.00", "348.600,00 RON". A code that no country uses, or none at all, leaves the bare figure. */
export function formatMoney(value: number, currency: string | undefined, language: Language, decimals = 2): string {
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return formatNumber(value, language, decimals) + (currency ? ` ${currency}` : '')
  return formatFor(language, { style: 'currency', currency, currencyDisplay: 'code', ...fixed(decimals) }).format(value)
}

/** A percentage as the card has it: 12.5 is shown as "12.5 %", not 1,250. */
export const formatPercent = (value: number, language: Language, decimals?: number): string =>
  `${formatNumber(value, language, decimals)} %`

export type ParsedNumber =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly code: 'not-a-number' | 'too-many-digits' }

/** Stored numbers have at most 15 significant digits, so that JSON keeps them exactly; more is refused, not rounded. */
const mostDigits = 15

/**
 * Reads what a person typed or pasted, in the reader's way of writing numbers: "1.204.000,50" in Romanian,
 * "1,204,000.50" in English, with or without separators, a currency code or a percent sign around it. The other way
 * is understood where it can mean nothing else ("1204000.5" in Romanian, from a numeric keypad). Blank is undefined.
 */
export function parseNumber(text: string, language: Language): ParsedNumber {
  const bare = text
    .replace(/[\s\u00A0\u202F'’]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/^(-?)[A-Z]{3}/, '$1')
    .replace(/[A-Z]{3}$|%$/, '')
  if (bare === '') return { ok: true, value: undefined }
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(bare)) return { ok: false, code: 'not-a-number' }
  const point = decimalPointOf(bare, language)
  if (point === undefined) return { ok: false, code: 'not-a-number' }
  const plain = point === '' ? bare.replace(/[.,]/g, '') : bare.replaceAll(point === ',' ? '.' : ',', '').replace(point, '.')
  const digits = plain.replace(/^[+-]?0*\.?0*/, '').replace('.', '')
  if (digits.replace(/^0+/, '').length > mostDigits) return { ok: false, code: 'too-many-digits' }
  return { ok: true, value: Number(plain) }
}

/** Which of the two signs stands before the decimals: one of them, '' for none, undefined where the text makes no sense. */
function decimalPointOf(text: string, language: Language): '.' | ',' | '' | undefined {
  const own = language === 'ro' ? ',' : '.'
  const other = own === ',' ? '.' : ','
  const owns = text.split(own).length - 1
  const others = text.split(other).length - 1
  if (owns === 0 && others === 0) return ''
  if (others === 0) return owns === 1 ? own : isGrouped(text, own) ? '' : undefined
  if (owns === 0) return isGrouped(text, other) ? '' : others === 1 ? other : undefined
  // Both are there: the last one stands before the decimals, and the rest must group thousands.
  const last = text.lastIndexOf(own) > text.lastIndexOf(other) ? own : other
  const whole = text.slice(0, text.lastIndexOf(last))
  return (last === own ? owns : others) === 1 && isGrouped(whole, last === own ? other : own) ? last : undefined
}

function isGrouped(text: string, separator: '.' | ','): boolean {
  return (separator === '.' ? /^[+-]?\d{1,3}(\.\d{3})+$/ : /^[+-]?\d{1,3}(,\d{3})+$/).test(text)
}

/** How many decimals a number has as it is written: 12.50 has one. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}
