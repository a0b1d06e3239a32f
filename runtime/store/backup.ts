/**
 * A whole site as lines of JSON, and back: everything that the database holds, of one moment, in a form that either house reads.
 * The first line says what it is and what made it, then come the tables with their rows, and the last line counts and seals what
 * was before it. Rows pass through as PostgreSQL writes them, so that no figure and no moment is rounded on the way.
 */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database, Queryable, Transaction } from './database.ts'
import { readSettings } from './organisation.ts'
import { ensurePartition } from './partitions.ts'

/** The version of the form; a later one says what changed. */
const FORM = 1
/** Sign-ins and what counts them: whoever comes back signs in anew. */
const left: readonly string[] = ['session', 'verification', 'rate_limit', 'document_partition']
const ROWS = 500
/** Characters of rows that are written with one statement. */
const MOST = 4_000_000

export interface BackupHead {
  readonly dosar: 'backup'
  readonly form: number
  readonly madeAt: string
  readonly office: string
  /** The migrations that the tables had seen: only a program with the same ones can read the rows. */
  readonly migrations: readonly string[]
  /** The types of documents, each of which has a part of the table `document`. */
  readonly types: readonly string[]
}

/** Why something is not restored; nothing of it was kept. */
export type BackupProblem =
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'other-version'; readonly found: number; readonly expected: number }
  | { readonly code: 'backup-damaged'; readonly line: number; readonly why: 'json' | 'shape' | 'seal' | 'cut-off' }
  | { readonly code: 'site-not-empty' }

export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly problem: BackupProblem
  constructor(problem: BackupProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export interface Counted {
  readonly tables: number
  readonly rows: number
}

const migrations = (): readonly string[] =>
  readMigrationFiles({ migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) }).map(({ hash }) => hash)

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function tablesOf(db: Queryable): Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]> {
  const rows = await db.query<{ name: string; columns: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname`,
  )
  // An account names its person.
  const order = ({ name }: { readonly name: string }) => (name === 'person' ? 0 : 1)
  return rows.filter(({ name }) => !left.includes(name) && !name.startsWith('__drizzle')).sort((a, b) => order(a) - order(b))
}

/** Everything, line by line, as it was at one moment; others go on writing meanwhile. Without the line breaks. */
export async function backup(database: Database, now: Date, write: (line: string) => Promise<void>): Promise<Counted> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    const seal = createHash('sha256')
    const say = async (line: string) => {
      seal.update(line).update('\n')
      await write(line)
    }
    const types = await tx.query<{ type: string }>('select type from document_partition order by name')
    const { name } = await readSettings(tx)
    const head: BackupHead = {
      dosar: 'backup',
      form: FORM,
      madeAt: now.toISOString(),
      office: name,
      migrations: migrations(),
      types: types.map(({ type }) => type),
    }
    await say(JSON.stringify(head))
    const tables = await tablesOf(tx)
    let rows = 0
    for (const table of tables) {
      await say(JSON.stringify({ table: table.name, columns: table.columns }))
      await tx.query(`declare dosar_backup no scroll cursor for select to_jsonb(t)::text as line from ${quoted(table.name)} t`)
      for (;;) {
        const read = await tx.query<{ line: string }>(`fetch forward ${ROWS} from dosar_backup`)
        for (const { line } of read) await say(line)
        rows += read.length
        if (read.length < ROWS) break
      }
      await tx.query('close dosar_backup')
    }
    await write(JSON.stringify({ end: true, tables: tables.length, rows, sha256: seal.digest('hex') }))
    return { tables: tables.length, rows }
  })
}

/** Fills an empty site with what was backed up: all of it, or nothing where a line is wrong, missing or too many. */
export async function restore(database: Database, lines: AsyncIterable<string>): Promise<Counted & { readonly head: BackupHead }> {
  return database.transaction(async (tx) => {
    if ((await readSettings(tx)).setUpAt !== null) throw new BackupRefused({ code: 'site-not-empty' })
    const seal = createHash('sha256')
    let number = 0
    let head: BackupHead | undefined
    let ended = false
    let filling: Filling | undefined
    let tables = 0
    let rows = 0
    for await (const line of lines) {
      number++
      if (!head) {
        head = headIn(line)
        await makeRoom(tx, head)
      } else if (ended) throw damaged(number, 'shape')
      else if (line.startsWith('{"end":true')) {
        await filling?.flush()
        const end = parsed(line, number)
        if (end.sha256 !== seal.digest('hex') || end.rows !== rows || end.tables !== tables) throw damaged(number, 'seal')
        ended = true
        continue
      } else if (line.startsWith('{"table":')) {
        await filling?.flush()
        filling = await fillingOf(tx, parsed(line, number), number)
        tables++
      } else {
        if (!filling) throw damaged(number, 'shape')
        await filling.add(line, number)
        rows++
      }
      seal.update(line).update('\n')
    }
    if (!head) throw new BackupRefused({ code: 'not-a-backup' })
    if (!ended) throw damaged(number + 1, 'cut-off')
    await goOnCounting(tx)
    return { head, tables, rows }
  })
}

const damaged = (line: number, why: Extract<BackupProblem, { code: 'backup-damaged' }>['why']) =>
  new BackupRefused({ code: 'backup-damaged', line, why })

function parsed(line: string, number: number): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    throw damaged(number, 'json')
  }
}

function headIn(line: string): BackupHead {
  let head: BackupHead
  try {
    head = JSON.parse(line) as BackupHead
  } catch {
    throw new BackupRefused({ code: 'not-a-backup' })
  }
  if (head?.dosar !== 'backup') throw new BackupRefused({ code: 'not-a-backup' })
  const own = migrations()
  const same = head.form === FORM && own.length === head.migrations.length && own.every((hash, index) => head.migrations[index] === hash)
  if (!same) throw new BackupRefused({ code: 'other-version', found: head.migrations.length, expected: own.length })
  return head
}

/** An empty site has one row of its own; the parts of `document` are made as publications make them. */
async function makeRoom(tx: Transaction, { types }: BackupHead): Promise<void> {
  await tx.query('delete from site')
  for (const type of types) await ensurePartition(tx, type)
}

interface Filling {
  add(line: string, number: number): Promise<void>
  flush(): Promise<void>
}

async function fillingOf(tx: Transaction, { table, columns }: Record<string, unknown>, number: number): Promise<Filling> {
  const known = (await tablesOf(tx)).find(({ name }) => name === table)
  if (!known || !Array.isArray(columns) || !columns.every((column) => known.columns.includes(column as string)))
    throw damaged(number, 'shape')
  const list = (columns as string[]).map(quoted).join(', ')
  const name = quoted(known.name)
  const text = `insert into ${name} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`
  let batch: string[] = []
  let size = 0
  const flush = async () => {
    if (batch.length > 0) await tx.query(text, [`[${batch.join(',')}]`])
    batch = []
    size = 0
  }
  return {
    flush,
    async add(line, at) {
      parsed(line, at)
      batch.push(line)
      size += line.length
      if (batch.length >= ROWS || size >= MOST) await flush()
    },
  }
}

/** What counts by itself goes on after the highest that was restored. */
async function goOnCounting(tx: Transaction): Promise<void> {
  const counted = await tx.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attidentity <> ''`,
  )
  for (const { table, column, sequence } of counted)
    await tx.query(`select setval($1::regclass, (select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(table)}), false)`, [sequence])
  // Other processes on this database keep what they know under the rev.
  await tx.query('update site set rev = rev + 1')
}
