// Several servers and clocks on one PostgreSQL: what they do together, and whether anything is done twice.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { postgresBinaries, startCluster, stopCluster } from '../support/postgres-cluster.ts'
import { demoCallers, type MeasuredServer, startMeasured } from '../support/server-process.ts'
import { Promises } from './promises.ts'

export interface Together {
  readonly servers: number
  readonly answered: number
  /** Commands answered a second, all servers together. */
  readonly perSecond: number
  readonly broken: readonly string[]
  /** Live changes that every server told of a document changed on the first; one for each server where all is well. */
  readonly heard: number
}

/** So many servers share a database under load for some seconds, and one of them is killed in the middle where there are others. */
export async function serversTogether(count: number, seconds: number): Promise<Together> {
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('this needs PostgreSQL: its initdb and pg_ctl')
  const folder = mkdtempSync(join(tmpdir(), 'dosar-servers-'))
  chmodSync(folder, 0o755)
  const base = await startCluster(binaries, folder, { durable: true })
  const url = Object.assign(new URL(base), { pathname: '/office' }).toString()
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  const servers: MeasuredServer[] = []
  try {
    await admin.unsafe('create database office')
    servers.push(await startMeasured({ url }, { quiet: true }))
    const asFirst = await demoCallers(servers[0]!)
    while (servers.length < count) servers.push(await startMeasured({ url }, { quiet: true }))
    const promises = await Promise.all(
      servers.map(async (server, index) => Promises.on(index === 0 ? asFirst : await demoCallers(server, { fill: false }))),
    )
    const heard = await liveFrom(servers, asFirst)
    const begun = performance.now()
    let over = false
    const work = promises.map((each) => each.work(() => over, 6))
    await setTimeout(seconds * 500)
    if (servers.length > 1) {
      await servers.at(-1)!.kill()
      servers.push(await startMeasured({ url }, { quiet: true, port: servers.pop()!.port }))
    }
    await setTimeout(seconds * 500)
    over = true
    await Promise.all(work)
    const took = (performance.now() - begun) / 1000
    // What became due is done by whoever comes first, once.
    await setTimeout(1_500)
    for (const server of servers) await server.stop()
    const opened = await openDatabase({ url })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    const kept = await Promise.all(promises.map((each) => each.kept(opened.database)))
    await opened.database.close()
    const answered = promises.reduce((sum, each) => sum + each.answered, 0)
    return { servers: count, answered, perSecond: answered / took, broken: [...new Set(kept.flatMap(({ broken }) => broken))], heard }
  } finally {
    for (const server of servers) await server.kill().catch(() => {})
    await admin.end({ timeout: 1 }).catch(() => {})
    stopCluster(binaries, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Listens on every server as Elena, changes a document on the first, and counts who was told. */
async function liveFrom(servers: readonly MeasuredServer[], as: Awaited<ReturnType<typeof demoCallers>>): Promise<number> {
  const elena = await as('Elena')
  const made = (await elena.post('/api/documents/contract', { card: { side: 'purchase', subject: 'Live', amount: 1 } })) as { id: string }
  let told = 0
  const streams = servers.map((server) =>
    get(`${server.origin}/api/live`, { headers: { cookie: elena.cookie, accept: 'text/event-stream' } }, (answer) => {
      let text = ''
      answer.on('error', () => {})
      answer.on('data', (part: Buffer) => {
        const had = text.includes(made.id)
        text += part
        if (!had && text.includes(made.id)) told++
      })
    }).on('error', () => {}),
  )
  await setTimeout(700)
  await elena.send('PATCH', `/api/documents/contract/${made.id}`, { changes: [{ path: 'amount', to: 2 }] })
  for (let wait = 0; told < servers.length && wait < 100; wait++) await setTimeout(50)
  for (const stream of streams) stream.destroy()
  return told
}
