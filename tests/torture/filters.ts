// Random conditions over random documents, by the evaluator and by each store: where they do not let the same through.
import fc from 'fast-check'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { conditions, filteredDocuments } from '../support/filters.ts'

export interface FiltersTried {
  readonly read: number
  /** Those that have no SQL reading. */
  readonly refused: number
  /** Each condition that the two read differently, or that the database does not understand. */
  readonly differing: readonly string[]
}

/** Tries so many conditions on a database of its own: embedded, or the empty one at `url`. */
export async function tryFilters(count: number, seed: number, url?: string): Promise<FiltersTried> {
  const opened = await openDatabase(url ? { url } : {})
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const { database } = opened
  try {
    await database.migrate()
    const filtered = await filteredDocuments(database)
    let read = 0
    let refused = 0
    const differing: string[] = []
    for (let from = 0; from < count; from += 50) {
      const sources = fc.sample(conditions, { numRuns: Math.min(50, count - from), seed: seed + from })
      const answers = await filtered.both(sources).catch(() => null)
      // One that the database does not understand is found by asking for each alone.
      for (const [n, source] of sources.entries()) {
        const answer = answers ? answers[n]! : await filtered.both([source]).then(([one]) => one!, String)
        if (answer === null) refused++
        else if (typeof answer === 'string') differing.push(`${source}: ${answer}`)
        else {
          read++
          if (String(answer[0]) !== String(answer[1])) differing.push(source)
        }
      }
    }
    return { read, refused, differing }
  } finally {
    await database.close()
  }
}
