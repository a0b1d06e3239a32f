import { Hono } from 'hono'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { changeDocument } from '../commands/change-document.ts'
import { visibleFields } from '../engine/access/visible-fields.ts'
import { poolLabel } from '../engine/approval/pool-label.ts'
import { keysOf } from '../engine/audience/keys.ts'
import { fieldsOf } from '../engine/card/field.ts'
import { currencyOf } from '../engine/card/rollup.ts'
import type { Command } from '../engine/document/command.ts'
import type { Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import { type AskedDocument, askedDocuments, countInbox, type InboxItem, inbox, readAssignment } from '../store/assignments.ts'
import type { InboxPage, InboxRow } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { findDocument } from './document-answer.ts'
import { answerTo } from './documents.ts'
import { changedSince } from './history.ts'
import { refOf } from './look.ts'
import { afterOf, limitOf } from './paging.ts'
import { peopleRefs } from './people.ts'
import { assignmentCommands, decisionRequest } from './requests.ts'
import { sendingOf } from './sending.ts'

/** `/api/assignments`: what waits for the caller, and what may be done with it. */
export function assignmentRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/assignments', async (c) => c.json(await inboxPage(c)))
    .post('/assignments/:id/decision', async (c) => {
      const request = await bodyOf(c, decisionRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { password, ...decision } = request.value
      const me = readerOf(c).person.id
      const signed = password !== undefined && (await c.get('parts').signIn.isPasswordOf(me, password))
      // A wrong password is no decision: it is told apart from one that was left out.
      if (password !== undefined && !signed) return refuse(c, { code: 'signature-missing', assignment: c.req.param('id') })
      return give(c, c.req.param('id'), {
        type: 'decide-assignment',
        by: { kind: 'person', id: me },
        assignment: c.req.param('id'),
        ...decision,
        signed,
      })
    })
    .post('/assignments/:id/:command', async (c) => {
      const { id, command } = c.req.param()
      const shape = Object.hasOwn(assignmentCommands, command) ? assignmentCommands[command as keyof typeof assignmentCommands] : null
      if (!shape)
        return refuse(c, {
          code: 'request-invalid',
          errors: [
            { path: 'command', rule: 'not-one-of', found: command, expected: ['decision', ...Object.keys(assignmentCommands)].join(', ') },
          ],
        })
      const request = await bodyOf<object>(c, shape)
      if (!request.ok) return refuse(c, request.problem)
      return give(c, id, { type: command, by: { kind: 'person', id: readerOf(c).person.id }, assignment: id, ...request.value } as Command)
    })
}

/** Gives a command to the document that an assignment belongs to, if the caller may read it. */
async function give(c: ApiContext, id: Id, command: Command): Promise<Response> {
  const { edges } = c.get('parts')
  const item = await readAssignment(edges.database, id)
  if (!item) return refuse(c, { code: 'assignment-unknown', assignment: id })
  const found = await findDocument(c, item.document.type, item.document.id)
  if (!found.ok) return refuse(c, { code: 'assignment-unknown', assignment: id })
  const { by: _, ...asked } = command
  const sent = sendingOf(c, asked)
  if (!sent.ok) return refuse(c, sent.problem)
  const outcome = await changeDocument(edges, item.document, command, { ...sent.sending, seen: found.stored })
  if (!outcome.ok && outcome.problem.code === 'card-changed' && command.type === 'decide-assignment') {
    const fields = await changedSince(c, found, command.sawRevision ?? 0)
    return answerTo(c, item.document.type, item.document.id, { ok: false, problem: { ...outcome.problem, fields } })
  }
  return answerTo(c, item.document.type, item.document.id, outcome)
}

async function inboxPage(c: ApiContext): Promise<InboxPage> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const { person } = readerOf(c)
  const keys = keysOf(person, site)
  const after = afterOf(c.req.query('after'), 'moment~uuid')
  const page = await inbox(edges.database, { person: person.id, keys, after, limit: limitOf(c.req.query('limit'), 50) })
  const [documents, count] = await Promise.all([
    askedDocuments(edges.database, page.items),
    after === null ? countInbox(edges.database, person.id, keys) : null,
  ])
  const now = edges.clock.now().toISOString()
  const items: InboxRow[] = []
  for (const item of page.items) {
    const of = documents.get(item.id)
    if (of) items.push(await rowOf(c, item, of, now))
  }
  return {
    items,
    after: page.after,
    people: peopleRefs(
      site,
      items.flatMap(({ from, document }) => [from, document.author]),
    ),
    ...(count && { count: { total: count.total, capped: count.capped } }),
  }
}

async function rowOf(c: ApiContext, item: InboxItem, stored: AskedDocument, now: string): Promise<InboxRow> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const { document } = stored
  const program = await edges.programs.get(edges.database, document.program)
  const live = site.types.get(document.type) ?? program.type
  return {
    assignment: item.id,
    document: { ...refOf(stored), author: document.author, typeLabel: live.label },
    node: item.node,
    label: program.nodes.get(item.node)?.label ?? item.node,
    state: item.person === null ? 'pool' : 'open',
    pool: item.person === null && item.pool ? poolLabel(item.pool, site) : null,
    from: askedBy(document, item),
    since: item.opened ?? document.createdOn,
    due: item.due,
    late: item.due !== null && item.due < now,
    amount: amountOf(site, live, stored, readerOf(c).person.id),
  }
}

/** From whom it came: who passed it on, else who last sent the document on its way, else its author. */
function askedBy({ process, author }: AskedDocument['document'], { id }: InboxItem): Id {
  const hand = process?.assignments[id]?.hands.at(-1)
  return (hand && hand.how !== 'asked' && hand.how !== 'claimed' && hand.by) || process?.leftStage?.by || author
}

/** The one figure that tells most: the first money field that the reader sees. */
function amountOf(site: Site, type: DocumentType, stored: AskedDocument, me: Id): InboxRow['amount'] {
  const { document, readers } = stored
  const seen = visibleFields(site, type.id, me, document, { readers })
  const field = [...fieldsOf(type).values()].find(
    ({ id, type: kind }) => kind === 'money' && seen.has(id) && typeof document.card[id] === 'number',
  )
  return field ? { value: document.card[field.id] as number, currency: currencyOf(field, document.card) } : null
}
