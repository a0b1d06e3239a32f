/**
 * Failed tries at one account, counted for all processes together, beside those of each address that the sign-in library counts.
 * An address from which the account's own person has got in is known, and counted for itself: so strangers who guess cannot
 * lock that person out where they usually sit, and what happens there gives the strangers no further tries.
 */
import type { Queryable } from './database.ts'

/** Whose account is tried, and from where. */
export interface Tried {
  readonly email: string
  readonly address: string
}

/** So many failures are let through within so many milliseconds. */
export interface TryLimit {
  readonly most: number
  readonly window: number
}

/** An address from which nobody has tried for so long is a strange one again. */
const knownFor = 90 * 24 * 60 * 60_000

const strangersKey = (email: string) => `account:${email}`
const knownKey = ({ email, address }: Tried) => `known:${email} ${address}`

/** Milliseconds until an account may be tried again from an address, and whether the address is known; 0: now. */
export async function waitOf(
  db: Queryable,
  tried: Tried,
  now: number,
  { most, window }: TryLimit,
): Promise<{ readonly wait: number; readonly known: boolean }> {
  const rows = await db.query<{ key: string; count: number; last: number }>(
    'select key, count, last_request as last from rate_limit where key in ($1, $2)',
    [strangersKey(tried.email), knownKey(tried)],
  )
  const own = rows.find(({ key, last }) => key === knownKey(tried) && last + knownFor > now)
  const row = own ?? rows.find(({ key }) => key === strangersKey(tried.email))
  return { wait: row && row.count >= most ? Math.max(0, row.last + window - now) : 0, known: own !== undefined }
}

/** Notes a failure; the count begins anew where the last one is longer ago than the window. */
export async function noteFailure(
  db: Queryable,
  tried: Tried,
  { id, known, now, window }: { readonly id: string; readonly known: boolean; readonly now: number; readonly window: number },
): Promise<void> {
  await db.query(
    `insert into rate_limit (id, key, count, last_request) values ($1::uuid, $2, 1, $3::bigint)
     on conflict (key) do update set count = case when rate_limit.last_request + $4::bigint < $3::bigint then 1 else rate_limit.count + 1 end,
       last_request = $3::bigint`,
    [id, known ? knownKey(tried) : strangersKey(tried.email), now, window],
  )
}

/**
 * Whoever got in has no failures behind them, and their address is known from now on. Those of strangers stay counted where a
 * known address got in: else each morning's sign-in would let them guess anew.
 */
export async function noteSuccess(
  db: Queryable,
  tried: Tried,
  { id, known, now }: { readonly id: string; readonly known: boolean; readonly now: number },
): Promise<void> {
  await db.query(
    `insert into rate_limit (id, key, count, last_request) values ($1::uuid, $2, 0, $3::bigint)
     on conflict (key) do update set count = 0, last_request = $3::bigint`,
    [id, knownKey(tried), now],
  )
  if (known) return
  await db.query('delete from rate_limit where key = $1 or (starts_with(key, $2) and last_request < $3::bigint)', [
    strangersKey(tried.email),
    `known:${tried.email} `,
    now - knownFor,
  ])
}
