// The short form of `npm run torture`: hurt a few times under load, and every promise is kept.
import { describe, expect, it } from 'vitest'
import { postgresBinaries } from '../support/postgres-cluster.ts'
import { fillDisk, smallDisk } from '../torture/full-disk.ts'
import { tortureEmbedded, tortureServer } from '../torture/hurt.ts'
import { serversTogether } from '../torture/servers.ts'

const wanted = process.env.DOSAR_TEST_ALL === '1' || postgresBinaries() !== null

const disk = smallDisk(8)
disk?.remove()

describe('the program on a disk that fills up under load', () => {
  for (const kind of ['embedded', 'server'] as const)
    it.skipIf(!disk || (kind === 'server' && !wanted))(
      `says so, loses nothing and goes on when there is room again: ${kind} (skipped where no disk may be mounted)`,
      async () => {
        const { told, broken } = await fillDisk(kind, 2)
        expect(Object.keys(told)).toContain('disk-full')
        expect(broken).toEqual([])
      },
      180_000,
    )
})

describe('the program, hurt at random moments under load', () => {
  it('keeps what it promised when it is killed, on a data folder', async () => {
    const { answered, mailed, broken } = await tortureEmbedded(3)
    expect(mailed).toBeGreaterThan(5)
    expect(answered).toBeGreaterThan(20)
    expect(broken).toEqual([])
  }, 180_000)

  it.skipIf(!wanted)(
    'shares a database with another server, of which one is killed',
    async () => {
      const { answered, broken, heard } = await serversTogether(2, 4)
      expect(answered).toBeGreaterThan(20)
      expect(heard).toBe(2)
      expect(broken).toEqual([])
    },
    180_000,
  )

  for (const hurt of ['kill', 'connections', 'database'] as const)
    it.skipIf(!wanted)(
      `keeps what it promised on a server, hurt by: ${hurt}`,
      async () => {
        const { answered, mailed, broken } = await tortureServer(hurt, 2)
        expect(mailed).toBeGreaterThan(5)
        expect(answered).toBeGreaterThan(20)
        expect(broken).toEqual([])
      },
      180_000,
    )
})
