import { type Comparison, comparisonsOf, type Filter } from './filter.ts'

/** What a list shows now. It stands in the address, so that a list can be bookmarked, sent, and come back to. */
export interface RegistryState {
  /** Undefined: the first view. */
  readonly view?: string | undefined
  /** Another drawing than the view's own. */
  readonly as?: 'table' | 'board' | undefined
  /** Undefined: the view's own order. */
  readonly sort?: string | undefined
  readonly search: string
  readonly filters: readonly Filter[]
}

const comparisons = new Set<string>(Object.values(comparisonsOf).flat())

export function readState(query: string): RegistryState {
  const asked = new URLSearchParams(query)
  const as = asked.get('as')
  return {
    view: asked.get('view') ?? undefined,
    as: as === 'table' || as === 'board' ? as : undefined,
    sort: asked.get('sort') ?? undefined,
    search: asked.get('search') ?? '',
    filters: asked.getAll('where').flatMap(readFilter),
  }
}

export function writeState({ view, as, sort, search, filters }: RegistryState): string {
  const asked = new URLSearchParams()
  if (view) asked.set('view', view)
  if (as) asked.set('as', as)
  if (sort) asked.set('sort', sort)
  if (search) asked.set('search', search)
  for (const { field, comparison, values } of filters)
    asked.append('where', [field, comparison, ...values.map(encodeURIComponent)].join(':'))
  return asked.toString()
}

function readFilter(text: string): Filter[] {
  const [field, comparison, ...values] = text.split(':')
  if (!field || !comparison || !comparisons.has(comparison)) return []
  try {
    return [{ field, comparison: comparison as Comparison, values: values.map(decodeURIComponent) }]
  } catch {
    return []
  }
}

/** The order after a press on a column's head: first one way, then the other, then the view's own. */
export function nextSort(sort: string | undefined, column: string, firstDown: boolean): string | undefined {
  const [first, second] = firstDown ? [`-${column}`, column] : [column, `-${column}`]
  if (sort === first) return second
  return sort === second ? undefined : first
}
