import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { addDays } from '../../engine/calendar/local-date.ts'
import { type Filter, type Filterable, filterablesOf, isComplete } from './filter.ts'

/** The filters together in FEEL, all of which must hold; undefined where none is complete. `zone` is the office's: a day is its day. */
export function filterToFeel(filters: readonly Filter[], type: DocumentType, zone: string): string | undefined {
  const known = new Map(filterablesOf(type).map((one) => [one.id, one]))
  const conditions = filters.flatMap((filter) => {
    const filterable = known.get(filter.field)
    return filterable && isComplete(filter) ? [conditionOf(filter, filterable, zone)] : []
  })
  return conditions.length > 0 ? conditions.join(' and ') : undefined
}

function conditionOf({ comparison, values }: Filter, filterable: Filterable, zone: string): string {
  const { id } = filterable
  switch (comparison) {
    case 'blank':
      return `${id} = null`
    case 'filled':
      return `${id} != null`
    case 'yes':
      return `${id} = true`
    case 'no':
      return `${id} = false`
    case 'begins':
      return `starts with(${id}, ${quoted(values[0]!)})`
    case 'one-of':
      return oneOf(filterable, values)
    case 'none-of':
      return `not(${oneOf(filterable, values)})`
    case 'next':
      return `${id} >= today() and ${id} <= today() + ${days(values[0]!)}`
    case 'past':
      return filterable.kind === 'date-time'
        ? `${id} >= now() - ${days(values[0]!)}`
        : `${id} >= today() - ${days(values[0]!)} and ${id} <= today()`
    default:
      return filterable.kind === 'date-time'
        ? momentCondition(id, comparison, values, zone)
        : plainCondition(filterable, comparison, values)
  }
}

function plainCondition({ id, kind, many }: Filterable, comparison: Filter['comparison'], values: readonly string[]): string {
  const [first, second] = values.map((value) => literal(kind, value))
  switch (comparison) {
    case 'above':
    case 'after':
      return `${id} > ${first}`
    case 'below':
    case 'before':
      return `${id} < ${first}`
    case 'between':
      return `${id} >= ${first} and ${id} <= ${second}`
    default:
      return many ? `list contains(${id}, ${first})` : `${id} = ${first}`
  }
}

/** A day compared with a moment is from its beginning to that of the next. */
function momentCondition(id: string, comparison: Filter['comparison'], values: readonly string[], zone: string): string {
  const [from, to] = values
  const start = (day: string) => `@"${day}T00:00:00@${zone}"`
  switch (comparison) {
    case 'after':
      return `${id} >= ${start(addDays(from!, 1))}`
    case 'before':
      return `${id} < ${start(from!)}`
    default:
      return `${id} >= ${start(from!)} and ${id} < ${start(addDays(to ?? from!, 1))}`
  }
}

function oneOf({ id, many, kind }: Filterable, values: readonly string[]): string {
  const literals = values.map((value) => (value === 'me' && kind === 'reference' ? 'me' : quoted(identityOf(value))))
  if (many) {
    const each = literals.map((item) => `list contains(${id}, ${item})`)
    return each.length === 1 ? each[0]! : `(${each.join(' or ')})`
  }
  return literals.length === 1 ? `${id} = ${literals[0]}` : `${id} in (${literals.join(', ')})`
}

/** Of a link (`type/id`) its id: ids are the same in no two types. */
const identityOf = (value: string): string => value.slice(value.lastIndexOf('/') + 1)

function literal(kind: Filterable['kind'], value: string): string {
  switch (kind) {
    case 'number':
      return value
    // A card keeps 12.5 for what FEEL reads as 0.125; the division is exact there.
    case 'percent':
      return `${value} / 100`
    case 'date':
      return `@"${value}"`
    default:
      return quoted(value)
  }
}

/** FEEL's texts are escaped as JSON's are. */
const quoted = (text: string): string => JSON.stringify(text)
const days = (count: string): string => `duration("P${count}D")`
