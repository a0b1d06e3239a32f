/** What a field that may hold many has, as a list; nothing is an empty one. */
export const listOf = <V>(value: V | readonly V[] | undefined): readonly V[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly V[]) : [value as V]

/** Back to the card's way: one value alone, or a list that is never empty. */
export function fromList<V>(values: readonly V[], many: boolean | undefined): V | readonly V[] | undefined {
  if (values.length === 0) return undefined
  return many ? values : values[0]
}

/** Reads one value or a list of them; undefined where any has another shape. */
export function parseOneOrMany<V>(raw: unknown, parse: (one: unknown) => V | undefined): V | readonly V[] | undefined {
  if (!Array.isArray(raw)) return parse(raw)
  const values = raw.map(parse)
  return values.length > 0 && values.every((value) => value !== undefined) ? (values as V[]) : undefined
}
