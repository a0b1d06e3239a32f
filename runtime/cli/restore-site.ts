import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { BackupRefused, restore } from '../store/backup.ts'
import { backupProblemText } from './backup-words.ts'
import { type CliCommand, misused } from './cli-command.ts'
import { withStore } from './with-store.ts'

/** `dosar restore FILE`: fills an empty site from a backup, on either store: all of it, or nothing. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  arguments: ['FILE'],
  options: [],
  summary: { en: 'fill an empty database or data folder from a backup', ro: 'umple o bază de date sau un folder gol dintr-o copie' },
  run: (given, surroundings) =>
    withStore(given, surroundings, async ({ database }) => {
      const file = resolve(surroundings.cwd, given.positionals[0]!)
      const say = (en: string, ro: string) => (given.language === 'ro' ? ro : en)
      try {
        const { head, tables, rows } = await restore(database, linesOf(file))
        return {
          exit: 0,
          lines: [
            say(
              `${head.office || 'The office'} as it was at ${head.madeAt} is here: ${rows} rows of ${tables} tables. Everybody signs in anew.`,
              `${head.office || 'Biroul'}, așa cum era la ${head.madeAt}, este aici: ${rows} rânduri din ${tables} tabele. Fiecare intră din nou în cont.`,
            ),
          ],
          json: { ok: true, office: head.office, madeAt: head.madeAt, tables, rows },
        }
      } catch (error) {
        if (error instanceof BackupRefused)
          return misused(error.problem.code, backupProblemText(error.problem, given.language), { ...error.problem })
        const { code } = error as NodeJS.ErrnoException
        if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
          return misused('file-missing', say(`There is no file "${file}" to read.`, `Nu există fișierul „${file}” de citit.`))
        if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')
          return misused('not-a-backup', say(`"${file}" is no whole backup of Dosar.`, `„${file}” nu este o copie Dosar întreagă.`))
        throw error
      }
    }),
}

/** The lines of a compressed file; what goes wrong in reading it is thrown where they are read. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => unzipped.destroy(error))
  let fault: Error | undefined
  unzipped.on('error', (error) => {
    fault = error
  })
  source.pipe(unzipped)
  for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) yield line
  if (fault) throw fault
}
