// Errors of a database that cannot be reached or has no room, as against statements that it refused. After one of them nothing
// is known of the statement that ran; a command is sent again under its idempotency key.

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

const isFull = ({ code }: Error & { code?: unknown }) => code === '53100' || code === 'ENOSPC'
const isAway = ({ code, name }: Error & { code?: unknown }) =>
  (typeof code === 'string' && (codes.has(code) || code.startsWith('08'))) || name === 'EmbeddedEnded'

/** What an error, or what caused it, says of the database: no answer, or no room to write. After both the same thing may well succeed later. */
export function databaseTrouble(error: unknown): 'database-away' | 'disk-full' | null {
  const chain: Error[] = []
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at)
  if (chain.some(isFull)) return 'disk-full'
  return chain.some(isAway) ? 'database-away' : null
}
