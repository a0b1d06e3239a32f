// Errors of a database that cannot be reached, as against statements that it refused. After one of them nothing is
// known of the statement that ran; a command is sent again under its idempotency key.

const codes = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // Shut down, starting up, too many connections; and a statement that was ended because it took too long.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
])

/** Whether an error says that the database is away or too busy, and the same thing may well succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return (typeof code === 'string' && (codes.has(code) || code.startsWith('08'))) || name === 'EmbeddedEnded'
}
