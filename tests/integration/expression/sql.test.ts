// Random conditions over random documents with a column of every kind: the evaluator, the embedded store and a server let the same through.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { ana } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'
import { conditions, type Filtered, filteredDocuments } from '../../support/filters.ts'

onEachStore('a condition in the engine and in the database', (store) => {
  let filtered: Filtered
  beforeAll(async () => {
    filtered = await filteredDocuments(store.database())
  }, 60_000)

  it('lets the same documents through', async () => {
    let read = 0
    let refused = 0
    let telling = 0
    await fc.assert(
      fc.asyncProperty(fc.array(conditions, { minLength: 1, maxLength: 40, size: 'max' }), async (sources) => {
        for (const [n, answer] of (await filtered.both(sources)).entries()) {
          if (answer === null) {
            refused++
            continue
          }
          read++
          const [evaluated, selected] = answer
          expect([sources[n], selected]).toEqual([sources[n], evaluated])
          if (evaluated.length > 0 && evaluated.length < filtered.documents.length) telling++
        }
      }),
      { numRuns: 60 },
    )
    // Neither mostly refused nor mostly empty: else the agreement would say nothing.
    expect(refused).toBeLessThan(read / 2)
    expect(telling).toBeGreaterThan(read / 4)
  }, 60_000)

  it('finds a document among several links by its id in quotes, as a filter names it', async () => {
    const [answer] = await filtered.both([`list contains(partners, "${ana}")`])
    const linked = filtered.documents.filter(({ document }) => JSON.stringify(document.card.partners ?? []).includes(ana))
    expect(linked.length).toBeGreaterThan(10)
    expect(answer?.[1]).toEqual(linked.map(({ document }) => document.id).toSorted())
  })
})
