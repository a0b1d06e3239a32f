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
import { type AskedItem, askedPage } from '../store/assignments.ts'
import type { ListedDocument } from '../store/document-row.ts'
import { readAskedDocument } from '../store/documents.ts'
import { siteRev } from '../store/organisation.ts'
import type { InboxPage, InboxRow } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, atRev, readerOf, refuse } from './context.ts'
import { lookAt } from './document-answer.ts'
import { answerTo, giveUnread } from './documents.ts'
import { changedSince } from './history.ts'
import { refOf } from './look.ts'
import { afterOf, limitOf } from './paging.ts'
import { peopleRefs } from './people.ts'
import { assignmentCommands, decisionRequest } from './requests.ts'
import { sendingOf } from './sending.ts'

/** `/api/assignments`: what waits for the caller, and what may be done with it. */
export function assignmentRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/assignments', async (c) => {
      const page = await inboxPage(c)
      return page ? c.json(page) : refuse(c, { code: 'signed-out' })
    })
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
  const { edges, recent } = c.get('parts')
  const guessed = await giveUnread(c, recent.asked(id), command)
  if (guessed) return guessed
  const stored = await readAskedDocument(edges.database, id)
  if (stored && !(await atRev(c, stored.siteRev))) return refuse(c, { code: 'signed-out' })
  const found = stored && (await lookAt(c, stored))
  if (!found?.ok) return refuse(c, { code: 'assignment-unknown', assignment: id })
  const { type, id: document } = found.stored.document
  const { by: _, ...asked } = command
  const sent = sendingOf(c, asked)
  if (!sent.ok) return refuse(c, sent.problem)
  const outcome = await changeDocument(edges, { type, id: document }, command, { ...sent.sending, seen: found.stored })
  if (!outcome.ok && outcome.problem.code === 'card-changed' && command.type === 'decide-assignment') {
    const fields = await changedSince(c, found, command.sawRevision ?? 0)
    return answerTo(c, found.stored, { ok: false, problem: { ...outcome.problem, fields } })
  }
  return answerTo(c, found.stored, outcome)
}

const countTo = 1_000

async function inboxPage(c: ApiContext): Promise<InboxPage | null> {
  const { edges } = c.get('parts')
  const after = afterOf(c.req.query('after'), 'moment~uuid')
  const limit = limitOf(c.req.query('limit'), 50)
  for (;;) {
    const site = c.get('site')
    const { person } = readerOf(c)
    const query = { person: person.id, keys: keysOf(person, site), after, limit }
    const page = await askedPage(edges.database, query, after === null ? countTo : null)
    // Who belongs to which pool may have changed just now: then it is asked once more.
    if (!(await atRev(c, page.siteRev ?? (await siteRev(edges.database))))) return null
    if (c.get('site') !== site) continue
    const now = edges.clock.now().toISOString()
    const items = await Promise.all(page.items.map((item) => rowOf(c, item, now)))
    return {
      items,
      after: page.after,
      people: peopleRefs(
        site,
        items.flatMap(({ from, document }) => [from, document.author]),
      ),
      ...(page.count && { count: page.count }),
    }
  }
}

async function rowOf(c: ApiContext, item: AskedItem, now: string): Promise<InboxRow> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const { document } = item.asked
  const program = await edges.programs.get(edges.database, document.program)
  const live = site.types.get(document.type) ?? program.type
  return {
    assignment: item.id,
    document: { ...refOf(item.asked), author: document.author, typeLabel: live.label },
    node: item.node,
    label: program.nodes.get(item.node)?.label ?? item.node,
    state: item.person === null ? 'pool' : 'open',
    pool: item.person === null && item.pool ? poolLabel(item.pool, site) : null,
    from: item.from,
    since: item.opened,
    due: item.due,
    late: item.due !== null && item.due < now,
    amount: amountOf(site, live, item.asked, readerOf(c).person.id),
  }
}

/** The one figure that tells most: the first money field that the reader sees. */
function amountOf(site: Site, type: DocumentType, { document, readers }: ListedDocument, me: Id): InboxRow['amount'] {
  const seen = visibleFields(site, type.id, me, document, { readers })
  const field = [...fieldsOf(type).values()].find(
    ({ id, type: kind }) => kind === 'money' && seen.has(id) && typeof document.card[id] === 'number',
  )
  return field ? { value: document.card[field.id] as number, currency: currencyOf(field, document.card) } : null
}
