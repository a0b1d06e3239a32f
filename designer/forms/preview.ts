import { editableFields } from '../../runtime/engine/access/editable.ts'
import { visibleFields } from '../../runtime/engine/access/visible-fields.ts'
import { compileProgram, firstStatus } from '../../runtime/engine/approval/program.ts'
import { calculateCard, calculateDerived } from '../../runtime/engine/card/calculate.ts'
import type { Card, CardValue } from '../../runtime/engine/card/card.ts'
import { evaluate, holds } from '../../runtime/engine/card/expression.ts'
import { fieldsOf } from '../../runtime/engine/card/field.ts'
import { fromFeel } from '../../runtime/engine/card/field-value.ts'
import { planOf } from '../../runtime/engine/card/formulas.ts'
import { type Around, fieldValue, scopeOf } from '../../runtime/engine/card/scope.ts'
import { renderTitle } from '../../runtime/engine/card/title.ts'
import { type FieldState, fieldStates } from '../../runtime/engine/card/visibility.ts'
import { readerOf } from '../../runtime/engine/document/fact-reader.ts'
import type { Facts } from '../../runtime/engine/document/facts.ts'
import type { Document, Process } from '../../runtime/engine/document/state.ts'
import type { Value } from '../../runtime/engine/expression/value.ts'
import type { Site } from '../../runtime/engine/site.ts'
import type { ApprovalSchema, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'

/** As whom and where a form is looked at: a person, and the step at which the document rests; none for one that travels nowhere. */
export interface SeenAs {
  readonly person: string
  readonly node: string | null
}

export interface Preview {
  readonly document: Document
  /** The card as it shows: what is calculated follows what is typed. */
  readonly shown: Card
  readonly states: ReadonlyMap<string, FieldState>
  /** Which fields the person sees at all. */
  readonly seen: ReadonlySet<string>
  /** Which the person may change there. */
  readonly editable: ReadonlySet<string>
  readonly holds: (when: string | undefined) => boolean
  /** What an expression comes to on this card; undefined where it cannot be read. */
  readonly valueOf: (source: string, around?: Around) => Value | undefined
}

export interface PreviewOf {
  readonly type: DocumentType
  readonly schema: ApprovalSchema | null
  readonly site: Site
  readonly card: Card
  readonly seenAs: SeenAs
  /** UTC. */
  readonly now: string
}

/** Steps at which a document rests and people look at it, in the order of the schema. */
export function restingSteps(schema: ApprovalSchema | null): readonly SchemaNode[] {
  return (schema?.nodes ?? []).filter(({ kind }) => kind === 'stage' || kind === 'approval' || kind === 'task')
}

/** The schema that a new document of a type travels first. */
export function firstSchema(type: DocumentType, site: Site): ApprovalSchema | null {
  const first = type.approval?.[0]
  return (first && site.schemas.get(first.schema)) ?? null
}

/** What a person would see of a card at a step, by the engine that runs on the server, over the definitions as they are drawn. */
export function previewCard({ type, schema, site, card, seenAs, now }: PreviewOf): Preview {
  const program = compileProgram(type, schema)
  const facts: Facts = { now, newId: () => 'sample', site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
  const reader = readerOf(facts, { rollups: 'kept' })
  const bare = documentAt(program.type, schema, card, seenAs, now)
  const stored = calculateCard(program, bare, reader)
  const withStored = { ...bare, card: stored }
  const derived = calculateDerived(program, withStored, reader, {})
  const shown: { [field: string]: CardValue } = { ...stored, ...derived }
  const me = seenAs.person
  for (const field of fieldsOf(type).values()) {
    if (planOf(type).how.get(field.id) !== 'read') continue
    const value = fromFeel(field, fieldValue(type, { ...withStored, derived }, field, reader, { me }))
    if (value !== undefined) shown[field.id] = value
  }
  const untitled = { ...withStored, derived }
  const document: Document = { ...untitled, title: renderTitle(program, untitled, reader) }
  const host = scopeOf(program, document, reader, { me })
  return {
    document,
    shown,
    states: fieldStates(program, document, reader, { me }),
    seen: visibleFields(site, type.id, me, document, { reader }),
    editable: new Set(editableFields(program, document, me, reader).fields),
    holds: (when) => holds(when, host, reader, 'layout'),
    valueOf(source, around = {}) {
      const failures = reader.failures.length
      const value = evaluate(source, scopeOf(program, document, reader, { me, ...around }), reader, 'preview')
      return reader.failures.length > failures ? undefined : value
    },
  }
}

/** A document that rests at a step, as if it had come there: written by the person who looks. */
function documentAt(type: DocumentType, schema: ApprovalSchema | null, card: Card, { person, node }: SeenAs, now: string): Document {
  const rests = schema?.nodes.find(({ id }) => id === node)
  return {
    id: 'sample',
    type: type.id,
    program: 'sample',
    schema: rests ? schema!.id : null,
    number: null,
    title: {},
    status: (rests && 'status' in rests ? rests.status : undefined) ?? statusBefore(schema, rests) ?? firstStatus(type),
    author: person,
    createdOn: now,
    closedOn: null,
    sequence: 1,
    cardRevision: 1,
    card,
    derived: {},
    process: rests ? processAt(rests.id, now) : null,
  }
}

/** A step that sets no status has the one with which the document comes there: of the nearest step before it that sets one. */
function statusBefore(schema: ApprovalSchema | null, node: SchemaNode | undefined): string | undefined {
  if (!schema || !node) return undefined
  const seen = new Set([node.id])
  let front = [node.id]
  while (front.length > 0) {
    const before = schema.routes.filter(({ to, from }) => front.includes(to) && !seen.has(from)).map(({ from }) => from)
    for (const id of before) {
      const found = schema.nodes.find((each) => each.id === id)
      if (found && 'status' in found && found.status !== undefined) return found.status
      seen.add(id)
    }
    front = before
  }
  return undefined
}

function processAt(node: string, now: string): Process {
  return {
    tokens: { token: { id: 'token', node, in: null, since: now, visit: 1, clock: null } },
    blocks: {},
    seats: {},
    assignments: {},
    clock: null,
    visits: { [node]: 1 },
    passed: {},
    outcomes: {},
    actors: {},
    approvedBefore: {},
    routesTaken: {},
    leftStage: null,
    suspended: null,
    ended: null,
  }
}
