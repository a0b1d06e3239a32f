/** Lists of definitions, never changed in place. */

export const inserted = <T>(list: readonly T[] | undefined, item: T, at?: number): T[] => {
  const all = list ?? []
  const place = at === undefined ? all.length : Math.max(0, Math.min(at, all.length))
  return [...all.slice(0, place), item, ...all.slice(place)]
}

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

export const replaced = <T>(list: readonly T[], index: number, item: T): T[] => list.map((each, at) => (at === index ? item : each))

/** The item at `from` taken out and put where it has `to` before it; the list as it is where there is nothing to move. */
export const moved = <T>(list: readonly T[], from: number, to: number): readonly T[] => {
  const item = list[from]
  return item === undefined || from === to ? list : inserted(without(list, from), item, to)
}

interface Identified {
  readonly id: string
}

export const indexById = (list: readonly Identified[] | undefined, id: string): number => (list ?? []).findIndex((item) => item.id === id)

export const idsOf = (list: readonly Identified[] | undefined): string[] => (list ?? []).map(({ id }) => id)

/**
 * An object with keys changed. A key given as undefined, an empty text or an empty list is left out, as definitions write
 * what is not said; `keepEmpty` names keys whose empty list means something (nobody).
 */
export function patched<T extends object>(
  value: T,
  patch: Partial<{ [K in keyof T]: T[K] | undefined }> | object,
  keepEmpty: readonly string[] = [],
): T {
  const entries = Object.entries({ ...value, ...patch }).filter(
    ([key, one]) =>
      one !== undefined && one !== null && one !== '' && !(Array.isArray(one) && one.length === 0 && !keepEmpty.includes(key)),
  )
  return Object.fromEntries(entries) as T
}
