/**
 * One process for one data folder. The embedded database has no lock of its own: two processes on one folder
 * overwrite each other without any error (seen: thousands of commits gone).
 *
 * Two locks, because neither is enough. A socket whose name is made from the folder's inode is freed by the kernel
 * however the process ends, but is not seen from another container on the same volume. A file with host and process,
 * touched every few seconds, is; it counts only for another host, and only while it is fresh.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'

export interface FolderInUse {
  readonly code: 'data-folder-in-use'
  readonly folder: string
  /** Who has it, as far as its file says. */
  readonly host: string | null
  readonly pid: number | null
  readonly since: string | null
}

export type FolderLock = { readonly ok: true; release(): Promise<void> } | { readonly ok: false; readonly problem: FolderInUse }

const beat = 3_000
const stale = 15_000

interface Holder {
  readonly host: string
  readonly pid: number
  readonly since: string
}

function socketAddress(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  const id = `dosar-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`
  return process.platform === 'linux' ? `\0${id}` : join(folder, '..', `.${id}`)
}

function listenOn(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () => resolve(server.unref()))
  })
}

/** Where sockets are files (not on Linux, not on Windows) a killed process leaves its own behind: nobody answers there. */
function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function holderOf(file: string): (Holder & { readonly age: number }) | null {
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Holder), age: Date.now() - statSync(file).mtimeMs }
  } catch {
    return null
  }
}

/** Takes the folder for this process, making it where it is missing, or says who has it. */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'dosar.lock')
  const inUse = (holder: Holder | null): FolderLock => ({
    ok: false,
    problem: { code: 'data-folder-in-use', folder, host: holder?.host ?? null, pid: holder?.pid ?? null, since: holder?.since ?? null },
  })

  const address = socketAddress(folder)
  let server = await listenOn(address)
  if (!server && process.platform !== 'linux' && process.platform !== 'win32' && !(await answers(address))) {
    rmSync(address, { force: true })
    server = await listenOn(address)
  }
  if (!server) return inUse(holderOf(file))

  const holder = holderOf(file)
  if (holder && holder.host !== hostname() && holder.age < stale) {
    await new Promise((done) => server.close(done))
    return inUse(holder)
  }

  writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid, since: new Date().toISOString() } satisfies Holder))
  const heart = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(file, now, now)
    } catch {
      // The folder was taken away under a running program: its next statement says so better than we could.
    }
  }, beat).unref()

  return {
    ok: true,
    async release() {
      clearInterval(heart)
      rmSync(file, { force: true })
      await new Promise((done) => server.close(done))
    },
  }
}
