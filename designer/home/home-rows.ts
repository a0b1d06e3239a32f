import type { LocalText } from '../../runtime/engine/site.ts'
import type { Finding } from '../../schemas/finding.ts'
import {
  type Definition,
  definitionAt,
  type EditedKind,
  editedKinds,
  keyOf,
  releasedAt,
  targetOf,
  travellersOf,
  type Workspace,
} from '../model/workspace.ts'

/** How a definition stands to what is in use. */
export type Standing = 'new' | 'changed' | 'removed' | 'broken' | 'used'

/** A line of the designer's first page. */
export interface HomeRow {
  readonly kind: EditedKind
  readonly id: string
  readonly label: LocalText
  readonly standing: Standing
  readonly problems: number
  readonly hints: number
  /** How much it holds: fields, steps, choices. */
  readonly size: number
  /** Of a schema: the types that travel it; of a reminder or a print form: the type that it is about. */
  readonly types: readonly LocalText[]
}

/** All definitions, by kind and name, with what is new in each and what was found there. */
export function homeRows(workspace: Workspace, findings: readonly Finding[], nameOf: (text: LocalText) => string): readonly HomeRow[] {
  const keys = new Set([...workspace.released.keys(), ...workspace.drafts.keys(), ...workspace.broken.keys()])
  const rows = [...keys].map((key): HomeRow => {
    const { kind, id } = targetOf(key)
    const body = definitionAt(workspace, kind, id) ?? releasedAt(workspace, kind, id)
    const found = findings.filter(({ definition }) => definition && keyOf(definition) === key)
    const problems = found.filter(({ level }) => level === 'problem').length
    return {
      kind,
      id,
      label: body?.label ?? id,
      standing: standingOf(workspace, key),
      problems,
      hints: found.length - problems,
      size: body ? sizeOf(body) : 0,
      types: body ? typesOf(workspace, kind, body) : [],
    }
  })
  const order = (kind: EditedKind) => editedKinds.indexOf(kind)
  return rows.sort((a, b) => order(a.kind) - order(b.kind) || nameOf(a.label).localeCompare(nameOf(b.label)))
}

function standingOf(workspace: Workspace, key: string): Standing {
  if (workspace.broken.has(key)) return 'broken'
  const draft = workspace.drafts.get(key)
  if (!draft) return 'used'
  if (draft.body === null) return 'removed'
  return workspace.released.has(key) ? 'changed' : 'new'
}

function sizeOf(body: Definition): number {
  if ('fields' in body) return body.fields.length
  // A fork and its join are one block, as on the canvas.
  if ('nodes' in body) return body.nodes.filter(({ kind }) => kind !== 'join').length
  return 'items' in body ? body.items.length : 0
}

function typesOf(workspace: Workspace, kind: EditedKind, body: Definition): readonly LocalText[] {
  if (kind === 'approval-schema') return travellersOf(workspace, body.id).map(({ label }) => label)
  if (!('type' in body) || typeof body.type !== 'string') return []
  const type = definitionAt(workspace, 'document-type', body.type)
  return type ? [type.label] : []
}
