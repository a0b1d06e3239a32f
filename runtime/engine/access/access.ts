import type { AccessRule, DocumentType, Right } from '../../../schemas/generated/document-type.ts'
import { keysOf } from '../audience/keys.ts'
import { type AudienceContext, isAmong } from '../audience/resolve.ts'
import { blankSubject } from '../card/blank-subject.ts'
import type { LinkValue } from '../card/card.ts'
import { evaluate, pathsRead } from '../card/expression.ts'
import { planOf } from '../card/formulas.ts'
import { valuesAt } from '../card/path.ts'
import { type Subject, scopeOf } from '../card/scope.ts'
import { type FactReader, readerOf } from '../document/fact-reader.ts'
import { factsOf } from '../document/facts-of.ts'
import type { Id } from '../document/state.ts'
import type { Site } from '../site.ts'

export const everyRight: readonly Right[] = ['read', 'create', 'edit', 'delete', 'export', 'convert', 'administer']

/** What rights are decided from beside the site: how linked cards are read, and who reads the document through its process. */
export interface Looking {
  /** Left out: nothing is linked, and what hangs on a linked card grants nothing. */
  readonly reader?: FactReader
  /** Keys of everybody whom its process has asked: `document.readers`. */
  readonly readers?: readonly string[]
}

/** A document, or a linked one; `readers` where it was fetched with them. */
export type Target = Subject & { readonly readers?: readonly string[] }

/** How many links `readersOf` follows from one card to the next: a resolution under a resolution under a letter. */
export const DEEPEST = 4

/**
 * What a person may do with a document of a type, or (null) with none in particular: to create one, to see its list. From the
 * `access` of the newest release, which adds up; from the process, whose people may read; and from the site's
 * administrators, who may administer everything and therefore read it. Whoever has left may nothing.
 */
export function rightsOf(site: Site, typeId: string, person: Id, document: Target | null, looking: Looking = {}): ReadonlySet<Right> {
  return new Set(everyRight.filter((right) => mayOn(site, typeId, person, document, right, looking)))
}

/** Whether a person has one right. */
export function mayOn(site: Site, typeId: string, person: Id, document: Target | null, right: Right, looking: Looking = {}): boolean {
  return may(
    site,
    typeId,
    person,
    document,
    right,
    { reader: looking.reader ?? readerOf(factsOf(site), { rollups: 'kept' }), readers: looking.readers ?? [] },
    0,
  )
}

function may(
  site: Site,
  typeId: string,
  person: Id,
  document: Target | null,
  right: Right,
  looking: Required<Looking>,
  depth: number,
): boolean {
  const known = site.people.get(person)
  const type = site.types.get(typeId)
  if (!known || known.left || !type) return false
  if (administers(site, type, person, document, looking, depth) && (right === 'administer' || right === 'read')) return true
  if (right === 'administer') return false
  if (right === 'read' && document && readsByProcess(site, person, document, looking)) return true
  return granted(site, type, person, document, right, looking, depth)
}

function administers(
  site: Site,
  type: DocumentType,
  person: Id,
  document: Target | null,
  looking: Required<Looking>,
  depth: number,
): boolean {
  return site.people.get(person)!.roles.includes('administrator') || granted(site, type, person, document, 'administer', looking, depth)
}

function readsByProcess(site: Site, person: Id, document: Target, { readers }: Required<Looking>): boolean {
  const all = [...readers, ...(document.readers ?? [])]
  return all.length > 0 && keysOf(site.people.get(person)!, site).some((key) => all.includes(key))
}

function granted(
  site: Site,
  type: DocumentType,
  person: Id,
  document: Target | null,
  right: Right,
  looking: Required<Looking>,
  depth: number,
): boolean {
  return (type.access ?? []).some((rule) => rule.can.includes(right) && ruleHolds(site, type, rule, person, document, looking, depth))
}

function ruleHolds(
  site: Site,
  type: DocumentType,
  rule: AccessRule,
  person: Id,
  document: Target | null,
  looking: Required<Looking>,
  depth: number,
): boolean {
  if (!isAmong(rule.who, person, accessContext(site, type, person, document, looking, depth))) return false
  if (rule.when === undefined) return true
  if (!document) return false
  return evaluate(rule.when, scopeOf({ type }, document, looking.reader, { me: person }), looking.reader, `access of "${type.id}"`) === true
}

/** What an audience about a document is resolved against where rights are concerned. It knows no nodes: those are not live. */
function accessContext(
  site: Site,
  type: DocumentType,
  person: Id,
  document: Target | null,
  looking: Required<Looking>,
  depth: number,
): AudienceContext {
  const { reader } = looking
  return {
    site,
    get author() {
      return document?.author ?? null
    },
    me: person,
    // What is calculated from the clock grants nothing: a list could not say the same.
    values: (path) =>
      document && planOf(type).how.get(path.split('.', 1)[0]!) !== 'read' ? valuesAt({ type }, document, reader, path) : [],
    readersOf(path) {
      if (!document || depth >= DEEPEST) return []
      const links = valuesAt({ type }, document, reader, path).filter(
        (value): value is LinkValue => typeof value === 'object' && 'id' in value && 'type' in value,
      )
      const readable = links.some(({ type: linked, id }) => {
        const target = reader.document(linked, id)
        return target !== null && may(site, linked, person, target, 'read', { reader, readers: [] }, depth + 1)
      })
      return readable ? [person] : []
    },
    holds: (where, candidate) =>
      isAboutPerson(where) &&
      evaluate(
        where,
        scopeOf({ type }, document ?? blankSubject(type), reader, { person: candidate.id, me: person }),
        reader,
        'audience, where',
      ) === true,
  }
}

/** In rights a `where` may look at the candidate alone: only then does a list, which is made for one person, grant the same. */
export function isAboutPerson(where: string): boolean {
  return pathsRead(where).every((path) => path === 'person' || path.startsWith('person.') || path === 'me' || path.startsWith('me.'))
}

/** What an audience of a field (`seenBy`, `editedBy`) is resolved against: like the rights. */
export function fieldAudienceContext(
  site: Site,
  type: DocumentType,
  person: Id,
  document: Target | null,
  looking: Looking = {},
): AudienceContext {
  return accessContext(
    site,
    type,
    person,
    document,
    { reader: looking.reader ?? readerOf(factsOf(site), { rollups: 'kept' }), readers: looking.readers ?? [] },
    0,
  )
}
