import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { AudienceEntry } from '../../schemas/generated/audience.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { PrintForm } from '../../schemas/generated/print-form.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import { resolveAudience } from './audience/resolve.ts'
import { fieldsOf } from './card/field.ts'
import { camelCase } from './card/scope.ts'
import type { CompileResult } from './expression/compile.ts'
import type { Site } from './site.ts'

/** What an office has; a site has it, and a template's people too (`rehearsalSite`). */
export type Organisation = Pick<Site, 'people' | 'roles' | 'groups' | 'departments'> & {
  /** The webhooks that have an address here; left out: not known. */
  readonly webhooks?: ReadonlyMap<string, unknown>
}

/** What is to be published, as a whole: the drafts over the newest release, or a folder of definitions. */
export interface DefinitionSet {
  readonly types: readonly DocumentType[]
  readonly schemas: readonly ApprovalSchema[]
  readonly rules: readonly ReminderRule[]
  readonly directories: readonly Directory[]
  readonly printForms?: readonly PrintForm[]
  /** Null or left out: not known; then nothing is said about who exists. */
  readonly organisation?: Organisation | null
  /** The languages in which every text should exist. */
  readonly languages: readonly string[]
  /** The newest release, where this one is to follow it: its ids are for ever. */
  readonly previous?: Pick<DefinitionSet, 'types' | 'schemas' | 'directories'> | null
}

/** The same by id, as the checks ask for it. */
export interface World {
  readonly types: ReadonlyMap<string, DocumentType>
  readonly schemas: ReadonlyMap<string, ApprovalSchema>
  readonly directories: ReadonlyMap<string, Directory>
  /** The types of which there is one document, by the name that expressions give it. */
  readonly singles: ReadonlyMap<string, string>
  readonly organisation: Organisation | null
  /** Whom an entry names that hangs neither on the card nor on the author; nobody where the organisation is not known. */
  readonly members: (entry: AudienceEntry) => ReadonlySet<string>
  /** The links that point at a type, by their `back`. */
  readonly backs: (type: string) => ReadonlyMap<string, readonly BackLink[]>
  /** The types whose documents travel a schema. */
  readonly travellers: (schema: string) => readonly DocumentType[]
  /** Expressions by place and text; kept while types and directories stay the same. */
  readonly compiled: Map<string, CompileResult>
}

/** A link seen from the other side. */
export interface BackLink {
  readonly type: DocumentType
  readonly field: string
}

// A keystroke in an approval schema leaves the types as they were: their expressions need not be compiled again.
let kept: { types: readonly DocumentType[]; directories: readonly Directory[]; compiled: Map<string, CompileResult> } | undefined
const MOST_COMPILED = 20_000

export function worldOf(set: DefinitionSet): World {
  const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((one, index) => one === b[index])
  if (!kept || !same(kept.types, set.types) || !same(kept.directories, set.directories) || kept.compiled.size > MOST_COMPILED)
    kept = { types: [...set.types], directories: [...set.directories], compiled: new Map() }
  const backs = backLinks(set.types)
  const none: ReadonlyMap<string, readonly BackLink[]> = new Map()
  return {
    types: byId(set.types),
    schemas: byId(set.schemas),
    directories: byId(set.directories),
    singles: new Map(set.types.flatMap(({ kind, id }) => (kind === 'single' ? [[camelCase(id), id]] : []))),
    organisation: set.organisation ?? null,
    members: (entry) => membersIn(set.organisation ?? null, entry),
    backs: (type) => backs.get(type) ?? none,
    travellers: (schema) => set.types.filter((type) => type.approval?.some((one) => one.schema === schema)),
    compiled: kept.compiled,
  }
}

const known = new WeakMap<Organisation, Map<string, ReadonlySet<string>>>()

function membersIn(organisation: Organisation | null, entry: AudienceEntry): ReadonlySet<string> {
  if (!organisation) return new Set()
  const found = known.get(organisation) ?? new Map<string, ReadonlySet<string>>()
  known.set(organisation, found)
  const key = JSON.stringify(entry)
  // Only people, groups and departments are asked of the site.
  const members = found.get(key) ?? new Set(resolveAudience([entry], { site: organisation as Site, author: null, values: () => [] }))
  found.set(key, members)
  return members
}

function backLinks(types: readonly DocumentType[]): ReadonlyMap<string, ReadonlyMap<string, readonly BackLink[]>> {
  const all = new Map<string, Map<string, BackLink[]>>()
  for (const type of types)
    for (const field of fieldsOf(type).values()) {
      if (!field.back) continue
      for (const target of field.to ?? []) {
        const links = all.get(target) ?? new Map<string, BackLink[]>()
        all.set(target, links)
        links.set(field.back.id, [...(links.get(field.back.id) ?? []), { type, field: field.id }])
      }
    }
  return all
}

export function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
