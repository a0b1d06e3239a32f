/**
 * `npm run torture`: the long forms of what `npm test` does briefly. The program is killed, its connections are cut and its database
 * is stopped, at random moments under load, and afterwards everything that it had answered must be there, once.
 *
 *   --times N     how often each (100)
 *   --only A,B    embedded, kill, connections, database
 */
import { parseArgs } from 'node:util'
import { postgresBinaries } from '../support/postgres-cluster.ts'
import { type Tortured, tortureEmbedded, tortureServer } from './hurt.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '100' }, only: { type: 'string' } } })
const times = Number(values.times)
const wanted = values.only?.split(',')
const kinds = [
  ['embedded', () => tortureEmbedded(times)],
  ['kill', () => tortureServer('kill', times)],
  ['connections', () => tortureServer('connections', times)],
  ['database', () => tortureServer('database', times)],
] as const satisfies readonly (readonly [string, () => Promise<Tortured>])[]

for (const [name, torture] of kinds) {
  if (wanted && !wanted.includes(name)) continue
  if (name !== 'embedded' && !postgresBinaries()) {
    console.log(`${name}: skipped, for there is neither initdb nor pg_ctl`)
    continue
  }
  const begun = Date.now()
  const { answered, sentAgain, broken } = await torture()
  console.log(
    `${name}: ${times} times in ${Math.round((Date.now() - begun) / 1000)} s; ${answered} commands answered, ${sentAgain} sent again, ${broken.length} promises broken`,
  )
  for (const each of broken.slice(0, 20)) console.log(`  ${each}`)
  if (broken.length > 0) process.exitCode = 1
}
