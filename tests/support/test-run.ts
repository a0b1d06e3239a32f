// One folder for each run of the tests, in which what is dear to make (a migrated database, a server) is made once,
// by whichever file needs it first: a run of unit tests alone makes none of it.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { postgresBinaries, stopCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    runFolder: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'dosar-tests-'))
  // The server runs as another user and must reach its data below.
  chmodSync(folder, 0o755)
  project.provide('runFolder', folder)
  return async () => {
    const template = join(folder, 'server-template')
    if (process.env.TEST_DATABASE_URL && existsSync(template)) {
      const sql = postgres(process.env.TEST_DATABASE_URL, { max: 1, onnotice: () => {} })
      await sql.unsafe(`drop database if exists ${readFileSync(template, 'utf8')} with (force)`)
      await sql.end({ timeout: 5 })
    }
    const binaries = postgresBinaries()
    if (binaries && existsSync(join(folder, 'server-url'))) stopCluster(binaries, join(folder, 'cluster'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes `name` in the run's folder unless it is there; files that ask meanwhile wait. Answers its bytes. */
export async function madeOnce(folder: string, name: string, make: () => Promise<Uint8Array | string>): Promise<Buffer> {
  const file = join(folder, name)
  for (let waited = 0; ; waited++) {
    if (existsSync(file)) return readFileSync(file)
    if (existsSync(`${file}.failed`)) throw new Error(readFileSync(`${file}.failed`, 'utf8'))
    try {
      mkdirSync(`${file}.making`)
      break
    } catch {
      if (waited > 1200) throw new Error(`${name} was not made in two minutes`)
      await setTimeout(100)
    }
  }
  try {
    const bytes = await make()
    // Renamed, so that nobody reads half of it.
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    return readFileSync(file)
  } catch (error) {
    writeFileSync(`${file}.failed`, `${name} could not be made: ${error}`)
    throw error
  }
}
