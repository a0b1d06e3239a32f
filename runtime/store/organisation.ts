/**
 * The organisation: people, roles, groups, departments, substitutions, calendars and the site's settings. Every change
 * takes an open transaction, is recorded in the site's stream and makes a new `rev`. What may be changed by whom was
 * decided by the caller.
 */
import type { WorkingCalendar } from '../engine/calendar/calendar.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Department, LocalText, Site, Substitution } from '../engine/site.ts'
import type { Queryable } from './database.ts'
import { readSite } from './site-snapshot.ts'
import { recordOnSite, type Stamp } from './site-stream.ts'

/** The live site, all of one moment. */
export const loadSite = (db: Queryable): Promise<Site> => readSite(db)

export async function siteRev(db: Queryable): Promise<number> {
  const [row] = await db.query<{ rev: number }>('select rev from site')
  return row!.rev
}

export interface SiteSettings {
  readonly name: string
  /** The first is the office's own. */
  readonly languages: readonly string[]
  readonly zone: string
  readonly settings: Readonly<Record<string, unknown>>
  /** Null while the site is empty. */
  readonly setUpAt: Instant | null
  readonly demo: boolean
}

export async function readSettings(db: Queryable): Promise<SiteSettings> {
  const [row] = await db.query<SiteSettings>('select name, languages, zone, settings, set_up_at as "setUpAt", demo from site')
  return row!
}

/** Changes what is given and leaves the rest. `settings` replaces the keys that it names; null takes one away. */
export async function saveSettings(tx: Queryable, changes: Partial<SiteSettings>, stamp: Stamp): Promise<number> {
  const { name, languages, zone, settings, setUpAt, demo } = changes
  await tx.query(
    `update site set name = coalesce($1, name), languages = coalesce($2::text[], languages), zone = coalesce($3, zone),
       settings = jsonb_strip_nulls(settings || coalesce($4::jsonb, '{}')), set_up_at = coalesce($5::timestamptz, set_up_at), demo = coalesce($6::boolean, demo)`,
    [name ?? null, languages ?? null, zone ?? null, settings ? JSON.stringify(settings) : null, setUpAt ?? null, demo ?? null],
  )
  const leaves = Object.entries(changes).map(([key, value]) => ({ path: `settings.${key}`, value }))
  return recordOnSite(tx, stamp, [{ body: { type: 'settings-changed', keys: Object.keys(changes) }, leaves }])
}

/** A person as the administrator edits one. Roles are replaced whole. */
export interface PersonChange {
  readonly id: Id
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly department: string | null
  readonly manager: Id | null
  readonly roles: readonly string[]
  readonly calendar?: string | null
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
  /** When they left; null: works here. */
  readonly left?: Instant | null
}

/** Adds or changes people. An address that another person has breaks the key `person_email` (23505), and with it the transaction. */
export async function savePeople(tx: Queryable, people: readonly PersonChange[], stamp: Stamp): Promise<number> {
  const present = await tx.query<{ id: Id; calendar: string | null }>('select id, calendar from person where id = any($1::uuid[])', [
    people.map(({ id }) => id),
  ])
  const rows = people.map(({ left, email, ...rest }) => ({
    // A calendar of their own stays, unless it is spoken of.
    calendar: present.find(({ id }) => id === rest.id)?.calendar ?? null,
    attributes: {},
    ...rest,
    email: email?.toLowerCase() ?? null,
    left_at: left ?? null,
  }))
  await tx.query(
    `insert into person (id, name, email, language, department, manager, calendar, attributes, left_at, created_at, updated_at)
     select r.id, r.name, r.email, r.language, r.department, r.manager, r.calendar, r.attributes, r.left_at, $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, email text, language text, department text, manager uuid, calendar text, attributes jsonb, left_at timestamptz)
     on conflict (id) do update set name = excluded.name, email = excluded.email, language = excluded.language, department = excluded.department,
       manager = excluded.manager, calendar = excluded.calendar, attributes = excluded.attributes, left_at = excluded.left_at, updated_at = excluded.updated_at`,
    [JSON.stringify(rows), stamp.at],
  )
  const ids = people.map(({ id }) => id)
  await tx.query('delete from person_role where person = any($1::uuid[])', [ids])
  await tx.query(
    'insert into person_role (person, role) select r.person, r.role from jsonb_to_recordset($1::jsonb) as r(person uuid, role text) on conflict do nothing',
    [JSON.stringify(people.flatMap(({ id, roles }) => roles.map((role) => ({ person: id, role }))))],
  )
  // Whoever left is signed out at once.
  await tx.query('delete from session using person p where session.person = p.id and p.left_at is not null and p.id = any($1::uuid[])', [
    ids,
  ])
  return recordOnSite(
    tx,
    stamp,
    people.map(({ id, name, email, department, manager, roles, left, attributes }) => ({
      body: { type: 'person-saved', person: id, department, manager, roles, left: left ?? null },
      leaves: [
        { path: 'name', value: name },
        { path: 'email', value: email },
        { path: 'attributes', value: attributes ?? {} },
      ],
    })),
  )
}

export async function saveDepartments(tx: Queryable, departments: readonly Department[], stamp: Stamp): Promise<number> {
  await tx.query(
    `insert into department (id, label, parent, head) select r.id, r.label, r.parent, r.head
     from jsonb_to_recordset($1::jsonb) as r(id text, label jsonb, parent text, head uuid)
     on conflict (id) do update set label = excluded.label, parent = excluded.parent, head = excluded.head`,
    [JSON.stringify(departments)],
  )
  return recordOnSite(
    tx,
    stamp,
    departments.map(({ id, label, parent, head }) => ({
      body: { type: 'department-saved', department: id, parent, head },
      leaves: [{ path: 'label', value: label }],
    })),
  )
}

export async function saveRoles(
  tx: Queryable,
  roles: readonly { readonly id: string; readonly label: LocalText }[],
  stamp: Stamp,
): Promise<number> {
  await tx.query(
    'insert into role (id, label) select r.id, r.label from jsonb_to_recordset($1::jsonb) as r(id text, label jsonb) on conflict (id) do update set label = excluded.label',
    [JSON.stringify(roles)],
  )
  return recordOnSite(
    tx,
    stamp,
    roles.map(({ id, label }) => ({ body: { type: 'role-saved', role: id }, leaves: [{ path: 'label', value: label }] })),
  )
}

/** Members are replaced whole. */
export async function saveGroups(
  tx: Queryable,
  groups: readonly { readonly id: string; readonly label: LocalText; readonly members: readonly Id[] }[],
  stamp: Stamp,
): Promise<number> {
  await tx.query(
    'insert into "group" (id, label) select r.id, r.label from jsonb_to_recordset($1::jsonb) as r(id text, label jsonb) on conflict (id) do update set label = excluded.label',
    [JSON.stringify(groups)],
  )
  await tx.query('delete from group_member where "group" = any($1::text[])', [groups.map(({ id }) => id)])
  await tx.query(
    'insert into group_member ("group", person) select r."group", r.person from jsonb_to_recordset($1::jsonb) as r("group" text, person uuid) on conflict do nothing',
    [JSON.stringify(groups.flatMap(({ id, members }) => members.map((person) => ({ group: id, person }))))],
  )
  return recordOnSite(
    tx,
    stamp,
    groups.map(({ id, label, members }) => ({
      body: { type: 'group-saved', group: id, members },
      leaves: [{ path: 'label', value: label }],
    })),
  )
}

export async function saveSubstitution(
  tx: Queryable,
  { id, person, substitute, from, to, openToo }: Substitution,
  stamp: Stamp,
): Promise<number> {
  await tx.query(
    `insert into substitution (id, person, substitute, from_at, to_at, open_too) values ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6)
     on conflict (id) do update set substitute = excluded.substitute, from_at = excluded.from_at, to_at = excluded.to_at, open_too = excluded.open_too`,
    [id, person, substitute, from, to, openToo],
  )
  return recordOnSite(tx, stamp, [{ body: { type: 'substitution-saved', substitution: id, person, substitute, from, to, openToo } }])
}

export async function dropSubstitution(tx: Queryable, id: Id, stamp: Stamp): Promise<number> {
  await tx.query('delete from substitution where id = $1', [id])
  return recordOnSite(tx, stamp, [{ body: { type: 'substitution-dropped', substitution: id } }])
}

/** The calendar of the site (`site`) or one that people are given by its id. */
export async function saveCalendar(tx: Queryable, id: string, body: WorkingCalendar, stamp: Stamp): Promise<number> {
  await tx.query('insert into calendar (id, body) values ($1, $2::jsonb) on conflict (id) do update set body = excluded.body', [
    id,
    JSON.stringify(body),
  ])
  return recordOnSite(tx, stamp, [
    { body: { type: 'calendar-saved', calendar: id, zone: body.zone }, leaves: [{ path: 'body', value: body }] },
  ])
}

/** What an office has beside its people. A definition names the first three by their id: `{ "role": "lawyer" }`. */
export type Structure = 'role' | 'group' | 'department' | 'calendar'

/** Takes a role, group, department or calendar away, with whoever has it. What still names it was looked at by the caller. */
export async function dropStructure(tx: Queryable, kind: Structure, id: string, stamp: Stamp): Promise<number> {
  if (kind === 'role') await tx.query('delete from person_role where role = $1', [id])
  if (kind === 'group') await tx.query('delete from group_member where "group" = $1', [id])
  await tx.query(`delete from "${kind}" where id = $1`, [id])
  return recordOnSite(tx, stamp, [{ body: { type: 'structure-dropped', kind, id } }])
}

/** The definitions, as `kind/id`, that name a role, group or department: of the newest release, and those that open documents travel on. */
export async function definitionsNaming(db: Queryable, kind: Exclude<Structure, 'calendar'>, id: string): Promise<readonly string[]> {
  const named = (body: string) => `jsonb_path_exists(${body}, '$.**.${kind} ? (@ == $id)', jsonb_build_object('id', $1::text))`
  const rows = await db.query<{ name: string }>(
    `select i.kind || '/' || i.id as name from release_item i join definition_body b on b.hash = i.hash
       where i.release = (select release from site) and ${named('b.body')}
     union select 'document-type/' || p.type from program p join definition_body b on b.hash = p.type_hash
       where ${named('b.body')} and exists (select 1 from document d where d.program = p.hash and d.closed_at is null)
     union select 'approval-schema/' || p.schema from program p join definition_body b on b.hash = p.schema_hash
       where ${named('b.body')} and exists (select 1 from document d where d.program = p.hash and d.closed_at is null)
     order by 1`,
    [id],
  )
  return rows.map(({ name }) => name)
}

/** How many documents have a department in one of these fields of their card (`field`, or `table.column`). */
export async function documentsWithDepartment(db: Queryable, type: string, fields: readonly string[], id: string): Promise<number> {
  const among = fields.map((_, index) => `jsonb_path_exists(card, $${index + 3}::jsonpath, jsonb_build_object('id', $2::text))`)
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from document where type = $1 and (${among.join(' or ')})`,
    [
      type,
      id,
      ...fields.map(
        (field) =>
          `$.${field
            .split('.')
            .map((part) => JSON.stringify(part))
            .join('[*].')} ? (@ == $id || @[*] == $id)`,
      ),
    ],
  )
  return row!.count
}
