import type { Audience, AudienceEntry } from '../../../schemas/generated/audience.ts'
import { checkCondition } from '../card/check-expression.ts'
import { checkPath, type PathPlace } from '../card/check-path.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'

export interface AudiencePlace extends Omit<PathPlace, 'type'> {
  readonly type: PathPlace['type'] | null
  /** The nodes that `whoActedAt` may name; left out where rules may not speak of nodes. */
  readonly nodes?: ReadonlyMap<string, unknown>
  /** Whether there is somebody who is asked, who looks. */
  readonly assignee?: boolean
  /** Whether people are asked by it, so that what is not supported yet would be missed. */
  readonly asks?: boolean
  /** Whether it gives rights: a list must be able to say the same of all documents at once. */
  readonly grants?: boolean
}

const leadsToPeople = new Set(['person', 'department'])

/** Checks that an audience names what exists on this site, and fields in which people stand. */
export function checkAudience(world: World, checking: Checking, at: string, audience: Audience | undefined, place: AudiencePlace): void {
  for (const [index, entry] of (audience ?? []).entries()) checkEntry(world, checking, `${at}/${index}`, entry, place)
}

function checkEntry(world: World, checking: Checking, at: string, entry: AudienceEntry, place: AudiencePlace): void {
  const { organisation } = world
  if (organisation) {
    if (entry.person !== undefined) checking.exists('unknown-person', `${at}/person`, entry.person, organisation.people)
    if (entry.role !== undefined) checking.exists('unknown-role', `${at}/role`, entry.role, organisation.roles)
    if (entry.group !== undefined) checking.exists('unknown-group', `${at}/group`, entry.group, organisation.groups)
    if (entry.department !== undefined)
      checking.exists('unknown-department', `${at}/department`, entry.department, organisation.departments)
    checkMembers(world, checking, at, entry)
  }
  if (entry.field !== undefined) checkPeople(world, checking, `${at}/field`, entry.field, place)
  for (const key of ['managerOf', 'headOf'] as const) {
    const whose = entry[key]
    if (whose === undefined) continue
    if (typeof whose === 'object') checkPeople(world, checking, `${at}/${key}/field`, whose.field, place)
    else if (whose !== 'author') checkWho(checking, `${at}/${key}`, whose, place)
  }
  if (entry.whoActedAt !== undefined) {
    if (place.nodes) checking.exists('unknown-node', `${at}/whoActedAt`, entry.whoActedAt, place.nodes)
    else checking.problem('node-in-rule', `${at}/whoActedAt`, { node: entry.whoActedAt })
  }
  if (entry.readersOf !== undefined) {
    // Rights and reminders look through it already; a process does not.
    if (place.nodes) checking.find(place.asks ? 'problem' : 'hint', 'not-supported-yet', `${at}/readersOf`, { what: 'readers-of' })
    if (place.type) checkPath(world, checking, `${at}/readersOf`, entry.readersOf, { ...place, type: place.type })
  }
  if (entry.guest !== undefined) {
    checking.find(place.asks ? 'problem' : 'hint', 'not-supported-yet', `${at}/guest`, { what: 'guest' })
    if (place.type) checkPath(world, checking, `${at}/guest`, entry.guest, { ...place, type: place.type })
  }
  if (entry.the === 'assignee' || entry.the === 'me') checkWho(checking, `${at}/the`, entry.the, place)
  if (entry.where === undefined) return
  const read = checkCondition(world, checking, `${at}/where`, entry.where, { ...place, person: true })
  const other = read?.uses.find((path) => !/^(person|me)(\.|$)/.test(path))
  if (place.grants && other !== undefined) checking.problem('right-by-card', `${at}/where`, { path: other })
}

function checkWho(checking: Checking, at: string, who: 'assignee' | 'me', place: AudiencePlace): void {
  if (who === 'assignee' ? place.assignee === false : place.me === false) checking.problem('nobody-there', at, { who })
}

function checkPeople(world: World, checking: Checking, at: string, path: string, place: AudiencePlace): void {
  if (!place.type) return
  const end = checkPath(world, checking, at, path, { ...place, type: place.type })
  const other = end?.fields.find(({ type }) => !leadsToPeople.has(type))
  if (other) checking.problem('field-of-no-person', at, { field: path, type: other.type })
}

function checkMembers(world: World, checking: Checking, at: string, { role, group, department }: AudienceEntry): void {
  const { roles, groups, departments } = world.organisation!
  if (role !== undefined && roles.has(role) && world.members({ role }).size === 0) checking.hint('nobody-has-role', `${at}/role`, { role })
  if (group !== undefined && groups.has(group) && world.members({ group }).size === 0)
    checking.hint('nobody-in-group', `${at}/group`, { group })
  if (department !== undefined && departments.has(department) && world.members({ department }).size === 0)
    checking.hint('nobody-in-department', `${at}/department`, { department })
}
