/**
 * `npm run bench`: the figures that we promise, on this machine, each beside what the machine's PostgreSQL can do at most in the
 * same round. See the README beside this file for what is measured and how to read it.
 *
 *   --json FILE        also writes the figures as a list
 *   --rounds N         steady rounds for each figure (5)
 *   --documents N      contracts in the registry (10,000)
 *   --only PART,…      start, page, engine, server
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import postgres, { type Sql } from 'postgres'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { verify } from '../../runtime/store/verify.ts'
import { postgresBinaries, startCluster, stopCluster } from '../support/postgres-cluster.ts'
import { dataFolder, demoCallers, startMeasured } from '../support/server-process.ts'
import { type CeilingWork, makeCeiling } from './ceiling.ts'
import { measureDecisions, measureExpression } from './engine.ts'
import { type Figure, rounds } from './figure.ts'
import { measureFirstPage } from './first-page.ts'
import { growContracts } from './grow.ts'
import { type Loads, loadsOn } from './loads.ts'
import { memoryOf, processorSeconds } from './processor-time.ts'

const { values: given } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    documents: { type: 'string', default: '10000' },
    only: { type: 'string' },
  },
})
const root = join(import.meta.dirname, '../..')
const parts = given.only?.split(',')
const wants = (part: string) => parts?.includes(part) ?? true
const wanted = Number(given.rounds)
const figures: Figure[] = []
/** Milliseconds of each load before its first round. */
const warmUp = 8_000

const shown = (value: number | null): string =>
  value === null ? '' : Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
function note(figure: string, value: number, unit: string, more: Partial<Pick<Figure, 'ratio' | 'least' | 'aim'>> = {}): void {
  const one: Figure = { figure, value, unit, ratio: null, least: null, aim: null, ...more }
  figures.push(one)
  console.log(
    [
      figure.padEnd(58),
      shown(value).padStart(9),
      unit.padEnd(5),
      shown(one.ratio).padStart(7),
      shown(one.least).padStart(7),
      shown(one.aim).padStart(7),
    ].join(' '),
  )
}

execFileSync(process.execPath, [join(root, 'runtime/build.ts'), '--if-stale'], { cwd: root, stdio: 'ignore' })
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(2)}\n`)
console.log(['figure'.padEnd(58), 'value'.padStart(9), 'unit ', 'ratio'.padStart(7), 'least'.padStart(7), 'aim'.padStart(7)].join(' '))

async function engine(): Promise<void> {
  note('expression, evaluations a second', measureExpression(), '/s', { least: 200_000 })
  const decisions = await measureDecisions()
  // bpmn-engine's approvals in memory, as limits of this kind of machine go.
  note('engine, decisions in memory : 357 a second', decisions, '/s', { ratio: decisions / 357, least: 100, aim: 1_000 })
}

async function startAndPage(): Promise<void> {
  const data = dataFolder()
  try {
    const first = await startMeasured({ folder: data.path })
    note('start on an empty data folder', first.started / 1000, 's')
    await demoCallers(first)
    await first.stop()
    const again = await startMeasured({ folder: data.path })
    note('start on an existing site, embedded', again.started / 1000, 's', { least: 2, aim: 1 })
    if (wants('page')) {
      const { demoPeople } = (await (await fetch(`${again.origin}/api/session`)).json()) as { demoPeople: { id: string; name: string }[] }
      const ana = demoPeople.find(({ name }) => name.startsWith('Ana '))?.id ?? ''
      try {
        const { total, requests } = await measureFirstPage(again, ana, 'en')
        note(`first page of an end user, ${requests} requests`, total / 1000, 'kB', { least: 400, aim: 200 })
      } catch (error) {
        console.log(`first page: not measured (${error instanceof Error ? error.message.split('\n')[0] : error})`)
      }
    }
    await again.stop()
  } finally {
    data.remove()
  }
}

async function server(): Promise<void> {
  const binaries = postgresBinaries()
  if (!binaries) return console.log('on a PostgreSQL server: not measured, for there is neither initdb nor pg_ctl')
  const pgbench = hasPgbench()
  if (!pgbench) console.log('ratios: not measured, for there is no pgbench')
  const folder = mkdtempSync(join(tmpdir(), 'dosar-bench-'))
  chmodSync(folder, 0o755)
  // Durable, as an office would run it: what is measured includes the disk.
  const base = await startCluster(binaries, folder, { durable: true })
  const url = Object.assign(new URL(base), { pathname: '/office' }).toString()
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe('create database office')
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    const running = await startMeasured({ url })
    note('start on an empty database', running.started / 1000, 's')
    const loads = await loadsOn(running)
    await loads.send(40)
    const documents = Number(given.documents)
    await growContracts(sql, loads.contracts[0]!, documents)
    await measureAll({ sql, url, folder, loads, postmaster: postmasterOf(folder), pgbench, documents })
    note('memory after the load', memoryOf(running.pid) ?? Number.NaN, 'MB', { least: 300, aim: 180 })
    await running.stop()
    const again = await startMeasured({ url })
    note('start on an existing site, server', again.started / 1000, 's', { least: 2, aim: 1 })
    await again.stop()
    await proveIt(sql, url, loads)
    await sql.end({ timeout: 5 })
  } finally {
    await admin.end({ timeout: 5 })
    stopCluster(binaries, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Measured {
  readonly sql: Sql
  readonly url: string
  readonly folder: string
  readonly loads: Loads
  readonly postmaster: number
  readonly pgbench: boolean
  readonly documents: number
}

async function measureAll({ sql, url, folder, loads, postmaster, pgbench, documents }: Measured): Promise<void> {
  const ceiling = pgbench ? await makeCeiling(sql, url, folder, loads.contracts[0]!, documents) : null
  const among = `${documents.toLocaleString('en')} contracts`
  const compare = async (
    figure: string,
    work: CeilingWork,
    one: () => Promise<number>,
    { least, aim }: { readonly least: number; readonly aim: number },
    prepare: () => Promise<void> = async () => {},
  ): Promise<number> => {
    // After a checkpoint writes carry whole pages, and a program that has just started is not compiled yet: what warms up is thrown away.
    for (const begun = performance.now(); performance.now() - begun < warmUp; ) {
      await prepare()
      await one()
    }
    if (!ceiling) {
      await prepare()
      const value = await one()
      note(figure, value, '/s')
      return value
    }
    const found = await rounds(wanted, async () => {
      await prepare()
      const before = ceiling.run(work, 2).perSecond
      const value = await one()
      return { before, value, after: ceiling.run(work, 2).perSecond }
    })
    note(`${figure} : ${shown(found.ceiling)} of pgbench, ${found.steady} steady rounds`, found.value, '/s', {
      ratio: found.ratio,
      least,
      aim,
    })
    return found.value
  }
  const approvals = 300
  const perSecond = await compare(
    'approve',
    'approve',
    () => loads.approve(approvals),
    { least: 0.25, aim: 0.5 },
    () => loads.send(approvals / 2),
  )
  note('approve : 40 a second of the peers', perSecond, '/s', { ratio: perSecond / 40, least: 10, aim: 30 })
  await timeOfPostgres(loads, ceiling, postmaster)
  const creates = await compare('create', 'create', () => loads.create(400), { least: 0.3, aim: 0.6 })
  note('create : 182 a second of the peers', creates, '/s', { ratio: creates / 182, least: 3, aim: 8 })
  await compare('open a document', 'open', () => loads.open(800), { least: 0.15, aim: 0.35 })
  await loads.send(60)
  await compare('inbox of 50', 'inbox', () => loads.inbox(500), { least: 0.15, aim: 0.35 })
  const lists = await compare(`registry page, two filters, sorted, of ${among}`, 'list', () => loads.list(400), { least: 0.15, aim: 0.4 })
  note('filtered list : 125 a second of the peers', lists, '/s', { ratio: lists / 125, least: 3, aim: 10 })
}

/** Processor time that PostgreSQL takes for an approval of ours, beside that of the function. */
async function timeOfPostgres(loads: Loads, ceiling: Awaited<ReturnType<typeof makeCeiling>> | null, postmaster: number): Promise<void> {
  await loads.send(150)
  const begun = processorSeconds(postmaster)
  await loads.approve(300)
  const ours = processorSeconds(postmaster)
  if (begun === null || ours === null || !ceiling) return
  const { done } = ceiling.run('approve', 3)
  const theirs = (processorSeconds(postmaster) ?? ours) - ours
  const each = ((ours - begun) / 300) * 1000
  note("PostgreSQL's processor time for an approval : the function's", each, 'ms', {
    ratio: each / ((theirs / done) * 1000),
    least: 3,
    aim: 1.5,
  })
}

/** The sums: what was answered is there, once, and the chains hold. */
async function proveIt(sql: Sql, url: string, loads: Loads): Promise<void> {
  const [{ done } = { done: 0 }] = await sql<
    { done: number }[]
  >`select count(*)::int as done from assignment where state = 'done' and outcome = 'approved' and document = any(${loads.contracts as string[]}::uuid[])`
  const [{ doubled } = { doubled: 0 }] = await sql<{ doubled: number }[]>`
    select count(*)::int as doubled from (select 1 from assignment where state = 'open' group by document, seat having count(*) > 1) d`
  await sql.unsafe(`delete from document d where not exists (select from event e where e.stream = d.id)`)
  const opened = await openDatabase({ url })
  if (!opened.ok) return
  const { documents, events, differences } = await verify(opened.database)
  await opened.database.close()
  const right = done === loads.decided && doubled === 0 && differences.length === 0
  console.log(
    `\n${right ? 'proved' : 'NOT PROVED'}: ${loads.decided} decisions answered, ${done} written, ${doubled} seats open twice; ${documents} documents and ${events} events verified, ${differences.length} differences`,
  )
  if (!right) process.exitCode = 1
}

const postmasterOf = (folder: string): number => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

if (wants('engine')) await engine()
if (wants('start') || wants('page')) await startAndPage()
if (wants('server')) await server()
if (given.json) writeFileSync(given.json, `${JSON.stringify(figures, null, 2)}\n`)
