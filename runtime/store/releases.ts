/** Releases: immutable lists of definitions by content hash. Nothing published is ever changed; going back publishes old bodies anew. */
import type { DefinitionKind } from '../../schemas/definition-kind.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { bodyHash, programHash } from '../../schemas/hash.ts'
import { liftDefinition } from '../../schemas/migrate.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'
import { ensurePartition } from './partitions.ts'
import { lockSite, recordOnSite, type Stamp } from './site-stream.ts'

export type ReleasedKind = Extract<DefinitionKind, 'document-type' | 'approval-schema' | 'reminder-rule' | 'directory' | 'print-form'>

export interface ReleaseItem {
  readonly kind: ReleasedKind
  readonly id: string
  readonly hash: string
}

export interface ReleasedDefinition extends ReleaseItem {
  /** In the current version of the language. */
  readonly body: unknown
}

/** A stored body in the current version of the language. One that this program is too old for is a bug of the installation. */
export function lifted(kind: DefinitionKind, body: unknown): unknown {
  const result = liftDefinition(kind, body as Record<string, unknown>)
  if (!result.ok) throw new Error(`a ${kind} in the database cannot be read: ${JSON.stringify(result.explanation)}`)
  return result.definition
}

/** What a release holds, in the order of kind and id; without a number the newest, empty before the first. */
export async function loadRelease(db: Queryable, number?: number): Promise<ReleasedDefinition[]> {
  const rows = await db.query<ReleasedDefinition>(
    `select i.kind, i.id, i.hash, b.body from release_item i join definition_body b on b.hash = i.hash
     where i.release = coalesce($1::int, (select release from site)) order by i.kind, i.id`,
    [number ?? null],
  )
  return rows.map((row) => ({ ...row, body: lifted(row.kind, row.body) }))
}

/** A body as it was published, by its hash; null where there is none. */
export async function definitionBody(db: Queryable, hash: string): Promise<unknown> {
  const [row] = await db.query<{ body: unknown }>('select body from definition_body where hash = $1', [hash])
  return row?.body ?? null
}

/** The definitions that a program was first published with; null for a hash that nobody published. */
export async function readProgram(
  db: Queryable,
  hash: string,
): Promise<{ readonly type: DocumentType; readonly schema: ApprovalSchema | null } | null> {
  const [row] = await db.query<{ type: unknown; schema: unknown }>(
    `select t.body as type, s.body as schema from program p join definition_body t on t.hash = p.type_hash
     left join definition_body s on s.hash = p.schema_hash where p.hash = $1`,
    [hash],
  )
  if (!row) return null
  return {
    type: lifted('document-type', row.type) as DocumentType,
    schema: row.schema ? (lifted('approval-schema', row.schema) as ApprovalSchema) : null,
  }
}

export interface Publication {
  /** What changes: a body as it is to be stored, or null for what is taken out. Everything else stays as it was. */
  readonly changes: readonly { readonly kind: ReleasedKind; readonly id: string; readonly body: object | null }[]
  readonly note: string | null
}

/**
 * Publishes definitions together as the next release, in an open transaction, and takes their drafts away. Whether they
 * are sound was checked by the caller, against the release that it read under `lockSite` in the same transaction.
 * Makes the partitions of new types and the programs that new documents may be pinned to.
 */
export async function publish(
  tx: Queryable,
  { changes, note }: Publication,
  stamp: Stamp,
): Promise<{ readonly release: number; readonly rev: number }> {
  const { release: newest } = await lockSite(tx)
  const release = newest + 1
  const bodies = changes.flatMap(({ kind, id, body }) => (body ? [{ kind, id, body, hash: bodyHash(body) }] : []))
  await tx.query(
    'insert into definition_body (hash, body) select r.hash, r.body from jsonb_to_recordset($1::jsonb) as r(hash text, body jsonb) on conflict do nothing',
    [JSON.stringify(bodies)],
  )
  await tx.query('insert into release (number, at, by, note) values ($1, $2::timestamptz, $3::uuid, $4)', [
    release,
    stamp.at,
    stamp.by,
    note,
  ])
  const named = JSON.stringify(changes.map(({ kind, id }) => ({ kind, id })))
  await tx.query(
    `insert into release_item (release, kind, id, hash)
     select $1::int, i.kind, i.id, i.hash from release_item i
     where i.release = $2::int and not exists (select from jsonb_to_recordset($3::jsonb) as r(kind text, id text) where r.kind = i.kind and r.id = i.id)
     union all select $1::int, r.kind, r.id, r.hash from jsonb_to_recordset($4::jsonb) as r(kind text, id text, hash text)`,
    [release, newest, named, JSON.stringify(bodies)],
  )
  await tx.query('delete from draft d using jsonb_to_recordset($1::jsonb) as r(kind text, id text) where d.kind = r.kind and d.id = r.id', [
    named,
  ])
  await tx.query('update site set release = $1', [release])
  await keepPrograms(tx, release)
  const rev = await recordOnSite(tx, stamp, [
    {
      body: {
        type: 'release-published',
        release,
        changes: changes.map(({ kind, id, body }) => ({ kind, id, hash: body ? bodyHash(body) : null })),
      },
      leaves: note ? [{ path: 'note', value: note }] : [],
    },
  ])
  return { release, rev }
}

/** Notes every program that documents of this release may be pinned to: each type by itself, and with each of its schemas. */
async function keepPrograms(tx: Queryable, release: number): Promise<void> {
  const definitions = await loadRelease(tx, release)
  const schemas = new Map(definitions.filter(({ kind }) => kind === 'approval-schema').map((one) => [one.id, one]))
  const programs = []
  for (const { kind, id, hash: typeHash, body } of definitions) {
    if (kind !== 'document-type') continue
    await ensurePartition(tx, id)
    const type = body as DocumentType
    programs.push({ hash: programHash(type, null), type: id, type_hash: typeHash, schema: null, schema_hash: null })
    for (const { schema } of type.approval ?? []) {
      const found = schemas.get(schema)
      if (!found) continue
      const hash = programHash(type, found.body as ApprovalSchema)
      programs.push({ hash, type: id, type_hash: typeHash, schema, schema_hash: found.hash })
    }
  }
  await tx.query(
    `insert into program (hash, type, type_hash, schema, schema_hash, release)
     select r.hash, r.type, r.type_hash, r.schema, r.schema_hash, $2::int
     from jsonb_to_recordset($1::jsonb) as r(hash text, type text, type_hash text, schema text, schema_hash text) on conflict do nothing`,
    [JSON.stringify(programs), release],
  )
}

export interface Release {
  readonly number: number
  readonly at: Instant
  readonly by: Id | null
  readonly note: string | null
  readonly items: readonly (ReleaseItem & { readonly change: 'added' | 'changed' | 'removed' })[]
}

/** The releases, newest first, each with what it changed against the one before. */
export async function releases(
  db: Queryable,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): Promise<{ readonly items: Release[]; readonly after: number | null }> {
  const rows = await db.query<Release>(
    `select r.number, r.at, r.by, r.note, coalesce((
       select jsonb_agg(jsonb_build_object('kind', coalesce(n.kind, o.kind), 'id', coalesce(n.id, o.id), 'hash', coalesce(n.hash, o.hash),
         'change', case when o.id is null then 'added' when n.id is null then 'removed' else 'changed' end) order by coalesce(n.kind, o.kind), coalesce(n.id, o.id))
       from (select * from release_item where release = r.number) n
       full join (select * from release_item where release = r.number - 1) o on o.kind = n.kind and o.id = n.id
       where n.hash is distinct from o.hash), '[]') as items
     from release r where r.number < $1 order by r.number desc limit $2`,
    [after ?? 2_147_483_647, limit + 1],
  )
  const items = rows.slice(0, limit)
  return { items, after: rows.length > limit ? items.at(-1)!.number : null }
}
