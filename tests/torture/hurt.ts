// Ways to hurt the program under load, at random moments, and what came of its promises.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { postgresBinaries, restartCluster, startCluster, stopCluster } from '../support/postgres-cluster.ts'
import { dataFolder, demoCallers, type MeasuredServer, startMeasured } from '../support/server-process.ts'
import { watchMails } from './mails.ts'
import { type Kept, Promises } from './promises.ts'

/** `kill`: the program with SIGKILL; `connections`: all that it has to the database; `database`: the server itself, without warning. */
export type Hurt = 'kill' | 'connections' | 'database'

export interface Tortured extends Kept {
  readonly hurt: Hurt
  readonly times: number
  /** Notices that were mailed, and those that came twice because the hurt fell between the sending and the noting. */
  readonly mailed: number
  readonly doubled: number
}

const someMoment = (most: number) => setTimeout(150 + Math.random() * most)

/** Kills the program again and again on a data folder of its own. */
export async function tortureEmbedded(times: number): Promise<Tortured> {
  const data = dataFolder()
  const mails = await watchMails()
  const { smtp } = mails
  try {
    let server = await startMeasured({ folder: data.path }, { quiet: true, smtp })
    const { port } = server
    const promises = await Promises.on(await demoCallers(server))
    let over = false
    const work = promises.work(() => over)
    for (let time = 0; time < times; time++) {
      await someMoment(1_200)
      mails.hurt()
      await server.kill()
      server = await startMeasured({ folder: data.path }, { port, quiet: true, smtp })
    }
    over = true
    await work
    await server.stop()
    const opened = await openDatabase({ dataFolder: data.path })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    const counted = await mails.count(opened.database)
    const kept = await promises.kept(opened.database)
    await opened.database.close()
    return { hurt: 'kill', times, ...counted, ...kept, broken: [...counted.broken, ...kept.broken] }
  } finally {
    await mails.close()
    data.remove()
  }
}

/** The same on a PostgreSQL server of its own, where the database can be hurt too. */
export async function tortureServer(hurt: Hurt, times: number): Promise<Tortured> {
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('this needs PostgreSQL: its initdb and pg_ctl')
  const folder = mkdtempSync(join(tmpdir(), 'dosar-torture-'))
  chmodSync(folder, 0o755)
  const base = await startCluster(binaries, folder, { durable: true })
  const url = Object.assign(new URL(base), { pathname: '/office' }).toString()
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  const mails = await watchMails()
  const { smtp } = mails
  let server: MeasuredServer | undefined
  try {
    await admin.unsafe('create database office')
    server = await startMeasured({ url }, { quiet: true, smtp })
    const { port } = server
    const promises = await Promises.on(await demoCallers(server))
    let over = false
    const work = promises.work(() => over)
    for (let time = 0; time < times; time++) {
      await someMoment(1_000)
      mails.hurt()
      if (hurt === 'kill') {
        await server.kill()
        server = await startMeasured({ url }, { port, quiet: true, smtp })
      } else if (hurt === 'connections')
        await admin.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'office' and pid <> pg_backend_pid()`)
      else {
        stopCluster(binaries, folder)
        await setTimeout(300)
        restartCluster(binaries, folder, base)
      }
    }
    over = true
    await work
    await server.stop()
    const opened = await openDatabase({ url })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
    const counted = await mails.count(opened.database)
    const kept = await promises.kept(opened.database)
    await opened.database.close()
    return { hurt, times, ...counted, ...kept, broken: [...counted.broken, ...kept.broken] }
  } finally {
    await mails.close()
    await server?.kill()
    await admin.end({ timeout: 1 }).catch(() => {})
    stopCluster(binaries, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
