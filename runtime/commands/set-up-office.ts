import type { People } from '../../schemas/generated/people.ts'
import type { WorkingCalendar } from '../engine/calendar/calendar.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Department, LocalText } from '../engine/site.ts'
import { makeAccount } from '../store/accounts.ts'
import type { Queryable } from '../store/database.ts'
import {
  type PersonChange,
  readSettings,
  saveCalendar,
  saveDepartments,
  saveGroups,
  savePeople,
  saveRoles,
  saveSettings,
} from '../store/organisation.ts'
import { lockSite, type Stamp } from '../store/site-stream.ts'
import type { Edges } from './edges.ts'
import { holidaysOf } from './holidays.ts'
import { type DefinitionChange, publishIn } from './publish-release.ts'

export interface NewOffice {
  readonly organisation: string
  readonly language: string
  readonly zone: string
  /** ISO 3166 code of the country whose public holidays count; null: none. */
  readonly country: string | null
  readonly hours: { readonly from: string; readonly to: string }
}

export interface Administrator {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** What a ready-made set brings to a new office. */
export interface Equipment {
  readonly definitions: readonly DefinitionChange[]
  readonly people: People | null
  readonly label: string
}

export type SetUp = { readonly ok: true; readonly administrator: Id } | { readonly ok: false; readonly problem: Problem }

/** The first set-up of an empty site: all of it, or nothing. The people of a ready-made set are examples and stay out; its roles, groups and departments come along. */
export async function setUpOffice(
  edges: Edges,
  office: NewOffice,
  administrator: Administrator,
  equipment: readonly Equipment[],
): Promise<SetUp> {
  const id = edges.newId()
  const set = await edges.database.transaction(async (tx): Promise<SetUp> => {
    await lockSite(tx)
    if ((await readSettings(tx)).setUpAt) return { ok: false, problem: { code: 'site-not-empty' } }
    const stamp = stampOf(edges, id)
    await openOffice(tx, edges, office, stamp, false)
    const first: PersonChange = {
      id,
      name: administrator.name,
      email: administrator.email,
      language: office.language,
      department: null,
      manager: null,
      roles: ['administrator', 'designer'],
    }
    await savePeople(tx, [first], stamp)
    await makeAccount(tx, { id: edges.newId(), person: id, passwordHash: administrator.passwordHash, at: stamp.at })
    for (const { people } of equipment) if (people) await saveStructure(tx, people, new Map(), stamp)
    return publishAll(edges, tx, id, equipment, { peopleLater: true })
  })
  if (set.ok) edges.announce({ kind: 'site' })
  return set
}

/** Writes the office itself: name, languages, zone, and its working calendar with the holidays of three years. */
export async function openOffice(tx: Queryable, { clock }: Edges, office: NewOffice, stamp: Stamp, demo: boolean): Promise<void> {
  const languages = [office.language, ...['en', 'ro'].filter((language) => language !== office.language)]
  await saveSettings(
    tx,
    { name: office.organisation, languages, zone: office.zone, settings: { country: office.country }, setUpAt: stamp.at, demo },
    stamp,
  )
  await saveCalendar(tx, 'site', calendarOf(office, clock.now()), stamp)
}

function calendarOf({ zone, hours, country }: NewOffice, now: Date): WorkingCalendar {
  const day: [string, string][] = [[hours.from, hours.to]]
  const year = now.getUTCFullYear()
  const holidays =
    country === null ? [] : [year - 1, year, year + 1, year + 2].flatMap((each) => holidaysOf(country, each).map(({ date }) => date))
  return {
    zone,
    hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    holidays: [...new Set(holidays)],
  } as WorkingCalendar
}

/** Roles, departments and groups of a ready-made set; `people` maps its people to the site's, those without are left out. */
export async function saveStructure(tx: Queryable, set: People, people: ReadonlyMap<string, Id>, stamp: Stamp): Promise<void> {
  const idOf = (sample: string | undefined): Id | null => (sample && people.get(sample)) ?? null
  await saveRoles(tx, (set.roles ?? []) as { id: string; label: LocalText }[], stamp)
  await saveDepartments(
    tx,
    (set.departments ?? []).map(({ id, label, parent, head }): Department => ({ id, label, parent: parent ?? null, head: idOf(head) })),
    stamp,
  )
  await saveGroups(
    tx,
    (set.groups ?? []).map(({ id, label, members }) => ({ id, label, members: members.flatMap((member) => idOf(member) ?? []) })),
    stamp,
  )
}

/** Publishes what each set brings as the first release. */
export async function publishAll(
  edges: Edges,
  tx: Queryable,
  by: Id,
  equipment: readonly Equipment[],
  { peopleLater = false }: { readonly peopleLater?: boolean } = {},
): Promise<SetUp> {
  const changes = equipment.flatMap(({ definitions }) => definitions)
  if (changes.length === 0) return { ok: true, administrator: by }
  const published = await publishIn(edges, tx, { by, changes, message: equipment.map(({ label }) => label).join(', '), peopleLater })
  if (!published.ok) throw new SetUpRefused(published.problem)
  return { ok: true, administrator: by }
}

/** Ends the transaction of a set-up whose definitions do not pass, so that nothing of it stays. */
export class SetUpRefused extends Error {
  override readonly name = 'SetUpRefused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`the definitions of the ready-made set do not pass: ${problem.code}`)
    this.problem = problem
  }
}

export function stampOf({ clock, newSalt }: Edges, by: Id | null, at?: Instant): Stamp {
  return { at: at ?? clock.now().toISOString(), by, newSalt }
}
