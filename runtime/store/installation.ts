/** What the installation keeps for itself beside the office: it is never loaded with the live site, nor recorded in its stream. */
import type { Queryable } from './database.ts'

/** The secret that signs cookies and webhooks: made at the first start, the same for every process on the database. */
export async function readSecret(db: Queryable, make: () => string): Promise<string> {
  await db.query(`update site set secret = $1 where secret = ''`, [make()])
  const [row] = await db.query<{ secret: string }>('select secret from site')
  return row!.secret
}

/** Whether this site is a demo office. */
export async function readDemo(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ demo: boolean }>('select demo from site')
  return row?.demo ?? false
}
