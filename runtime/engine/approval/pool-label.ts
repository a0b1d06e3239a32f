import type { LocalText, Site } from '../site.ts'

/** How a pool is called: by its first role, group or department; a person's name where it is made of people; null where it is empty. */
export function poolLabel(keys: readonly string[], site: Site): LocalText | null {
  for (const key of keys) {
    const id = key.slice(2)
    const label = key.startsWith('r:')
      ? site.roles.get(id)?.label
      : key.startsWith('g:')
        ? site.groups.get(id)?.label
        : key.startsWith('d:')
          ? site.departments.get(id)?.label
          : site.people.get(id)?.name
    if (label !== undefined) return label
  }
  return null
}
