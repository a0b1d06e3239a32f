import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../runtime/store/open-database.ts'

let folder: string
let others: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dosar-folder-'))
})
afterEach(() => {
  for (const other of others) other.kill('SIGKILL')
  others = []
  rmSync(folder, { recursive: true, force: true })
})

async function anotherProcess(): Promise<{ said: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ['tests/support/hold-data-folder.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  others.push(child)
  const [said] = (await once(child.stdout!, 'data')) as [Buffer]
  return { said: said.toString().trim(), process: child }
}

async function open() {
  const opening = await openDatabase({ dataFolder: folder })
  if (!opening.ok) throw new Error(JSON.stringify(opening.problem))
  return opening.database
}

describe('a data folder that a process has open', () => {
  it('is refused to a second process, which is told who has it', async () => {
    const database = await open()
    const { said } = await anotherProcess()
    expect(JSON.parse(said)).toMatchObject({ code: 'data-folder-in-use', folder, pid: process.pid })
    await database.close()
    expect((await anotherProcess()).said).toBe('open')
  }, 60_000)

  it('is free again, with all that was written, after the process was killed', async () => {
    const { said, process: killed } = await anotherProcess()
    expect(said).toBe('open')
    expect(await openDatabase({ dataFolder: folder })).toMatchObject({
      ok: false,
      problem: { code: 'data-folder-in-use', pid: killed.pid },
    })
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const database = await open()
    expect(await database.query('select name from site')).toEqual([{ name: 'written before the kill' }])
    await database.close()
  }, 60_000)

  it('is refused to this process too', async () => {
    const database = await open()
    expect(await openDatabase({ dataFolder: folder })).toMatchObject({ ok: false, problem: { pid: process.pid } })
    await database.close()
  }, 60_000)
})

describe('a data folder on a volume that another container has open', () => {
  const file = () => join(folder, 'dosar.lock')
  const elsewhere = { host: 'another-container', pid: 1, since: '2026-11-23T09:00:00.000Z' }

  it('is refused while the other keeps its file fresh', async () => {
    writeFileSync(file(), JSON.stringify(elsewhere))
    expect(await openDatabase({ dataFolder: folder })).toEqual({ ok: false, problem: { code: 'data-folder-in-use', folder, ...elsewhere } })
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(elsewhere)
  })

  it('is taken over when the file has gone stale', async () => {
    writeFileSync(file(), JSON.stringify(elsewhere))
    const past = new Date(Date.now() - 60_000)
    utimesSync(file(), past, past)
    const database = await open()
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
    await database.close()
  }, 60_000)
})
