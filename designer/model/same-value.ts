/** Whether two JSON values say the same; the order of keys says nothing, that of lists does. Shared parts are not looked into. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a)) return a.length === (b as unknown[]).length && a.every((item, index) => sameValue(item, (b as unknown[])[index]))
  const [left, right] = [definedKeys(a), definedKeys(b)]
  return left.length === right.length && left.every((key) => sameValue((a as Keyed)[key], (b as Keyed)[key]))
}

type Keyed = Record<string, unknown>

const definedKeys = (value: object): string[] => Object.keys(value).filter((key) => (value as Keyed)[key] !== undefined)
