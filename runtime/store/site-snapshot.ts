/** The live site, read whole in one statement, so that all of it is of one moment. */
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import type { WorkingCalendar } from '../engine/calendar/calendar.ts'
import type { Department, LocalText, Person, Site, Substitution } from '../engine/site.ts'
import type { Queryable } from './database.ts'
import { lifted, type ReleasedKind } from './releases.ts'

/** Monday to Friday, nine to six: until somebody says otherwise. */
const usualHours: WorkingCalendar['hours'] = {
  monday: [['09:00', '18:00']],
  tuesday: [['09:00', '18:00']],
  wednesday: [['09:00', '18:00']],
  thursday: [['09:00', '18:00']],
  friday: [['09:00', '18:00']],
}

interface Snapshot {
  rev: number
  release: number
  name: string
  languages: string[]
  zone: string
  webhooks: Record<string, { url: string }> | null
  people: (Omit<Person, 'roles' | 'calendar' | 'left'> & { calendar: string | null; left: boolean; roles: string[] })[]
  departments: Department[]
  roles: { id: string; label: LocalText }[]
  groups: { id: string; label: LocalText; members: string[] }[]
  substitutions: Substitution[]
  calendars: { id: string; body: WorkingCalendar }[]
  definitions: { kind: ReleasedKind; id: string; body: unknown }[]
}

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const list = (sql: string) => `(select coalesce(jsonb_agg(r), '[]') from (${sql}) r)`

const snapshotText = `select s.rev, s.release, s.name, s.languages, s.zone, s.settings->'webhooks' as webhooks,
  ${list(`select p.id, p.name, p.email, p.language, p.department, p.manager, p.calendar, p.attributes, p.left_at is not null as left,
    (select coalesce(jsonb_agg(pr.role order by pr.role), '[]') from person_role pr where pr.person = p.id) as roles
    from person p order by sort_key(p.name) collate "C", p.id`)} as people,
  ${list('select id, label, parent, head from department order by id')} as departments,
  ${list('select id, label from role order by id')} as roles,
  ${list(`select g.id, g.label, (select coalesce(jsonb_agg(m.person order by m.person), '[]') from group_member m where m."group" = g.id) as members
    from "group" g order by g.id`)} as groups,
  ${list(`select id, person, substitute, ${iso('from_at')} as "from", ${iso('to_at')} as "to", open_too as "openToo" from substitution order by from_at, id`)} as substitutions,
  ${list('select id, body from calendar')} as calendars,
  ${list(`select i.kind, i.id, b.body from release_item i join definition_body b on b.hash = i.hash where i.release = s.release order by i.kind, i.id`)} as definitions
from site s`

/** The site as the engine wants it. */
export async function readSite(db: Queryable): Promise<Site> {
  const [snapshot] = await db.query<Snapshot>(snapshotText)
  const { rev, release, name, languages, zone, webhooks, people, departments, roles, groups, substitutions, calendars, definitions } =
    snapshot!
  const calendarOf = new Map(calendars.map(({ id, body }) => [id, body]))
  const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]))
  const released = <T>(kind: ReleasedKind): ReadonlyMap<string, T> =>
    new Map(definitions.filter((one) => one.kind === kind).map(({ id, body }) => [id, lifted(kind, body) as T]))
  return {
    rev,
    release,
    name,
    languages,
    zone,
    calendar: calendarOf.get('site') ?? { zone, hours: usualHours, holidays: [] },
    calendars: calendarOf,
    people: byId(people.map((person) => ({ ...person, calendar: (person.calendar && calendarOf.get(person.calendar)) || null }))),
    departments: byId(departments),
    roles: byId(roles),
    groups: byId(groups),
    substitutions,
    webhooks: new Map(Object.entries(webhooks ?? {})),
    types: released<DocumentType>('document-type'),
    schemas: released<ApprovalSchema>('approval-schema'),
    rules: released<ReminderRule>('reminder-rule'),
    directories: released<Directory>('directory'),
  }
}
