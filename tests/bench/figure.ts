/** One figure as `--json` writes it. `ratio`: to what the machine can do, or to a peer; `least` and `aim` are of the ratio where there is one, else of the value. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly ratio: number | null
  readonly least: number | null
  readonly aim: number | null
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/** What a round gave: the program's figure between two of the ceiling. */
export interface Round {
  readonly before: number
  readonly value: number
  readonly after: number
}

/** A round counts only where the machine was the same before and after. */
export const isSteady = ({ before, after }: Round): boolean => Math.abs(before - after) < 0.25 * Math.max(before, after)

/** Runs rounds until enough of them are steady, at most twice as many; the median of those that are, or of all where too few were. */
export async function rounds(
  wanted: number,
  one: () => Promise<Round>,
): Promise<{ value: number; ceiling: number; ratio: number; steady: number }> {
  const all: Round[] = []
  while (all.length < wanted * 2 && all.filter(isSteady).length < wanted) all.push(await one())
  const steady = all.filter(isSteady)
  const counted = steady.length >= Math.min(3, wanted) ? steady : all
  const ceilingOf = ({ before, after }: Round) => (before + after) / 2
  return {
    value: median(counted.map(({ value }) => value)),
    ceiling: median(counted.map(ceilingOf)),
    ratio: median(counted.map((round) => round.value / ceilingOf(round))),
    steady: steady.length,
  }
}
