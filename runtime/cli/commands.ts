import { backupCommand } from './backup-site.ts'
import type { CliCommand } from './cli-command.ts'
import { exportCommand } from './export-site.ts'
import { installCommand } from './install-folder.ts'
import { moveCommand } from './move-site.ts'
import { restoreCommand } from './restore-site.ts'
import { testCommand } from './test-folder.ts'
import { validateCommand } from './validate-folder.ts'
import { verifyCommand } from './verify-store.ts'

/** The commands of `dosar`, in the order of its help. */
export const cliCommands: readonly CliCommand[] = [
  validateCommand,
  testCommand,
  installCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
]
