/** JSON Pointer (RFC 6901) to a place inside a value; a path inside an engine's own tree is not one. */
export type Pointer = string

/** A pointer one step further: to a key of an object or to an item of a list. */
export const step = (pointer: Pointer, key: string | number): Pointer =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** The value at a pointer; undefined where there is none. */
export function at(value: unknown, pointer: Pointer): unknown {
  let place = value
  for (const key of pointer.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return undefined
    place = (place as Record<string, unknown>)[name]
  }
  return place
}
