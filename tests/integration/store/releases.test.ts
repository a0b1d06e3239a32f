import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocument } from '../../../runtime/store/documents.ts'
import { drafts, dropDraft, saveDraft } from '../../../runtime/store/drafts.ts'
import {
  dropSubstitution,
  loadSite,
  readSettings,
  saveCalendar,
  saveDepartments,
  saveGroups,
  savePeople,
  saveRoles,
  saveSettings,
  saveSubstitution,
  siteRev,
} from '../../../runtime/store/organisation.ts'
import { definitionBody, loadRelease, publish, readProgram, releases } from '../../../runtime/store/releases.ts'
import { verify } from '../../../runtime/store/verify.ts'
import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { bodyHash, programHash } from '../../../schemas/hash.ts'
import { ana, creation, newId, newSalt, radu } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

const type = (over: Partial<DocumentType> = {}): DocumentType =>
  ({
    id: 'contract',
    label: 'Contract',
    kind: 'document',
    title: '{number}',
    statuses: [{ id: 'draft', label: 'Draft' }],
    fields: [{ id: 'amount', type: 'number', label: 'Amount' }],
    layout: [],
    approval: [{ schema: 'approval', start: 'on-create' }],
    ...over,
  }) as DocumentType
const schema = (over: Partial<ApprovalSchema> = {}): ApprovalSchema =>
  ({
    id: 'approval',
    label: 'Approval',
    start: 'draft',
    nodes: [{ id: 'draft', kind: 'stage', label: 'Draft' }],
    routes: [],
    ...over,
  }) as ApprovalSchema
const stamp = { at: '2026-11-23T09:00:00.000Z', by: ana, newSalt }

onEachStore('releases', (store) => {
  const db = () => store.database()
  const published = (changes: Parameters<typeof publish>[1]['changes'], note: string | null = null) =>
    db().transaction((tx) => publish(tx, { changes, note }, stamp))
  const document = (body: DocumentType | null, id = 'contract') => ({ kind: 'document-type' as const, id, body })
  const approval = (body: ApprovalSchema | null) => ({ kind: 'approval-schema' as const, id: 'approval', body })

  beforeAll(async () => {
    expect(await loadRelease(db())).toEqual([])
    expect(await published([document(type()), approval(schema())], 'The first')).toEqual({ release: 1, rev: 2 })
  })

  it('are what was published, under the hash of its content', async () => {
    expect(await loadRelease(db())).toEqual([
      { kind: 'approval-schema', id: 'approval', hash: bodyHash(schema()), body: schema() },
      { kind: 'document-type', id: 'contract', hash: bodyHash(type()), body: type() },
    ])
    expect(await definitionBody(db(), bodyHash(type()))).toEqual(type())
    expect(await definitionBody(db(), 'f'.repeat(64))).toBeNull()
  })

  it('make the partition of a new type, so that its documents can be written', async () => {
    expect(await writeDocument(db(), creation())).toMatchObject({ kind: 'written' })
    await expect(writeDocument(db(), creation({ type: 'unknown' }))).rejects.toMatchObject({ code: '23514' })
  })

  it('give the bodies of a program for ever, whatever is published later', async () => {
    const hash = programHash(type(), schema())
    await published([approval(schema({ label: 'Renamed', nodes: [{ id: 'draft', kind: 'stage', label: 'Otherwise' }] as never }))])
    expect(await readProgram(db(), hash)).toEqual({ type: type(), schema: schema() })
    expect(await readProgram(db(), programHash(type(), null))).toEqual({ type: type(), schema: null })
    expect(await readProgram(db(), 'f'.repeat(64))).toBeNull()
  })

  it('keep what a publication does not name, take out what it says, and can be read as they were', async () => {
    const { release } = await published([document(type({ id: 'act', approval: [] }), 'act')])
    expect((await loadRelease(db())).map(({ id }) => id)).toEqual(['approval', 'act', 'contract'])
    await published([document(null, 'act')])
    expect((await loadRelease(db())).map(({ id }) => id)).toEqual(['approval', 'contract'])
    expect((await loadRelease(db(), release)).map(({ id }) => id)).toEqual(['approval', 'act', 'contract'])
    const page = await releases(db(), { after: null, limit: 2 })
    expect(page.items.map(({ number, items }) => [number, items.map(({ id, change }) => [id, change])])).toEqual([
      [release + 1, [['act', 'removed']]],
      [release, [['act', 'added']]],
    ])
    const rest = await releases(db(), { after: page.after, limit: 10 })
    expect(rest.items.at(-1)).toMatchObject({ number: 1, note: 'The first', by: ana, at: stamp.at })
    expect(rest.items.at(-2)!.items).toMatchObject([{ id: 'approval', change: 'changed' }])
  })

  it('are published one after the other, also when two are pressed at once', async () => {
    const both = await Promise.all(['one', 'two'].map((id) => published([document(type({ id, approval: [] }), id)])))
    const numbers = both.map(({ release }) => release).sort()
    expect(numbers[1]! - numbers[0]!).toBe(1)
    expect((await loadRelease(db())).map(({ id }) => id)).toEqual(expect.arrayContaining(['one', 'two']))
  })

  it('leave no trace when they are given up', async () => {
    const before = await siteRev(db())
    await expect(
      db().transaction(async (tx) => {
        await publish(tx, { changes: [document(type({ id: 'lost' }), 'lost')], note: null }, stamp)
        throw new Error('unsound')
      }),
    ).rejects.toThrow('unsound')
    expect(await siteRev(db())).toBe(before)
    expect(await db().query(`select * from document_partition where type = 'lost'`)).toEqual([])
  })

  describe('begin as drafts', () => {
    const draft = { kind: 'document-type' as const, id: 'contract', base: bodyHash(type()), by: ana, at: stamp.at }

    it('that two people do not overwrite', async () => {
      expect(await saveDraft(db(), { ...draft, body: type({ label: 'A' }), rev: 0 })).toBe(true)
      expect(await saveDraft(db(), { ...draft, body: type({ label: 'B' }), rev: 0 })).toBe(false)
      expect(await saveDraft(db(), { ...draft, body: type({ label: 'C' }), rev: 1 })).toBe(true)
      expect(await saveDraft(db(), { ...draft, body: type({ label: 'D' }), rev: 1 })).toBe(false)
      expect(await drafts(db())).toEqual([{ ...draft, body: type({ label: 'C' }), rev: 2 }])
    })

    it('that go away with their publication, or when they are dropped', async () => {
      await published([document(type({ label: 'C' }))])
      expect(await drafts(db())).toEqual([])
      await saveDraft(db(), { ...draft, body: null, rev: 0 })
      expect(await dropDraft(db(), 'document-type', 'contract')).toBe(true)
      expect(await dropDraft(db(), 'document-type', 'contract')).toBe(false)
    })
  })
})

onEachStore('the organisation', (store) => {
  const db = () => store.database()
  const person = (id: string, name: string, over = {}) => ({
    id,
    name,
    email: `${name}@example.org`,
    language: 'ro',
    department: 'legal',
    manager: null,
    roles: [],
    ...over,
  })
  const inOne = <T>(work: Parameters<ReturnType<typeof db>['transaction']>[0]) => db().transaction(work) as Promise<T>

  it('is empty on a new site, with usual working hours', async () => {
    expect(await loadSite(db())).toMatchObject({
      rev: 1,
      release: 0,
      name: '',
      languages: ['en'],
      zone: 'UTC',
      people: new Map(),
      calendar: { zone: 'UTC', holidays: [] },
    })
    expect(await readSettings(db())).toMatchObject({ setUpAt: null, demo: false })
  })

  it('comes whole, as it was saved', async () => {
    const substitution = {
      id: newId(),
      person: ana,
      substitute: radu,
      from: '2026-12-01T00:00:00.000Z',
      to: '2026-12-10T00:00:00.000Z',
      openToo: true,
    }
    const hours = { zone: 'Europe/Bucharest', hours: { monday: [['08:00', '16:30']] }, holidays: ['2026-12-01'] } as const
    const rev = await inOne<number>(async (tx) => {
      await saveSettings(
        tx,
        {
          name: 'Construct SRL',
          languages: ['ro', 'en'],
          zone: 'Europe/Bucharest',
          settings: { mail: { from: 'a@b' } },
          setUpAt: stamp.at,
        },
        stamp,
      )
      await saveDepartments(tx, [{ id: 'legal', label: { en: 'Legal', ro: 'Juridic' }, parent: null, head: ana }], stamp)
      await saveRoles(tx, [{ id: 'lawyer', label: 'Lawyer' }], stamp)
      await savePeople(
        tx,
        [
          person(ana, 'Ștefania', { roles: ['lawyer', 'administrator'], attributes: { signingLimit: 5000 }, calendar: 'part-time' }),
          person(radu, 'Radu', { manager: ana }),
        ],
        stamp,
      )
      await saveGroups(tx, [{ id: 'finance', label: 'Finance', members: [radu] }], stamp)
      await saveSubstitution(tx, substitution, stamp)
      await saveCalendar(tx, 'site', hours as never, stamp)
      return saveCalendar(tx, 'part-time', { ...hours, holidays: [] } as never, stamp)
    })
    const site = await loadSite(db())
    expect(site.rev).toBe(rev)
    expect(site).toMatchObject({
      name: 'Construct SRL',
      languages: ['ro', 'en'],
      zone: 'Europe/Bucharest',
      calendar: hours,
      substitutions: [substitution],
    })
    expect([...site.people.values()]).toEqual([
      { ...person(radu, 'Radu'), email: 'radu@example.org', manager: ana, calendar: null, left: false, attributes: {} },
      {
        ...person(ana, 'Ștefania'),
        email: 'ștefania@example.org',
        roles: ['administrator', 'lawyer'],
        calendar: { ...hours, holidays: [] },
        left: false,
        attributes: { signingLimit: 5000 },
      },
    ])
    expect(site.departments.get('legal')).toEqual({ id: 'legal', label: { en: 'Legal', ro: 'Juridic' }, parent: null, head: ana })
    expect(site.groups.get('finance')).toEqual({ id: 'finance', label: 'Finance', members: [radu] })
    expect(site.roles.get('lawyer')).toEqual({ id: 'lawyer', label: 'Lawyer' })
    expect(await readSettings(db())).toMatchObject({ settings: { mail: { from: 'a@b' } }, setUpAt: stamp.at })
  })

  it('has a new rev after every change, and keeps what a change does not name', async () => {
    const before = await siteRev(db())
    await inOne(async (tx) => {
      await saveSettings(tx, { settings: { theme: 'dark' } }, stamp)
      for (const { id } of (await loadSite(tx)).substitutions) await dropSubstitution(tx, id, stamp)
    })
    expect(await siteRev(db())).toBe(before + 2)
    expect(await readSettings(db())).toMatchObject({ name: 'Construct SRL', settings: { mail: { from: 'a@b' }, theme: 'dark' } })
    expect((await loadSite(db())).substitutions).toEqual([])
  })

  it('keeps a calendar of somebody’s own until it is spoken of', async () => {
    const calendarOf = async () => (await loadSite(db())).people.get(ana)?.calendar
    await inOne((tx) => savePeople(tx, [person(ana, 'Ștefania', { language: 'en' })], stamp))
    expect(await calendarOf()).toMatchObject({ zone: 'Europe/Bucharest' })
    await inOne((tx) => savePeople(tx, [person(ana, 'Ștefania', { calendar: null })], stamp))
    expect(await calendarOf()).toBeNull()
  })

  it('signs out who leaves, and keeps them in the history', async () => {
    await db().query(`insert into session (id, person, token, expires_at) values ($1, $2, 'secret', now() + interval '1 day')`, [
      newId(),
      radu,
    ])
    await inOne((tx) => savePeople(tx, [person(radu, 'Radu', { left: stamp.at })], stamp))
    expect(await db().query('select * from session where person = $1', [radu])).toEqual([])
    expect((await loadSite(db())).people.get(radu)).toMatchObject({ name: 'Radu', left: true })
  })

  it('refuses a second person with one e-mail address', async () => {
    const before = await siteRev(db())
    await expect(inOne((tx) => savePeople(tx, [person(newId(), 'Radu')], stamp))).rejects.toMatchObject({ code: '23505' })
    expect(await siteRev(db())).toBe(before)
  })

  it('records every change in the chain of the site', async () => {
    expect((await verify(db())).differences).toEqual([])
    const rows = await db().query(
      `select type, by, body, leaves from event where kind = 'site' and type = 'person-saved' order by sequence limit 1`,
    )
    expect(rows).toMatchObject([
      {
        by: ana,
        body: { person: ana, roles: ['lawyer', 'administrator'] },
        leaves: [{ path: 'name', value: 'Ștefania' }, { path: 'email' }, { path: 'attributes' }],
      },
    ])
    expect(JSON.stringify(rows[0]!.body)).not.toContain('Ștefania')
    await db().query(`update event set by = $1 where kind = 'site' and sequence = 2`, [radu])
    expect((await verify(db())).differences).toMatchObject([{ kind: 'chain', id: null, sequence: 2, what: 'hash' }])
  })
})
