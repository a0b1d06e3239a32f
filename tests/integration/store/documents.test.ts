import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sealedLeafHash } from '../../../runtime/engine/document/chain.ts'
import { lockDocuments, readDocument, readDocuments, readSingle, writeDerived, writeDocument } from '../../../runtime/store/documents.ts'
import { dueOf } from '../../../runtime/store/due.ts'
import { eraseLeaves, eventsUpTo, feed, history, latestPosition } from '../../../runtime/store/events.ts'
import { readKey } from '../../../runtime/store/idempotency.ts'
import { lockNumber } from '../../../runtime/store/numbers.ts'
import { ensureIndex, ensurePartition } from '../../../runtime/store/partitions.ts'
import { documentsLookingAt, readChildren } from '../../../runtime/store/rollups.ts'
import { verify } from '../../../runtime/store/verify.ts'
import type { DocumentWrite, StoredDocument } from '../../../runtime/store/write.ts'
import { action, ana, assignment, creation, edit, newId, noAgenda, radu } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

onEachStore('documents', (store) => {
  const db = () => store.database()
  const types = ['contract', 'counterparty', 'act', 'a-type-whose-id-is-longer-than-the-sixty-three-bytes-of-a-postgresql-name']
  beforeAll(() => db().transaction(async (tx) => void (await Promise.all(types.map((type) => ensurePartition(tx, type))))))

  const written = async (write: DocumentWrite): Promise<StoredDocument> => {
    expect(await writeDocument(db(), write)).toMatchObject({ kind: 'written' })
    return (await readDocument(db(), write.document.type, write.document.id))!
  }
  const everything = async () => {
    const tables = ['document', 'event', 'assignment', 'due', 'notice', 'link', 'unique_value', 'idempotency', 'number_series']
    return Promise.all(tables.map(async (table) => await db().query(`select * from ${table} t order by t::text collate "C"`)))
  }

  it('come back as they were written', async () => {
    const card = {
      amount: 348600.05,
      works: [{ _id: newId(), what: "Acoperiș „verde” \\ 'x'", price: 0.1 }],
      counterparty: { type: 'counterparty', id: newId() },
    }
    for (const type of types) {
      const write = creation({ type, card, title: 'Contractul cu „Șantier”' })
      const stored = await written(write)
      expect(stored.document).toEqual(write.document)
      expect(stored).toMatchObject({
        rev: 1,
        head: write.events.at(-1)!.hash,
        updatedOn: '2026-11-23T09:00:00.000Z',
        readers: [],
        siteRev: 1,
      })
    }
  })

  it('are not found under another type, an unknown id, or what is no id', async () => {
    const { document } = await written(creation())
    expect(await readDocument(db(), 'act', document.id)).toBeNull()
    expect(await readDocument(db(), 'contract', newId())).toBeNull()
    expect(await readDocument(db(), 'contract', "x' or true")).toBeNull()
    await expect(readDocument(db(), "contract' or '1' = '1", document.id)).rejects.toThrow('is no id of a document type')
  })

  it('are read several at once, of several types', async () => {
    const [one, two] = [await written(creation()), await written(creation({ type: 'act' }))]
    const found = await readDocuments(db(), [one.document, two.document, { type: 'act', id: newId() }])
    expect(found.map(({ document }) => document.id).sort()).toEqual([one.document.id, two.document.id].sort())
    expect(await readDocuments(db(), [])).toEqual([])
    expect((await readSingle(db(), types[3]!))?.document.type).toBe(types[3])
  })

  it('are changed with everything that follows, in one statement', async () => {
    const stored = await written(creation())
    const [mine, pooled] = [assignment(), assignment({ person: null, pool: ['r:lawyer'], except: [radu] })]
    const notice = {
      id: newId(),
      to: radu,
      about: 'asked' as const,
      text: null,
      facts: { node: 'inside' },
      assignment: mine.id,
      by: ['program', 'email'] as const,
    }
    const write = edit(
      stored,
      { amount: 200 },
      {
        agenda: {
          timers: [{ key: 'deadline', at: '2026-11-25T16:00:00.000Z' }],
          assignments: [mine, pooled],
          readers: [`p:${ana}`, 'r:lawyer'],
        },
        notices: [notice],
        deliveries: [{ key: notice.id, payload: { via: 'email', notice: notice.id, to: radu } }],
        idempotency: { person: ana, key: 'k1', request: 'h1' },
      },
    )
    const after = await written(write)
    expect(after.document.card).toEqual({ amount: 200 })
    expect(after).toMatchObject({ rev: 2, readers: [`p:${ana}`, 'r:lawyer'] })
    const { id } = stored.document
    expect(
      await db().query('select id, person, pool, "except", state, opened_at from assignment where document = $1 order by id', [id]),
    ).toEqual(
      [mine, pooled]
        .map(({ id: one, person, pool, except, state, opened }) => ({ id: one, person, pool, except, state, opened_at: opened }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
    expect((await dueOf(db(), id)).map(({ kind, key, at }) => [kind, key, at])).toEqual([
      ['delivery', notice.id, '2026-11-23T09:00:00.000Z'],
      ['timer', 'deadline', '2026-11-25T16:00:00.000Z'],
    ])
    expect(await db().query('select recipient, about, text, facts, by from notice where document = $1', [id])).toEqual([
      { recipient: radu, about: 'asked', text: null, facts: { node: 'inside' }, by: ['program', 'email'] },
    ])
    expect(await readKey(db(), ana, 'k1')).toEqual({ request: 'h1', type: 'contract', id, sequence: 2 })
  })

  it('leave nothing behind when somebody was faster', async () => {
    const stored = await written(creation())
    await written(edit(stored, { amount: 2 }))
    const before = await everything()
    const late = edit(
      stored,
      { amount: 3 },
      {
        agenda: { timers: [{ key: 't', at: '2026-11-25T16:00:00.000Z' }], assignments: [assignment()], readers: [] },
        links: [{ field: 'counterparty', toType: 'counterparty', toId: newId() }],
        unique: [{ field: 'code', value: 'late' }],
        nudge: [{ type: 'act', id: newId() }],
        idempotency: { person: ana, key: 'late', request: 'x' },
      },
    )
    expect(await writeDocument(db(), late)).toEqual({ kind: 'stale' })
    expect(await everything()).toEqual(before)
  })

  it('let one of many win, and the events stay without a gap', async () => {
    const stored = await written(creation())
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => writeDocument(db(), edit(stored, { amount: n }))))
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(7)
    expect((await history(db(), stored.document.id, { after: null, limit: 10 })).events.map(({ sequence }) => sequence)).toEqual([2, 1])
  })

  it('refuse to be created twice', async () => {
    const write = creation()
    await written(write)
    const before = await everything()
    expect(await writeDocument(db(), write)).toEqual({ kind: 'stale' })
    expect(await everything()).toEqual(before)
  })

  describe('under an idempotency key', () => {
    it('are changed once, also when it is sent twice at the same time', async () => {
      const writes = [0, 1].map(() => creation({ idempotency: { person: ana, key: 'once', request: 'same' } }))
      const outcomes = await Promise.all(writes.map((write) => writeDocument(db(), write)))
      const winner = writes[outcomes.findIndex(({ kind }) => kind === 'written')]!
      expect(outcomes).toContainEqual({ kind: 'done-already', type: 'contract', id: winner.document.id })
      expect(
        await readDocuments(
          db(),
          writes.map(({ document }) => document),
        ),
      ).toHaveLength(1)
    })

    it('refuse another command under the same key, but not of another person', async () => {
      await written(creation({ idempotency: { person: ana, key: 'mine', request: 'a' } }))
      const before = await everything()
      expect(await writeDocument(db(), creation({ idempotency: { person: ana, key: 'mine', request: 'b' } }))).toEqual({
        kind: 'key-reused',
      })
      expect(await everything()).toEqual(before)
      await written(creation({ idempotency: { person: radu, key: 'mine', request: 'b' } }))
    })

    it('are refused inside a transaction without spoiling it', async () => {
      await written(creation({ idempotency: { person: ana, key: 'inside', request: 'a' } }))
      const other = creation()
      await db().transaction(async (tx) => {
        expect(await writeDocument(tx, creation({ idempotency: { person: ana, key: 'inside', request: 'a' } }))).toMatchObject({
          kind: 'done-already',
        })
        expect(await writeDocument(tx, other)).toMatchObject({ kind: 'written' })
      })
      expect(await readDocument(db(), 'contract', other.document.id)).not.toBeNull()
    })
  })

  describe('with a value that must be unique', () => {
    it('refuse a second one and name the first', async () => {
      const first = await written(creation({ unique: [{ field: 'taxNumber', value: 'RO1' }] }))
      const before = await everything()
      expect(
        await writeDocument(
          db(),
          creation({
            unique: [
              { field: 'code', value: 'C1' },
              { field: 'taxNumber', value: 'RO1' },
            ],
          }),
        ),
      ).toEqual({
        kind: 'not-unique',
        field: 'taxNumber',
        twin: { type: 'contract', id: first.document.id },
      })
      expect(await everything()).toEqual(before)
      await written(creation({ type: 'act', unique: [{ field: 'taxNumber', value: 'RO1' }] }))
    })

    it('keep it over an edit, and free it when it changes', async () => {
      const first = await written(creation({ unique: [{ field: 'taxNumber', value: 'RO2' }] }))
      const kept = await written(edit(first, { amount: 1 }, { unique: [{ field: 'taxNumber', value: 'RO2' }] }))
      expect(await writeDocument(db(), creation({ unique: [{ field: 'taxNumber', value: 'RO2' }] }))).toMatchObject({ kind: 'not-unique' })
      await written(edit(kept, { amount: 2 }, { unique: [{ field: 'taxNumber', value: 'RO3' }] }))
      await written(creation({ unique: [{ field: 'taxNumber', value: 'RO2' }] }))
    })
  })

  it('keep their links with the card, and leave them alone when the card is not touched', async () => {
    const [one, two] = [await written(creation({ type: 'counterparty' })), await written(creation({ type: 'counterparty' }))]
    const to = ({ document }: StoredDocument) => ({ field: 'counterparty', toType: 'counterparty', toId: document.id })
    const contract = await written(creation({ links: [to(one)] }))
    const looking = (stored: StoredDocument) => documentsLookingAt(db(), stored.document)
    expect(await looking(one)).toEqual([{ type: 'contract', id: contract.document.id, field: 'counterparty' }])
    const acted = await written(action(contract))
    expect(await looking(one)).toHaveLength(1)
    await written(edit(acted, { amount: 5 }, { links: [to(two)] }))
    expect(await looking(one)).toEqual([])
    const children = await readChildren(
      db(),
      [
        { type: 'contract', field: 'counterparty' },
        { type: 'act', field: 'counterparty' },
      ],
      two.document,
    )
    expect(children).toMatchObject([
      { id: contract.document.id, type: 'contract', card: { amount: 5 }, createdOn: '2026-11-23T09:00:00.000Z', author: ana },
    ])
  })

  it('keep timers as their agenda says: new ones come, changed ones move, others go', async () => {
    const timers = (...all: [string, string][]) => ({
      ...noAgenda,
      timers: all.map(([key, day]) => ({ key, at: `2026-12-${day}T09:00:00.000Z` })),
    })
    const kept = async (stored: StoredDocument) => (await dueOf(db(), stored.document.id)).map(({ key, at }) => [key, at.slice(8, 10)])
    const first = timers(['stays', '01'], ['moves', '02'], ['goes', '03'])
    let stored = await written(creation({ agenda: first }))
    expect(await kept(stored)).toEqual([
      ['stays', '01'],
      ['moves', '02'],
      ['goes', '03'],
    ])
    const second = timers(['stays', '01'], ['moves', '05'], ['comes', '06'])
    stored = await written(action(stored, { agendaBefore: first, agenda: second }))
    expect(await kept(stored)).toEqual([
      ['stays', '01'],
      ['moves', '05'],
      ['comes', '06'],
    ])
    stored = await written(action(stored, { agendaBefore: null, agenda: timers(['comes', '06']) }))
    expect(await kept(stored)).toEqual([['comes', '06']])
  })

  it('change an assignment in its row, and keep the remark being written', async () => {
    const open = assignment()
    const stored = await written(creation({ agenda: { ...noAgenda, assignments: [open] } }))
    await db().query(`update assignment set draft_remark = 'half a' where id = $1`, [open.id])
    const handed = { ...open, person: radu }
    await written(action(stored, { agendaBefore: { ...noAgenda, assignments: [open] }, agenda: { ...noAgenda, assignments: [handed] } }))
    expect(await db().query('select person, draft_remark from assignment where id = $1', [open.id])).toEqual([
      { person: radu, draft_remark: 'half a' },
    ])
  })

  it('nudge others once each, counting how often', async () => {
    const other = await written(creation({ type: 'act' }))
    const nudge = [other.document, other.document].map(({ type, id }) => ({ type, id }))
    const stored = await written(creation({ nudge }))
    expect(await dueOf(db(), other.document.id)).toMatchObject([
      { kind: 'nudge', asked: 1, document: { type: 'act', id: other.document.id } },
    ])
    await written(action(stored, { nudge }))
    expect(await dueOf(db(), other.document.id)).toMatchObject([{ kind: 'nudge', asked: 2 }])
  })

  it('take numbers without gap or repetition under the lock', async () => {
    const stored = await Promise.all(Array.from({ length: 6 }, () => written(creation())))
    await Promise.all(
      stored.map((one) =>
        db().transaction(async (tx) => {
          await lockDocuments(tx, [one.document])
          const count = (await lockNumber(tx, 'contract', 'V-2026/')) + 1
          await writeDocument(tx, edit(one, { amount: count }, { takes: { series: 'V-2026/', count } }))
        }),
      ),
    )
    const numbered = await readDocuments(
      db(),
      stored.map(({ document }) => document),
    )
    expect(numbered.map(({ document }) => document.card.amount).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('take fresh roll-ups beside the card without an event, unless somebody was faster', async () => {
    const stored = await written(creation())
    expect(await writeDerived(db(), stored, { paid: 50 })).toBe(true)
    expect(await writeDerived(db(), stored, { paid: 60 })).toBe(false)
    const after = await readDocument(db(), 'contract', stored.document.id)
    expect(after).toMatchObject({ rev: 2, document: { derived: { paid: 50 }, sequence: 1 } })
  })

  it('may have an index for what a view sorts by, on their own partition only', async () => {
    await ensureIndex(db(), 'contract', `(card->>'x')`)
    await ensureIndex(db(), 'contract', `(card->>'x')`)
    const rows = await db().query<{ n: number }>(`select count(*) as n from pg_indexes where indexdef like '%''x''%'`)
    expect(rows[0]!.n).toBe(1)
  })

  describe('have a history', () => {
    let stored: StoredDocument
    beforeEach(async () => {
      stored = await written(creation({ at: '2026-03-01T09:00:00.000Z' }))
      for (const day of ['02', '03', '04'])
        stored = await written(edit(stored, { amount: Number(day) }, { at: `2026-03-${day}T09:00:00.000Z` }))
    })

    it('read newest first, page by page', async () => {
      const first = await history(db(), stored.document.id, { after: null, limit: 3 })
      expect(first.events.map(({ sequence }) => sequence)).toEqual([4, 3, 2])
      const second = await history(db(), stored.document.id, { after: first.after, limit: 3 })
      expect([second.events.map(({ sequence }) => sequence), second.after]).toEqual([[1], null])
    })

    it('up to an instant', async () => {
      const events = await eventsUpTo(db(), stored.document.id, '2026-03-03T09:00:00.000Z')
      expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
      expect(events.at(-1)).toMatchObject({
        by: ana,
        for: null,
        body: { type: 'card-edited', fields: ['amount'] },
        leaves: [{ path: 'card.amount', value: 3 }],
        erased: [],
      })
    })

    it('from which a value can be erased: the chain holds, and verify says so', async () => {
      expect(await eraseLeaves(db(), stored.document.id, ['card.amount'], sealedLeafHash)).toBe(4)
      expect(await eraseLeaves(db(), stored.document.id, ['card.amount'], sealedLeafHash)).toBe(0)
      const [last] = (await history(db(), stored.document.id, { after: null, limit: 1 })).events
      expect(last).toMatchObject({ leaves: [{ path: 'card.amount', value: null }], erased: ['card.amount'] })
      const { differences } = await verify(db())
      // The row still has the value that its events have lost: erasing takes it from both.
      expect(differences).toMatchObject([{ kind: 'row', id: stored.document.id, field: 'card' }])
      await db().query(`update document set card = card - 'amount' where type = 'contract' and id = $1`, [stored.document.id])
      expect(await verify(db())).toMatchObject({ erased: 4, differences: [] })
    })
  })

  describe('feed their events to others', () => {
    it('each once, none left out, in the order of transactions', async () => {
      const begin = await latestPosition(db())
      const writes = Array.from({ length: 5 }, () => creation())
      for (const write of writes) await written(write)
      const seen: string[] = []
      let after: string | null = begin
      for (;;) {
        const page = await feed(db(), { after, limit: 2 })
        if (page.events.length === 0) break
        seen.push(...page.events.map(({ stream }) => stream))
        after = page.position
      }
      expect(seen).toEqual(writes.map(({ document }) => document.id))
    })

    it.runIf(store.kind === 'server')('and wait for a transaction that is still running, whatever positions it took', async () => {
      const begin = await latestPosition(db())
      const [slow, quick] = [creation(), creation()]
      const read = async () => (await feed(db(), { after: begin, limit: 10 })).events.map(({ stream }) => stream)
      let commit = () => {}
      let wrote = () => {}
      const hasWritten = new Promise<void>((resolve) => (wrote = resolve))
      const running = db().transaction(async (tx) => {
        await writeDocument(tx, slow)
        wrote()
        await new Promise<void>((resolve) => (commit = resolve))
      })
      await hasWritten
      await written(quick)
      expect(await read()).toEqual([])
      commit()
      await running
      expect(await read()).toEqual([slow.document.id, quick.document.id])
    })
  })

  describe('are verified', () => {
    it('and nothing differs in all that the tests before wrote', async () => {
      const report = await verify(db())
      expect(report.differences).toEqual([])
      expect(report.documents).toBeGreaterThan(30)
    })

    it.each([
      [
        'a card changed behind the events',
        `update document set card = '{"amount": 1000000}' where type = 'contract' and id = $1`,
        [{ kind: 'row', field: 'card', expected: { amount: 100 }, found: { amount: 1000000 } }],
      ],
      [
        'a status changed behind the events',
        `update document set status = 'in-force' where type = 'contract' and id = $1`,
        [{ kind: 'row', field: 'status' }],
      ],
      [
        'a value changed in an event',
        `update event set leaves = jsonb_set(leaves, '{0,value}', '101') where stream = $1`,
        [
          { kind: 'chain', what: 'hash', sequence: 1 },
          { kind: 'row', field: 'card' },
        ],
      ],
      ['an event taken away', `delete from event where stream = $1`, [{ kind: 'head' }]],
      ['a row taken away', `delete from document where type = 'contract' and id = $1`, [{ kind: 'no-document' }]],
    ])('and %s is found', async (_, sql, expected) => {
      const { document } = await written(creation())
      await db().query(sql, [document.id])
      expect((await verify(db())).differences).toMatchObject(expected.map((difference) => ({ id: document.id, ...difference })))
      await db().query(`delete from document where type = 'contract' and id = $1`, [document.id])
      await db().query('delete from event where stream = $1', [document.id])
    })
  })
})
