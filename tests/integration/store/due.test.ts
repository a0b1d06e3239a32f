import { beforeEach, expect, it } from 'vitest'
import { backOff, done, dueOf, failed, givenUp, lease, makeDue, nextDue, retry } from '../../../runtime/store/due.ts'
import { markRead, noteSwept, notices, readNotice, sweptUntil, unread, writeReminder } from '../../../runtime/store/notices.ts'
import { ana, newId, radu } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`

onEachStore('due work', (store) => {
  const db = () => store.database()
  beforeEach(() => db().query('delete from due'))
  const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key)

  it('is taken when its time has come, the longest due first', async () => {
    for (const [key, time] of [
      ['later', '10:00'],
      ['second', '08:30'],
      ['first', '08:00'],
    ] as const)
      await makeDue(db(), { kind: 'follow-up', key, at: at(time) })
    expect(keys(await lease(db(), { now: at('09:00'), limit: 10 }))).toEqual(['first', 'second'])
    expect(await nextDue(db())).toBe(at('09:01'))
  })

  it('is held by one clock at a time, and free again when the lease ends', async () => {
    for (let n = 0; n < 20; n++) await makeDue(db(), { kind: 'follow-up', key: String(n), at: at('08:00') })
    const taken = await Promise.all(Array.from({ length: 4 }, () => lease(db(), { now: at('09:00'), limit: 5, forSeconds: 60 })))
    expect(taken.flat()).toHaveLength(20)
    expect(new Set(keys(taken.flat())).size).toBe(20)
    expect(await lease(db(), { now: at('09:00'), limit: 5 })).toEqual([])
    expect(await lease(db(), { now: at('09:01'), limit: 50 })).toHaveLength(20)
  })

  it('is gone when done, but stays when it was asked for again meanwhile', async () => {
    const document = { type: 'contract', id: newId() }
    await makeDue(db(), { kind: 'nudge', document, at: at('08:00') })
    const [first] = await lease(db(), { now: at('09:00'), limit: 1 })
    await makeDue(db(), { kind: 'nudge', document, at: at('09:00') })
    await done(db(), [first!])
    const [second] = await lease(db(), { now: at('09:00'), limit: 1 })
    expect(second).toMatchObject({ id: first!.id, asked: 2, document })
    await done(db(), [second!])
    expect(await dueOf(db(), document.id)).toEqual([])
  })

  it('is asked for once under one key, also without a document', async () => {
    await makeDue(db(), { kind: 'reminder-sweep', at: at('09:00') })
    await makeDue(db(), { kind: 'reminder-sweep', at: at('08:00'), payload: { newest: true } })
    expect(await lease(db(), { now: at('08:30'), limit: 5 })).toMatchObject([{ document: null, asked: 2, payload: { newest: true } }])
  })

  it('is tried again after longer and longer, then given up into a list, from which it can be tried anew', async () => {
    await makeDue(db(), { kind: 'delivery', key: 'mail', at: at('08:00') })
    const take = async (now: string) => (await lease(db(), { now, limit: 1 }))[0]!
    let item = await take(at('08:00'))
    expect(await failed(db(), item, 'refused', at('08:00'), 3)).toBe('again')
    expect(await lease(db(), { now: at('08:00'), limit: 1 })).toEqual([])
    item = await take(at('08:01'))
    expect(item).toMatchObject({ attempts: 1, lastError: 'refused', at: '2026-11-23T08:00:10.000Z' })
    await failed(db(), item, 'refused', at('08:01'), 3)
    expect(await failed(db(), await take(at('08:02')), 'no such mailbox', at('08:02'), 3)).toBe('given-up')
    expect(await lease(db(), { now: at('23:00'), limit: 1 })).toEqual([])
    const { items } = await givenUp(db(), { after: null, limit: 10 })
    expect(items).toMatchObject([{ key: 'mail', attempts: 3, lastError: 'no such mailbox', givenUp: at('08:02') }])
    expect(await retry(db(), items[0]!.id, at('09:00'))).toBe(true)
    expect(await retry(db(), items[0]!.id, at('09:00'))).toBe(false)
    expect(await take(at('09:00'))).toMatchObject({ key: 'mail', attempts: 0 })
  })

  it('backs off by doubling, six hours at most', () => {
    expect([1, 2, 3, 20].map(backOff)).toEqual([10_000, 20_000, 40_000, 21_600_000])
  })
})

onEachStore('notices', (store) => {
  const db = () => store.database()
  const document = { type: 'contract', id: newId() }
  const told = (to: string, by: readonly ('program' | 'email')[]) => ({
    id: newId(),
    to,
    about: 'reminder' as const,
    text: { en: 'Works due', ro: 'Lucrări scadente' },
    facts: { days: 5 },
    assignment: null,
    by,
  })

  it('of a reminder are written once for each occurrence', async () => {
    const mail = told(radu, ['email'])
    const reminder = () => ({
      rule: 'works-due',
      document,
      occurrence: 'w1/0/2026-11-23',
      now: at('09:00'),
      notices: [told(ana, ['program']), mail],
      deliveries: [{ key: mail.id, payload: { via: 'email' as const, notice: mail.id, to: radu } }],
    })
    expect(await writeReminder(db(), reminder())).toBe(true)
    expect(await writeReminder(db(), reminder())).toBe(false)
    expect((await notices(db(), ana, { after: null, limit: 10 })).items).toMatchObject([
      {
        to: ana,
        text: { en: 'Works due', ro: 'Lucrări scadente' },
        facts: { days: 5 },
        document,
        at: at('09:00'),
        read: null,
        by: ['program'],
      },
    ])
    expect(await dueOf(db(), document.id)).toMatchObject([{ kind: 'delivery', key: mail.id }])
    expect(await readNotice(db(), mail.id)).toMatchObject({ to: radu, by: ['email'] })
  })

  it('that go by e-mail alone do not stand in the program', async () => {
    expect(await unread(db(), radu)).toBe(0)
    expect((await notices(db(), radu, { after: null, limit: 10 })).items).toEqual([])
  })

  it('are marked as read by the one who was told, and by nobody else', async () => {
    const [mine] = (await notices(db(), ana, { after: null, limit: 10 })).items
    expect(await markRead(db(), radu, [mine!.id], at('10:00'))).toBe(0)
    expect(await unread(db(), ana)).toBe(1)
    expect(await markRead(db(), ana, 'all', at('10:00'))).toBe(1)
    expect(await markRead(db(), ana, [mine!.id], at('11:00'))).toBe(0)
    expect(await unread(db(), ana)).toBe(0)
  })

  it('come newest first, page by page', async () => {
    for (let n = 0; n < 5; n++)
      await writeReminder(db(), {
        rule: 'r',
        document,
        occurrence: String(n),
        now: at(`1${n % 2}:00`),
        notices: [told(ana, ['program'])],
        deliveries: [],
      })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await notices(db(), ana, { after, limit: 2 })
      seen.push(...page.items.map(({ at: time }) => time.slice(11, 13)))
      after = page.after
    } while (after)
    expect(seen).toEqual(['11', '11', '10', '10', '10', '09'])
  })

  it('remember how far a rule was swept, and never go back', async () => {
    expect(await sweptUntil(db(), 'works-due')).toBeNull()
    await noteSwept(db(), 'works-due', at('09:00'))
    await noteSwept(db(), 'works-due', at('08:00'))
    expect(await sweptUntil(db(), 'works-due')).toBe(at('09:00'))
  })
})
