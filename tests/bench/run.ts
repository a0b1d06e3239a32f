/**
 * `npm run bench`: the figures that we promise, on this machine. Start to first answer, bytes of the first page, and
 * approvals a second over HTTP, on the embedded store and, with `TEST_DATABASE_URL` or PostgreSQL's `initdb` and
 * `pg_ctl`, on a server. `npm run bench -- page` measures the page alone.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { postgresBinaries, startCluster, stopCluster } from '../support/postgres-cluster.ts'
import { measureApprovals } from './approvals.ts'
import { measureFirstPage } from './first-page.ts'
import { dataFolder, demoCallers, startMeasured } from './measured-server.ts'

const root = join(import.meta.dirname, '../..')
const only = process.argv[2]
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const say = (what: string, figure: string) => console.log(`${what.padEnd(46)}${figure}`)

execFileSync(process.execPath, [join(root, 'runtime/build.ts'), '--if-stale'], { cwd: root, stdio: 'ignore' })
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}\n`)

async function embedded(): Promise<void> {
  const data = dataFolder()
  try {
    const first = await startMeasured({ folder: data.path })
    say('start to first answer, empty data folder', `${(first.started / 1000).toFixed(2)} s`)
    await first.stop()
    const again = await startMeasured({ folder: data.path })
    say('start to first answer, again', `${(again.started / 1000).toFixed(2)} s`)
    if (only !== 'page') await approvals('embedded', again)
    else await demoCallers(again)
    const { demoPeople } = (await (await fetch(`${again.origin}/api/session`)).json()) as { demoPeople: { id: string; name: string }[] }
    const ana = demoPeople.find(({ name }) => name.startsWith('Ana '))?.id ?? ''
    for (const language of ['en', 'ro'] as const) {
      const { byKind, requests, total } = await measureFirstPage(again, ana, language)
      say(`first page, the inbox in ${language}`, `${kB(total)} in ${requests} requests`)
      for (const [kind, bytes] of Object.entries(byKind).sort(([, a], [, b]) => b - a)) say(`  ${kind}`, kB(bytes))
    }
    await again.stop()
  } finally {
    data.remove()
  }
}

async function onServer(): Promise<void> {
  const binaries = postgresBinaries()
  const given = process.env.TEST_DATABASE_URL
  if (!given && !binaries) return say('on a PostgreSQL server', 'not measured: neither TEST_DATABASE_URL nor initdb and pg_ctl')
  const folder = mkdtempSync(join(tmpdir(), 'dosar-bench-'))
  chmodSync(folder, 0o755)
  // Durable, as an office would run it: what is measured includes the disk.
  const url = given ?? (await startCluster(binaries!, folder, { durable: true }))
  const name = `dosar_bench_${process.pid}`
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(`create database ${name}`)
    const server = await startMeasured({ url: Object.assign(new URL(url), { pathname: `/${name}` }).toString() })
    say('start to first answer, empty database', `${(server.started / 1000).toFixed(2)} s`)
    await approvals('PostgreSQL', server)
    await server.stop()
    await sql.unsafe(`drop database ${name} with (force)`)
  } finally {
    await sql.end({ timeout: 5 })
    if (!given) stopCluster(binaries!, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function approvals(store: string, server: Parameters<typeof measureApprovals>[0]): Promise<void> {
  const { approvals, perSecond, median, p99 } = await measureApprovals(server)
  say(
    `approvals a second, ${store}`,
    `${perSecond.toFixed(0)} (${approvals}; median ${median.toFixed(0)} ms, 99 % in ${p99.toFixed(0)} ms)`,
  )
}

await embedded()
if (only !== 'page') await onServer()
