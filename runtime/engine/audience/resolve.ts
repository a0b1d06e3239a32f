import type { Audience, AudienceEntry } from '../../../schemas/generated/audience.ts'
import type { CardValue } from '../card/card.ts'
import type { Id } from '../document/state.ts'
import type { Person, Site } from '../site.ts'
import { membersOf } from './keys.ts'

/** What an audience is resolved against. Whatever is left out names nobody, so that a blank never grants. */
export interface AudienceContext {
  readonly site: Site
  readonly author: Id | null
  /** The one who is asked. */
  readonly assignee?: Id | null
  /** The one who looks, or commands. */
  readonly me?: Id | null
  /** The values at a path of the card (`responsible`, `row.person`, `contract.responsible`), lists flattened; none where it is blank. */
  readonly values: (path: string) => readonly CardValue[]
  /** Who acted at a node. */
  readonly actedAt?: (node: string) => readonly Id[]
  /** Who may read the document in a link. */
  readonly readersOf?: (path: string) => readonly Id[]
  /** Whether a candidate fulfils a `where`. */
  readonly holds?: (where: string, person: Person) => boolean
}

/**
 * The people whom an audience names now, each once, in the order of its entries. Who has left is never among them.
 * A guest names nobody: people from outside are not supported yet, and the check says so.
 */
export function resolveAudience(audience: Audience | undefined, context: AudienceContext): readonly Id[] {
  const found = new Set<Id>()
  for (const entry of audience ?? []) {
    for (const id of entryMembers(entry, context)) {
      const person = context.site.people.get(id)
      if (!person || person.left) continue
      if (entry.where !== undefined && !(context.holds?.(entry.where, person) ?? false)) continue
      found.add(id)
    }
  }
  return [...found]
}

/** Whether an audience names this person. Cheaper than resolving it, for the plain entries that rights mostly consist of. */
export function isAmong(audience: Audience | undefined, person: Id, context: AudienceContext): boolean {
  return (audience ?? []).some((entry) => {
    if (entry.the === 'everyone' && entry.where === undefined) return context.site.people.get(person)?.left === false
    if (entry.role !== undefined && !context.site.people.get(person)?.roles.includes(entry.role)) return false
    return resolveAudience([entry], context).includes(person)
  })
}

/**
 * The keys of a pool: whoever has one of them may claim. Roles, groups and departments stay live; what depends on the card,
 * or is narrowed by `where`, is resolved now into people.
 */
export function poolKeys(audience: Audience, context: AudienceContext): readonly string[] {
  const keys = audience.flatMap((entry) => {
    if (entry.where === undefined) {
      if (entry.role !== undefined) return [`r:${entry.role}`]
      if (entry.group !== undefined) return [`g:${entry.group}`]
      if (entry.department !== undefined) return [`d:${entry.department}`]
    }
    return resolveAudience([entry], context).map((id) => `p:${id}`)
  })
  return [...new Set(keys)]
}

function entryMembers(entry: AudienceEntry, context: AudienceContext): readonly Id[] {
  const { site } = context
  if (entry.person !== undefined) return [entry.person]
  if (entry.role !== undefined) return membersOf([`r:${entry.role}`], site)
  if (entry.group !== undefined) return membersOf([`g:${entry.group}`], site)
  if (entry.department !== undefined) return membersOf([`d:${entry.department}`], site)
  if (entry.field !== undefined) return peopleAt(entry.field, context)
  if (entry.managerOf !== undefined) return whose(entry.managerOf, context).flatMap((id) => site.people.get(id)?.manager ?? [])
  if (entry.headOf !== undefined) return whose(entry.headOf, context).flatMap((id) => headOf(id, site) ?? [])
  if (entry.whoActedAt !== undefined) return context.actedAt?.(entry.whoActedAt) ?? []
  if (entry.readersOf !== undefined) return context.readersOf?.(entry.readersOf) ?? []
  switch (entry.the) {
    case 'author':
      return context.author ? [context.author] : []
    case 'assignee':
      return context.assignee ? [context.assignee] : []
    case 'me':
      return context.me ? [context.me] : []
    case 'everyone':
      return [...site.people.keys()]
    default:
      return []
  }
}

type Whose = NonNullable<AudienceEntry['managerOf']>

function whose(of: Whose, context: AudienceContext): readonly Id[] {
  if (typeof of === 'object') return peopleAt(of.field, context)
  const person = of === 'author' ? context.author : of === 'assignee' ? context.assignee : context.me
  return person ? [person] : []
}

/** The people in a field; a department stands for everybody in it. */
function peopleAt(path: string, { site, values }: AudienceContext): readonly Id[] {
  return values(path).flatMap((value) => {
    if (typeof value !== 'string') return []
    if (site.people.has(value)) return [value]
    return site.departments.has(value) ? membersOf([`d:${value}`], site) : []
  })
}

/** The head of a person's department; of a head, the head of the department above. */
function headOf(id: Id, site: Site): Id | null {
  const seen = new Set<string>()
  let department = site.people.get(id)?.department ?? null
  while (department && !seen.has(department)) {
    seen.add(department)
    const { head, parent } = site.departments.get(department) ?? { head: null, parent: null }
    if (head && head !== id) return head
    department = parent
  }
  return null
}
