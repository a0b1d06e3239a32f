import type { ScreenLanguage } from '../../schemas/finding.ts'
import type { BackupProblem } from '../store/backup.ts'

/** Why something is not restored, in a sentence. */
export function backupProblemText(problem: BackupProblem, language: ScreenLanguage): string {
  const say = (en: string, ro: string) => (language === 'ro' ? ro : en)
  switch (problem.code) {
    case 'not-a-backup':
      return say(
        'This is no backup of Dosar. One begins with {"dosar":"backup"}.',
        'Aceasta nu este o copie de siguranță Dosar. Una începe cu {"dosar":"backup"}.',
      )
    case 'other-version':
      return say(
        `It was made by another version of the program (${problem.found} migrations, this one has ${problem.expected}). Restore it with the version that made it, then start this one on it.`,
        `A fost făcută de altă versiune a programului (${problem.found} migrări, aceasta are ${problem.expected}). Restaureaz-o cu versiunea care a făcut-o, apoi pornește-o pe aceasta.`,
      )
    case 'backup-damaged': {
      const why = {
        json: say('it cannot be read', 'nu poate fi citită'),
        shape: say('it does not belong there', 'nu are ce căuta acolo'),
        seal: say('what stands before it is not what was written', 'ce stă înaintea ei nu este ce a fost scris'),
        'cut-off': say('the end is missing', 'lipsește sfârșitul'),
      }[problem.why]
      return say(
        `The backup is damaged at line ${problem.line}: ${why}. Nothing was restored.`,
        `Copia este deteriorată la linia ${problem.line}: ${why}. Nu s-a restaurat nimic.`,
      )
    }
    case 'site-not-empty':
      return say(
        'There is an office here already. Restore into an empty database or data folder. Nothing was changed.',
        'Aici există deja un birou. Restaurează într-o bază de date sau un folder de date gol. Nu s-a schimbat nimic.',
      )
  }
}
