import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readSettings } from '../settings.ts'
import { backup, type Counted } from '../store/backup.ts'
import { askForBackup } from '../store/embedded/running-backup.ts'
import { type CliAnswer, type CliCommand, type Given, misused, type Surroundings } from './cli-command.ts'
import { withStore } from './with-store.ts'

/** `dosar backup FILE`: writes the whole office as one compressed file, of one moment, while a server goes on working. */
export const backupCommand: CliCommand = {
  name: 'backup',
  arguments: ['FILE'],
  options: [],
  summary: { en: 'write the whole office into a file, as it is at this moment', ro: 'scrie tot biroul într-un fișier, așa cum este acum' },
  async run(given, surroundings) {
    const read = readSettings(surroundings.env)
    // An embedded database belongs to the program that has it open: where one runs, it writes the copy.
    const running = read.ok && read.settings.databaseUrl === null ? read.settings.dataFolder : null
    if (running !== null) {
      const answer = await intoFile(given, surroundings, async (write) => {
        const asked = await askForBackup(running, write)
        if (asked.kind === 'cut-off') throw new CutOff()
        return asked.kind === 'written' ? asked : null
      })
      if (answer !== null) return answer
    }
    const own = async (database: Parameters<typeof backup>[0]) =>
      (await intoFile(given, surroundings, (write) => backup(database, surroundings.now(), write)))!
    return withStore(given, surroundings, ({ database }) => own(database))
  },
}

/** The program that was asked ended, or failed, before its last line. */
class CutOff extends Error {}

/** Writes lines into the file that was named, compressed; null, and no file, where there is nobody to write them. */
async function intoFile(
  given: Given,
  { cwd }: Surroundings,
  work: (write: (line: string) => Promise<void>) => Promise<Counted | null>,
): Promise<CliAnswer | null> {
  const file = resolve(cwd, given.positionals[0]!)
  const say = (en: string, ro: string) => (given.language === 'ro' ? ro : en)
  if (await stat(file).catch(() => null))
    return misused('file-exists', say(`The file "${file}" exists already.`, `Fișierul „${file}” există deja.`))
  // Under another name until it is whole, so that half a file never passes for a backup.
  const part = `${file}.part`
  let opened: ReturnType<typeof open> | undefined
  const open = () => {
    const zipped = createGzip()
    const out = createWriteStream(part)
    zipped.pipe(out)
    const failed = new Promise<never>((_, reject) => {
      for (const stream of [zipped, out]) stream.once('error', reject)
    })
    failed.catch(() => {})
    return { zipped, out, failed }
  }
  try {
    const counted = await work(async (line) => {
      opened ??= open()
      const { zipped, failed } = opened
      if (!zipped.write(`${line}\n`)) await Promise.race([once(zipped, 'drain'), failed])
    })
    if (counted === null || !opened) return null
    const { zipped, out, failed } = opened
    zipped.end()
    await Promise.race([finished(out), failed])
    await rename(part, file)
    const { tables, rows } = counted
    return {
      exit: 0,
      lines: [say(`${rows} rows of ${tables} tables are in ${file}.`, `${rows} rânduri din ${tables} tabele sunt în ${file}.`)],
      json: { ok: true, file, tables, rows },
    }
  } catch (error) {
    opened?.out.destroy()
    await rm(part, { force: true })
    if (error instanceof CutOff)
      return misused(
        'backup-cut-off',
        say(
          'The running program ended before the copy was whole. Nothing was written.',
          'Programul care rulează s-a oprit înainte ca toată copia să fie scrisă. Nu s-a scris nimic.',
        ),
      )
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    const why = (error as Error).message
    return misused('file-not-written', say(`The file cannot be written: ${why}.`, `Fișierul nu poate fi scris: ${why}.`))
  }
}
