import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { openOffice } from '../../support/office.ts'

onEachStore('the migrations', (store) => {
  it('may run again, by two processes at once, and change nothing', async () => {
    const tables = () =>
      store
        .database()
        .query(`select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`)
    const before = await tables()
    await Promise.all([store.database().migrate(), store.database().migrate()])
    expect(await tables()).toEqual(before)
    expect(before.length).toBeGreaterThan(100)
  })

  it('partition documents by type', async () => {
    const [row] = await store.database().query(`select partstrat from pg_partitioned_table where partrelid = 'document'::regclass`)
    expect(row).toEqual({ partstrat: 'l' })
  })

  it('make the one row of the site', async () => {
    expect(await store.database().query('select id, rev, release, set_up_at from site')).toEqual([
      { id: 1, rev: 1, release: 0, set_up_at: null },
    ])
  })

  it('name no schema, so that a site may live in any', async () => {
    const sql = execFileSync(
      'cat',
      readdirSync('runtime/store/migrations')
        .filter((file) => file.endsWith('.sql'))
        .map((file) => join('runtime/store/migrations', file)),
      { encoding: 'utf8' },
    )
    expect(sql).not.toContain('"public".')
  })
})

onEachStore('the assignments of an office at work', (store) => {
  it('are told from whom they came by the migration as by the program', async () => {
    const office = await openOffice(store.database(), { samples: true })
    try {
      const told = () => store.database().query('select id, asked_by from assignment order by id')
      const before = await told()
      await store.database().query('alter table assignment drop column asked_by')
      for (const statement of readFileSync('runtime/store/migrations/0004_asked_by.sql', 'utf8').split('--> statement-breakpoint'))
        await store.database().query(statement)
      expect(await told()).toEqual(before)
      expect(before.length).toBeGreaterThan(50)
      expect(new Set(before.map((row) => row.asked_by)).size).toBeGreaterThan(3)
    } finally {
      await office.stop()
    }
  }, 120_000)
})

it('the tables and the migrations say the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dosar-migrations-'))
  try {
    cpSync('runtime/store/migrations', folder, { recursive: true })
    const args = ['generate', '--dialect=postgresql', '--schema=./runtime/store/tables/*.ts', `--out=${relative(process.cwd(), folder)}`]
    const said = execFileSync('node_modules/.bin/drizzle-kit', args, { encoding: 'utf8' })
    expect(said).toContain('No schema changes')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 30_000)
