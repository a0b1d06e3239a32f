/**
 * What this machine's PostgreSQL can do at most: the same work as the program's, on copies of the program's own rows, as
 * prepared SQL from pgbench, with one round trip each. Nothing of it touches the program's tables.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'

export type CeilingWork = 'approve' | 'create' | 'open' | 'inbox' | 'list' | 'sweep'

export interface Ceiling {
  /** Times a second, with eight connections. */
  run(work: CeilingWork, seconds: number): { readonly perSecond: number; readonly done: number }
}

/** Copies of rows to work on; enough that eight connections rarely meet on one. */
const COPIES = 5_000

/** Makes the schema `ceiling` from one contract that is being approved, with its events, seats, timers and notices. */
export async function makeCeiling(sql: Sql, url: string, folder: string, contract: string, documents: number): Promise<Ceiling> {
  await sql.unsafe('drop schema if exists ceiling cascade; create schema ceiling')
  const copy = (table: string, where: string) =>
    sql.unsafe(
      `create table ceiling.${table} (like public.${table} including defaults); insert into ceiling.${table} select * from public.${table} where ${where}`,
    )
  await copy('event', `stream = '${contract}'`)
  await copy('assignment', `document = '${contract}'`)
  await copy('notice', `document = '${contract}'`)
  await sql.unsafe(`
    create table ceiling.document as
      select n, gen_random_uuid() as id, d.type, d.program, d.schema, d.number, d.title, d.status, d.process, d.card, d.derived, d.readers, d.rev,
        d.card_rev, d.head_sequence, d.head_hash, d.author, d.created_at + n * interval '1 second' as created_at, d.updated_at, d.search,
        (n::bigint * 7919 % 1000000)::numeric as amount
      from public.document d, generate_series(1, ${Math.max(COPIES, documents)}) n where d.id = '${contract}';
    alter table ceiling.document add primary key (id);
    create unique index on ceiling.document (n);
    create index on ceiling.document (status, created_at, id);
    create index on ceiling.document (status, amount);
    create table ceiling.seat as select n, gen_random_uuid() as id, d.id as document, a.node, a.seat, a.line, a.person, a.pool, a."except", 'open'::text as state,
        null::text as outcome, a.opened_at + n * interval '1 second' as opened_at, a.due_at, null::timestamptz as closed_at
      from ceiling.document d, lateral (select * from ceiling.assignment a where a.person is not null limit 1) a where n <= ${COPIES};
    alter table ceiling.seat add primary key (id);
    create unique index on ceiling.seat (n);
    create index on ceiling.seat (person, opened_at, id) where state = 'open';
    create table ceiling.happened as select d.id as stream, e.sequence, e.type, e.at, e.by, e.body, e.leaves, e.hash, e.previous
      from ceiling.document d, ceiling.event e where n <= ${COPIES};
    alter table ceiling.happened add primary key (stream, sequence);
    create table ceiling.told as select * from ceiling.notice where false;
    create index on ceiling.told (recipient, at);
    create table ceiling.due as select n as id, 'timer'::text as kind, now() - interval '1 day' as due_at, gen_random_uuid() as document, 'k' as key
      from generate_series(1, 500000) n;
    create index on ceiling.due (due_at);
    create unique index on ceiling.due (document, kind, key);
    create table ceiling.series (type text primary key, last int);
    insert into ceiling.series values ('contract', 0);
    analyze ceiling.seat; analyze ceiling.happened; analyze ceiling.due;
  `)
  await sql.unsafe('vacuum analyze ceiling.document')
  // What an approval writes: the document, the seat, two events in the chain, a timer, and a notice.
  await sql.unsafe(`create function ceiling.approve(i int) returns int language sql as $$
    with t as (update ceiling.document set process = process, title = title, status = status, rev = rev + 1, head_sequence = head_sequence + 2,
        updated_at = now() where n = i returning id, head_sequence, head_hash),
      s as (update ceiling.seat set state = case state when 'open' then 'done' else 'open' end, closed_at = now() where n = i),
      e as (insert into ceiling.happened select t.id, t.head_sequence - o, e.type, now(), e.by, e.body, e.leaves, encode(sha256(e.hash::bytea), 'hex'), e.hash
        from t, generate_series(0, 1) o, lateral (select * from ceiling.event limit 1) e),
      d as (insert into ceiling.due (id, kind, due_at, document, key) select 0, 'timer', now() + interval '2 days', t.id, 'late' from t
        on conflict (document, kind, key) do update set due_at = excluded.due_at),
      o as (insert into ceiling.told select gen_random_uuid(), n.recipient, n.about, n.text, n.facts, t.id, n.document_type, n.assignment, n.by, now(), null
        from t, lateral (select * from ceiling.notice limit 1) n)
    select head_sequence from t $$`)
  await sql.unsafe(`create function ceiling.make() returns int language sql as $$
    with c as (update ceiling.series set last = last + 1 where type = 'contract' returning last),
      t as (insert into ceiling.document select 10000000 + c.last, gen_random_uuid(), d.type, d.program, d.schema, c.last::text, d.title, d.status, d.process, d.card,
        d.derived, d.readers, 1, 1, 2, d.head_hash, d.author, now(), now(), d.search, d.amount from c, ceiling.document d where d.n = 1 returning id),
      e as (insert into ceiling.happened select t.id, o, e.type, now(), e.by, e.body, e.leaves, encode(sha256(e.hash::bytea), 'hex'), e.hash
        from t, generate_series(1, 2) o, lateral (select * from ceiling.event limit 1) e)
    select last from c $$`)
  await sql.unsafe(`create function ceiling.sweep() returns bigint language sql as $$
    with d as (delete from ceiling.due where ctid in (select ctid from ceiling.due where due_at < now() order by due_at limit 500 for update skip locked) returning 1)
    select count(*) from d $$`)
  const person = (await sql`select person from ceiling.seat limit 1`)[0]!.person as string
  const scripts: Record<CeilingWork, string> = {
    approve: `\\set n random(1, ${COPIES})\nselect ceiling.approve(:n);\n`,
    create: 'select ceiling.make();\n',
    open: `\\set n random(1, ${COPIES})
select d.*, (select json_agg(e) from (select * from ceiling.happened e where e.stream = d.id order by sequence desc limit 20) e),
  (select json_agg(s) from ceiling.seat s where s.n = :n and s.state = 'open') from ceiling.document d where d.n = :n;\n`,
    inbox: `select s.*, d.number, d.title, d.status, d.author, d.card, d.readers from ceiling.seat s
  join ceiling.document d on d.id = s.document where s.state = 'open' and s.person = '${person}' order by s.opened_at, s.id limit 50;\n`,
    list: `\\set low random(1, 900000)
select id, number, title, status, card, (select count(*) from (select from ceiling.document where status = 'in-approval' and amount >= :low limit 1001) c)
  from ceiling.document where status = 'in-approval' and amount >= :low order by created_at desc, id desc limit 50;\n`,
    sweep: 'select ceiling.sweep();\n',
  }
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.sql`), text, { mode: 0o644 })
  return {
    run(work, seconds) {
      const out = execFileSync(
        'pgbench',
        ['-n', '-M', 'prepared', '-c', '8', '-j', '2', '-T', String(seconds), '-f', join(folder, `${work}.sql`), url],
        // A page comes in the order of its index and is counted by another: what a plan made for any value may miss.
        {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, PGOPTIONS: work === 'list' ? '-c enable_sort=off -c enable_seqscan=off -c enable_bitmapscan=off' : '' },
        },
      )
      const number = (pattern: RegExp) => Number(pattern.exec(out)?.[1] ?? Number.NaN)
      return { perSecond: number(/tps = ([\d.]+) \(without/), done: number(/actually processed: (\d+)/) }
    },
  }
}
