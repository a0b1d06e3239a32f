import type { CliCommand } from './cli-command.ts'
import { testCommand } from './test-folder.ts'
import { validateCommand } from './validate-folder.ts'

/** The commands of `dosar`, in the order of its help. */
export const cliCommands: readonly CliCommand[] = [validateCommand, testCommand]
