import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from '../../../runtime/store/database-away.ts'
import { openDatabase } from '../../../runtime/store/open-database.ts'
import { onEachStore } from '../../support/databases.ts'

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

onEachStore('a database that refuses a statement', (store) => {
  it('is not away', async () => {
    expect(isDatabaseAway(await errorOf(store.database().query('select 1/0')))).toBe(false)
    expect(isDatabaseAway(await errorOf(store.database().query('insert into site (id) values (1)')))).toBe(false)
  })
})

describe('a database that cannot be asked', () => {
  it('is away when nobody answers at its address', async () => {
    expect(isDatabaseAway(await errorOf(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })))).toBe(true)
  })

  it('is away when it is closed', async () => {
    const opening = await openDatabase({})
    if (!opening.ok) throw new Error('refused')
    await opening.database.close()
    expect(isDatabaseAway(await errorOf(opening.database.query('select 1')))).toBe(true)
  }, 30_000)
})
