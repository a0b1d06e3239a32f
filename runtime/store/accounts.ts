/** Accounts of people, as the sign-in library reads them: one with a password for each person who may sign in. */
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'

/** Makes or replaces a person's password. `passwordHash` is the library's own. */
export async function makeAccount(
  tx: Queryable,
  { id, person, passwordHash, at }: { readonly id: Id; readonly person: Id; readonly passwordHash: string; readonly at: Instant },
): Promise<void> {
  await tx.query(`delete from account where person = $1 and provider_id = 'credential'`, [person])
  await tx.query(
    `insert into account (id, person, account_id, provider_id, password, created_at, updated_at)
     values ($1, $2::uuid, $2::uuid::text, 'credential', $3, $4::timestamptz, $4::timestamptz)`,
    [id, person, passwordHash, at],
  )
}

/** Which of the people have a password. */
export async function peopleWithAccount(db: Queryable): Promise<ReadonlySet<Id>> {
  return new Set(
    (await db.query<{ person: Id }>(`select person from account where provider_id = 'credential'`)).map(({ person }) => person),
  )
}

/** Ends the sessions of a person, all but the one given: whoever knew an old password is out. */
export async function endSessions(tx: Queryable, person: Id, except: Id | null = null): Promise<void> {
  await tx.query('delete from session where person = $1::uuid and id is distinct from $2::uuid', [person, except])
}
