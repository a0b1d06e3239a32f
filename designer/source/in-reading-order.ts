/** The keys that a reader looks for first; the others follow as they are stored. A database keeps no order of its own. */
const first = [
  '$schema',
  'schemaVersion',
  'id',
  'in',
  'kind',
  'type',
  'label',
  'tab',
  'title',
  'from',
  'on',
  'do',
  'as',
  'at',
  'who',
  'when',
  'to',
  'status',
  'statuses',
  'start',
  'number',
  'fields',
]
const rank = new Map(first.map((key, index) => [key, index]))

/** A definition with its keys in the order in which it is read: what it is called before what it holds. */
export function inReadingOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inReadingOrder) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner], index) => ({ key, inner, index }))
  entries.sort((a, b) => (rank.get(a.key) ?? first.length) - (rank.get(b.key) ?? first.length) || a.index - b.index)
  return Object.fromEntries(entries.map(({ key, inner }) => [key, inReadingOrder(inner)])) as T
}
