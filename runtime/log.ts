/** Structured logs: one JSON object on one line of standard output (errors on standard error), never a value of a card. */
export type Level = 'debug' | 'info' | 'warn' | 'error'

export interface Log {
  debug(event: string, facts?: Readonly<Record<string, unknown>>): void
  info(event: string, facts?: Readonly<Record<string, unknown>>): void
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void
  error(event: string, facts?: Readonly<Record<string, unknown>>): void
}

const ranks: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 }

/** An error as facts; its stack only for what is a bug, because the log is read by people too. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.message, ...code, stack: error.stack, ...(error.cause !== undefined && { cause: errorFacts(error.cause) }) }
}

/** Writes what is at least of the level. `write` and `now` are arguments so that a test can read along. */
export function makeLog(
  least: Level,
  write = (line: string, level: Level) => (level === 'error' ? process.stderr : process.stdout).write(line),
  now: () => Date = () => new Date(),
): Log {
  const at = (level: Level) => (event: string, facts?: Readonly<Record<string, unknown>>) => {
    if (ranks[level] >= ranks[least]) write(`${JSON.stringify({ at: now().toISOString(), level, event, ...facts })}\n`, level)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
