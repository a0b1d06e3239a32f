import { nearest } from '../../schemas/nearest.ts'
import { factsNow } from '../commands/gather-facts.ts'
import { editableFields } from '../engine/access/editable.ts'
import { audienceAt, holdsAt, type View } from '../engine/approval/place.ts'
import type { Program } from '../engine/approval/program.ts'
import { stripOf } from '../engine/approval/strip.ts'
import { isAmong } from '../engine/audience/resolve.ts'
import { failedChecks } from '../engine/card/checks.ts'
import { availableTo } from '../engine/document/available.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { Queryable } from '../store/database.ts'
import { type OpenedDocument, readDocument, readOpenedDocument } from '../store/documents.ts'
import type { StoredDocument } from '../store/write.ts'
import type { DocumentAnswer } from './answers.ts'
import { type ApiContext, atRev, liveType, refuse, readerOf as whoAsks } from './context.ts'
import { linkedRefs, mayRead, peopleIn, refOf, seenCard, withFacts } from './look.ts'
import { mayReach } from './may-reach.ts'

/** A document that the caller may read, with its program; a refusal that does not tell whether it exists otherwise. */
export type Found<S extends StoredDocument = StoredDocument> =
  | { readonly ok: true; readonly stored: S; readonly program: Program; readonly facts: Facts }
  | { readonly ok: false; readonly response: Response }

export function findDocument(c: ApiContext, type: string, id: Id): Promise<Found> {
  return findBy(c, type, id, readDocument)
}

/** The same, with what the screen of a document shows beside it. */
export function findOpened(c: ApiContext, type: string, id: Id): Promise<Found<OpenedDocument>> {
  return findBy(c, type, id, readOpenedDocument)
}

async function findBy<S extends StoredDocument>(
  c: ApiContext,
  type: string,
  id: Id,
  read: (db: Queryable, type: string, id: Id) => Promise<S | null>,
): Promise<Found<S>> {
  if (!(await liveType(c, type))) return { ok: false, response: refuse(c, typeUnknown(c, type)) }
  const stored = await read(c.get('parts').edges.database, type, id)
  return stored ? lookAt(c, stored) : { ok: false, response: refuse(c, { code: 'document-unknown', type, id }) }
}

/** A document that was read, if the caller may read it. */
export async function lookAt<S extends StoredDocument>(c: ApiContext, stored: S): Promise<Found<S>> {
  const { edges } = c.get('parts')
  const { type, id } = stored.document
  const unknown = (): Found<S> => ({ ok: false, response: refuse(c, { code: 'document-unknown', type, id }) })
  if (!(await atRev(c, stored.siteRev))) return { ok: false, response: refuse(c, { code: 'signed-out' }) }
  const site = c.get('site')
  const program = await edges.programs.get(edges.database, stored.document.program)
  const facts = factsNow(edges, site)
  const may = await withFacts(c, program, stored.document, (reader) => mayRead(site, whoAsks(c).person.id, stored, reader), facts)
  return may ? { ok: true, stored, program, facts } : unknown()
}

export function typeUnknown(c: ApiContext, type: string) {
  const site = c.get('site')
  const known = [...site.types.values()].filter((one) => mayReach(site, one, whoAsks(c).person.id))
  const near = nearest(
    type,
    known.map(({ id }) => id),
  )
  return { code: 'type-unknown', type, ...(near && { didYouMean: near }) } as const
}

/** Everything that the screen of a document needs, in one answer. */
export async function documentAnswer(
  c: ApiContext,
  { stored, program, facts }: Extract<Found<OpenedDocument>, { ok: true }>,
): Promise<DocumentAnswer> {
  const site = c.get('site')
  const me = whoAsks(c).person.id
  const { document } = stored
  const looked = await withFacts(
    c,
    program,
    document,
    (reader) => {
      const view: View = { program, document, reader }
      return {
        card: seenCard(site, program.type, me, stored, reader),
        editable: editableFields(program, document, me, reader).fields,
        available: availableTo(view, me),
        failing: failedChecks(program, document, reader, {
          around: { me },
          mayOverride: (audience) => isAmong(audience, me, audienceAt(view, { me })),
        }),
        strip: stripOf(program, document, { site, now: facts.now, holds: (when) => holdsAt(view, when, {}, 'route') }),
      }
    },
    facts,
  )
  const typed = { type: program.type, card: looked.card }
  const linked = await linkedRefs(c, [typed], stored.titles)
  return {
    ...refOf(stored),
    program: document.program,
    author: document.author,
    createdOn: document.createdOn,
    updatedOn: stored.updatedOn,
    closedOn: document.closedOn,
    revision: document.cardRevision,
    card: looked.card,
    editable: [...looked.editable],
    process: document.process && { state: document.process, strip: looked.strip },
    actions: looked.available.actions,
    mine: looked.available.mine,
    commands: looked.available.commands,
    others: looked.available.others,
    failing: hiddenOut(looked.failing, looked.card, document),
    linked,
    people: peopleIn(site, [typed], [document.author, ...peopleOfProcess(document)]),
    refused: stored.refused.map(({ at, key, lastError }) => ({
      at,
      what: key,
      problem: { code: 'expression-failed', where: key, why: lastError ?? '' },
    })),
  }
}

/** Checks that speak of values that the reader does not see would tell them: they are kept back. */
function hiddenOut(
  failing: DocumentAnswer['failing'],
  card: DocumentAnswer['card'],
  { card: whole, derived }: Document,
): DocumentAnswer['failing'] {
  return failing.filter(({ fields }) =>
    fields.every((field) => card[field] !== undefined || (whole[field] ?? derived[field]) === undefined),
  )
}

function peopleOfProcess({ process }: Document): Id[] {
  if (!process) return []
  return [
    ...Object.values(process.assignments).flatMap(({ person, hands, decidedBy }) => [
      person,
      decidedBy,
      ...hands.map((hand) => hand.person),
    ]),
    ...Object.values(process.actors).flat(),
    process.suspended?.by ?? null,
  ].filter((id) => id !== null)
}
