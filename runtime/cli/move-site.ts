import { readSettings } from '../settings.ts'
import { BackupRefused, backup, restore } from '../store/backup.ts'
import { openDatabase } from '../store/open-database.ts'
import { verify } from '../store/verify.ts'
import { backupProblemText } from './backup-words.ts'
import { type CliCommand, misused } from './cli-command.ts'
import { lineQueue } from './line-queue.ts'
import { withStore } from './with-store.ts'

/**
 * `dosar move`: from the embedded database in `DOSAR_DATA` to the server in `DATABASE_URL`, everything included, and then
 * verified. The data folder stays as it is.
 */
export const moveCommand: CliCommand = {
  name: 'move',
  arguments: [],
  options: [],
  summary: {
    en: 'move the office from the data folder to the server in DATABASE_URL',
    ro: 'mută biroul din folderul de date pe serverul din DATABASE_URL',
  },
  async run(given, surroundings) {
    const say = (en: string, ro: string) => (given.language === 'ro' ? ro : en)
    const read = readSettings(surroundings.env)
    if (!read.ok) return misused('settings', read.errors.join('\n'))
    const { databaseUrl } = read.settings
    if (!databaseUrl)
      return misused(
        'settings',
        say(
          'DATABASE_URL says where to move to, and DOSAR_DATA from where. DATABASE_URL is missing.',
          'DATABASE_URL spune unde se mută, iar DOSAR_DATA de unde. Lipsește DATABASE_URL.',
        ),
      )
    const opened = await openDatabase({ url: databaseUrl }).catch((error: unknown) => error as Error)
    if (opened instanceof Error)
      return misused('database', say(`The server does not open: ${opened.message}`, `Serverul nu se deschide: ${opened.message}`))
    if (!opened.ok) return misused(opened.problem.code, opened.problem.code)
    const target = opened.database
    try {
      await target.migrate()
      const { DATABASE_URL: _, ...from } = surroundings.env
      return await withStore(given, { ...surroundings, env: from }, async ({ database }) => {
        const queue = lineQueue()
        try {
          const [{ tables, rows }] = await Promise.all([
            restore(target, queue.lines).catch((error: unknown) => {
              queue.stop()
              throw error
            }),
            backup(database, surroundings.now(), queue.write).then(queue.end, (error: unknown) => {
              queue.fail(error)
              throw error
            }),
          ])
          const { documents, events, differences } = await verify(target)
          return {
            exit: differences.length > 0 ? 1 : 0,
            lines: [
              say(
                `${rows} rows of ${tables} tables are on the server: ${documents} documents, ${events} events, ${differences.length} differences. The data folder stays as it is; start the program with DATABASE_URL from now on.`,
                `${rows} rânduri din ${tables} tabele sunt pe server: ${documents} documente, ${events} evenimente, ${differences.length} diferențe. Folderul de date rămâne cum este; pornește de acum programul cu DATABASE_URL.`,
              ),
            ],
            json: { ok: differences.length === 0, tables, rows, documents, events, differences },
          }
        } catch (error) {
          if (error instanceof BackupRefused)
            return misused(error.problem.code, backupProblemText(error.problem, given.language), { ...error.problem })
          throw error
        }
      })
    } finally {
      await target.close()
    }
  },
}
