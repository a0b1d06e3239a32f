import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Field } from './card/field.ts'
import type { Checking } from './checking.ts'

/*
 * Ids are for ever: what the newest release has and documents may name is retired, never deleted, and never becomes
 * another kind. A new kind is a new field with `from`.
 */

interface Identified {
  readonly id: string
  readonly retired?: true
}

/** Fields, columns, items and statuses of a type against those of the newest release. */
export function checkTypeAgainst(type: DocumentType, previous: DocumentType, checking: Checking): void {
  checkFields(type.fields as readonly Field[], previous.fields as readonly Field[], checking, '/fields')
  kept('status', type.statuses ?? [], previous.statuses ?? [], checking, '/statuses')
  if (type.kind !== previous.kind) checking.problem('kind-changed', '/kind', { found: type.kind, expected: previous.kind })
}

function checkFields(fields: readonly Field[], before: readonly Field[], checking: Checking, at: string): void {
  kept('field', fields, before, checking, at)
  for (const [index, field] of fields.entries()) {
    const old = before.find(({ id }) => id === field.id)
    if (!old) continue
    const here = `${at}/${index}`
    const kind = ({ type, many }: Field) => (many ? `${type}, many` : type)
    if (kind(old) !== kind(field)) {
      const facts = { field: field.id, found: kind(field), expected: kind(old) }
      checking.problem('field-changed-kind', `${here}/type`, facts, { code: 'new-field-from', facts })
      continue
    }
    if (field.type === 'table') checkFields(field.fields ?? [], old.fields ?? [], checking, `${here}/fields`)
    if (typeof field.options === 'object' && typeof old.options === 'object')
      kept('item', field.options, old.options, checking, `${here}/options`)
  }
}

/** Actions that people have pressed stand in the history by their ids. */
export function checkSchemaAgainst(schema: ApprovalSchema, previous: ApprovalSchema, checking: Checking): void {
  kept('action', schema.anywhere ?? [], previous.anywhere ?? [], checking, '/anywhere')
  for (const [index, node] of schema.nodes.entries()) {
    const old = previous.nodes.find(({ id }) => id === node.id)
    if (!old || old.kind !== node.kind) continue
    const actions = (of: typeof node) => ('actions' in of ? (of.actions ?? []) : [])
    kept('action', actions(node), actions(old), checking, `/nodes/${index}/actions`)
  }
}

export function checkDirectoryAgainst(directory: Directory, previous: Directory, checking: Checking): void {
  checkFields((directory.columns ?? []) as readonly Field[], (previous.columns ?? []) as readonly Field[], checking, '/columns')
  kept('item', directory.items, previous.items, checking, '/items')
}

function kept(what: string, now: readonly Identified[], before: readonly Identified[], checking: Checking, at: string): void {
  const ids = new Set(now.map(({ id }) => id))
  for (const { id } of before)
    if (!ids.has(id)) checking.problem(`${what}-deleted`, at, { found: id }, { code: 'restore-retired', facts: { path: at, id } })
}
