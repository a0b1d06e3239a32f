import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../runtime/store/open-database.ts'
import { verify } from '../../../runtime/store/verify.ts'

describe('an embedded database whose process is killed while it writes', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dosar-killed-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Kills the writer when it has acknowledged so many writes; answers the last sequence of each document. */
  async function killedAfter(writes: number): Promise<Map<string, number>> {
    const child = spawn(process.execPath, ['tests/support/write-until-killed.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.split('\n').length > writes) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
    return new Map(lines.map((line) => line.split(' ') as [string, string]).map(([id, sequence]) => [id, Number(sequence)]))
  }

  it('has everything that was acknowledged, and every document agrees with its events', async () => {
    const acknowledged = new Map<string, number>()
    for (const writes of [60, 173]) for (const [id, sequence] of await killedAfter(writes)) acknowledged.set(id, sequence)
    const opening = await openDatabase({ dataFolder: folder })
    if (!opening.ok) throw new Error(JSON.stringify(opening.problem))
    const { database } = opening
    const rows = await database.query<{ id: string; head_sequence: number }>('select id, head_sequence from document')
    const present = new Map(rows.map((row) => [row.id, row.head_sequence]))
    const lost = [...acknowledged].filter(([id, sequence]) => (present.get(id) ?? 0) < sequence)
    expect(acknowledged.size).toBeGreaterThan(100)
    expect(lost).toEqual([])
    expect((await verify(database)).differences).toEqual([])
    await database.close()
  }, 120_000)
})
