import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { backup } from '../store/backup.ts'
import { type CliCommand, misused } from './cli-command.ts'
import { readingStore } from './with-store.ts'

/** `dosar backup FILE`: writes the whole office as one compressed file, of one moment, while the program goes on working on either store. */
export const backupCommand: CliCommand = {
  name: 'backup',
  arguments: ['FILE'],
  options: [],
  summary: { en: 'write the whole office into a file, as it is at this moment', ro: 'scrie tot biroul într-un fișier, așa cum este acum' },
  run: (given, surroundings) =>
    readingStore(given, surroundings, async ({ database }) => {
      const file = resolve(surroundings.cwd, given.positionals[0]!)
      const say = (en: string, ro: string) => (given.language === 'ro' ? ro : en)
      if (await stat(file).catch(() => null))
        return misused('file-exists', say(`The file "${file}" exists already.`, `Fișierul „${file}” există deja.`))
      // Under another name until it is whole, so that half a file never passes for a backup.
      const part = `${file}.part`
      const zipped = createGzip()
      const out = createWriteStream(part)
      zipped.pipe(out)
      const failed = new Promise<never>((_, reject) => {
        for (const stream of [zipped, out]) stream.once('error', reject)
      })
      failed.catch(() => {})
      try {
        const written = backup(database, surroundings.now(), async (line) => {
          if (!zipped.write(`${line}\n`)) await once(zipped, 'drain')
        }).then(async (counted) => {
          zipped.end()
          await finished(out)
          return counted
        })
        const { tables, rows } = await Promise.race([written, failed])
        await rename(part, file)
        return {
          exit: 0,
          lines: [say(`${rows} rows of ${tables} tables are in ${file}.`, `${rows} rânduri din ${tables} tabele sunt în ${file}.`)],
          json: { ok: true, file, tables, rows },
        }
      } catch (error) {
        await rm(part, { force: true })
        if ((error as NodeJS.ErrnoException).code === undefined) throw error
        const why = (error as Error).message
        return misused('file-not-written', say(`The file cannot be written: ${why}.`, `Fișierul nu poate fi scris: ${why}.`))
      }
    }),
}
