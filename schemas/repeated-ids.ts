import type { Explanation } from './explain-errors.ts'
import { type Pointer, step } from './pointer.ts'

/** Values of cards: ids in them are of other documents, and the same one may stand there twice. */
const values = new Set(['card', 'default'])

/** Names that stand twice in one list (two fields, two nodes, two items), which JSON Schema cannot say. */
export function repeatedIds(value: unknown, path: Pointer = ''): Explanation[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value)
    .filter(([key]) => !values.has(key))
    .flatMap(([key, child]) => repeatedIds(child, step(path, key)))
  return Array.isArray(value) ? [...repeatedIn(value, path), ...inside] : inside
}

function repeatedIn(list: unknown[], path: Pointer): Explanation[] {
  const seen = new Map<string, number>()
  return list.flatMap((item, index): Explanation[] => {
    const { key, id } = nameOf(item)
    if (id === undefined) return []
    const first = seen.get(id)
    if (first !== undefined)
      return [{ code: 'repeated-id', path: step(step(path, index), key), facts: { found: id, first: step(path, first) } }]
    seen.set(id, index)
    return []
  })
}

/** What the others know an item by: its `id`, or where it has none its `as`. */
function nameOf(item: unknown): { key: 'id' | 'as'; id?: string } {
  const { id, as } = typeof item === 'object' && item !== null ? (item as { id?: unknown; as?: unknown }) : {}
  if (typeof id === 'string') return { key: 'id', id }
  return typeof as === 'string' ? { key: 'as', id: as } : { key: 'id' }
}
