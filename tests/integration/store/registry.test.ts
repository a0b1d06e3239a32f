import { beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../runtime/engine/card/card.ts'
import { writeDocument } from '../../../runtime/store/documents.ts'
import { fragment } from '../../../runtime/store/fragment.ts'
import { ensurePartition } from '../../../runtime/store/partitions.ts'
import { type ListQuery, listDocuments, type SortKey } from '../../../runtime/store/registry.ts'
import { creation } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

const amount: SortKey = { sql: fragment(`(d.card->>'amount')::numeric`), as: 'numeric', descending: false, nullable: true }
const title: SortKey = { sql: fragment(`sort_key(d.title->>'en')`), as: 'text', descending: false, nullable: false }
const status: SortKey = { sql: fragment('d.status'), as: 'text', descending: false, nullable: false }
const down = (key: SortKey): SortKey => ({ ...key, descending: true })

onEachStore('a list of documents', (store) => {
  const db = () => store.database()
  // Amounts with repetitions and blanks, titles in no order.
  const amounts = [30, 10, null, 20, 10, null, 5, 40, null, 10.5]
  const titles = ['Șantier Nord', 'Alfa', 'Țiglă', 'Beta', 'Sală', 'Ăla', 'Zidărie', 'Tencuială', 'Acoperiș', 'Înălțare']

  beforeAll(async () => {
    await db().transaction(async (tx) => {
      for (const type of ['contract', 'act']) await ensurePartition(tx, type)
    })
    for (const [index, value] of amounts.entries()) {
      const card: Card = value === null ? { note: 'x' } : { amount: value }
      const write = creation({
        card,
        title: titles[index]!,
        status: index % 2 ? 'draft' : 'in-force',
        at: `2026-11-${10 + index}T09:00:00.000Z`,
        words: `${titles[index]} V-2026/000${index}`,
      })
      expect(await writeDocument(db(), write)).toMatchObject({ kind: 'written' })
    }
    await writeDocument(db(), creation({ type: 'act', title: 'Another type' }))
  })

  const page = (query: Partial<ListQuery>) => listDocuments(db(), { type: 'contract', access: null, after: null, limit: 100, ...query })
  const shown = ({ items }: { items: readonly { document: { title: Record<string, string> } }[] }) =>
    items.map(({ document }) => document.title.en)
  async function throughPages(query: Partial<ListQuery>, limit: number): Promise<(string | undefined)[]> {
    const all: (string | undefined)[] = []
    let after: string | null = null
    do {
      const next = await page({ ...query, limit, after })
      expect(next.items.length).toBeLessThanOrEqual(limit)
      all.push(...shown(next))
      after = next.after
    } while (after)
    return all
  }

  it('shows the newest first where nothing else is asked, and only of its type', async () => {
    expect(shown(await page({}))).toEqual(titles.toReversed())
  })

  it('sorts people’s text as people do', async () => {
    expect(shown(await page({ sort: [title] }))).toEqual([
      'Acoperiș',
      'Alfa',
      'Ăla',
      'Beta',
      'Înălțare',
      'Sală',
      'Șantier Nord',
      'Tencuială',
      'Țiglă',
      'Zidărie',
    ])
  })

  it('has blanks last in both directions', async () => {
    const sorted = async (key: SortKey) => (await page({ sort: [key] })).items.map(({ document }) => document.card.amount ?? null)
    expect(await sorted(amount)).toEqual([5, 10, 10, 10.5, 20, 30, 40, null, null, null])
    expect(await sorted(down(amount))).toEqual([40, 30, 20, 10.5, 10, 10, 5, null, null, null])
  })

  describe('page by page', () => {
    const sorts: [string, SortKey[]][] = [
      ['no sort', []],
      ['a text', [title]],
      ['a text, descending', [down(title)]],
      ['a number with blanks', [amount]],
      ['a number with blanks, descending', [down(amount)]],
      ['two keys one way', [status, title]],
      ['two keys in two ways', [status, down(title)]],
      ['blanks first of two', [amount, down(title)]],
      ['blanks second of two', [down(status), amount]],
      ['blanks second of two, both descending', [down(status), down(amount)]],
    ]
    it.each(sorts)('by %s: nothing is left out or repeated, for every size of page', async (_, sort) => {
      const whole = shown(await page({ sort }))
      expect(whole).toHaveLength(10)
      for (const limit of [1, 2, 3, 7, 10]) expect(await throughPages({ sort }, limit)).toEqual(whole)
    })

    it('goes on where it was when a document before it is gone or new', async () => {
      const first = await page({ sort: [title], limit: 3 })
      await writeDocument(db(), creation({ title: 'Aaa', words: '' }))
      const second = await page({ sort: [title], limit: 3, after: first.after })
      expect(shown(second)).toEqual(['Beta', 'Înălțare', 'Sală'])
      await db().query(`delete from document where type = 'contract' and title->>'en' = 'Aaa'`)
    })

    it('begins anew on a cursor that is none', async () => {
      for (const after of ['nonsense', Buffer.from('["x"]').toString('base64url'), Buffer.from(`[null,"' or true"]`).toString('base64url')])
        expect(shown(await page({ sort: [title], limit: 1, after }))).toEqual(['Acoperiș'])
    })
  })

  it('shows only what may be read and what is asked for, each with its own parameters', async () => {
    const query = {
      access: fragment('d.status = $1', 'draft'),
      where: fragment(`(d.card->>'amount')::numeric > $1 and (d.card->>'amount')::numeric < $2`, 9, 35),
      sort: [title],
    }
    expect(shown(await page(query))).toEqual(['Alfa', 'Beta', 'Înălțare'])
    expect(await throughPages(query, 1)).toEqual(['Alfa', 'Beta', 'Înălțare'])
    expect(await page({ ...query, access: fragment('false') })).toEqual({ items: [], after: null, siteRev: null })
  })

  it('finds by the beginnings of words, whatever their accents and case', async () => {
    const found = async (search: string) => shown(await page({ search, sort: [title] }))
    expect(await found('sant')).toEqual(['Șantier Nord'])
    expect(await found('NORD șan')).toEqual(['Șantier Nord'])
    expect(await found('V-2026/0003')).toEqual(['Beta'])
    expect(await found('2026')).toHaveLength(10)
    expect(await found(`'); drop table document; --`)).toEqual([])
    expect(await found(' & | ! ')).toHaveLength(10)
  })

  it('counts, but not beyond what is worth counting', async () => {
    expect((await page({ countUpTo: 1000, limit: 2 })).count).toEqual({ total: 10, capped: false })
    expect((await page({ countUpTo: 4, limit: 2 })).count).toEqual({ total: 4, capped: true })
    expect((await page({ limit: 2 })).count).toBeUndefined()
  })
})
