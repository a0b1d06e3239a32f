/**
 * A disk that fills up under load: a small disk of its own for the data folder, or for a PostgreSQL server, on which
 * something else takes the last of the room and gives it back. While it is full each command must end in a problem that
 * says so; when there is room again the program must go on by itself.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { clusterRuns, postgresBinaries, restartCluster, startCluster, stopCluster } from '../support/postgres-cluster.ts'
import { demoCallers, type MeasuredServer, startMeasured } from '../support/server-process.ts'
import { type Kept, Promises } from './promises.ts'

export interface Filled extends Kept {
  readonly times: number
  /** How often a command was told that the disk is full, and how often that the database is away. */
  readonly told: Readonly<Record<string, number>>
  /** How often the database itself had ended and was started again, as a service manager does. */
  readonly restarted: number
}

interface SmallDisk {
  readonly path: string
  /** Takes all the room but so many bytes. */
  fill(leave: number): void
  /** Gives it back. */
  empty(): void
  remove(): void
}

/** A disk of so many megabytes; null where this process may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'dosar-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', path], { stdio: 'ignore' })
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true, force: true })
    return null
  }
  const ballast = join(path, 'ballast')
  const block = Buffer.alloc(1 << 16)
  return {
    path,
    fill(leave) {
      const file = openSync(ballast, 'a')
      try {
        for (;;) {
          const { bavail, bsize } = statfsSync(path)
          const room = bavail * bsize - leave
          if (room <= 0) return
          writeSync(file, block, 0, Math.min(block.length, room))
        }
      } catch (error) {
        // Whoever writes beside us was faster with the last of it.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** What holds the data on the small disk. */
interface Held {
  readonly store: { readonly folder: string } | { readonly url: string }
  /** Starts the database itself again where it ended; whether it had. */
  revive(): boolean
  stop(): void
}

async function held(kind: 'embedded' | 'server', disk: SmallDisk): Promise<Held> {
  const folder = join(disk.path, 'data')
  mkdirSync(folder)
  if (kind === 'embedded') return { store: { folder }, revive: () => false, stop: () => {} }
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('this needs PostgreSQL: its initdb and pg_ctl')
  chmodSync(folder, 0o755)
  const base = await startCluster(binaries, folder, { durable: true })
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  await admin.unsafe('create database office')
  await admin.end({ timeout: 5 })
  return {
    store: { url: Object.assign(new URL(base), { pathname: '/office' }).toString() },
    revive() {
      if (clusterRuns(binaries, folder)) return false
      restartCluster(binaries, folder, base)
      return true
    },
    stop: () => {
      if (clusterRuns(binaries, folder)) stopCluster(binaries, folder)
    },
  }
}

/** Fills the disk and empties it again, so many times, under load. */
export async function fillDisk(kind: 'embedded' | 'server', times: number): Promise<Filled> {
  const disk = smallDisk(420)
  if (!disk) throw new Error('this process may not mount a small disk')
  let store: Held | undefined
  let server: MeasuredServer | undefined
  try {
    store = await held(kind, disk)
    server = await startMeasured(store.store, { quiet: true })
    const promises = await Promises.on(await demoCallers(server))
    const slow: string[] = []
    let restarted = 0
    let over = false
    const work = promises.work(() => over)
    for (let time = 0; time < times; time++) {
      await setTimeout(150 + Math.random() * 800)
      disk.fill(Math.floor(Math.random() ** 2 * 6_000_000))
      await setTimeout(1_000 + Math.random() * 2_000)
      disk.empty()
      if (store.revive()) restarted++
      if (!(await goesOn(promises, 30_000))) slow.push(`nothing was done within 30 s after there was room again (${time + 1})`)
    }
    over = true
    await work
    await server.stop()
    const opened = await openDatabase('url' in store.store ? { url: store.store.url } : { dataFolder: store.store.folder })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    const kept = await promises.kept(opened.database)
    await opened.database.close()
    return { times, restarted, told: Object.fromEntries(promises.told), ...kept, broken: [...slow, ...kept.broken] }
  } finally {
    await server?.kill()
    store?.stop()
    disk.remove()
  }
}

/** Whether commands are answered as done again within the time. */
async function goesOn(promises: Promises, milliseconds: number): Promise<boolean> {
  const before = promises.answered
  for (const begun = Date.now(); Date.now() - begun < milliseconds; await setTimeout(50)) if (promises.answered > before + 6) return true
  return false
}
