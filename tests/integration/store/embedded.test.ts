import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PGliteBridge } from '../../../runtime/store/embedded/pglite-bridge.ts'

let folder: string
let bridge: PGliteBridge
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dosar-bridge-'))
  bridge = await PGliteBridge.open({ folder: join(folder, 'postgres'), statementTimeout: 1_500, maxRows: 1_000 })
  await bridge.exec('create table kept (n int)')
}, 60_000)
afterAll(async () => {
  await bridge.close()
  rmSync(folder, { recursive: true, force: true })
})

const forEver = 'select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b'
const kept = async () => (await bridge.query('select count(*)::int as n from kept')).rows

describe('the bridge to the embedded database', () => {
  it('leaves the program free while a statement runs', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 10)
    await bridge.query('select sum(n) from generate_series(1, 1000000) n')
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(3)
  })

  it('refuses an answer of more rows than may be read at once', async () => {
    await expect(bridge.query('select n from generate_series(1, 1001) n')).rejects.toMatchObject({ code: '54000' })
    expect((await bridge.query('select n from generate_series(1, 1000) n')).rows).toHaveLength(1000)
  })

  it('ends a statement that takes too long, keeps what was committed and goes on', async () => {
    await bridge.query('insert into kept values (1)')
    const heard: string[] = []
    await bridge.listen('after', (payload) => heard.push(payload))
    await expect(bridge.query(forEver)).rejects.toMatchObject({ code: '57014' })
    expect(await kept()).toEqual([{ n: 1 }])
    await bridge.query(`select pg_notify('after', 'still heard')`)
    await expect.poll(() => heard).toEqual(['still heard'])
  }, 30_000)

  it('rolls back the transaction in which a statement took too long, and lets nothing of it in later', async () => {
    await expect(
      bridge.transaction(async (tx) => {
        await tx.query('insert into kept values (2)')
        await tx.query(forEver).catch(() => {})
        await tx.query('insert into kept values (3)')
      }),
    ).rejects.toMatchObject({ code: '57014' })
    expect(await kept()).toEqual([{ n: 1 }])
  }, 30_000)

  it('refuses a parameter that cannot be sent, and goes on', async () => {
    await expect(bridge.query('select $1::text', [() => 1])).rejects.toThrow()
    expect(await kept()).toEqual([{ n: 1 }])
  })

  it('answers the same however often a statement was met', async () => {
    const ask = (n: number) =>
      bridge.query('select $1::int as n, $2::jsonb as j, $3::text[] as t, $4::timestamptz as at', [
        n,
        { n },
        ['a', null, '"'],
        '2026-11-23T09:00:00.000Z',
      ])
    for (const n of [1, 2, 3, 4])
      expect((await ask(n)).rows).toEqual([{ n, j: { n }, t: ['a', null, '"'], at: '2026-11-23T09:00:00.000Z' }])
    expect((await bridge.query('select $1::text as blank', [null])).rows).toEqual([{ blank: null }])
    expect((await bridge.query('select $1::text as blank', [undefined])).rows).toEqual([{ blank: null }])
    expect((await bridge.query('select 1 as a, 2 as b', [], { rowMode: 'array' })).rows).toEqual([[1, 2]])
    expect((await bridge.query('select 1 as a, 2 as b', [], { rowMode: 'array' })).rows).toEqual([[1, 2]])
  })

  it('goes on after an error in a statement that it keeps', async () => {
    const divide = (by: number) => bridge.query('select 10 / $1::int as n', [by])
    for (const by of [1, 2]) expect((await divide(by)).rows).toEqual([{ n: 10 / by }])
    for (const _ of [1, 2]) await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
    await expect(bridge.query('select 10 / $1::int as n', [])).rejects.toThrow()
    expect((await divide(5)).rows).toEqual([{ n: 2 }])
  })

  it('prepares a kept statement anew when its table has changed', async () => {
    await bridge.exec('create table changing (a int); insert into changing values (1)')
    const all = async () => (await bridge.query('select * from changing')).rows
    for (const _ of [1, 2, 3]) expect(await all()).toEqual([{ a: 1 }])
    await bridge.exec('alter table changing add column b int default 2')
    for (const _ of [1, 2, 3]) expect(await all()).toEqual([{ a: 1, b: 2 }])
  })

  it('keeps some statements only, and forgets those that were not asked for the longest', async () => {
    for (let round = 0; round < 2; round++)
      for (let n = 0; n < 250; n++) expect((await bridge.query(`select ${n} as n`)).rows).toEqual([{ n }])
    const [row] = (await bridge.query('select count(*) as n from pg_prepared_statements')).rows as { n: number }[]
    expect(row!.n).toBeLessThanOrEqual(201)
    expect(row!.n).toBeGreaterThan(150)
  })

  it('gives a dump that another database begins with', async () => {
    const copy = await PGliteBridge.open({ folder: null, load: await bridge.dump() })
    expect((await copy.query('select n from kept')).rows).toEqual([{ n: 1 }])
    await copy.close()
  }, 30_000)

  it('answers an error to whoever asks after it was closed', async () => {
    const closed = await PGliteBridge.open({ folder: null })
    await closed.close()
    await expect(closed.query('select 1')).rejects.toThrow('closed')
  }, 30_000)

  it('rejects what was asked when its worker dies', async () => {
    const memory = await PGliteBridge.open({ folder: null, statementTimeout: 1_000 })
    const [first, second] = await Promise.allSettled([memory.query(forEver), memory.query('select 1')])
    expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
    await memory.close()
  }, 30_000)
})
