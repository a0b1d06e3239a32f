// The short form of `npm run torture`: hurt a few times under load, and every promise is kept.
import { describe, expect, it } from 'vitest'
import { postgresBinaries } from '../support/postgres-cluster.ts'
import { tortureEmbedded, tortureServer } from '../torture/hurt.ts'

const wanted = process.env.DOSAR_TEST_ALL === '1' || postgresBinaries() !== null

describe('the program, hurt at random moments under load', () => {
  it('keeps what it promised when it is killed, on a data folder', async () => {
    const { answered, broken } = await tortureEmbedded(3)
    expect(answered).toBeGreaterThan(20)
    expect(broken).toEqual([])
  }, 180_000)

  for (const hurt of ['kill', 'connections', 'database'] as const)
    it.skipIf(!wanted)(
      `keeps what it promised on a server, hurt by: ${hurt}`,
      async () => {
        const { answered, broken } = await tortureServer(hurt, 2)
        expect(answered).toBeGreaterThan(20)
        expect(broken).toEqual([])
      },
      180_000,
    )
})
