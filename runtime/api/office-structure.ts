import { Hono } from 'hono'
import { z } from 'zod'
import type { Id } from '../engine/document/state.ts'
import type { Person, Site } from '../engine/site.ts'
import {
  definitionsNaming,
  documentsWithDepartment,
  dropStructure,
  saveDepartments,
  saveGroups,
  savePeople,
  saveRoles,
} from '../store/organisation.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, refuse } from './context.ts'
import { changed, isAdministrator } from './office-change.ts'

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
const text = z.union([z.string().trim().min(1).max(200), z.record(z.string(), z.string().max(200))])
/** `people`: who has it, or is in it; left out: as it was. */
export const labelRequest = z.strictObject({ id: word, label: text, people: z.array(z.uuid()).max(5_000).optional() })
export const departmentRequest = z.strictObject({
  id: word,
  label: text,
  /** The department that it belongs to. */
  parent: word.nullable(),
  head: z.uuid().nullable(),
  people: z.array(z.uuid()).max(5_000).optional(),
})

/** `/api/office/roles`, `/groups`, `/departments`: what an office is made of, for the administrator. What is still used does not go. */
export function officeStructureRoutes(): Hono<ApiEnv> {
  const only = (handle: (c: ApiContext) => Promise<Response>) => async (c: ApiContext) =>
    isAdministrator(c) ? handle(c) : refuse(c, { code: 'not-allowed', what: 'office' })
  return new Hono<ApiEnv>()
    .post('/office/roles', only(saveRole))
    .delete(
      '/office/roles/:id',
      only((c) => drop(c, 'role')),
    )
    .post('/office/groups', only(saveGroup))
    .delete(
      '/office/groups/:id',
      only((c) => drop(c, 'group')),
    )
    .post('/office/departments', only(saveDepartment))
    .delete(
      '/office/departments/:id',
      only((c) => drop(c, 'department')),
    )
}

async function saveRole(c: ApiContext): Promise<Response> {
  const request = await bodyOf(c, labelRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { id, label, people } = request.value
  // What the program itself asks for is given person by person, where the last administrator is looked after.
  if (ownRoles.includes(id)) return refuse(c, invalid('id', 'reserved', id, 'an id that the program does not use itself'))
  const unknown = unknownPeople(c.get('site'), people)
  if (unknown) return refuse(c, unknown)
  await changed(c, async (tx, stamp) => {
    await saveRoles(tx, [{ id, label }], stamp)
    if (!people) return
    const moved = [...c.get('site').people.values()].filter(
      (person) => !person.left && person.roles.includes(id) !== people.includes(person.id),
    )
    const after = moved.map((person) => {
      const roles = person.roles.includes(id) ? person.roles.filter((role) => role !== id) : [...person.roles, id]
      return { ...plainOf(person), roles }
    })
    await savePeople(tx, after, stamp)
  })
  return c.body(null, 204)
}

async function saveGroup(c: ApiContext): Promise<Response> {
  const request = await bodyOf(c, labelRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { id, label, people } = request.value
  const site = c.get('site')
  const unknown = unknownPeople(site, people)
  if (unknown) return refuse(c, unknown)
  const members = people ?? site.groups.get(id)?.members ?? []
  await changed(c, (tx, stamp) => saveGroups(tx, [{ id, label, members }], stamp))
  return c.body(null, 204)
}

async function saveDepartment(c: ApiContext): Promise<Response> {
  const request = await bodyOf(c, departmentRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { people, ...department } = request.value
  const site = c.get('site')
  const { id, parent, head } = department
  const unknown = unknownPeople(site, [...(people ?? []), ...(head ? [head] : [])])
  if (unknown) return refuse(c, unknown)
  if (parent !== null && !site.departments.has(parent))
    return refuse(c, invalid('parent', 'unknown', parent, [...site.departments.keys()].slice(0, 50).join(', ')))
  if (isWithin(site, parent, id)) return refuse(c, invalid('parent', 'circle', parent, 'a department that does not lie within this one'))
  await changed(c, async (tx, stamp) => {
    await saveDepartments(tx, [department], stamp)
    if (!people) return
    const moved = [...site.people.values()].filter((person) => !person.left && (person.department === id) !== people.includes(person.id))
    const after = moved.map((person) => ({ ...plainOf(person), department: people.includes(person.id) ? id : null }))
    await savePeople(tx, after, stamp)
  })
  return c.body(null, 204)
}

/** Whether a department is another, or lies within it. */
function isWithin(site: Site, inner: string | null, outer: string): boolean {
  for (let at = inner, steps = 0; at !== null && steps < 1_000; at = site.departments.get(at)?.parent ?? null, steps++)
    if (at === outer) return true
  return false
}

async function drop(c: ApiContext, kind: 'role' | 'group' | 'department'): Promise<Response> {
  const site = c.get('site')
  const id = c.req.param('id') ?? ''
  const present = { role: site.roles, group: site.groups, department: site.departments }[kind]
  if (!present.has(id) || ownRoles.includes(id)) return c.notFound()
  const { database } = c.get('parts').edges
  const definitions = await definitionsNaming(database, kind, id)
  const people = kind === 'department' ? [...site.people.values()].filter(({ department }) => department === id).length : 0
  const below = kind === 'department' ? [...site.departments.values()].filter(({ parent }) => parent === id) : []
  const documents = kind === 'department' ? await documentsOf(c, id) : 0
  if (definitions.length + people + below.length + documents > 0)
    return refuse(c, {
      code: 'in-use',
      what: kind,
      people,
      definitions: [...definitions, ...below.map((one) => `department/${one.id}`)],
      documents,
    })
  await changed(c, (tx, stamp) => dropStructure(tx, kind, id, stamp))
  return c.body(null, 204)
}

/** How many documents have this department in a field of their card. */
async function documentsOf(c: ApiContext, id: string): Promise<number> {
  let count = 0
  for (const type of c.get('site').types.values()) {
    const fields = type.fields.flatMap((field) =>
      field.type === 'department'
        ? [field.id]
        : field.type === 'table'
          ? field.fields.filter((column) => column.type === 'department').map((column) => `${field.id}.${column.id}`)
          : [],
    )
    if (fields.length > 0) count += await documentsWithDepartment(c.get('parts').edges.database, type.id, fields, id)
  }
  return count
}

const ownRoles: readonly string[] = ['administrator', 'designer']

const invalid = (path: string, rule: string, found: unknown, expected: string) =>
  ({ code: 'request-invalid', errors: [{ path, rule, found, expected }] }) as const

function unknownPeople(site: Site, ids: readonly Id[] | undefined) {
  const stranger = ids?.find((id) => !site.people.has(id))
  return stranger === undefined ? undefined : ({ code: 'person-unknown', person: stranger } as const)
}

/** A person who works here, as the store takes one. */
const plainOf = ({ left: _, calendar: __, ...plain }: Person) => plain
