import type { Id } from '../document/state.ts'
import type { Person, Site } from '../site.ts'

/**
 * Keys name a person, or several people at once, in pools and in the readers of a document: `p:<person>`, `r:<role>`,
 * `g:<group>`, `d:<department>`. A department holds the people of the departments below it too.
 */
export function keysOf(person: Person, site: Site): readonly string[] {
  const groups = [...site.groups.values()].filter((group) => group.members.includes(person.id))
  return [
    `p:${person.id}`,
    ...person.roles.map((role) => `r:${role}`),
    ...groups.map((group) => `g:${group.id}`),
    ...departmentsAround(person.department, site).map((department) => `d:${department}`),
  ]
}

/** Whether a person has one of the keys. */
export function hasKey(keys: readonly string[], person: Id, site: Site): boolean {
  if (keys.includes(`p:${person}`)) return true
  const known = site.people.get(person)
  return known !== undefined && keysOf(known, site).some((key) => keys.includes(key))
}

/** Everybody who has one of the keys and has not left, in the order of the site's people. */
export function membersOf(keys: readonly string[], site: Site): readonly Id[] {
  const wanted = new Set(keys)
  return [...site.people.values()].filter((p) => !p.left && keysOf(p, site).some((key) => wanted.has(key))).map((p) => p.id)
}

function departmentsAround(department: string | null, site: Site): readonly string[] {
  const around: string[] = []
  for (let id = department; id && !around.includes(id); id = site.departments.get(id)?.parent ?? null) around.push(id)
  return around
}
