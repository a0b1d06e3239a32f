import { type Difference, verify } from '../store/verify.ts'
import type { CliCommand } from './cli-command.ts'
import { readingStore } from './with-store.ts'

/** `dosar verify`: folds every document anew from its events, recomputes the chains of hashes, and compares. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  arguments: [],
  options: [],
  summary: { en: 'fold every document from its events and compare', ro: 'reconstruiește fiecare document din evenimente și compară' },
  run: (given, surroundings) =>
    readingStore(given, surroundings, async ({ database }) => {
      const { documents, events, erased, differences } = await verify(database)
      const ro = given.language === 'ro'
      const summary = ro
        ? `Documente: ${documents}. Evenimente: ${events}. Valori șterse: ${erased}. Diferențe: ${differences.length}.`
        : `Documents: ${documents}. Events: ${events}. Erased values: ${erased}. Differences: ${differences.length}.`
      return {
        exit: differences.length > 0 ? 1 : 0,
        lines: [...differences.map(lineOf), summary],
        json: { ok: differences.length === 0, documents, events, erased, differences },
      }
    }),
}

function lineOf(difference: Difference): string {
  const where = 'id' in difference ? `${difference.type ?? 'site'}/${difference.id ?? ''}` : ''
  const { kind, type: _, id: __, ...facts } = difference as Difference & { type?: unknown; id?: unknown }
  return `${where}: ${kind} ${JSON.stringify(facts)}`
}
