import { describe, expect, it } from 'vitest'
import { databaseTrouble } from '../../../runtime/store/database-away.ts'
import { EmbeddedEnded } from '../../../runtime/store/embedded/pglite-bridge.ts'
import { openDatabase } from '../../../runtime/store/open-database.ts'
import { onEachStore } from '../../support/databases.ts'

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

onEachStore('a database that refuses a statement', (store) => {
  it('is not away', async () => {
    expect(databaseTrouble(await errorOf(store.database().query('select 1/0')))).toBe(null)
    expect(databaseTrouble(await errorOf(store.database().query('insert into site (id) values (1)')))).toBe(null)
  })
})

describe('a database without room', () => {
  it('is told apart from one that is away, however it is wrapped', () => {
    const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' })
    expect(databaseTrouble(full)).toBe('disk-full')
    expect(databaseTrouble(new Error('failed query', { cause: full }))).toBe('disk-full')
    expect(databaseTrouble(new EmbeddedEnded('does not open', { cause: full }))).toBe('disk-full')
  })
})

describe('a database that cannot be asked', () => {
  it('is away when nobody answers at its address', async () => {
    expect(databaseTrouble(await errorOf(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })))).toBe('database-away')
  })

  it('is away when it is closed', async () => {
    const opening = await openDatabase({})
    if (!opening.ok) throw new Error('refused')
    await opening.database.close()
    expect(databaseTrouble(await errorOf(opening.database.query('select 1')))).toBe('database-away')
  }, 30_000)
})
