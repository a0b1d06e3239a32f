import { Hono } from 'hono'
import type { Id } from '../engine/document/state.ts'
import type { LocalText, Person, Site, Substitution } from '../engine/site.ts'
import type { PersonAnswer, PersonRef } from './answers.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import { limitOf } from './paging.ts'

/** A person as colleagues see them. */
export function personRef(site: Site, person: Person): PersonRef {
  return { id: person.id, name: person.name, what: whatOf(site, person), ...(person.left && { left: true }) }
}

/** Several people by id; those whom the site does not know are left out. */
export function peopleRefs(site: Site, ids: Iterable<Id | null>): Record<Id, PersonRef> {
  const found: Record<Id, PersonRef> = {}
  for (const id of ids) {
    const person = id !== null && !found[id] ? site.people.get(id) : undefined
    if (person) found[person.id] = personRef(site, person)
  }
  return found
}

/** What they do here: the label of their first office role, else of a group, else of their department. */
function whatOf(site: Site, person: Person): LocalText | null {
  for (const role of person.roles) {
    const label = site.roles.get(role)?.label
    if (label !== undefined) return label
  }
  const group = [...site.groups.values()].find(({ members }) => members.includes(person.id))
  return group?.label ?? (person.department ? (site.departments.get(person.department)?.label ?? null) : null)
}

/** For finding: lower case, without diacritics. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whoever works here and has, for each word typed, a part of the name that begins so; by name. */
export function peopleFound(site: Site, typed: string): Person[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const collator = new Intl.Collator(site.languages[0] ?? 'en')
  const named = (person: Person, word: string) =>
    plain(person.name)
      .split(/[\s-]+/)
      .some((part) => part.startsWith(word))
  return [...site.people.values()]
    .filter((person) => !person.left && words.every((word) => named(person, word)))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

function personAnswer(c: ApiContext, person: Person): PersonAnswer {
  const site = c.get('site')
  const now = c.get('parts').edges.clock.now().toISOString()
  const ref = (id: Id | null): PersonRef | null => {
    const other = id === null ? undefined : site.people.get(id)
    return other ? personRef(site, other) : null
  }
  // The one that began last counts, as in `substituteOf`.
  const away = site.substitutions
    .filter(({ person: absent, from, to }) => absent === person.id && from <= now && now < to)
    .reduce<Substitution | null>((last, one) => (last && last.from >= one.from ? last : one), null)
  return {
    ...personRef(site, person),
    email: person.email,
    department: (person.department && site.departments.get(person.department)?.label) ?? null,
    manager: ref(person.manager),
    away: away && { to: away.to, substitute: ref(away.substitute) },
  }
}

/** `GET /api/people?search&after&limit`, `/api/people/{id}`, `/api/departments`. */
export function peopleRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/people', (c) => {
      const site = c.get('site')
      const after = c.req.query('after')
      const limit = limitOf(c.req.query('limit'), 50)
      const found = peopleFound(site, c.req.query('search') ?? '')
      const from = after ? found.findIndex(({ id }) => id === after) + 1 : 0
      const items = found.slice(from, from + limit)
      return c.json({ items: items.map((person) => personRef(site, person)), after: from + limit < found.length ? items.at(-1)!.id : null })
    })
    .get('/people/:id', (c) => {
      const person = c.get('site').people.get(c.req.param('id'))
      return person ? c.json(personAnswer(c, person)) : c.notFound()
    })
    .get('/departments', (c) =>
      c.json({ items: [...c.get('site').departments.values()].map(({ id, label }) => ({ id, label })), after: null }),
    )
}
