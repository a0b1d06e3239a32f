import type { DefinitionSet, Organisation } from '../../runtime/engine/check-world.ts'
import type { DefinitionOf } from '../../schemas/definition-kind.ts'
import type { DefinitionReference, Finding } from '../../schemas/finding.ts'
import { sameValue } from './same-value.ts'

/** The kinds of definitions that are edited as drafts and published. */
export type EditedKind = 'document-type' | 'approval-schema' | 'reminder-rule' | 'directory' | 'print-form'
export type EditedOf = Pick<DefinitionOf, EditedKind>
export type Definition = EditedOf[EditedKind]
export const editedKinds: readonly EditedKind[] = ['document-type', 'approval-schema', 'reminder-rule', 'directory', 'print-form']

/** Which definition: its kind and its id. */
export interface Target<K extends EditedKind = EditedKind> {
  readonly kind: K
  readonly id: string
}
export type TargetKey = string

export const keyOf = ({ kind, id }: Target | DefinitionReference): TargetKey => `${kind}/${id}`

export function targetOf(key: TargetKey): Target {
  const slash = key.indexOf('/')
  return { kind: key.slice(0, slash) as EditedKind, id: key.slice(slash + 1) }
}

/** A definition of the newest release, with the hash of its body. */
export interface Released {
  readonly body: Definition
  readonly hash: string
}

/** An unpublished edit. `body` null: taken out by the next publication. `base`: the hash that it was begun from, null for a new one. */
export interface DraftEntry {
  readonly body: Definition | null
  readonly base: string | null
}

/** A draft that its schema does not admit (written by a newer program, or by hand): kept as it is, for the text editor alone. */
export interface BrokenDraft {
  readonly body: unknown
  readonly base: string | null
  readonly findings: readonly Finding[]
}

/**
 * All that the designer looks at: the newest release, the drafts of all kinds over it, and the office. An immutable value;
 * each edit makes another, which shares whatever did not change.
 */
export interface Workspace {
  readonly released: ReadonlyMap<TargetKey, Released>
  readonly drafts: ReadonlyMap<TargetKey, DraftEntry>
  readonly broken: ReadonlyMap<TargetKey, BrokenDraft>
  readonly organisation: Organisation | null
  readonly languages: readonly string[]
}

/** A definition as it now stands: its draft, else as released; undefined where there is none, or no longer. */
export function definitionAt<K extends EditedKind>(workspace: Workspace, kind: K, id: string): EditedOf[K] | undefined {
  const key = keyOf({ kind, id })
  const draft = workspace.drafts.get(key)
  const body = draft ? draft.body : workspace.released.get(key)?.body
  return (body ?? undefined) as EditedOf[K] | undefined
}

/** A definition as it is in use. */
export function releasedAt<K extends EditedKind>(workspace: Workspace, kind: K, id: string): EditedOf[K] | undefined {
  return workspace.released.get(keyOf({ kind, id }))?.body as EditedOf[K] | undefined
}

/** All definitions of a kind as they now stand, in the order of their ids; the same list as long as none of them changes. */
export function definitionsOf<K extends EditedKind>(workspace: Workspace, kind: K): readonly EditedOf[K][] {
  const lists = known.get(workspace) ?? new Map<EditedKind, readonly Definition[]>()
  known.set(workspace, lists)
  const list = lists.get(kind) ?? listed(workspace, kind)
  lists.set(kind, list)
  return list as readonly EditedOf[K][]
}

const known = new WeakMap<Workspace, Map<EditedKind, readonly Definition[]>>()

function listed(workspace: Workspace, kind: EditedKind): readonly Definition[] {
  const ids = [...new Set([...workspace.released.keys(), ...workspace.drafts.keys()])]
    .map(targetOf)
    .filter((target) => target.kind === kind)
  return ids
    .map(({ id }) => definitionAt(workspace, kind, id))
    .filter((body) => body !== undefined)
    .sort(byId)
}

const byId = (a: Definition, b: Definition) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The workspace with a definition drafted. A draft that says what is in use anyway is no draft, so it goes; one that is
 * already there keeps the base from which it was begun.
 */
export function withDraft(workspace: Workspace, target: Target, body: Definition | null): Workspace {
  const key = keyOf(target)
  const released = workspace.released.get(key)
  const drafts = new Map(workspace.drafts)
  if (body === null ? !released : released && sameValue(released.body, body)) drafts.delete(key)
  else drafts.set(key, { body, base: workspace.drafts.get(key)?.base ?? released?.hash ?? null })
  return { ...workspace, drafts }
}

/** The definitions as the engine's check takes them: the drafts over the newest release. */
export function definitionSetOf(workspace: Workspace): DefinitionSet {
  const released = <K extends EditedKind>(kind: K) =>
    [...workspace.released].filter(([key]) => targetOf(key).kind === kind).map(([, { body }]) => body as EditedOf[K])
  return {
    types: definitionsOf(workspace, 'document-type'),
    schemas: definitionsOf(workspace, 'approval-schema'),
    rules: definitionsOf(workspace, 'reminder-rule'),
    directories: definitionsOf(workspace, 'directory'),
    printForms: definitionsOf(workspace, 'print-form'),
    organisation: workspace.organisation,
    languages: workspace.languages,
    previous: { types: released('document-type'), schemas: released('approval-schema'), directories: released('directory') },
  }
}

/** The types of documents that travel a schema; none where nothing does yet. */
export function travellersOf(workspace: Workspace, schema: string): readonly EditedOf['document-type'][] {
  return definitionsOf(workspace, 'document-type').filter(({ approval }) => approval?.some((one) => one.schema === schema))
}
