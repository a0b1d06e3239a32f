import type { LocalText, Site } from '../site.ts'

/** A definition of the newest release. */
export interface DefinitionUse {
  readonly kind: 'document-type' | 'approval-schema' | 'reminder-rule'
  readonly id: string
  readonly label: LocalText
}

const kinds = ['role', 'group', 'department', 'webhook'] as const

/**
 * Which definitions of the newest release name which role, group, department or webhook, by `role:lawyer`. Wherever a
 * definition says whom it means it does so in an audience, so any `role`, `group` or `department` with an id counts.
 */
export function usersOf({
  types,
  schemas,
  rules,
}: Pick<Site, 'types' | 'schemas' | 'rules'>): ReadonlyMap<string, readonly DefinitionUse[]> {
  const users = new Map<string, DefinitionUse[]>()
  const walk = (value: unknown, use: DefinitionUse): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const kind = kinds.find((each) => each === key)
      if (kind && typeof inner === 'string') {
        const uses = users.get(`${kind}:${inner}`) ?? []
        if (uses.at(-1) !== use) users.set(`${kind}:${inner}`, [...uses, use])
      }
      walk(inner, use)
    }
  }
  for (const type of types.values()) walk(type, { kind: 'document-type', id: type.id, label: type.label })
  for (const schema of schemas.values()) walk(schema, { kind: 'approval-schema', id: schema.id, label: schema.label })
  for (const rule of rules.values()) walk(rule, { kind: 'reminder-rule', id: rule.id, label: rule.label })
  return users
}
