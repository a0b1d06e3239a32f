import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { site } from '../../../runtime/store/tables/site.ts'
import { onEachStore } from '../../support/databases.ts'

onEachStore('the database', (store) => {
  const db = () => store.database()

  it('gives the same values for the same types', async () => {
    const [row] = await db().query(
      `select 9007199254740991::bigint as counted, $1::timestamptz as instant, '2026-03-01'::date as day, 1.50::numeric as exact,
              $2::jsonb as card, $3::text[] as keys, null::text as blank, true as yes, $4::uuid as id, 'x'::text as text, $5::jsonb as json_text`,
      [
        '2026-11-23T09:00:00.500Z',
        { amount: 0.1, works: [{ _id: 'a' }] },
        ['p:ana', 'g:x,"y"'],
        '019abc00-0000-7000-8000-000000000001',
        '"text"',
      ],
    )
    expect(row).toEqual({
      counted: 9007199254740991,
      instant: '2026-11-23T09:00:00.500Z',
      day: '2026-03-01',
      exact: '1.50',
      card: { amount: 0.1, works: [{ _id: 'a' }] },
      keys: ['p:ana', 'g:x,"y"'],
      blank: null,
      yes: true,
      id: '019abc00-0000-7000-8000-000000000001',
      text: 'x',
      json_text: 'text',
    })
  })

  it('gives instants one width, whatever their fraction or zone', async () => {
    const [row] = await db().query(
      `select timestamptz '2026-11-23 09:00+00' as whole, timestamptz '2026-03-29 03:30:00.123456+03' as zoned`,
    )
    expect(row).toEqual({ whole: '2026-11-23T09:00:00.000Z', zoned: '2026-03-29T00:30:00.123Z' })
  })

  it('refuses a number that JavaScript cannot hold rather than round it', async () => {
    await expect(db().query('select 9007199254740993::bigint as n')).rejects.toThrow()
  })

  it("keeps the server's code and constraint on an error", async () => {
    await expect(db().query('insert into site (id) values (1)')).rejects.toMatchObject({ code: '23505' })
    await expect(db().query('insert into site (id) values (2)')).rejects.toMatchObject({ code: '23514' })
  })

  describe('a transaction', () => {
    beforeEach(() => db().query(`update site set name = 'before'`))
    const name = async () => (await db().query<{ name: string }>('select name from site'))[0]!.name

    it('commits what was done in it', async () => {
      const answer = await db().transaction(async (tx) => {
        await tx.query(`update site set name = 'raw'`)
        await tx.orm.update(site).set({ zone: 'Europe/Bucharest' }).where(eq(site.id, 1))
        return 'done'
      })
      expect(answer).toBe('done')
      expect(await name()).toBe('raw')
      expect((await db().orm.select().from(site))[0]).toMatchObject({ zone: 'Europe/Bucharest' })
    })

    it('leaves no trace when it throws', async () => {
      await expect(
        db().transaction(async (tx) => {
          await tx.query(`update site set name = 'lost'`)
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
      expect(await name()).toBe('before')
    })

    it('leaves no trace when a statement in it fails', async () => {
      await expect(
        db().transaction(async (tx) => {
          await tx.query(`update site set name = 'lost'`)
          await tx.query('select 1/0')
        }),
      ).rejects.toMatchObject({ code: '22012' })
      expect(await name()).toBe('before')
    })

    it('goes on after a failure inside a savepoint, and undoes only that', async () => {
      await db().transaction(async (tx) => {
        await tx.query(`update site set name = 'kept'`)
        const failing = tx.savepoint(async (inner) => {
          await inner.query(`update site set name = 'undone'`)
          await inner.query('insert into site (id) values (1)')
        })
        await expect(failing).rejects.toMatchObject({ code: '23505' })
        expect(await tx.savepoint((inner) => inner.query('select 1 as one'))).toEqual([{ one: 1 }])
      })
      expect(await name()).toBe('kept')
    })

    it('refuses the database itself inside, where it would wait for ever', async () => {
      const inside = (use: () => Promise<unknown>) => db().transaction(use)
      await expect(inside(() => db().query('select 1'))).rejects.toThrow('query inside a transaction')
      await expect(inside(async () => db().orm.select().from(site))).rejects.toThrow('orm.select inside a transaction')
      await expect(inside(() => db().transaction(async () => {}))).rejects.toThrow('transaction inside a transaction')
      await expect(inside(() => db().orm.transaction(async () => {}))).rejects.toThrow('inside a transaction')
      await expect(db().orm.transaction(async () => db().query('select 1'))).rejects.toThrow('query inside a transaction')
      expect(await db().query('select 1 as one')).toEqual([{ one: 1 }])
    })

    it('does not mix with what others do at the same time', async () => {
      const [inside, outside] = await Promise.all([
        db().transaction(async (tx) => {
          await tx.query(`update site set name = 'mine'`)
          await setTimeout(30)
          return (await tx.query<{ name: string }>('select name from site'))[0]!.name
        }),
        name(),
      ])
      expect(inside).toBe('mine')
      expect(['before', 'mine']).toContain(outside)
    })
  })

  it('is kept in order: sweeping gives room back, and the planner knows how much there is', async () => {
    await db().query('create table swept (n int)')
    await db().query('insert into swept select n from generate_series(1, 2000) n')
    const size = async () => (await db().query<{ size: number }>(`select pg_relation_size('swept') as size`))[0]!.size
    const once = await size()
    for (let round = 0; round < 10; round++) {
      await db().query('update swept set n = n + 1')
      await db().maintain()
    }
    if (store.kind === 'embedded') {
      expect(await size()).toBeLessThan(once * 4)
      expect(await db().query(`select reltuples::int as n from pg_class where relname = 'swept'`)).toEqual([{ n: 2000 }])
    }
    await db().query('drop table swept')
  })

  it('tells every listener once what was notified, and none that has left', async () => {
    const heard: string[] = []
    const leave = await db().listen('office', (payload) => heard.push(`first ${payload}`))
    await db().listen('office', (payload) => heard.push(`second ${payload}`))
    await db().notify('office', 'one')
    await expect.poll(() => heard).toEqual(['first one', 'second one'])
    await leave()
    await db().notify('office', 'two')
    await expect.poll(() => heard).toEqual(['first one', 'second one', 'second two'])
  })
})
