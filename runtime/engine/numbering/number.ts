import type { Numbering, NumberSeries } from '../../../schemas/generated/document-type.ts'
import { type Instant, isInstant } from '../calendar/instant.ts'
import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { localDateAt } from '../calendar/zone.ts'
import { type DatePart, isDatePart, type NumberPart, type PatternFault, parsePattern } from './number-pattern.ts'

/** What a number is made of besides its counter: the date that counts, and the values of paths as text. Blank is an absent key. */
export type NumberMaterial = { date: LocalDate; values: { readonly [path: string]: string | number } }

/** Why a number cannot be made. A blank value has no place in a number, which stays for ever. */
export type NumberProblem =
  | PatternFault
  | { code: 'number-value-missing'; path: string }
  | { code: 'number-count-impossible'; count: number }

type Made = { ok: true; value: string } | { ok: false; problem: NumberProblem }

/** The first series whose `when` holds (one without `when` always does); undefined if none does. `holds` evaluates the expression. */
export function seriesFor(numbering: Pick<Numbering, 'series'>, holds: (when: string) => boolean): NumberSeries | undefined {
  return numbering.series.find(({ when }) => when === undefined || holds(when))
}

/** The paths whose values a series needs, in its text or in `per`. */
export function pathsOf(series: NumberSeries): string[] {
  const read = parsePattern(series.pattern)
  const inText = read.ok ? read.parts.flatMap((part) => (part.kind === 'value' ? [part.path] : [])) : []
  return [...new Set([...inText, ...(series.per ?? [])])].filter((path) => !isDatePart(path))
}

/**
 * The date whose year counts: that of the field that `date` names (`value`, a date or an instant), seen in the site's zone; while it is
 * blank or where no field is named, the day of numbering.
 */
export function numberingDate(value: unknown, now: Instant, zone: string): LocalDate {
  if (isLocalDate(value)) return value
  return localDateAt(zone, isInstant(value) ? value : now)
}

/**
 * The key under which a series counts, within one document type. STORED, so its form never changes: the text around the digits with `{n}`
 * in their place, then a `{part=value}` for each part of `per`, sorted: `A-2026/{n}`, `{n}{side=sale}{yyyy=2026}`. Braces in values are
 * doubled. The width is left out: a series that grows from three to four digits counts on.
 */
export function countingKey(series: NumberSeries, material: NumberMaterial): Made {
  const read = parsePattern(series.pattern)
  if (!read.ok) return { ok: false, problem: read.fault }
  const text = write(read.parts, material, () => '{n}', doubled)
  if (!text.ok) return text
  const per = [...(series.per ?? [])].sort()
  const missing = per.find((name) => partOf(name, material) === undefined)
  if (missing !== undefined) return { ok: false, problem: { code: 'number-value-missing', path: missing } }
  return { ok: true, value: text.value + per.map((name) => `{${name}=${doubled(partOf(name, material) ?? '')}}`).join('') }
}

/** The number of a count, 1 or more. More digits than the pattern has make it wider (10000 after 9999); it never begins again. */
export function formatNumber(pattern: string, material: NumberMaterial, count: number): Made {
  const read = parsePattern(pattern)
  if (!read.ok) return { ok: false, problem: read.fault }
  if (!Number.isSafeInteger(count) || count < 1) return { ok: false, problem: { code: 'number-count-impossible', count } }
  return write(
    read.parts,
    material,
    (width) => String(count).padStart(width, '0'),
    (text) => text,
  )
}

/**
 * The count in a number that somebody gave by hand, so that the series can go on after it; undefined if the text is none that this
 * pattern makes of this material, which leaves the counter alone.
 */
export function countIn(pattern: string, material: NumberMaterial, number: string): number | undefined {
  const around = write(
    parsedOr(pattern),
    material,
    () => '\u0000',
    (text) => text,
  )
  if (!around.ok) return undefined
  const [before = '', after = ''] = around.value.split('\u0000')
  if (number.length < before.length + after.length || !number.startsWith(before) || !number.endsWith(after)) return undefined
  const digits = number.slice(before.length, number.length - after.length)
  if (!/^\d+$/.test(digits)) return undefined
  const made = formatNumber(pattern, material, Number(digits))
  return made.ok && made.value === number ? Number(digits) : undefined
}

function write(parts: NumberPart[], material: NumberMaterial, digits: (width: number) => string, written: (text: string) => string): Made {
  let text = ''
  for (const part of parts) {
    if (part.kind === 'text') text += part.text
    else if (part.kind === 'digits') text += digits(part.width)
    else {
      const name = part.kind === 'date' ? part.part : part.path
      const value = partOf(name, material)
      if (value === undefined) return { ok: false, problem: { code: 'number-value-missing', path: name } }
      text += written(value)
    }
  }
  return { ok: true, value: text }
}

function partOf(name: string, { date, values }: NumberMaterial): string | undefined {
  if (isDatePart(name)) return datePartOf(name, date)
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return value === undefined || value === '' ? undefined : String(value)
}

function datePartOf(part: DatePart, date: LocalDate): string {
  const from = { yyyy: 0, yy: 2, mm: 5, dd: 8 }[part]
  return date.slice(from, from + part.length)
}

function parsedOr(pattern: string): NumberPart[] {
  const read = parsePattern(pattern)
  return read.ok ? read.parts : []
}

function doubled(text: string): string {
  return text.replace(/[{}]/g, '$&$&')
}
