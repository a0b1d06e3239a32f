import type { FactReader } from '../document/fact-reader.ts'
import type { CardValue, LinkValue, RichBlock } from './card.ts'
import type { Field } from './field.ts'
import { textIn } from './local-text.ts'
import { plainText } from './rich-text.ts'

/**
 * One value as people read it in a language: `23 Nov 2026`, `RON 1,204,000.00`; `23.11.2026`, `1.204.000,00 RON`. A link
 * is its target's title. Empty where there is nothing to read (a file, an erased link).
 */
export function displayValue(field: Field, value: CardValue, reader: FactReader, language: string, currency: string | null = null): string {
  const { site } = reader.facts
  switch (field.type) {
    case 'number':
      return withUnit(numberText(value as number, language, field.decimals), field.unit)
    case 'money':
      return moneyText(value as number, language, currency, field.decimals ?? 2)
    case 'percent':
      return numberFormat(language, { style: 'percent', maximumFractionDigits: field.decimals ?? 10 }).format((value as number) / 100)
    case 'rating':
      return String(value)
    case 'date':
      return dateText(value as string, language)
    case 'date-time':
      return momentText(value as string, language, site.zone)
    case 'yes-no':
      return value ? yes(language) : no(language)
    case 'choice':
      return choiceText(field, value as string, reader, language)
    case 'person':
      return site.people.get(value as string)?.name ?? ''
    case 'department': {
      const department = site.departments.get(value as string)
      return department ? textIn(department.label, language, site.languages) : ''
    }
    case 'link': {
      const { type, id } = value as LinkValue
      const target = reader.document(type, id)
      return target ? textIn(target.title, language, site.languages) : ''
    }
    case 'table':
      return String((value as readonly unknown[]).length)
    case 'rich-text':
      return plainText(value as unknown as readonly RichBlock[])
    case 'file':
    case 'signature':
      return ''
    default:
      return String(value)
  }
}

/** The label of an item or an option; its id where it is not known. */
export function choiceText(field: Field, id: string, reader: FactReader, language: string): string {
  const { site } = reader.facts
  const items = typeof field.options === 'string' ? site.directories.get(field.options)?.items : field.options
  const item = items?.find((each) => each.id === id)
  return item ? textIn(item.label, language, site.languages) : id
}

export function numberText(value: number, language: string, decimals?: number): string {
  return numberFormat(language, { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 10 }).format(value)
}

export function moneyText(value: number, language: string, currency: string | null, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 2) }
  if (currency === null || !/^[A-Z]{3}$/.test(currency))
    return withUnit(numberFormat(language, digits).format(value), currency ?? undefined)
  return numberFormat(language, { style: 'currency', currency, currencyDisplay: 'code', ...digits }).format(value)
}

/** Takes `YYYY-MM-DD`. English spells the month out, for days and months change places between its readers. */
export function dateText(date: string, language: string): string {
  return dateFormat(language, 'UTC', false).format(new Date(`${date}T00:00:00Z`))
}

export function momentText(instant: string, language: string, zone: string): string {
  return dateFormat(language, zone, true).format(new Date(instant))
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined ? text : `${text} ${unit}`
}

/** `en` alone would mean American order. */
function locale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

// Making a format costs a hundred times what using it does.
function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale(language), options)
    numberFormats.set(key, format)
  }
  return format
}

function dateFormat(language: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${withTime}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale(language), {
      day: language.startsWith('en') ? 'numeric' : '2-digit',
      month: language.startsWith('en') ? 'short' : '2-digit',
      year: 'numeric',
      timeZone,
      ...(withTime && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    })
    dateFormats.set(key, format)
  }
  return format
}

function yes(language: string): string {
  return language.startsWith('ro') ? 'da' : 'yes'
}

function no(language: string): string {
  return language.startsWith('ro') ? 'nu' : 'no'
}
