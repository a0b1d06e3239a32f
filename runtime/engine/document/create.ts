import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { editableFields } from '../access/editable.ts'
import { begin } from '../approval/advance.ts'
import { firstStatus } from '../approval/program.ts'
import { createCard } from '../card/edit-card.ts'
import { requiredMissing } from '../card/visibility.ts'
import type { CommandOf, CreateDocument } from './command.ts'
import { cardLeaves, titleLeaves } from './evolve.ts'
import type { Facts } from './facts.ts'
import { mayAdminister, mayCreate, mayOverride } from './rights.ts'
import type { Run } from './run.ts'
import type { Document, Id } from './state.ts'

/** Starts the process of a document whose type starts it by hand. */
export function startProcess(run: Run, _command: CommandOf<'start-process'>): undefined {
  const { document, program, reader, by } = run
  if (document.process && !document.process.ended) return run.refuse({ code: 'process-running' })
  if (!program.schema) return run.refuse({ code: 'process-not-running' })
  const may =
    by === null || by === document.author || mayAdminister(run, by) || editableFields(program, document, by, reader).fields.length > 0
  if (!may) return run.refuse({ code: 'not-allowed', what: 'start-process', type: document.type })
  begin(run)
}

/** Makes the document; where its process starts on creation, it comes to its first rest. */
export function create(run: Run, { card: given, author = run.by ?? undefined, overrides = {} }: CreateDocument, id: Id): undefined {
  const { program, facts, reader, by } = run
  const { type } = program
  if (!author || !facts.site.people.has(author)) return run.refuse({ code: 'person-unknown', person: author ?? '' })
  const subject = newDocument(type, id, author, facts, program.hash)
  const view = { program, document: subject, reader }
  if (by && !mayCreate(view, by)) return run.refuse({ code: 'not-allowed', what: 'create', type: type.id })
  const made = createCard(program, subject, given, reader, {
    me: author,
    overrides,
    mayOverride: (audience) => mayOverride(view, by, audience),
  })
  if (!made.ok) return run.refuse(made.problem)
  // A record is kept rather than sent round: what is required binds at once, there is no node to leave.
  if (!program.schema || type.kind === 'record') {
    const fields = requiredMissing(program, { ...subject, card: made.card }, reader, { around: { me: by } })
    if (fields.length > 0) return run.refuse({ code: 'card-incomplete', fields })
  }
  const reasons = made.overridden.map((check) => ({ path: `override.${check}`, value: overrides[check] ?? null }))
  run.did({ type: 'document-created', id, author, documentType: type.id, program: program.hash, status: subject.status }, [
    ...cardLeaves(made.card, Object.keys(made.card)),
    ...titleLeaves({}, made.title),
    ...reasons,
  ])
  if (startsOnCreation(run)) begin(run)
}

/** How a document travels is live: the newest type says whether its process starts by itself. */
function startsOnCreation(run: Run): boolean {
  const { schema } = run.program
  const type = run.facts.site.types.get(run.program.type.id) ?? run.program.type
  return schema !== null && type.approval?.find((each) => each.schema === schema.id)?.start === 'on-create'
}

function newDocument(type: DocumentType, id: Id, author: Id, facts: Facts, program: string): Document {
  return {
    id,
    type: type.id,
    program,
    schema: null,
    number: null,
    title: {},
    status: firstStatus(type),
    author,
    createdOn: facts.now,
    closedOn: null,
    sequence: 0,
    cardRevision: 0,
    card: {},
    derived: {},
    process: null,
  }
}
