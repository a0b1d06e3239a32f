import type { Site } from '../site.ts'

const kinds = ['role', 'group', 'department'] as const

/**
 * Which definitions of the newest release name which role, group or department: `role:lawyer` → `approval-schema/contract-approval`.
 * Wherever a definition says whom it means it does so in an audience, so any `role`, `group` or `department` with an id counts.
 */
export function usersOf(site: Pick<Site, 'types' | 'schemas' | 'rules'>): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>()
  const walk = (value: unknown, definition: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const kind = kinds.find((each) => each === key)
      if (kind && typeof inner === 'string') {
        const named = `${kind}:${inner}`
        users.set(named, (users.get(named) ?? new Set()).add(definition))
      }
      walk(inner, definition)
    }
  }
  for (const [kind, definitions] of [
    ['document-type', site.types],
    ['approval-schema', site.schemas],
    ['reminder-rule', site.rules],
  ] as const)
    for (const [id, definition] of definitions) walk(definition, `${kind}/${id}`)
  return users
}
