import { beforeAll, expect, it } from 'vitest'
import { askedPage, countOpen, decided, inbox, keepRemark, lastInTurn } from '../../../runtime/store/assignments.ts'
import { readAskedDocument, writeDocument } from '../../../runtime/store/documents.ts'
import { ensurePartition } from '../../../runtime/store/partitions.ts'
import { ana, assignment, creation, newId, noAgenda, radu } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`

onEachStore('the inbox', (store) => {
  const db = () => store.database()
  const mine = [assignment({ opened: at('08:00') }), assignment({ opened: at('10:00'), due: at('10:30') })]
  const lawyers = assignment({ person: null, from: radu, pool: ['r:lawyer'], opened: at('09:00') })
  const notMine = [
    assignment({ person: radu, opened: at('08:30') }),
    assignment({ person: radu, pool: ['r:lawyer'], opened: at('08:31') }),
    assignment({ person: null, pool: ['r:accountant'] }),
    assignment({ person: null, pool: ['r:lawyer'], except: [ana] }),
    assignment({ state: 'waiting', opened: null }),
    assignment({ state: 'withdrawn', closed: at('11:00') }),
  ]
  const doneOnes = [
    assignment({ state: 'done', outcome: 'approved', closed: at('12:00') }),
    assignment({ state: 'done', outcome: 'rejected', closed: at('13:00') }),
  ]
  const write = creation({ agenda: { ...noAgenda, assignments: [...mine, lawyers, ...notMine, ...doneOnes] } })
  const keys = [`p:${ana}`, 'r:lawyer']
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

  beforeAll(async () => {
    await db().transaction((tx) => ensurePartition(tx, 'contract'))
    expect(await writeDocument(db(), write)).toMatchObject({ kind: 'written' })
  })

  it('has what I hold and what my keys open, longest waiting first, and nothing else', async () => {
    const page = await inbox(db(), { person: ana, keys, after: null, limit: 10 })
    expect(ids(page.items)).toEqual(ids([mine[0]!, lawyers, mine[1]!]))
    expect(page.items[1]).toMatchObject({
      document: { type: 'contract', id: write.document.id },
      pool: ['r:lawyer'],
      person: null,
      opened: at('09:00'),
      state: 'open',
    })
  })

  it('comes page by page', async () => {
    const first = await inbox(db(), { person: ana, keys, after: null, limit: 2 })
    const second = await inbox(db(), { person: ana, keys, after: first.after, limit: 2 })
    expect([ids(first.items), ids(second.items), second.after]).toEqual([ids([mine[0]!, lawyers]), ids([mine[1]!]), null])
  })

  it('comes with its documents, with who asked, and counted', async () => {
    const query = { person: ana, keys, after: null, limit: 2 }
    const page = await askedPage(db(), query, 1_000)
    expect(ids(page.items)).toEqual(ids([mine[0]!, lawyers]))
    expect(page.items[1]).toMatchObject({
      from: radu,
      opened: at('09:00'),
      pool: ['r:lawyer'],
      asked: { document: { type: 'contract', id: write.document.id, card: write.document.card, title: write.document.title } },
    })
    expect(page).toMatchObject({ count: { total: 3, capped: false }, siteRev: expect.any(Number) })
    expect((await askedPage(db(), { ...query, after: page.after }, null)).items.map(({ id }) => id)).toEqual([mine[1]!.id])
    expect((await askedPage(db(), query, 2)).count).toEqual({ total: 2, capped: true })
    expect(await askedPage(db(), { ...query, person: newId(), keys: [] }, 2)).toEqual({
      items: [],
      after: null,
      count: { total: 0, capped: false },
      siteRev: null,
    })
  })

  it('keeps what I decided, newest first', async () => {
    const page = await decided(db(), { person: ana, after: null, limit: 1 })
    const next = await decided(db(), { person: ana, after: page.after, limit: 5 })
    expect([...ids(page.items), ...ids(next.items)]).toEqual(ids([doneOnes[1]!, doneOnes[0]!]))
  })

  it('finds the document of an assignment by the id of that alone', async () => {
    expect(await readAskedDocument(db(), lawyers.id)).toMatchObject({ document: { type: 'contract', id: write.document.id }, rev: 1 })
    expect(await readAskedDocument(db(), newId())).toBeNull()
    expect(await readAskedDocument(db(), 'nonsense')).toBeNull()
  })

  it('says how much people have to do', async () => {
    expect(await countOpen(db(), [ana, radu, '019ab000-0000-7000-8000-0000000000ff'])).toEqual({
      [ana]: 2,
      [radu]: 2,
      '019ab000-0000-7000-8000-0000000000ff': 0,
    })
  })

  it('knows who was asked last on a line', async () => {
    expect(await lastInTurn(db(), 'contract', 'contract-approval/inside/legal')).toBe(ana)
    expect(await lastInTurn(db(), 'contract', 'contract-approval/inside/money')).toBeNull()
  })

  it('keeps a remark being written while it is open', async () => {
    expect(await keepRemark(db(), mine[0]!.id, 'I think')).toBe(true)
    expect((await inbox(db(), { person: ana, keys, after: null, limit: 1 })).items).toMatchObject([{ draftRemark: 'I think' }])
    expect(await keepRemark(db(), doneOnes[0]!.id, 'too late')).toBe(false)
  })
})
