/** Which documents must look again when another one changes, and which of their checks it must pass. */
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { guardsOf } from '../card/checks.ts'
import { pathsRead } from '../card/expression.ts'
import { fieldsOf, isBackRollup } from '../card/field.ts'
import { linksOf } from '../card/links.ts'
import { backSources } from '../card/rollup.ts'
import { sameValue } from '../card/same-value.ts'
import type { Site } from '../site.ts'
import type { Document, Id } from './state.ts'

interface Watching {
  /** `<child type> <link field> <parent type>`, where the parent adds such children up. */
  readonly parents: ReadonlySet<string>
  /** Whether some wait of some schema reads through a link. */
  readonly throughLinks: boolean
}

const known = new WeakMap<Site, Watching>()

function watchingOf(site: Site): Watching {
  let watching = known.get(site)
  if (!watching) {
    const parents = new Set<string>()
    for (const type of site.types.values())
      for (const field of fieldsOf(type).values())
        if (isBackRollup(type, field))
          for (const from of backSources(site, type.id, field.rollup!.of)) parents.add(`${from.type} ${from.field} ${type.id}`)
    const waits = [...site.schemas.values()].flatMap(({ nodes }) => nodes).filter(isWait)
    const throughLinks = waits.some(({ until }) =>
      until.some(({ when }) => when !== undefined && pathsRead(when).some((path) => path.includes('.'))),
    )
    watching = { parents, throughLinks }
    known.set(site, watching)
  }
  return watching
}

function isWait(node: SchemaNode): node is Extract<SchemaNode, { kind: 'wait' }> {
  return node.kind === 'wait'
}

/** Points at a document from outside. */
export interface Reference {
  readonly type: string
  readonly id: Id
}

/** All of a document that another one's totals and conditions may read; where it stands in its process they may not. */
const readable = [
  'program',
  'number',
  'title',
  'status',
  'author',
  'closedOn',
  'card',
  'derived',
] as const satisfies readonly (keyof Document)[]

/** The documents that add this one up, before or after a change that they can see: their totals are no longer fresh. */
export function addingUp(site: Site, type: DocumentType, before: Document | null, after: Document): readonly Reference[] {
  if (before && readable.every((part) => sameValue(before[part], after[part]))) return []
  const { parents } = watchingOf(site)
  const found = new Map<string, Reference>()
  for (const card of before ? [before.card, after.card] : [after.card])
    for (const { field, to } of linksOf(type, card)) if (parents.has(`${type.id} ${field} ${to.type}`)) found.set(`${to.type}/${to.id}`, to)
  found.delete(`${after.type}/${after.id}`)
  return [...found.values()]
}

/** Whether some wait of some schema reads through a link: then whoever points at a changed document looks again. */
export function looksThroughLinks(site: Site): boolean {
  return watchingOf(site).throughLinks
}

/** A check over a total of children: asked when a child changes. */
export interface Guard {
  readonly parent: Reference
  /** Ids of the parent's checks that read a total. */
  readonly checks: readonly string[]
}

/** The guards that a change of this document may have to pass; most documents have none. */
export function guardsOver(site: Site, type: DocumentType, after: Document): readonly Guard[] {
  const guards = new Map<string, Guard>()
  for (const { field, to } of linksOf(type, after.card)) {
    const parent = site.types.get(to.type)
    if (!parent || !watchingOf(site).parents.has(`${type.id} ${field} ${to.type}`)) continue
    const checks = guardsOf(parent).map(({ id }) => id)
    if (checks.length > 0) guards.set(`${to.type}/${to.id}`, { parent: { type: to.type, id: to.id }, checks })
  }
  return [...guards.values()]
}
