// A backup of a data folder that the server has open and writes into: it goes on, and what it had answered is in the file.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../runtime/store/open-database.ts'
import { demoCallers, type MeasuredServer, startMeasured } from '../../support/server-process.ts'
import { Promises } from '../../torture/promises.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'dosar-running-'))
const data = join(folder, 'data')

/** A process of its own, as whoever keeps the server would start it. */
async function dosar(env: Record<string, string>, ...args: string[]): Promise<{ exit: number | null; said: string }> {
  const { DATABASE_URL: _, ...own } = process.env
  const child = spawn(process.execPath, [join(root, 'runtime/cli.ts'), ...args, '--language', 'en'], {
    env: { ...own, ...env },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part))
  await once(child, 'close')
  return { exit: child.exitCode, said }
}

/** The rows in a file, without the head, whose moment differs, and the seal. */
const rowsIn = (file: string): string[] =>
  gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .sort()

/** All but what the clock moves every minute. */
const changing = (line: string) => !line.includes('"reminder-sweep"') && !line.includes('"swept_until"')

describe('a data folder that the server has open', () => {
  let server: MeasuredServer
  let promises: Promises
  beforeAll(async () => {
    server = await startMeasured({ folder: data })
    promises = await Promises.on(await demoCallers(server))
  }, 120_000)
  afterAll(async () => {
    await server?.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const here = { DOSAR_DATA: data }

  it('is backed up under load, of one moment, with everything that was answered before', async () => {
    let over = false
    const work = promises.work(() => over, 3)
    while (promises.made.size < 5) await new Promise((resolve) => setTimeout(resolve, 50))
    const before = new Map(promises.made)
    const decided = [...promises.decided]
    const made = await dosar(here, 'backup', 'running.gz')
    expect(made).toMatchObject({ exit: 0, said: expect.stringMatching(/^\d+ rows of \d+ tables are in /) })
    over = true
    await work
    expect(promises.made.size, 'the server went on').toBeGreaterThan(before.size)

    const there = { DOSAR_DATA: join(folder, 'there') }
    expect(await dosar(there, 'restore', 'running.gz')).toMatchObject({ exit: 0 })
    expect(await dosar(there, 'verify')).toMatchObject({ exit: 0, said: expect.stringContaining('Differences: 0.') })
    const opened = await openDatabase({ dataFolder: there.DOSAR_DATA })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    const db = opened.database
    const rows = await db.query<{ id: string; subject: string }>(
      `select id, card->>'subject' as subject from document where type = 'contract'`,
    )
    const ids = new Map(rows.map(({ subject, id }) => [subject, id]))
    for (const [subject, id] of before) expect(ids.get(subject)).toBe(id)
    const done = await db.query(`select 1 from assignment where id = any($1::uuid[]) and state = 'done'`, [decided])
    expect(done).toHaveLength(decided.length)
    await db.close()
  }, 180_000)

  it('leaves no copy behind, and lets nobody else into where one lay', async () => {
    expect(readdirSync(join(data, 'copies'))).toEqual(['ask.sock'])
    expect(statSync(join(data, 'copies')).mode & 0o777).toBe(0o700)
  })

  it('is verified while it runs, but not moved or filled', async () => {
    expect(await dosar(here, 'verify')).toMatchObject({ exit: 0, said: expect.stringContaining('Differences: 0.') })
    expect(await dosar(here, 'restore', 'running.gz')).toMatchObject({ exit: 2, said: expect.stringContaining('is in use') })
  }, 60_000)

  it('is backed up the same at rest as after its end', async () => {
    // Until the clock has done what was due.
    const take = async () => {
      rmSync(join(folder, 'rest.gz'), { force: true })
      expect(await dosar(here, 'backup', 'rest.gz')).toMatchObject({ exit: 0 })
      return rowsIn('rest.gz').filter(changing)
    }
    let rest = await take()
    for (let last: readonly string[] = []; rest.join('\n') !== last.join('\n'); rest = await take()) last = rest
    await server.stop()
    expect(await dosar(here, 'backup', 'stopped.gz')).toMatchObject({ exit: 0 })
    expect(rowsIn('stopped.gz').filter(changing)).toEqual(rest)
    expect(existsSync(join(data, 'copies'))).toBe(false)
  }, 180_000)
})
