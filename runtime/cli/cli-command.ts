/**
 * A command of the command line is one file and one line in `commands.ts`. It gets what was typed, reads and does what it
 * must, and answers with lines for people and the same as JSON; printing and exit codes are `run-cli.ts`'s.
 */
import type { ScreenLanguage } from '../../schemas/finding.ts'

/** 0: done, and all is well. 1: there are problems, failures or differences. 2: not called rightly, or nothing could be read. */
export type ExitCode = 0 | 1 | 2

export type Said = Readonly<Record<ScreenLanguage, string>>

export interface CliAnswer {
  readonly exit: ExitCode
  /** For people, in their language. */
  readonly lines: readonly string[]
  /** For programs (`--json`): facts, never sentences alone. */
  readonly json: Readonly<Record<string, unknown>>
}

/** What was typed after the command. */
export interface Given {
  readonly positionals: readonly string[]
  /** Options with a value by their name, without the dashes; flags are `true`. */
  readonly options: Readonly<Record<string, string | true>>
  readonly language: ScreenLanguage
}

export interface CliOption {
  readonly name: string
  /** What its value is called in the usage; left out for a flag. */
  readonly value?: string
  readonly summary: Said
}

/** The time and the surroundings, which the entry file reads. */
export interface Surroundings {
  readonly now: () => Date
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

export interface CliCommand {
  readonly name: string
  /** Names of its arguments, in their order; all are needed. */
  readonly arguments: readonly string[]
  readonly options: readonly CliOption[]
  readonly summary: Said
  readonly run: (given: Given, surroundings: Surroundings) => Promise<CliAnswer>
}

/** An answer that says only that it was not called rightly. `facts` go into the JSON beside the code. */
export function misused(code: string, message: string, facts: Readonly<Record<string, unknown>> = {}): CliAnswer {
  return { exit: 2, lines: [message], json: { ok: false, error: { code, message, ...facts } } }
}
