import type { AudienceEntry } from '../../../schemas/generated/audience.ts'
import type { AccessRule, DocumentType } from '../../../schemas/generated/document-type.ts'
import { keysOf } from '../audience/keys.ts'
import { isAmong } from '../audience/resolve.ts'
import { type Field, fieldsOf } from '../card/field.ts'
import { planOf } from '../card/formulas.ts'
import type { Id } from '../document/state.ts'
import type { Person, Site } from '../site.ts'
import { DEEPEST, fieldAudienceContext } from './access.ts'

/**
 * Which documents of a type a person may read, as a plain tree of conditions that the store compiles to SQL. For every
 * document it says what `rightsOf` says (a property test compares them), so that a list never shows, counts or sorts by
 * what a card would refuse.
 */
export type AccessTree =
  | { readonly kind: 'everything' }
  | { readonly kind: 'none' }
  | { readonly kind: 'any' | 'all'; readonly of: readonly AccessTree[] }
  /** The author is one of these people. */
  | { readonly kind: 'author'; readonly of: readonly Id[] }
  /** `document.readers` has one of these keys. */
  | { readonly kind: 'readers'; readonly keys: readonly string[] }
  /** A field of the card, or a column in any row (`parts.person`), holds one of these: people, or departments. */
  | { readonly kind: 'holds'; readonly path: string; readonly of: readonly string[] }
  /** A document that a link points at fulfils the tree of its type. `field`: a link field, or `table.column`. */
  | { readonly kind: 'linked'; readonly field: string; readonly types: readonly { readonly type: string; readonly tree: AccessTree }[] }
  /** A FEEL condition over the card, in which `me` is this person. */
  | { readonly kind: 'when'; readonly source: string; readonly me: Id }

const none: AccessTree = { kind: 'none' }
const everything: AccessTree = { kind: 'everything' }

/** Which documents of a type a person may read. */
export function listAccess(site: Site, typeId: string, person: Id): AccessTree {
  return readable(site, typeId, person, 0)
}

function readable(site: Site, typeId: string, person: Id, depth: number): AccessTree {
  const known = site.people.get(person)
  const type = site.types.get(typeId)
  if (!known || known.left || !type) return none
  if (known.roles.includes('administrator')) return everything
  const rules = (type.access ?? []).filter((rule) => rule.can.includes('read') || rule.can.includes('administer'))
  return any([{ kind: 'readers', keys: keysOf(known, site) }, ...rules.map((rule) => ofRule(site, type, rule, known, depth))])
}

function ofRule(site: Site, type: DocumentType, rule: AccessRule, person: Person, depth: number): AccessTree {
  const who = any(rule.who.map((entry) => ofEntry(site, type, entry, person, depth)))
  return rule.when === undefined ? who : all([who, { kind: 'when', source: rule.when, me: person.id }])
}

function ofEntry(site: Site, type: DocumentType, entry: AudienceEntry, person: Person, depth: number): AccessTree {
  // A `where` looks at the candidate alone, who is this person: it is decided here.
  const { where: _, ...plain } = entry
  const context = fieldAudienceContext(site, type, person.id, null)
  if (entry.where !== undefined && !context.holds!(entry.where, person)) return none
  if (entry.field !== undefined) return holding(site, type, entry.field, [person.id, ...departmentsOf(person, site)])
  if (entry.readersOf !== undefined) return readersOf(site, type, entry.readersOf, person, depth)
  const whose = entry.managerOf ?? entry.headOf
  if (whose !== undefined) {
    const led = [...site.people.values()].filter((other) => leads(site, entry, person, other)).map(({ id }) => id)
    if (typeof whose === 'object') return holding(site, type, whose.field, [...led, ...departmentsHolding(led, site)])
    if (whose === 'author') return led.length > 0 ? { kind: 'author', of: led } : none
    return whose === 'me' && led.includes(person.id) ? everything : none
  }
  if (entry.the === 'author') return { kind: 'author', of: [person.id] }
  return isAmong([plain as AudienceEntry], person.id, context) ? everything : none
}

/** Whether `managerOf` or `headOf` another person is this one. */
function leads(site: Site, entry: AudienceEntry, person: Person, other: Person): boolean {
  const asked = (entry.managerOf === undefined ? { headOf: 'author' } : { managerOf: 'author' }) as AudienceEntry
  return isAmong([asked], person.id, { site, author: other.id, values: () => [] })
}

/** A department in a field stands for everybody in it, those below it too. */
function departmentsOf(person: Person, site: Site): readonly string[] {
  return keysOf(person, site)
    .filter((key) => key.startsWith('d:'))
    .map((key) => key.slice(2))
}

function departmentsHolding(people: readonly Id[], site: Site): readonly string[] {
  // Whoever has left is in no department's audience.
  const present = people.map((id) => site.people.get(id)!).filter(({ left }) => !left)
  return [...new Set(present.flatMap((person) => departmentsOf(person, site)))]
}

/** Whether one of these stands at a path: of the card, of its rows, of a linked card, or of a person, department or item there. */
function holding(site: Site, type: DocumentType, path: string, of: readonly string[]): AccessTree {
  const [head = '', ...rest] = path.split('.')
  if (head === 'author') {
    const authors = beside(site, { type: 'person' }, rest, of)
    return authors.length > 0 ? { kind: 'author', of: authors } : none
  }
  const field = fieldsOf(type).get(head)
  if (!field || planOf(type).how.get(head) === 'read') return none
  const column = field.type === 'table' ? field.fields?.find(({ id }) => id === rest[0]) : undefined
  const at = column ?? field
  const key = column ? `${head}.${column.id}` : head
  const onward = rest.slice(column ? 1 : 0)
  if (at.type === 'link' && onward.length > 0)
    return linked(
      key,
      (at.to ?? []).map((to) => {
        const target = site.types.get(to)
        return { type: to, tree: target ? holding(site, target, onward.join('.'), of) : none }
      }),
    )
  const values = beside(site, at, onward, of)
  return values.length > 0 ? { kind: 'holds', path: key, of: values } : none
}

/** The values of a field from which the rest of a path leads to one of these: everybody whose manager is among them. */
function beside(
  site: Site,
  field: Pick<Field, 'type' | 'options'>,
  [member, ...further]: readonly string[],
  of: readonly string[],
): readonly string[] {
  if (member === undefined) return of
  if (field.type === 'person') {
    if (member !== 'manager' && member !== 'department') return []
    const wanted = beside(site, { type: member === 'manager' ? 'person' : 'department' }, further, of)
    return [...site.people.values()].filter((person) => wanted.includes(person[member] ?? '')).map(({ id }) => id)
  }
  if (field.type === 'department') {
    if (member !== 'head' && member !== 'parent') return []
    const wanted = beside(site, { type: member === 'head' ? 'person' : 'department' }, further, of)
    return [...site.departments.values()].filter((department) => wanted.includes(department[member] ?? '')).map(({ id }) => id)
  }
  const directory = field.type === 'choice' && typeof field.options === 'string' ? site.directories.get(field.options) : undefined
  const column = (directory?.columns as readonly Field[] | undefined)?.find(({ id }) => id === member)
  if (!directory || !column) return []
  const wanted = beside(site, column, further, of)
  return directory.items.filter((item) => wanted.includes(String(item[member] ?? ''))).map(({ id }) => id)
}

function readersOf(site: Site, type: DocumentType, path: string, person: Person, depth: number): AccessTree {
  if (depth >= DEEPEST) return none
  const [head = '', column] = path.split('.')
  const field = fieldsOf(type).get(head)
  const link = field?.type === 'table' ? field.fields?.find(({ id }) => id === column) : field
  if (link?.type !== 'link') return none
  return linked(
    path,
    (link.to ?? []).map((to) => ({ type: to, tree: readable(site, to, person.id, depth + 1) })),
  )
}

function linked(field: string, types: readonly { readonly type: string; readonly tree: AccessTree }[]): AccessTree {
  const possible = types.filter(({ tree }) => tree.kind !== 'none')
  return possible.length > 0 ? { kind: 'linked', field, types: possible } : none
}

function any(trees: readonly AccessTree[]): AccessTree {
  const parts = trees.flatMap((tree) => (tree.kind === 'any' ? tree.of : [tree])).filter(({ kind }) => kind !== 'none')
  if (parts.some(({ kind }) => kind === 'everything')) return everything
  return parts.length > 1 ? { kind: 'any', of: parts } : (parts[0] ?? none)
}

function all(trees: readonly AccessTree[]): AccessTree {
  if (trees.some(({ kind }) => kind === 'none')) return none
  const parts = trees.filter(({ kind }) => kind !== 'everything')
  return parts.length > 1 ? { kind: 'all', of: parts } : (parts[0] ?? everything)
}
