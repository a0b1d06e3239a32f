import type { Edges } from '../commands/edges.ts'
import { keepPrograms } from '../commands/programs.ts'
import { keepSites } from '../commands/sites.ts'
import { uuidv7 } from '../engine/uuid.ts'
import { makeLog } from '../log.ts'
import { randomBytes } from '../random.ts'
import { readSettings } from '../settings.ts'
import { askForCopy, type CopyMade } from '../store/embedded/copy-desk.ts'
import { openDatabase } from '../store/open-database.ts'
import { type CliAnswer, type Given, misused, type Surroundings } from './cli-command.ts'

type Work = (edges: Edges) => Promise<CliAnswer>

/** Opens the store that the environment names, as the server does, and closes it again; says in words why it cannot. */
export const withStore = (given: Given, surroundings: Surroundings, work: Work): Promise<CliAnswer> =>
  opening(given, surroundings, work, false)

/** The same for a command that only reads: of a data folder that the server has open it gets a copy, as it was at one moment. */
export const readingStore = (given: Given, surroundings: Surroundings, work: Work): Promise<CliAnswer> =>
  opening(given, surroundings, work, true)

async function opening({ language }: Given, { env, now }: Surroundings, work: Work, onlyReads: boolean): Promise<CliAnswer> {
  const say = (en: string, ro: string) => (language === 'ro' ? ro : en)
  const read = readSettings(env)
  if (!read.ok) return misused('settings', read.errors.join('\n'))
  const { databaseUrl, dataFolder } = read.settings
  const open = (folder: string) =>
    openDatabase({ url: databaseUrl ?? undefined, dataFolder: folder }).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    )
  let opened = await open(dataFolder)
  let copy: CopyMade | null = null
  if (onlyReads && !(opened instanceof Error) && !opened.ok) {
    copy = await askForCopy(dataFolder)
    if (copy.ok) opened = await open(copy.folder)
    else if (copy.error !== null)
      return misused(
        'no-copy',
        say(
          `The server has the data folder open and cannot copy it: ${copy.error}`,
          `Serverul folosește folderul de date și nu îl poate copia: ${copy.error}`,
        ),
      )
  }
  const giveBack = () => copy?.ok && copy.giveBack()
  if (opened instanceof Error) {
    giveBack()
    return misused('database', say(`The database does not open: ${opened.message}`, `Baza de date nu se deschide: ${opened.message}`))
  }
  if (!opened.ok)
    return misused(
      'data-folder-in-use',
      say(
        `The data folder ${dataFolder} is in use, by the server as it seems. Stop it first, or work on a PostgreSQL server with DATABASE_URL.`,
        `Folderul de date ${dataFolder} este folosit, probabil de server. Oprește-l mai întâi sau lucrează pe un server PostgreSQL, cu DATABASE_URL.`,
      ),
      { ...opened.problem },
    )
  const { database } = opened
  try {
    await database.migrate()
    const clock = { now }
    return await work({
      database,
      sites: keepSites(),
      programs: keepPrograms(),
      clock,
      newId: () => uuidv7(now().getTime(), randomBytes),
      newSalt: () => randomBytes(16).toString('hex'),
      mails: false,
      log: makeLog('error'),
      announce: () => {},
    })
  } finally {
    await database.close()
    giveBack()
  }
}
