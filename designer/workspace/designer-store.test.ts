import { beforeEach, describe, expect, it } from 'vitest'
import type { DraftRow } from '../../runtime/api/answers.ts'
import type { Reply } from '../../runtime/app/data/client.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { definitionAt, keyOf, type Target } from '../model/workspace.ts'
import { DesignerStore } from './designer-store.ts'
import type { DraftsApi } from './drafts-api.ts'
import { openedFrom } from './stored.ts'
import type { Unsent, UnsentKeeper } from './unsent.ts'

const target: Target = { kind: 'approval-schema', id: 'way' }
const schema: ApprovalSchema = {
  id: 'way',
  label: 'Way',
  start: 'draft',
  nodes: [
    { id: 'draft', kind: 'stage', label: 'Draft', xy: [0, 0], actions: [{ id: 'send', label: 'Send', who: [{ the: 'author' }] }] },
    { id: 'legal', kind: 'approval', label: 'Legal', xy: [260, 0], ask: [{ id: 'line', who: [{ managerOf: 'author' }] }] },
    { id: 'done', kind: 'end', label: 'Done', xy: [520, 0] },
  ],
  routes: [
    { from: 'draft', on: 'send', to: 'legal' },
    { from: 'legal', on: 'approved', to: 'done' },
    { from: 'legal', on: 'rejected', to: 'draft' },
  ],
}

/** A server that keeps drafts in memory, with the same promise as the real one: who was slower is told. */
class Server implements DraftsApi {
  readonly kept = new Map<string, DraftRow>()
  away = false
  readonly open: DraftsApi['open'] = async () =>
    openedFrom(
      {
        release: 1,
        items: [{ ...target, kind: 'approval-schema', hash: 'h1', body: schema }],
        organisation: {
          people: [],
          roles: [],
          groups: [],
          departments: [],
          calendar: { zone: 'UTC', hours: {}, holidays: [] },
          webhooks: [],
          zone: 'UTC',
          languages: ['en', 'ro'],
        },
      },
      [...this.kept.values()],
    )
  readonly drafts: DraftsApi['drafts'] = async () => [...this.kept.values()]
  readonly save: DraftsApi['save'] = async (at, { body, base, revision }) => {
    if (this.away) return { ok: false, refusal: { status: 0, problem: { code: 'offline' } } }
    const now = this.kept.get(keyOf(at))
    if ((now?.revision ?? 0) !== revision) return { ok: false, refusal: { status: 409, problem: { code: 'stale', revision } } }
    const draft: DraftRow = { ...at, body, base, revision: revision + 1, updatedOn: '2026-11-25T09:00:00.000Z', by: null }
    this.kept.set(keyOf(at), draft)
    return { ok: true, value: { draft }, etag: null }
  }
  readonly drop = async (at: Target): Promise<Reply<void>> => {
    this.kept.delete(keyOf(at))
    return { ok: true, value: undefined, etag: null }
  }
}

const somebody = async (server: Server) => {
  const store = new DesignerStore(server, () => '2026-11-25T09:00:00.000Z')
  await store.open()
  return store
}
const rename = (store: DesignerStore, index: number, words: string) =>
  store.execute(target, { type: 'rename-label', thing: `/nodes/${index}`, language: 'en', words })
const labelOf = (body: unknown, index: number) => {
  const { label } = (body as ApprovalSchema).nodes[index]!
  return typeof label === 'object' ? label.en : label
}
const bodyIn = (store: DesignerStore) => definitionAt(store.state()!.history.workspace, 'approval-schema', 'way')

describe('an edit in the designer', () => {
  let server: Server
  beforeEach(() => {
    server = new Server()
  })

  it('lies on the server a moment later, and is said to be saved', async () => {
    const store = await somebody(server)
    rename(store, 1, 'Lawyers')
    await store.saveNow()
    expect(labelOf(server.kept.get(keyOf(target))?.body, 1)).toBe('Lawyers')
    expect(store.state()?.saving).toEqual({ state: 'saved', at: '2026-11-25T09:00:00.000Z' })
  })
  it('that is undone leaves no draft behind', async () => {
    const store = await somebody(server)
    rename(store, 1, 'Lawyers')
    await store.saveNow()
    store.undo()
    await store.saveNow()
    expect(server.kept.size).toBe(0)
  })
  it('stays here while nobody answers, and is sent when somebody does', async () => {
    const store = await somebody(server)
    server.away = true
    rename(store, 1, 'Lawyers')
    await store.saveNow()
    expect(store.state()?.saving).toEqual({ state: 'offline' })
    expect(labelOf(bodyIn(store), 1)).toBe('Lawyers')
    server.away = false
    await store.saveNow()
    expect(labelOf(server.kept.get(keyOf(target))?.body, 1)).toBe('Lawyers')
  })
})

describe('two people on one draft', () => {
  it('who changed different things have both changes', async () => {
    const server = new Server()
    const [ana, bogdan] = [await somebody(server), await somebody(server)]
    rename(ana, 1, 'Lawyers')
    rename(bogdan, 2, 'Finished')
    await ana.saveNow()
    await bogdan.saveNow()
    await ana.look()
    for (const store of [ana, bogdan]) {
      expect(labelOf(bodyIn(store), 1)).toBe('Lawyers')
      expect(labelOf(bodyIn(store), 2)).toBe('Finished')
    }
    expect(bogdan.state()?.conflicts).toEqual([])
    // Whoever was joined with somebody else's edits is told.
    expect(bogdan.state()?.joined).toEqual([keyOf(target)])
    expect(ana.state()?.joined).toEqual([])
    bogdan.seen()
    expect(bogdan.state()?.joined).toEqual([])
  })
  it('who changed the same place are asked which of the two stays, and nothing is overwritten before', async () => {
    const server = new Server()
    const [ana, bogdan] = [await somebody(server), await somebody(server)]
    rename(ana, 1, 'Lawyers')
    rename(bogdan, 1, 'Counsel')
    await ana.saveNow()
    await bogdan.saveNow()
    expect(labelOf(server.kept.get(keyOf(target))?.body, 1)).toBe('Lawyers')
    const conflict = bogdan.state()!.conflicts[0]!
    expect(conflict.key).toBe(keyOf(target))
    for (const { at } of conflict.places) bogdan.choose(conflict.key, at, 'theirs')
    expect(bogdan.state()?.conflicts).toEqual([])
    expect(labelOf(bodyIn(bogdan), 1)).toBe('Lawyers')
  })
  it('keep what is edited while the choice is still open', async () => {
    const server = new Server()
    const [ana, bogdan] = [await somebody(server), await somebody(server)]
    rename(ana, 1, 'Lawyers')
    rename(bogdan, 1, 'Counsel')
    await ana.saveNow()
    await bogdan.saveNow()
    rename(bogdan, 2, 'Finished')
    const conflict = bogdan.state()!.conflicts[0]!
    for (const { at } of conflict.places) bogdan.choose(conflict.key, at, 'mine')
    await bogdan.saveNow()
    const kept = server.kept.get(keyOf(target))?.body
    expect(labelOf(kept, 1)).toBe('Counsel')
    expect(labelOf(kept, 2)).toBe('Finished')
  })
  it('see what the other saved, without being asked, where they edited nothing', async () => {
    const server = new Server()
    const [ana, bogdan] = [await somebody(server), await somebody(server)]
    rename(ana, 1, 'Lawyers')
    await ana.saveNow()
    await bogdan.look()
    expect(labelOf(bodyIn(bogdan), 1)).toBe('Lawyers')
  })
})

describe('a window that is gone before its edits were sent', () => {
  /** A drawer that several windows share. */
  class Drawer implements UnsentKeeper {
    edits: readonly Unsent[] = []
    readonly keep = (edits: readonly Unsent[]) => {
      this.edits = edits
    }
    readonly takeLeft = async () => {
      const left = this.edits
      this.edits = []
      return left
    }
  }
  const openWith = async (server: Server, drawer: Drawer) => {
    const store = new DesignerStore(server, () => '2026-11-25T09:00:00.000Z', drawer)
    await store.open()
    return store
  }

  it('loses nothing: the next one has them, says so and sends them', async () => {
    const [server, drawer] = [new Server(), new Drawer()]
    const first = await openWith(server, drawer)
    server.away = true
    rename(first, 1, 'Lawyers')
    expect(drawer.edits).toHaveLength(1)
    server.away = false
    const next = await openWith(server, drawer)
    expect(labelOf(bodyIn(next), 1)).toBe('Lawyers')
    expect(next.state()?.restored).toEqual([keyOf(target)])
    await next.saveNow()
    expect(labelOf(server.kept.get(keyOf(target))?.body, 1)).toBe('Lawyers')
    expect(drawer.edits).toEqual([])
  })
  it('has them joined with what others saved meanwhile', async () => {
    const [server, drawer] = [new Server(), new Drawer()]
    const first = await openWith(server, drawer)
    rename(first, 1, 'Lawyers')
    const other = await somebody(server)
    rename(other, 2, 'Finished')
    await other.saveNow()
    const next = await openWith(server, drawer)
    expect([labelOf(bodyIn(next), 1), labelOf(bodyIn(next), 2)]).toEqual(['Lawyers', 'Finished'])
    expect(next.state()?.conflicts).toEqual([])
  })
  it('asks where somebody changed the same place meanwhile', async () => {
    const [server, drawer] = [new Server(), new Drawer()]
    const first = await openWith(server, drawer)
    rename(first, 1, 'Lawyers')
    const other = await somebody(server)
    rename(other, 1, 'Counsel')
    await other.saveNow()
    const next = await openWith(server, drawer)
    const [conflict] = next.state()!.conflicts
    expect(conflict?.key).toBe(keyOf(target))
    for (const { at } of conflict!.places) next.choose(conflict!.key, at, 'mine')
    await next.saveNow()
    expect(labelOf(server.kept.get(keyOf(target))?.body, 1)).toBe('Lawyers')
  })
})
