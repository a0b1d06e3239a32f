import { Hono } from 'hono'
import { changeDocument, changeUnread } from '../commands/change-document.ts'
import { createDocument } from '../commands/create-document.ts'
import type { Outcome } from '../commands/outcome.ts'
import type { Card } from '../engine/card/card.ts'
import type { Command } from '../engine/document/command.ts'
import type { Id } from '../engine/document/state.ts'
import type { OpenedDocument } from '../store/documents.ts'
import type { DocumentTitle, StoredDocument } from '../store/write.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, liveType, readerOf, refuse } from './context.ts'
import { documentAnswer, type Found, findOpened, lookAt, typeUnknown } from './document-answer.ts'
import { historyPage, pastAnswer } from './history.ts'
import { namesIn } from './problem-names.ts'
import { registryPage } from './registry.ts'
import { relatedPage } from './related.ts'
import { actionRequest, creationRequest, documentCommands, editRequest } from './requests.ts'
import { sendingOf } from './sending.ts'

/** `/api/documents/{type}`: the routes of every released document type. */
export function documentRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/documents/:type', (c) => registryPage(c, c.req.param('type')))
    .post('/documents/:type', async (c) => {
      const type = c.req.param('type')
      if (!(await liveType(c, type))) return refuse(c, typeUnknown(c, type))
      const request = await bodyOf(c, creationRequest)
      if (!request.ok) return refuse(c, request.problem)
      const sent = sendingOf(c, request.value)
      if (!sent.ok) return refuse(c, sent.problem)
      const { card, overrides } = request.value
      const made = await createDocument(
        c.get('parts').edges,
        { type, by: { kind: 'person', id: readerOf(c).person.id }, card: card as Card, ...(overrides && { overrides }) },
        sent.sending,
      )
      if (!made.ok) return refuse(c, made.problem, await namesIn(c, type, null))
      const { id } = made.stored.document
      c.header('Location', `/api/documents/${type}/${id}`)
      return made.repeated ? answerOf(c, type, id) : answerWith(c, openedAfter(made.stored, []), 201)
    })
    .get('/documents/:type/:id', async (c) => {
      const { type, id } = c.req.param()
      return answerOf(c, type, id)
    })
    .patch('/documents/:type/:id', async (c) => {
      const request = await bodyOf(c, editRequest)
      if (!request.ok) return refuse(c, request.problem)
      return give(c, { type: 'edit-card', by: me(c), ...request.value })
    })
    .post('/documents/:type/:id/actions', async (c) => {
      const request = await bodyOf(c, actionRequest)
      if (!request.ok) return refuse(c, request.problem)
      return give(c, { type: 'take-action', by: me(c), ...request.value })
    })
    .post('/documents/:type/:id/commands/:command', async (c) => {
      const { command } = c.req.param()
      const shape = Object.hasOwn(documentCommands, command) ? documentCommands[command as keyof typeof documentCommands] : null
      if (!shape)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'command', rule: 'not-one-of', found: command, expected: Object.keys(documentCommands).join(', ') }],
        })
      const request = await bodyOf<object>(c, shape)
      if (!request.ok) return refuse(c, request.problem)
      return give(c, { type: command, by: me(c), ...request.value } as Command)
    })
    .get('/documents/:type/:id/history', (c) => historyPage(c, c.req.param('type'), c.req.param('id')))
    .get('/documents/:type/:id/at', (c) => pastAnswer(c, c.req.param('type'), c.req.param('id')))
    .get('/documents/:type/:id/related/:back', (c) => relatedPage(c, c.req.param('type'), c.req.param('id'), c.req.param('back')))
}

const me = (c: ApiContext) => ({ kind: 'person', id: readerOf(c).person.id }) as const

/** Gives a command to the document in the path, whose reader the caller must be, and answers with the document after it. */
async function give(c: ApiContext, command: Command): Promise<Response> {
  const { type = '', id = '' } = c.req.param()
  const guessed = await giveUnread(c, c.get('parts').recent.of({ type, id }), command)
  if (guessed) return guessed
  const found = await findOpened(c, type, id)
  if (!found.ok) return found.response
  const { by: _, ...asked } = command
  const sent = sendingOf(c, asked)
  if (!sent.ok) return refuse(c, sent.problem)
  const outcome = await changeDocument(c.get('parts').edges, { type, id }, command, { ...sent.sending, seen: found.stored })
  return answerTo(c, found.stored, outcome)
}

/**
 * Gives a command to a document as it was last seen here; null where it is not known here, or where that cannot be the answer:
 * then it is to be read, and the command given again.
 */
export async function giveUnread(c: ApiContext, known: OpenedDocument | undefined, command: Command): Promise<Response | null> {
  if (!known) return null
  // By the office as this request has it: the write holds only if that is the office of its moment.
  const seen = { ...known, siteRev: c.get('site').rev }
  const found = await lookAt(c, seen)
  if (!found.ok) return null
  const { by: _, ...asked } = command
  const sent = sendingOf(c, asked)
  const outcome = sent.ok ? await changeUnread(c.get('parts').edges, seen, command, sent.sending) : null
  if (!outcome?.ok || !outcome.around) return null
  const { type, id } = seen.document
  return outcome.around.refused ? answerOf(c, type, id) : answerWith(c, openedAfter(outcome.stored, outcome.around.titles))
}

/**
 * The answer to a command on a document that was opened as `seen` for it: the document as it is now, or the refusal in the
 * caller's words. What was written need not be read again.
 */
export async function answerTo(c: ApiContext, seen: OpenedDocument, outcome: Outcome): Promise<Response> {
  const { type, id } = seen.document
  if (!outcome.ok) return refuse(c, outcome.problem, await namesIn(c, type, id))
  // What the clock was refused may have gone with the command; a command that was done before is answered by the row of now.
  if (outcome.repeated || seen.refused.length > 0) return answerOf(c, type, id)
  return answerWith(c, openedAfter(outcome.stored, seen.titles))
}

/** A document just written, beside the titles known of what it links to; the clock has not tried anything since. */
function openedAfter(stored: StoredDocument, titles: readonly DocumentTitle[]): OpenedDocument {
  // Its own may have become another one.
  return { ...stored, titles: [stored.document, ...titles.filter(({ id }) => id !== stored.document.id)], refused: [] }
}

/** The document as it is read now, as the caller sees it. */
async function answerOf(c: ApiContext, type: string, id: Id): Promise<Response> {
  return answerFound(c, await findOpened(c, type, id))
}

/** A document just written, as the caller sees it, if it may still be read. */
async function answerWith(c: ApiContext, opened: OpenedDocument, status: 200 | 201 = 200): Promise<Response> {
  return answerFound(c, await lookAt(c, opened), status)
}

/** Characters of an answer whose document is kept for the command that may follow: the few that are longer are read again. */
const keptAtMost = 64_000

/** Its ETag is the revision of its card. */
async function answerFound(c: ApiContext, found: Found<OpenedDocument>, status: 200 | 201 = 200): Promise<Response> {
  if (!found.ok) return found.response
  const answer = await documentAnswer(c, found)
  c.header('ETag', `"${answer.revision}"`)
  const text = JSON.stringify(answer)
  if (text.length <= keptAtMost) c.get('parts').recent.keep(found.stored)
  return c.body(text, status, { 'content-type': 'application/json' })
}
