import { Hono } from 'hono'
import { z } from 'zod'
import { stampOf } from '../commands/set-up-office.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Site } from '../engine/site.ts'
import { endSessions, makeAccount, peopleWithAccount } from '../store/accounts.ts'
import { makeDue } from '../store/due.ts'
import { dropSubstitution, saveGroups, savePeople, saveRoles, saveSubstitution } from '../store/organisation.ts'
import { lockSite } from '../store/site-stream.ts'
import type { AbsencesAnswer, OfficeAnswer, OfficePerson } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { spoken } from './guards.ts'
import { peopleRefs, personRef } from './people.ts'

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
const text = z.union([z.string().trim().min(1).max(200), z.record(z.string(), z.string().max(200))])
export const personRequest = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(200).nullable(),
  language: z.enum(spoken),
  department: word.nullable(),
  manager: z.uuid().nullable(),
  roles: z.array(word).max(50),
  groups: z.array(word).max(50),
  /** A first password, or a new one; left out: as it was. */
  password: z.string().min(10).max(200).optional(),
  left: z.boolean(),
})
export const roleRequest = z.strictObject({ id: word, label: text })
export const absenceRequest = z.strictObject({
  person: z.uuid().optional(),
  substitute: z.uuid(),
  from: z.iso.datetime({ precision: 3 }),
  to: z.iso.datetime({ precision: 3 }),
  openToo: z.boolean(),
})
export const languageRequest = z.strictObject({ language: z.enum(spoken) })

/** `/api/office`: people, roles, groups and substitutions; the administrator changes them, everybody their own absence and language. */
export function officeRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/office', async (c) => (isAdministrator(c) ? c.json(await officeAnswer(c)) : refuse(c, { code: 'not-allowed', what: 'office' })))
    .post('/office/people', (c) => savePerson(c, c.get('parts').edges.newId()))
    .put('/office/people/:id', (c) => savePerson(c, c.req.param('id')))
    .post('/office/roles', async (c) => {
      if (!isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'office' })
      const request = await bodyOf(c, roleRequest)
      if (!request.ok) return refuse(c, request.problem)
      await changed(c, (tx, stamp) => saveRoles(tx, [request.value], stamp))
      return c.body(null, 204)
    })
    .post('/office/groups', async (c) => {
      if (!isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'office' })
      const request = await bodyOf(c, roleRequest)
      if (!request.ok) return refuse(c, request.problem)
      const members = c.get('site').groups.get(request.value.id)?.members ?? []
      await changed(c, (tx, stamp) => saveGroups(tx, [{ ...request.value, members }], stamp))
      return c.body(null, 204)
    })
    .get('/office/absences', (c) => {
      const me = readerOf(c).person.id
      const now = c.get('parts').edges.clock.now().toISOString()
      const site = c.get('site')
      const items = site.substitutions.filter(({ person, substitute, to }) => to > now && (person === me || substitute === me))
      const people = peopleRefs(
        site,
        items.flatMap(({ person, substitute }) => [person, substitute]),
      )
      const answer: AbsencesAnswer = { items: items.map((each) => ({ ...each })), after: null, people }
      return c.json(answer)
    })
    .post('/office/absences', async (c) => {
      const request = await bodyOf(c, absenceRequest)
      if (!request.ok) return refuse(c, request.problem)
      const me = readerOf(c).person.id
      const { person = me, ...absence } = request.value
      if (person !== me && !isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'absence' })
      for (const id of [person, absence.substitute])
        if (c.get('site').people.get(id)?.left !== false) return refuse(c, { code: 'person-unknown', person: id })
      if (absence.from >= absence.to || absence.substitute === person)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'to', rule: 'order', found: absence.to, expected: 'a later moment, and somebody else' }],
        })
      const id = c.get('parts').edges.newId()
      await changed(c, async (tx, stamp) => {
        await saveSubstitution(tx, { id, person, ...absence }, stamp)
        if (absence.openToo) await makeDue(tx, { kind: 'absence', at: absence.from, key: id })
      })
      return c.json({ id }, 201)
    })
    .delete('/office/absences/:id', async (c) => {
      const absence = c.get('site').substitutions.find(({ id }) => id === c.req.param('id'))
      if (!absence) return c.notFound()
      if (absence.person !== readerOf(c).person.id && !isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'absence' })
      await changed(c, (tx, stamp) => dropSubstitution(tx, absence.id, stamp))
      return c.body(null, 204)
    })
    .put('/office/language', async (c) => {
      const request = await bodyOf(c, languageRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { person } = readerOf(c)
      const { left: _, calendar: __, ...plain } = person
      await changed(c, (tx, stamp) => savePeople(tx, [{ ...plain, language: request.value.language, left: null }], stamp))
      return c.body(null, 204)
    })
}

type Change = (
  tx: Parameters<Parameters<ApiEnv['Variables']['parts']['edges']['database']['transaction']>[0]>[0],
  stamp: ReturnType<typeof stampOf>,
) => Promise<unknown>

/** Makes a change of the organisation, recorded with who made it, and tells everybody that the site is another. */
async function changed(c: ApiContext, change: Change): Promise<void> {
  const { edges } = c.get('parts')
  await edges.database.transaction(async (tx) => {
    await lockSite(tx)
    await change(tx, stampOf(edges, readerOf(c).person.id))
  })
  edges.announce({ kind: 'site' })
}

function isAdministrator(c: ApiContext): boolean {
  return readerOf(c).person.roles.includes('administrator')
}

/** The two roles that are the program's own, beside those that the office names. */
const ownRoles = ['administrator', 'designer']

/** What a person is said to be and the site does not know. */
function unknownIn(
  site: Site,
  { department, manager, roles, groups }: Pick<OfficePerson, 'department' | 'manager' | 'roles' | 'groups'>,
): Extract<Problem, { code: 'request-invalid' }>['errors'] {
  const unknown = (path: string, found: string, known: Iterable<string>) => ({
    path,
    rule: 'unknown',
    found,
    expected: [...known].slice(0, 50).join(', '),
  })
  const knownRoles = new Set([...ownRoles, ...site.roles.keys()])
  return [
    ...(department !== null && !site.departments.has(department) ? [unknown('department', department, site.departments.keys())] : []),
    ...(manager !== null && !site.people.has(manager) ? [{ path: 'manager', rule: 'unknown', found: manager, expected: 'a person' }] : []),
    ...roles.filter((role) => !knownRoles.has(role)).map((role) => unknown('roles', role, knownRoles)),
    ...groups.filter((group) => !site.groups.has(group)).map((group) => unknown('groups', group, site.groups.keys())),
  ]
}

async function savePerson(c: ApiContext, id: Id): Promise<Response> {
  if (!isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'office' })
  const request = await bodyOf(c, personRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { edges, signIn } = c.get('parts')
  const site = c.get('site')
  const present = site.people.get(id)
  if (c.req.method === 'PUT' && !present) return refuse(c, { code: 'person-unknown', person: id })
  const { groups, password, left, email, ...plain } = request.value
  const unknown = unknownIn(site, request.value)
  if (unknown.length > 0) return refuse(c, { code: 'request-invalid', errors: unknown })
  const twin = email && [...site.people.values()].find((person) => person.id !== id && person.email?.toLowerCase() === email.toLowerCase())
  if (twin) return refuse(c, { code: 'not-unique', field: 'email' })
  // Nobody takes the last administrator's keys away, their own least of all.
  const others = [...site.people.values()].some((person) => person.id !== id && !person.left && person.roles.includes('administrator'))
  if (!others && (left || !plain.roles.includes('administrator'))) return refuse(c, { code: 'not-allowed', what: 'administrator' })
  const passwordHash = password === undefined ? null : await signIn.hashPassword(password)
  await changed(c, async (tx, stamp) => {
    await savePeople(tx, [{ id, ...plain, email, attributes: present?.attributes ?? {}, left: left ? stamp.at : null }], stamp)
    const moved = [...site.groups.values()].filter((group) => group.members.includes(id) !== groups.includes(group.id))
    const after = moved.map((group) => ({
      ...group,
      members: groups.includes(group.id) ? [...group.members, id] : group.members.filter((member) => member !== id),
    }))
    if (after.length > 0) await saveGroups(tx, after, stamp)
    if (passwordHash !== null) await makeAccount(tx, { id: edges.newId(), person: id, passwordHash, at: stamp.at })
    if (passwordHash !== null || left) await endSessions(tx, id, readerOf(c).session)
  })
  c.set('site', await edges.sites.at(edges.database))
  const saved = (await officeAnswer(c)).people.find((person) => person.id === id)
  return c.json(saved, present ? 200 : 201)
}

async function officeAnswer(c: ApiContext): Promise<OfficeAnswer> {
  const site = c.get('site')
  const withPassword = await peopleWithAccount(c.get('parts').edges.database)
  return {
    people: [...site.people.values()].map(
      (person): OfficePerson => ({
        ...personRef(site, person),
        left: person.left,
        email: person.email,
        language: person.language,
        department: person.department,
        manager: person.manager,
        roles: [...person.roles],
        groups: [...site.groups.values()].filter(({ members }) => members.includes(person.id)).map(({ id }) => id),
        maySignIn: withPassword.has(person.id),
      }),
    ),
    roles: [...site.roles.values()].map(({ id, label }) => ({ id, label })),
    groups: [...site.groups.values()].map(({ id, label }) => ({ id, label })),
    departments: [...site.departments.values()].map(({ id, label }) => ({ id, label })),
    absences: site.substitutions.map((each) => ({ ...each })),
  }
}
