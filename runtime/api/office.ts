import { Hono } from 'hono'
import { z } from 'zod'
import { usersOf } from '../engine/audience/users-of.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Person, Site } from '../engine/site.ts'
import { endSessions, makeAccount, peopleWithAccount } from '../store/accounts.ts'
import { makeDue } from '../store/due.ts'
import { dropSubstitution, saveGroups, savePeople, saveSubstitution } from '../store/organisation.ts'
import type { AbsencesAnswer, NamedCalendar, OfficeAnswer, OfficePerson } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { spoken } from './guards.ts'
import { changed, isAdministrator } from './office-change.ts'
import { peopleRefs, personRef } from './people.ts'

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
export const personRequest = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(200).nullable(),
  language: z.enum(spoken),
  department: word.nullable(),
  manager: z.uuid().nullable(),
  /** Their own working calendar; left out: as it was. */
  calendar: word.nullable().optional(),
  /** The amount up to which they may sign; null: none is said, left out: as it was. */
  signingLimit: z.number().min(0).max(1e15).nullable().optional(),
  roles: z.array(word).max(50),
  groups: z.array(word).max(50),
  /** A first password, or a new one; left out: as it was. */
  password: z.string().min(10).max(200).optional(),
  left: z.boolean(),
})
/** People with the ids that the caller gave them, so that one may be the manager of another. */
export const peopleRequest = z.strictObject({
  people: z
    .array(personRequest.omit({ password: true, left: true, calendar: true, signingLimit: true }).extend({ id: z.uuid() }))
    .min(1)
    .max(500),
})
export const absenceRequest = z.strictObject({
  person: z.uuid().optional(),
  substitute: z.uuid(),
  from: z.iso.datetime({ precision: 3 }),
  to: z.iso.datetime({ precision: 3 }),
  openToo: z.boolean(),
})
export const languageRequest = z.strictObject({ language: z.enum(spoken) })

/** `/api/office`: people and substitutions; the administrator changes them, everybody their own absence and language. */
export function officeRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/office', async (c) => (isAdministrator(c) ? c.json(await officeAnswer(c)) : refuse(c, { code: 'not-allowed', what: 'office' })))
    .post('/office/people', (c) => savePerson(c, c.get('parts').edges.newId()))
    .put('/office/people', savePasted)
    .put('/office/people/:id', (c) => savePerson(c, c.req.param('id')))
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

/** The two roles that are the program's own, beside those that the office names. */
const ownRoles = ['administrator', 'designer']

/** What a person is said to be and the site does not know. */
function unknownIn(
  site: Site,
  {
    department,
    manager,
    roles,
    groups,
    calendar,
  }: Pick<OfficePerson, 'department' | 'manager' | 'roles' | 'groups'> & { readonly calendar?: string | null | undefined },
  people: { has(id: Id): boolean } = site.people,
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
    ...(calendar && !site.calendars?.has(calendar) ? [unknown('calendar', calendar, site.calendars?.keys() ?? [])] : []),
    ...(manager !== null && !people.has(manager) ? [{ path: 'manager', rule: 'unknown', found: manager, expected: 'a person' }] : []),
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
  const { groups, password, left, email, calendar, signingLimit, ...plain } = request.value
  const unknown = unknownIn(site, request.value)
  if (unknown.length > 0) return refuse(c, { code: 'request-invalid', errors: unknown })
  const twin = email && [...site.people.values()].find((person) => person.id !== id && person.email?.toLowerCase() === email.toLowerCase())
  if (twin) return refuse(c, { code: 'not-unique', field: 'email' })
  // Nobody takes the last administrator's keys away, their own least of all.
  const others = [...site.people.values()].some((person) => person.id !== id && !person.left && person.roles.includes('administrator'))
  if (!others && (left || !plain.roles.includes('administrator'))) return refuse(c, { code: 'not-allowed', what: 'administrator' })
  const passwordHash = password === undefined ? null : await signIn.hashPassword(password)
  await changed(c, async (tx, stamp) => {
    const attributes = withSigningLimit(present?.attributes ?? {}, signingLimit)
    await savePeople(
      tx,
      [{ id, ...plain, email, attributes, left: left ? stamp.at : null, ...(calendar !== undefined && { calendar }) }],
      stamp,
    )
    await saveGroups(tx, groupsWith(site, new Map([[id, groups]])), stamp)
    if (passwordHash !== null) await makeAccount(tx, { id: edges.newId(), person: id, passwordHash, at: stamp.at })
    if (passwordHash !== null || left) await endSessions(tx, id, readerOf(c).session)
  })
  if (passwordHash !== null || left) signIn.forget()
  c.set('site', await edges.sites.at(edges.database))
  const saved = (await officeAnswer(c)).people.find((person) => person.id === id)
  return c.json(saved, present ? 200 : 201)
}

/** What the office says of a person further, with another signing limit; none where it is null, as it was where nothing is said. */
function withSigningLimit(attributes: Person['attributes'], signingLimit: number | null | undefined): Person['attributes'] {
  if (signingLimit === undefined) return attributes
  const { signingLimit: _, ...others } = attributes
  return signingLimit === null ? others : { ...others, signingLimit }
}

/** The groups whose members change when people are in just these. */
function groupsWith(site: Site, wanted: ReadonlyMap<Id, readonly string[]>) {
  return [...site.groups.values()].flatMap((group) => {
    const stay = group.members.filter((member) => wanted.get(member)?.includes(group.id) ?? true)
    const come = [...wanted].filter(([id, groups]) => groups.includes(group.id) && !group.members.includes(id)).map(([id]) => id)
    return stay.length === group.members.length && come.length === 0 ? [] : [{ ...group, members: [...stay, ...come] }]
  })
}

/** Many people at once, from a spreadsheet: all of them are added or changed, or none. Passwords are given one by one. */
async function savePasted(c: ApiContext): Promise<Response> {
  if (!isAdministrator(c)) return refuse(c, { code: 'not-allowed', what: 'office' })
  const request = await bodyOf(c, peopleRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { people } = request.value
  const site = c.get('site')
  const { edges } = c.get('parts')
  const given = new Map(people.map((person) => [person.id, person]))
  const known = { has: (id: Id) => given.has(id) || site.people.has(id) }
  const addresses = new Map([...site.people.values()].flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id] as const] : [])))
  const errors = people.flatMap((person, index) => {
    const email = person.email?.toLowerCase()
    const twin = email === undefined ? undefined : addresses.get(email)
    if (email !== undefined) addresses.set(email, person.id)
    return [
      ...unknownIn(site, person, known),
      ...(twin !== undefined && twin !== person.id
        ? [{ path: 'email', rule: 'not-unique', found: person.email, expected: 'an address that nobody else has' }]
        : []),
      ...(given.get(person.id) !== person ? [{ path: 'id', rule: 'not-unique', found: person.id, expected: 'each person once' }] : []),
    ].map((error) => ({ ...error, path: `people/${index}/${error.path}` }))
  })
  if (errors.length > 0) return refuse(c, { code: 'request-invalid', errors })
  const administrators = [...site.people.values()].filter(({ left, roles }) => !left && roles.includes('administrator'))
  const remain = administrators.some(({ id }) => given.get(id)?.roles.includes('administrator') ?? true)
  if (!remain && !people.some(({ roles }) => roles.includes('administrator')))
    return refuse(c, { code: 'not-allowed', what: 'administrator' })
  await changed(c, async (tx, stamp) => {
    const rows = people.map(({ groups: _, ...plain }) => {
      const present = site.people.get(plain.id)
      return { ...plain, attributes: present?.attributes ?? {}, left: present?.left ? stamp.at : null }
    })
    await savePeople(tx, rows, stamp)
    await saveGroups(tx, groupsWith(site, new Map(people.map(({ id, groups }) => [id, groups]))), stamp)
  })
  c.set('site', await edges.sites.at(edges.database))
  return c.json(await officeAnswer(c))
}

async function officeAnswer(c: ApiContext): Promise<OfficeAnswer> {
  const site = c.get('site')
  const withPassword = await peopleWithAccount(c.get('parts').edges.database)
  const calendarIds = new Map<unknown, string>([...(site.calendars ?? [])].map(([id, calendar]) => [calendar, id]))
  const users = usersOf(site)
  const usedBy = (kind: 'role' | 'group' | 'department', id: string) => [...(users.get(`${kind}:${id}`) ?? [])]
  return {
    people: [...site.people.values()].map(
      (person): OfficePerson => ({
        ...personRef(site, person),
        left: person.left,
        email: person.email,
        language: person.language,
        department: person.department,
        manager: person.manager,
        calendar: calendarIds.get(person.calendar) ?? null,
        signingLimit: typeof person.attributes.signingLimit === 'number' ? person.attributes.signingLimit : null,
        roles: [...person.roles],
        groups: [...site.groups.values()].filter(({ members }) => members.includes(person.id)).map(({ id }) => id),
        maySignIn: withPassword.has(person.id),
      }),
    ),
    roles: [...site.roles.values()].map(({ id, label }) => ({ id, label, usedBy: usedBy('role', id) })),
    groups: [...site.groups.values()].map(({ id, label }) => ({ id, label, usedBy: usedBy('group', id) })),
    departments: [...site.departments.values()].map((one) => ({ ...one, usedBy: usedBy('department', one.id) })),
    calendars: [...(site.calendars ?? [])].flatMap(([id, calendar]) =>
      id === 'site' ? [] : [{ id, label: (calendar as NamedCalendar).label ?? id }],
    ),
    absences: site.substitutions.map((each) => ({ ...each })),
  }
}
