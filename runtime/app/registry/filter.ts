import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'

/** How a filter compares. What each takes: a text or figure, two of them, a count of days, items or ids, nothing. */
export type Comparison =
  | 'is'
  | 'begins'
  | 'above'
  | 'below'
  | 'between'
  | 'on'
  | 'before'
  | 'after'
  | 'next'
  | 'past'
  | 'one-of'
  | 'none-of'
  | 'yes'
  | 'no'
  | 'blank'
  | 'filled'

/** One condition of a list, as its chip shows it: `field` is a field's id or one of the list's own names. */
export interface Filter {
  readonly field: string
  readonly comparison: Comparison
  /** As texts: figures as JSON writes them, days as `YYYY-MM-DD`, ids of items and people, links as `type/id`. */
  readonly values: readonly string[]
}

/** The shape of what is compared. */
export type FilterKind = 'text' | 'number' | 'percent' | 'date' | 'date-time' | 'choice' | 'reference' | 'yes-no'

/** The names that every type has, beside its fields. */
export type OwnName = 'number' | 'title' | 'status' | 'author' | 'createdOn'

export interface Filterable {
  readonly id: string
  readonly kind: FilterKind
  readonly many: boolean
  /** The field itself; null for one of the list's own names. */
  readonly field: CardField | null
}

const kinds: Partial<Record<CardField['type'], FilterKind>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  web: 'text',
  number: 'number',
  money: 'number',
  rating: 'number',
  percent: 'percent',
  date: 'date',
  'date-time': 'date-time',
  choice: 'choice',
  person: 'reference',
  department: 'reference',
  link: 'reference',
  'yes-no': 'yes-no',
}

const own: readonly { id: OwnName; kind: FilterKind }[] = [
  { id: 'status', kind: 'choice' },
  { id: 'number', kind: 'text' },
  { id: 'author', kind: 'reference' },
  { id: 'createdOn', kind: 'date-time' },
]

/** What a type's list can be filtered by: its own names first, then the fields whose type a list can compare. */
export function filterablesOf(type: DocumentType): Filterable[] {
  return [
    ...own
      .filter(({ id }) => (id === 'status' ? (type.statuses ?? []).length > 0 : id === 'number' ? type.number !== undefined : true))
      .map((one) => ({ ...one, many: false, field: null })),
    ...type.fields.flatMap((field) => {
      const kind = kinds[field.type]
      return kind && !field.retired ? [{ id: field.id, kind, many: 'many' in field && field.many === true, field }] : []
    }),
  ]
}

/** The comparisons that a kind offers, the likeliest first. */
export const comparisonsOf: Record<FilterKind, readonly Comparison[]> = {
  text: ['begins', 'is', 'blank', 'filled'],
  number: ['above', 'below', 'between', 'is', 'blank', 'filled'],
  percent: ['above', 'below', 'between', 'is', 'blank', 'filled'],
  date: ['before', 'after', 'between', 'on', 'next', 'past', 'blank', 'filled'],
  'date-time': ['after', 'before', 'between', 'on', 'past'],
  choice: ['one-of', 'none-of', 'blank', 'filled'],
  reference: ['one-of', 'none-of', 'blank', 'filled'],
  'yes-no': ['yes', 'no', 'blank'],
}

/** How many values a comparison takes: none, one, two, or at least one. */
export function valuesTaken(comparison: Comparison): 0 | 1 | 2 | 'some' {
  switch (comparison) {
    case 'yes':
    case 'no':
    case 'blank':
    case 'filled':
      return 0
    case 'between':
      return 2
    case 'one-of':
    case 'none-of':
      return 'some'
    default:
      return 1
  }
}

/** Whether a filter says all that it must; an incomplete one is not asked. */
export function isComplete({ comparison, values }: Filter): boolean {
  const taken = valuesTaken(comparison)
  return taken === 'some' ? values.length > 0 : values.length === taken && values.every((value) => value !== '')
}
