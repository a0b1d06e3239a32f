import { beforeAll, expect, it } from 'vitest'
import {
  countInbox,
  countOpen,
  decided,
  inbox,
  keepRemark,
  lastInTurn,
  openOf,
  readAssignment,
} from '../../../runtime/store/assignments.ts'
import { writeDocument } from '../../../runtime/store/documents.ts'
import { ensurePartition } from '../../../runtime/store/partitions.ts'
import { ana, assignment, creation, newId, noAgenda, radu } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`

onEachStore('the inbox', (store) => {
  const db = () => store.database()
  const mine = [assignment({ opened: at('08:00') }), assignment({ opened: at('10:00'), due: at('10:30') })]
  const lawyers = assignment({ person: null, pool: ['r:lawyer'], opened: at('09:00') })
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

  it('is counted, and what is late in it', async () => {
    expect(await countInbox(db(), ana, keys)).toEqual({ total: 3, late: expect.any(Number), capped: false })
    expect(await countInbox(db(), ana, keys, 2)).toMatchObject({ total: 2, capped: true })
  })

  it('keeps what I decided, newest first', async () => {
    const page = await decided(db(), { person: ana, after: null, limit: 1 })
    const next = await decided(db(), { person: ana, after: page.after, limit: 5 })
    expect([...ids(page.items), ...ids(next.items)]).toEqual(ids([doneOnes[1]!, doneOnes[0]!]))
  })

  it('finds an assignment by its id alone', async () => {
    expect(await readAssignment(db(), lawyers.id)).toMatchObject({ id: lawyers.id, document: { type: 'contract', id: write.document.id } })
    expect(await readAssignment(db(), newId())).toBeNull()
    expect(await readAssignment(db(), 'nonsense')).toBeNull()
  })

  it('says whom documents wait for, and how much people have to do', async () => {
    expect(ids(await openOf(db(), [write.document.id]))).toHaveLength(7)
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
    expect(await readAssignment(db(), mine[0]!.id)).toMatchObject({ draftRemark: 'I think' })
    expect(await keepRemark(db(), doneOnes[0]!.id, 'too late')).toBe(false)
  })
})
