import { at, type Pointer } from '../../schemas/pointer.ts'

export { at }

const keysOf = (pointer: Pointer): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value with what stands at a pointer replaced; undefined takes it out (of a list, the others close up). The way there must exist. */
export function setAt<T>(value: T, pointer: Pointer, put: unknown): T {
  return putAt(value, keysOf(pointer), put) as T
}

function putAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value)) {
    const index = Number(key)
    if (rest.length === 0 && put === undefined) return value.filter((_, at) => at !== index)
    if (index >= value.length) return rest.length === 0 ? [...value, put] : value
    return value.map((item, at) => (at === index ? putAt(item, rest, put) : item))
  }
  if (typeof value !== 'object' || value === null) return value
  const { [key]: before, ...others } = value as Record<string, unknown>
  const after = putAt(before, rest, put)
  if (after === undefined) return others
  // What changes keeps its place among the keys, so that the text form does not jump about.
  return before === undefined
    ? { ...others, [key]: after }
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === key ? after : one]))
}

/** The pointer of what holds it. */
export const parentOf = (pointer: Pointer): Pointer => pointer.slice(0, pointer.lastIndexOf('/'))

/** The last key of a pointer. */
export const lastKey = (pointer: Pointer): string => keysOf(pointer).at(-1) ?? ''
