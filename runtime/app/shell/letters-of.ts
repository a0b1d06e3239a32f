/**
 * A mark for each of several names, told apart: as few of their first letters as no other has, at most three ("Contracts" and
 * "Companies" are "Con" and "Com"). Names that begin alike keep three.
 */
export function lettersOf(names: readonly string[]): ReadonlyMap<string, string> {
  const cut = (name: string, length: number) => [...name.trim()].slice(0, length).join('')
  return new Map(
    names.map((name) => {
      const length =
        [1, 2].find((each) => names.filter((other) => cut(other, each).toLowerCase() === cut(name, each).toLowerCase()).length === 1) ?? 3
      return [name, cut(name, length)]
    }),
  )
}
