// A whole office as a file: written while others write, filled into either store, and refused where it is not whole.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cliCommands } from '../../../runtime/cli/commands.ts'
import { runCli } from '../../../runtime/cli/run-cli.ts'
import { type BackupProblem, BackupRefused, backup, restore } from '../../../runtime/store/backup.ts'
import type { Database } from '../../../runtime/store/database.ts'
import { verify } from '../../../runtime/store/verify.ts'
import { type FreshDatabase, freshDatabase, onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice, startProgram } from '../../support/office.ts'
import { postgresBinaries } from '../../support/postgres-cluster.ts'

const now = new Date('2026-10-14T10:00:00.000Z')
const linesOf = async (database: Database): Promise<string[]> => {
  const lines: string[] = []
  await backup(database, now, async (line) => void lines.push(line))
  return lines
}
async function* from(lines: readonly string[]) {
  yield* lines
}

/** Whether there is a second store to fill from the first. */
const serverThere = Boolean(process.env.TEST_DATABASE_URL) || postgresBinaries() !== null

onEachStore('a backup', ({ database, kind }) => {
  let office: Office
  let other: FreshDatabase
  let lines: string[]
  beforeAll(async () => {
    office = await openOffice(database(), { samples: true })
    lines = await linesOf(database())
  })
  afterAll(async () => {
    await office?.stop()
    await other?.drop()
  })
  const problemOf = async (changed: readonly string[], into: FreshDatabase): Promise<BackupProblem | undefined> => {
    try {
      await restore(into.database, from(changed))
    } catch (error) {
      if (error instanceof BackupRefused) return error.problem
      throw error
    }
    return undefined
  }
  const rowsIn = async (db: Database): Promise<number> => {
    const [row] = await db.query<{ n: number }>('select (select count(*) from person)::int + (select count(*) from document)::int as n')
    return row!.n
  }

  it('is refused where it is damaged, cut off or of another version, and nothing of it stays', async () => {
    other = await freshDatabase(kind === 'embedded' && serverThere ? 'server' : 'embedded')
    const at = lines.findIndex((line) => line.startsWith('{"table":"document"')) + 1
    const changed = lines.with(at, lines[at]!.replace(/"status": ?"[^"]*"/, '"status": "gone"'))
    expect(changed[at]).not.toBe(lines[at])
    expect(await problemOf(changed, other)).toMatchObject({ code: 'backup-damaged', line: lines.length, why: 'seal' })
    expect(await problemOf(lines.slice(0, -1), other)).toMatchObject({ code: 'backup-damaged', why: 'cut-off' })
    expect(await problemOf(lines.with(at, lines[at]!.slice(0, 40)), other)).toMatchObject({
      code: 'backup-damaged',
      line: at + 1,
      why: 'json',
    })
    expect(await problemOf(lines.toSpliced(at, 1), other)).toMatchObject({ code: 'backup-damaged', why: 'seal' })
    expect(await problemOf([...lines, lines[at]!], other)).toMatchObject({ code: 'backup-damaged', why: 'shape' })
    expect(await problemOf(['hello'], other)).toEqual({ code: 'not-a-backup' })
    expect(await problemOf([], other)).toEqual({ code: 'not-a-backup' })
    const head = JSON.parse(lines[0]!)
    const newer = JSON.stringify({ ...head, migrations: [...head.migrations, 'f'.repeat(64)] })
    expect(await problemOf(lines.with(0, newer), other)).toMatchObject({ code: 'other-version' })
    expect(await rowsIn(other.database)).toBe(0)
  })

  it('fills the other store with everything, which goes on from there', async () => {
    const counted = await restore(other.database, from(lines))
    expect(counted.rows).toBe(lines.length - 2 - counted.tables)
    const [was, is] = [await verify(database()), await verify(other.database)]
    expect(is).toEqual(was)
    expect(is.differences).toEqual([])
    // Row for row the same, but for the rev under which processes keep what they know.
    const again = await linesOf(other.database)
    const plain = (all: readonly string[]) =>
      all
        .slice(1, -1)
        .filter((line) => !line.includes('"head_hash"') || !line.includes('"zone"'))
        .sort()
    expect(plain(again)).toEqual(plain(lines))
    // Numbers, events and timers go on counting where they stood.
    const program = await startProgram(other.database)
    const stepped = await program.caller(null).post('/api/auth/demo/step-into', { person: office.people.elena })
    const elena = program.caller(stepped.headers.get('set-cookie')!.split(';')[0]!)
    const made = await elena.post('/api/documents/counterparty', {
      card: { name: 'Al doilea', taxNumber: 'RO39888777', group: 'subcontractor' },
    })
    expect(made.status).toBe(201)
    await program.catchUp()
    expect((await verify(other.database)).differences).toEqual([])
    await program.stop()
    await expect(restore(other.database, from(lines))).rejects.toMatchObject({ problem: { code: 'site-not-empty' } })
  })

  it('is of one moment while others write', async () => {
    const elena = office.as('elena')
    let writing = true
    const writes = (async () => {
      let made = 0
      while (writing) {
        const { status } = await elena.post<Json>('/api/documents/counterparty', {
          card: { name: `Partener ${made}`, taxNumber: `RO${20_000_000 + made}`, group: 'subcontractor' },
        })
        expect(status).toBe(201)
        made++
      }
      return made
    })()
    const taken = await linesOf(database())
    writing = false
    await writes
    const copy = await freshDatabase('embedded')
    await restore(copy.database, from(taken))
    expect((await verify(copy.database)).differences).toEqual([])
    await copy.drop()
  })
})

onEachStore('the commands for it', ({ database, kind, url }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dosar-backup-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const dosar = async (env: Record<string, string>, ...args: string[]) => {
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const exit = await runCli(
      args,
      cliCommands,
      { out: say, err: say },
      { now: () => now, env: { LANG: 'en_GB.UTF-8', ...env }, cwd: folder },
    )
    return { exit, said: said.join('\n') }
  }

  it('write a file, fill a folder from it, and move a folder to a server', async () => {
    if (kind !== 'server') return
    const office = await openOffice(database())
    const here = { DATABASE_URL: url()! }
    const there = { DOSAR_DATA: join(folder, 'data') }
    expect(await dosar(here, 'backup', 'office.gz')).toMatchObject({
      exit: 0,
      said: expect.stringMatching(/^\d+ rows of \d+ tables are in /),
    })
    expect(await dosar(here, 'backup', 'office.gz')).toMatchObject({ exit: 2, said: expect.stringContaining('exists already') })
    expect(await dosar(there, 'restore', 'office.gz')).toMatchObject({ exit: 0, said: expect.stringContaining('Everybody signs in anew.') })
    expect(await dosar(there, 'verify')).toMatchObject({ exit: 0, said: expect.stringContaining('Differences: 0.') })
    expect(await dosar(there, 'restore', 'office.gz', '--language', 'ro')).toMatchObject({
      exit: 2,
      said: expect.stringContaining('există deja un birou'),
    })
    expect(await dosar({ DOSAR_DATA: join(folder, 'empty') }, 'restore', 'nothing.gz')).toMatchObject({
      exit: 2,
      said: expect.stringContaining('There is no file'),
    })
    const text = gunzipSync(readFileSync(join(folder, 'office.gz'))).toString()
    writeFileSync(join(folder, 'cut.gz'), readFileSync(join(folder, 'office.gz')).subarray(0, -200))
    writeFileSync(join(folder, 'short.gz'), gzipSync(text.slice(0, text.lastIndexOf('{"end"'))))
    writeFileSync(join(folder, 'plain.gz'), 'no backup at all')
    const empty = { DOSAR_DATA: join(folder, 'empty') }
    for (const [file, why] of [
      ['cut.gz', 'whole backup'],
      ['short.gz', 'the end is missing'],
      ['plain.gz', 'whole backup'],
    ])
      expect([file, await dosar(empty, 'restore', file!)]).toEqual([file, { exit: 2, said: expect.stringContaining(why!) }])
    // To a server that has an office already: refused, and nothing of it changes.
    expect(await dosar({ ...here, ...there }, 'move')).toMatchObject({
      exit: 2,
      said: expect.stringContaining('There is an office here already'),
    })
    const target = await freshDatabase('server')
    const moved = await dosar({ DATABASE_URL: target.url!, ...there }, 'move')
    expect(moved).toMatchObject({ exit: 0, said: expect.stringContaining('0 differences') })
    await target.drop()
    await office.stop()
  })

  it('say what is missing', async () => {
    expect(await dosar({}, 'move')).toMatchObject({ exit: 2, said: expect.stringContaining('DATABASE_URL is missing') })
  })
})
