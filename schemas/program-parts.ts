// What stands here decides which publications move running documents; it is stored for ever in their program's hash.
import type { ApprovalSchema, SchemaNode } from './generated/approval-schema.ts'
import type { CardField, Column, Option } from './generated/card-field.ts'
import type { DocumentType, Status } from './generated/document-type.ts'

/** What a document is pinned to: its type and its approval schema, without what is live and without the drawing. */
export type ProgramParts = {
  type: Omit<DocumentType, 'statuses' | 'fields'> & { statuses: unknown[]; fields: unknown[] }
  schema: (Omit<ApprovalSchema, 'nodes'> & { nodes: unknown[] }) | null
}

/**
 * The parts of a document type and of its approval schema that make the program. Left out is what is live for all
 * documents, whatever they are pinned to: access, `seenBy`, what discloses, is personal or confidential, views, twins, which
 * schema a new document takes, and the labels and colours of statuses and choices; and what only concerns the drawing:
 * `$schema`, `xy`. What the type itself is called is live as its statuses' labels are. A missing `schemaVersion` is 1.
 */
export function programParts(type: DocumentType, schema?: ApprovalSchema | null): ProgramParts {
  const { $schema, schemaVersion = 1, label, plural, access, views, twins, approval, statuses = [], fields, ...pinned } = type
  return {
    type: { ...pinned, schemaVersion, statuses: statuses.map(statusParts), fields: fields.map(fieldParts) } as ProgramParts['type'],
    schema: schema ? schemaParts(schema) : null,
  }
}

function schemaParts({ $schema, schemaVersion = 1, nodes, ...pinned }: ApprovalSchema): ProgramParts['schema'] {
  return { ...pinned, schemaVersion, nodes: nodes.map(nodeParts) }
}

function nodeParts({ xy, ...pinned }: SchemaNode): unknown {
  return pinned
}

function fieldParts({ seenBy, personal, confidential, discloses, ...pinned }: CardField | Column): unknown {
  if (pinned.type === 'table') return { ...pinned, fields: pinned.fields.map(fieldParts) }
  if (pinned.type === 'choice' && typeof pinned.options !== 'string') return { ...pinned, options: pinned.options.map(labelled) }
  return pinned
}

const statusParts = (status: Status): unknown => labelled(status)

/** Labels and colours of statuses and choices are live. */
function labelled({ label, color, ...pinned }: Status | Option): unknown {
  return pinned
}
