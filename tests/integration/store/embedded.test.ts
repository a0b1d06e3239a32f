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
