import { stampOf } from '../commands/set-up-office.ts'
import type { Queryable } from '../store/database.ts'
import { lockSite, type Stamp } from '../store/site-stream.ts'
import { type ApiContext, readerOf } from './context.ts'

/** Makes a change of the organisation, recorded with who made it, and tells everybody that the site is another. */
export async function changed(c: ApiContext, change: (tx: Queryable, stamp: Stamp) => Promise<unknown>): Promise<void> {
  const { edges } = c.get('parts')
  await edges.database.transaction(async (tx) => {
    await lockSite(tx)
    await change(tx, stampOf(edges, readerOf(c).person.id))
  })
  edges.announce({ kind: 'site' })
}

export function isAdministrator(c: ApiContext): boolean {
  return readerOf(c).person.roles.includes('administrator')
}
