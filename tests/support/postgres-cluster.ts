// A throw-away PostgreSQL server for one test run. PostgreSQL refuses to run as root, so there it runs as another user.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of `initdb` and `pg_ctl`: on the PATH, or where Debian keeps them; null where there is none. */
export function postgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** A user that is not root, where we are root. */
function otherUser(): { readonly name: string; readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim())
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"')
}

function run(binaries: string, program: string, args: readonly string[]): void {
  const user = otherUser()
  const path = join(binaries, program)
  const [command, all] = user ? ['runuser', ['-u', user.name, '--', path, ...args]] : [path, [...args]]
  // No pipes: the server would keep an inherited one open, and we would wait for its end.
  execFileSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/**
 * Makes and starts a server with its data in `folder`, on a free port of this machine. Answers the URL of its first
 * database. Only a durable one waits for the disk.
 */
export async function startCluster(binaries: string, folder: string, { durable = false } = {}): Promise<string> {
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  const user = otherUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  run(binaries, 'initdb', ['-D', data, '-U', 'dosar', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -k ${folder} -c fsync=${durable ? 'on' : 'off'} -c shared_buffers=64MB -c max_connections=60`
  run(binaries, 'pg_ctl', ['-D', data, '-s', '-l', join(folder, 'log'), '-o', options, '-w', 'start'])
  return `postgres://dosar@127.0.0.1:${port}/postgres`
}

/** Starts a stopped server again where it was: `url` is what `startCluster` answered. */
export function restartCluster(binaries: string, folder: string, url: string): void {
  const options = `-c listen_addresses=127.0.0.1 -p ${new URL(url).port} -k ${folder} -c fsync=on -c shared_buffers=64MB -c max_connections=60`
  run(binaries, 'pg_ctl', ['-D', join(folder, 'data'), '-s', '-l', join(folder, 'log'), '-o', options, '-w', 'start'])
}

export function stopCluster(binaries: string, folder: string): void {
  run(binaries, 'pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', '-s', 'stop'])
}

/** Whether the server in `folder` runs. */
export function clusterRuns(binaries: string, folder: string): boolean {
  try {
    run(binaries, 'pg_ctl', ['-D', join(folder, 'data'), '-s', 'status'])
    return true
  } catch {
    return false
  }
}

/** Does something on a server that is there for this alone, and takes the server away again. */
export async function onOwnServer<T>(binaries: string, use: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dosar-server-'))
  chmodSync(folder, 0o755)
  const url = await startCluster(binaries, folder)
  try {
    return await use(url)
  } finally {
    stopCluster(binaries, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
