/**
 * `npm run torture`: the long forms of what `npm test` does briefly. The program is killed, its connections are cut and its database
 * is stopped, its disk is filled, at random moments under load, and afterwards everything that it had answered must be there, once.
 *
 *   --times N     how often each (100)
 *   --only A,B    definitions, filters, ways, servers, full-disk, embedded, kill, connections, database
 *   --definitions N   broken definitions (100,000)
 *   --filters N   conditions of lists, on each store (20,000)
 *   --ways N      approval schemas that documents travel at random (20,000)
 *   --seed N      of the conditions, to try the same again
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { onOwnServer, postgresBinaries } from '../support/postgres-cluster.ts'
import { fuzzDefinitions } from './definitions.ts'
import { tryFilters } from './filters.ts'
import { fillDisk, smallDisk } from './full-disk.ts'
import { type Tortured, tortureEmbedded, tortureServer } from './hurt.ts'
import { serversTogether } from './servers.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    only: { type: 'string' },
    definitions: { type: 'string', default: '100000' },
    filters: { type: 'string', default: '20000' },
    ways: { type: 'string', default: '20000' },
    seed: { type: 'string' },
  },
})
const times = Number(values.times)
const wanted = values.only?.split(',')
const kinds = [
  ['embedded', () => tortureEmbedded(times)],
  ['kill', () => tortureServer('kill', times)],
  ['connections', () => tortureServer('connections', times)],
  ['database', () => tortureServer('database', times)],
] as const satisfies readonly (readonly [string, () => Promise<Tortured>])[]

if (wanted?.includes('definitions') ?? true) {
  const begun = Date.now()
  const { tried, refused, checked, slowest, thrown } = await fuzzDefinitions(Number(values.definitions))
  console.log(
    `definitions: ${tried} in ${Math.round((Date.now() - begun) / 1000)} s; ${refused} refused, ${checked} checked, the slowest in ${Math.round(slowest)} ms, ${thrown.length} crashes`,
  )
  for (const each of thrown.slice(0, 20)) console.log(`  ${each}`)
  if (thrown.length > 0) process.exitCode = 1
}

if (wanted?.includes('filters') ?? true) {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
  const binaries = postgresBinaries()
  for (const kind of ['embedded', ...(binaries ? ['server'] : [])]) {
    const begun = Date.now()
    const tried = (url?: string) => tryFilters(Number(values.filters), seed, url)
    const { read, refused, differing } = await (kind === 'server' ? onOwnServer(binaries!, tried) : tried())
    console.log(
      `filters, ${kind}, seed ${seed}: ${read} in ${Math.round((Date.now() - begun) / 1000)} s; ${refused} have no SQL reading, ${differing.length} differ`,
    )
    for (const each of differing.slice(0, 20)) console.log(`  ${each}`)
    if (differing.length > 0) process.exitCode = 1
  }
}

if (wanted?.includes('ways') ?? true) {
  const args = ['vitest', 'run', 'runtime/engine/document/invariants.test.ts', '-t', 'whatever way is drawn']
  const { status } = spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, DOSAR_TEST_RUNS: values.ways } })
  if (status !== 0) process.exitCode = 1
}

if ((wanted?.includes('servers') ?? true) && postgresBinaries())
  for (const count of [1, 2, 4]) {
    const { answered, perSecond, broken, heard } = await serversTogether(count, 20)
    console.log(
      `servers: ${count} together; ${answered} commands answered, ${perSecond.toFixed(0)} a second; a change was heard on ${heard} of ${count}; ${broken.length} promises broken`,
    )
    for (const each of broken.slice(0, 20)) console.log(`  ${each}`)
    if (broken.length > 0 || heard !== count) process.exitCode = 1
  }

if (wanted?.includes('full-disk') ?? true)
  for (const kind of ['embedded', 'server'] as const) {
    const disk = smallDisk(8)
    disk?.remove()
    if (!disk || (kind === 'server' && !postgresBinaries())) {
      console.log(
        `full-disk, ${kind}: skipped, for ${disk ? 'there is neither initdb nor pg_ctl' : 'this process may not mount a small disk'}`,
      )
      continue
    }
    const begun = Date.now()
    const { answered, sentAgain, told, restarted, broken } = await fillDisk(kind, times)
    const problems = Object.entries(told).map(([code, count]) => `${count} times ${code}`)
    console.log(
      `full-disk, ${kind}: ${times} times in ${Math.round((Date.now() - begun) / 1000)} s; ${answered} commands answered, ${sentAgain} sent again (${problems.join(', ')}), the database started again ${restarted} times, ${broken.length} promises broken`,
    )
    for (const each of broken.slice(0, 20)) console.log(`  ${each}`)
    if (broken.length > 0) process.exitCode = 1
  }

for (const [name, torture] of kinds) {
  if (wanted && !wanted.includes(name)) continue
  if (name !== 'embedded' && !postgresBinaries()) {
    console.log(`${name}: skipped, for there is neither initdb nor pg_ctl`)
    continue
  }
  const begun = Date.now()
  const { answered, sentAgain, mailed, doubled, broken } = await torture()
  console.log(
    `${name}: ${times} times in ${Math.round((Date.now() - begun) / 1000)} s; ${answered} commands answered, ${sentAgain} sent again; ${mailed} notices mailed, ${doubled} of them twice; ${broken.length} promises broken`,
  )
  for (const each of broken.slice(0, 20)) console.log(`  ${each}`)
  if (broken.length > 0) process.exitCode = 1
}
