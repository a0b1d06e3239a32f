import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { type FactReader, readerOf } from '../document/fact-reader.ts'
import type { LinkedDocument } from '../document/facts.ts'
import { factsOf } from '../document/facts-of.ts'
import { add, compare, type Decimal, divide, fromNumber } from '../expression/decimal.ts'
import type { Host } from '../expression/host.ts'
import type { Site } from '../site.ts'
import { blankSubject } from './blank-subject.ts'
import type { Card, CardValue, Row } from './card.ts'
import { holds } from './expression.ts'
import { columnsOf, type Field, fieldsOf, isBackRollup, isComputed, type OfType, type Rollup } from './field.ts'
import { storedNumber } from './field-value.ts'
import { linkFields } from './links.ts'
import { type Subject, scopeOf } from './scope.ts'

/** Whose documents a roll-up adds up: every type that points here by a link whose `back` bears this name, and that link. */
export interface RollupSource {
  /** The `back`. */
  readonly of: string
  readonly from: readonly { readonly type: string; readonly field: string }[]
}

/** What must be fetched for a roll-up; null where the field is none, or is added up over a table of its own card. */
export function rollupSource(site: Site, type: DocumentType, fieldId: string): RollupSource | null {
  const field = fieldsOf(type).get(fieldId)
  if (!field?.rollup || !isBackRollup(type, field)) return null
  return { of: field.rollup.of, from: backSources(site, type.id, field.rollup.of) }
}

/** The links of the newest release that point at a type and are seen from there as `back`. */
export function backSources(site: Site, typeId: string, back: string): readonly { readonly type: string; readonly field: string }[] {
  return [...site.types.values()].flatMap((other) =>
    linkFields(other)
      .filter(({ field }) => field.back?.id === back && field.to?.includes(typeId))
      .map(({ key }) => ({ type: other.id, field: key })),
  )
}

/** The roll-up fields of a type that hang on documents of another type: whom a change there nudges. */
export function rollupsOver(site: Site, type: DocumentType, childType: string): readonly string[] {
  return [...fieldsOf(type).values()]
    .filter((field) => isBackRollup(type, field) && rollupSource(site, type, field.id)?.from.some((source) => source.type === childType))
    .map(({ id }) => id)
}

export type RolledUp = { readonly value: CardValue | null; readonly blank?: 'other-currency' }

/**
 * Adds up a field over the documents that point here; null is blank. Blanks among them are passed over, and a total, a
 * count of nothing is 0. Money adds only what is in the roll-up's own currency: another one makes it blank, for a sum of
 * two currencies is no sum. `parent` is the document that has the roll-up: where its currency stands in its card, and
 * for a `where` that compares with it. Facts that a `where` would need beyond the children read as blank.
 */
export function evaluateRollup(
  site: Site,
  type: DocumentType,
  fieldId: string,
  children: readonly LinkedDocument[],
  parent?: Subject,
): CardValue | null {
  return rollUp(site, type, fieldId, children, parent).value
}

/** The same, with the reason where it is blank for one. */
export function rollUp(site: Site, type: DocumentType, fieldId: string, children: readonly LinkedDocument[], parent?: Subject): RolledUp {
  const field = fieldsOf(type).get(fieldId)
  if (!field?.rollup) return { value: null }
  const { rollup } = field
  const reader = readerOf(factsOf(site), { rollups: 'kept' })
  const subject = parent ?? blankSubject(type)
  const counted = children.filter((that) => holds(rollup.where, scopeOf({ type }, subject, reader, { that }), reader, `field "${fieldId}"`))
  const sources = counted.map((that) => {
    const of = site.types.get(that.type)
    return { card: { ...that.derived, ...that.card }, fields: of ? fieldsOf(of) : new Map<string, Field>(), root: that.card }
  })
  return total(field, rollup, sources, parent && currencyOf(field, parent.card))
}

/** A roll-up over a table of the same card: stored in it like a formula. */
export function ownRollup(program: OfType, document: Subject, field: Field, reader: FactReader): CardValue | undefined {
  const rollup = field.rollup!
  const table = fieldsOf(program.type).get(rollup.of)!
  const rows = ((document.card[rollup.of] ?? []) as readonly Row[]).filter((row) => {
    const host: Host = scopeOf(program, document, reader, { row: { table: table.id, row } })
    return holds(rollup.where, host, reader, `field "${field.id}"`)
  })
  const sources = rows.map((row) => ({ card: row as unknown as Card, fields: columnsOf(table), root: document.card }))
  return total(field, rollup, sources, currencyOf(field, document.card)).value ?? undefined
}

interface Source {
  readonly card: Card
  readonly fields: ReadonlyMap<string, Field>
  /** The card in which the currency stands. */
  readonly root: Card
}

function total(field: Field, rollup: Rollup, sources: readonly Source[], own: string | null | undefined): RolledUp {
  if (rollup.count) return { value: sources.length }
  const path = (rollup.sum ?? rollup.min ?? rollup.max ?? rollup.average ?? '').replace(/^(row|that)\./, '')
  const present = sources.filter(({ card }) => card[path] !== undefined)
  if (field.type === 'money') {
    const currencies = new Set(present.map(({ fields, root }) => currencyOf(fields.get(path), root)))
    if (currencies.size > 1 || (own !== undefined && currencies.size === 1 && !currencies.has(own)))
      return { value: null, blank: 'other-currency' }
  }
  const values = present.map(({ card }) => card[path]!)
  if (rollup.sum !== undefined) return { value: stored(field, sum(numbersIn(values))) }
  // Of nothing there is no least, no greatest and no average; a roll-up of nothing is 0 where it is a number.
  if (values.length === 0) return { value: isNumeric(field) ? 0 : null }
  if (rollup.average !== undefined) {
    const numbers = numbersIn(values)
    const average = divide(sum(numbers), fromNumber(numbers.length))
    return { value: average && stored(field, average) }
  }
  return { value: extreme(values, rollup.max === undefined ? -1 : 1) }
}

function numbersIn(values: readonly CardValue[]): readonly Decimal[] {
  return values
    .flat()
    .filter((value) => typeof value === 'number')
    .map(fromNumber)
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => add(total, value) ?? total, fromNumber(0))
}

/** A percentage is added up as it is shown: its sum is already in per cent. */
function stored(field: Field, value: Decimal): number | null {
  return storedNumber(field.type === 'percent' ? { ...field, type: 'number' } : field, value) ?? null
}

/** Dates, times and moments of one width compare as text. */
function extreme(values: readonly CardValue[], direction: 1 | -1): CardValue | null {
  return values.reduce((best, value) => {
    const order =
      typeof value === 'number' && typeof best === 'number'
        ? compare(fromNumber(value), fromNumber(best))
        : value > best
          ? 1
          : value < best
            ? -1
            : 0
    return order === direction ? value : best
  })
}

function isNumeric({ type }: Field): boolean {
  return type === 'number' || type === 'money' || type === 'percent' || type === 'rating'
}

/** The currency of a money field on a card; null where it stands in a field that is blank. */
export function currencyOf(field: Field | undefined, card: Card): string | null {
  if (field?.currency === undefined) return null
  if (typeof field.currency === 'string') return field.currency
  const value = card[field.currency.field.replace(/^row\./, '')]
  return typeof value === 'string' ? value : null
}

/** Fields that can be added up: for the check of `sum` and the builder. */
export function canBeSummed(field: Field): boolean {
  return isNumeric(field) && !(isComputed(field) && field.many)
}
