/** Failed tries at one account, counted for all processes together, beside those of each address that the sign-in library counts. */
import type { Queryable } from './database.ts'

const keyOf = (email: string) => `account:${email}`

/** Milliseconds until an account may be tried again after `most` failures within `window` milliseconds; 0: now. */
export async function waitOf(
  db: Queryable,
  email: string,
  now: number,
  { most, window }: { most: number; window: number },
): Promise<number> {
  const [row] = await db.query<{ count: number; last: number }>('select count, last_request as last from rate_limit where key = $1', [
    keyOf(email),
  ])
  return row && row.count >= most ? Math.max(0, row.last + window - now) : 0
}

/** Notes a failure; the count begins anew where the last one is longer ago than the window. */
export async function noteFailure(
  db: Queryable,
  { id, email, now, window }: { readonly id: string; readonly email: string; readonly now: number; readonly window: number },
): Promise<void> {
  await db.query(
    `insert into rate_limit (id, key, count, last_request) values ($1::uuid, $2, 1, $3::bigint)
     on conflict (key) do update set count = case when rate_limit.last_request + $4::bigint < $3::bigint then 1 else rate_limit.count + 1 end,
       last_request = $3::bigint`,
    [id, keyOf(email), now, window],
  )
}

/** Whoever got in has no failures behind them. */
export async function forgetFailures(db: Queryable, email: string): Promise<void> {
  await db.query('delete from rate_limit where key = $1', [keyOf(email)])
}
