import { expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'

const sorted = [
  '12 Mai SRL',
  'Acord',
  'Aviz',
  'azur',
  'Ăst',
  'Âgora',
  'Banca',
  '„Construct” SRL',
  'construct SRL 2',
  'École',
  'Ion',
  'Îndemn',
  'Jaluzele',
  'Müller',
  'Mustață',
  'Sârbu',
  'Szabo',
  'Șantier',
  'Şantier vechi',
  'Timiș',
  'Tzigara',
  'Țepeș',
  'Zidar',
  'Ялта',
]

onEachStore('sort_key', (store) => {
  const inOrder = async (words: readonly string[]) =>
    (
      await store
        .database()
        .query<{ word: string }>(`select word from unnest($1::text[]) word order by sort_key(word) collate "C", word collate "C"`, [words])
    ).map((row) => row.word)

  it('sorts as a Romanian office expects, whatever the case, the accent or the quotation marks', async () => {
    expect(await inOrder(sorted.toReversed())).toEqual(sorted)
  })

  it('has the same key on every store', async () => {
    const [row] = await store
      .database()
      .query(`select sort_key('„Șoseaua Îngustă” Nr. 7_b') as key, search_key('Șoseaua ÎNGUSTĂ') as search, sort_key(null) as blank`)
    expect(row).toEqual({ key: 'WRVGAZA LQIZVXB QU. 7 D', search: 'soseaua ingusta', blank: null })
  })

  it('keeps beginnings: the key of a beginning is the beginning of the key', async () => {
    const rows = await store
      .database()
      .query<{ holds: boolean }>(
        `select bool_and(starts_with(sort_key(word), sort_key(left(word, n)))) as holds from unnest($1::text[]) word, generate_series(1, 5) n`,
        [sorted],
      )
    expect(rows).toEqual([{ holds: true }])
  })

  it('may be indexed', async () => {
    await store.database().query(`create index site_name_sort on site ((sort_key(name) collate "C"))`)
  })
})
