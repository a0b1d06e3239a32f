/** A line of two texts side by side; null where that side has none. */
export interface DiffRow {
  readonly before: string | null
  readonly after: string | null
}

/** Above this the middle is shown as replaced whole: a table of lines by lines would freeze the page. */
const MOST = 2_000

/**
 * Two texts line by line: what they share stands beside itself, what was replaced stands opposite. By the longest common
 * subsequence of what lies between the common beginning and end.
 */
export function lineDiff(before: string, after: string): readonly DiffRow[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const same = (lines: readonly string[]): DiffRow[] => lines.map((line) => ({ before: line, after: line }))
  return [
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(end === 0 ? [] : a.slice(-end)),
  ]
}

function middle(a: readonly string[], b: readonly string[]): readonly DiffRow[] {
  if (a.length > MOST || b.length > MOST) return opposite(a, b)
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const rows: DiffRow[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  const flush = () => {
    rows.push(...opposite(gone, come))
    gone = []
    come = []
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush()
      rows.push({ before: a[i]!, after: b[j]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) gone.push(a[i++]!)
    else come.push(b[j++]!)
  }
  flush()
  return rows
}

function opposite(a: readonly string[], b: readonly string[]): readonly DiffRow[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => ({ before: a[index] ?? null, after: b[index] ?? null }))
}

/** The rows around what differs, with so many equal ones before and after; a gap is null. */
export function withContext(rows: readonly DiffRow[], around = 2): readonly (DiffRow | null)[] {
  const differs = rows.flatMap(({ before, after }, index) => (before === after ? [] : [index]))
  const shown = new Set(differs.flatMap((index) => Array.from({ length: 2 * around + 1 }, (_, step) => index - around + step)))
  const found: (DiffRow | null)[] = []
  for (const [index, row] of rows.entries()) {
    if (shown.has(index)) found.push(row)
    else if (found.at(-1) !== null) found.push(null)
  }
  return found
}
