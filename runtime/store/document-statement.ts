/**
 * The one statement that writes everything a command brought: every part selects from the document's own update, which
 * succeeds only at the revision that was read, so either all of it is written or nothing is.
 *
 * Its text depends only on the type and on which parts there are: a handful of texts, each prepared once. Lists come as
 * one JSON parameter each, so that their length does not change the text.
 */
import type { AgendaAssignment, Timer } from '../engine/decision.ts'
import { wordsOf } from './search-words.ts'
import { typeLiteral } from './type-literal.ts'
import type { DocumentWrite, SealedEvent } from './write.ts'

export interface Statement {
  readonly text: string
  readonly params: readonly unknown[]
}

/** Collects parameters and gives back their places. */
class Params {
  readonly values: unknown[] = []
  add(value: unknown): string {
    return `$${this.values.push(value)}`
  }
  json(value: unknown): string {
    return `${this.add(JSON.stringify(value))}::jsonb`
  }
}

export function documentStatement(write: DocumentWrite): Statement {
  const { before, document, events } = write
  const params = new Params()
  const cardChanged = before === null || before.document.cardRevision !== document.cardRevision
  const parts = [`target as (${before ? updateTarget(write, cardChanged, params) : insertTarget(write, params)})`]
  const part = (sql: string) => parts.push(`w${parts.length} as (${sql})`)

  if (events.length > 0) part(insertEvents(events, params))
  const assignments = changedAssignments(write)
  if (assignments.length > 0) part(upsertAssignments(assignments, params))
  const timers = changedTimers(write)
  if (timers.set.length > 0) part(upsertTimers(timers.set, params))
  if (timers.gone !== null && timers.gone.length > 0)
    part(
      `delete from due using target t where due.document = t.id and due.kind = 'timer' and due.key = any(${params.add(timers.gone)}::text[])`,
    )
  if (timers.gone === null)
    part(
      `delete from due using target t where due.document = t.id and due.kind = 'timer' and due.key <> all(${params.add(timers.set.map(({ key }) => key))}::text[])`,
    )
  if (write.notices.length > 0) part(insertNotices(write, params))
  if (write.deliveries.length > 0)
    part(`insert into due (kind, due_at, document, document_type, key, payload)
      select 'delivery', ${params.add(write.now)}::timestamptz, t.id, t.type, r.key, r.payload
      from target t, jsonb_to_recordset(${params.json(write.deliveries)}) as r(key text, payload jsonb) on conflict (document, kind, key) do nothing`)
  if (write.nudge.length > 0) part(insertNudges(write, params))
  if (cardChanged) {
    for (const sql of replaceLinks(write, params)) part(sql)
    for (const sql of replaceUnique(write, params)) part(sql)
  }
  if (write.takes)
    part(`update number_series n set last = ${params.add(write.takes.count)}::int from target t
      where n.type = t.type and n.series = ${params.add(write.takes.series)}`)
  if (write.idempotency) {
    const { person, key, request } = write.idempotency
    part(`insert into idempotency (person, key, body_hash, document, document_type, sequence, at)
      select ${params.add(person)}::uuid, ${params.add(key)}::text, ${params.add(request)}::text, t.id, t.type, ${params.add(document.sequence)}::int,
        ${params.add(write.now)}::timestamptz from target t`)
  }
  const around =
    typeof write.unreadAt === 'number' ? `, ${titlesOf('target')}, exists (select from ${refusedFor('target')}) as refused` : ''
  return { text: `with ${parts.join(',\n')} select rev${around} from target`, params: params.values }
}

/** The titles of all that a document links to; `d` is what its row is called. */
export const titlesOf = (d: string): string =>
  `(select jsonb_agg(jsonb_build_object('id', o.id, 'type', o.type, 'number', o.number, 'title', o.title, 'status', o.status))
     from link l join document o on o.type = l.to_type and o.id = l.to_id where l.from_id = ${d}.id) as titles`

/** The rows `due w` of what the clock was refused again and again for a document; `d` is what its row is called. */
export const refusedFor = (d: string): string =>
  `due w where w.document = ${d}.id and w.kind <> 'delivery' and (w.attempts >= 3 or w.given_up_at is not null)`

const keysLexemes = (place: string) => `array_to_tsvector(array(select search_key(w) from unnest(${place}::text[]) w))`

function values({ document, events, agenda, now }: DocumentWrite, params: Params): [column: string, value: string][] {
  const json = (value: unknown) => params.json(value)
  const head = events.at(-1)
  return [
    ['program', params.add(document.program)],
    ['schema', params.add(document.schema)],
    ['number', params.add(document.number)],
    ['title', json(document.title)],
    ['status', params.add(document.status)],
    ['process', document.process ? json(document.process) : 'null'],
    ['card', json(document.card)],
    ['derived', json(document.derived)],
    ['readers', `${params.add(agenda.readers)}::text[]`],
    ['card_rev', `${params.add(document.cardRevision)}::int`],
    ['updated_at', `${params.add(now)}::timestamptz`],
    ['closed_at', `${params.add(document.closedOn)}::timestamptz`],
    ...(head
      ? ([
          ['head_sequence', `${params.add(head.sequence)}::int`],
          ['head_hash', params.add(head.hash)],
        ] as [string, string][])
      : []),
  ]
}

function updateTarget(write: DocumentWrite, cardChanged: boolean, params: Params): string {
  const set = values(write, params)
  // The words come from the card and the title; a number may come without a change of either.
  if (cardChanged || write.before!.document.number !== write.document.number || write.before!.document.title !== write.document.title)
    set.push(['search', keysLexemes(params.add(wordsOf(write.words)))])
  return `update document set ${set.map(([column, value]) => `${column} = ${value}`).join(', ')}, rev = rev + 1
    where type = ${typeLiteral(write.document.type)} and id = ${params.add(write.document.id)}::uuid and rev = ${params.add(write.before!.rev)}::int${
      typeof write.unreadAt === 'number' ? ` and exists (select from site where rev = ${params.add(write.unreadAt)}::int)` : ''
    }
    returning id, type, rev`
}

function insertTarget(write: DocumentWrite, params: Params): string {
  const { document } = write
  const all: [string, string][] = [
    ['id', `${params.add(document.id)}::uuid`],
    ['type', typeLiteral(document.type)],
    ['author', `${params.add(document.author)}::uuid`],
    ['created_at', `${params.add(document.createdOn)}::timestamptz`],
    ['search', keysLexemes(params.add(wordsOf(write.words)))],
    ...values(write, params),
  ]
  return `insert into document (${all.map(([column]) => column).join(', ')}) values (${all.map(([, value]) => value).join(', ')})
    on conflict (id, type) do nothing returning id, type, rev`
}

function insertEvents(events: readonly SealedEvent[], params: Params): string {
  const rows = events.map(({ sequence, at, by, for: onBehalfOf, body, leaves, salts, hash, previous }) => ({
    sequence,
    type: body.type,
    at,
    by,
    on_behalf_of: onBehalfOf,
    body,
    leaves: leaves.map(({ path, value }, index) => ({ path, value: value ?? null, salt: salts[index] })),
    hash,
    previous,
  }))
  return `insert into event (stream, document_type, sequence, type, at, by, on_behalf_of, body, leaves, hash, previous)
    select t.id, t.type, r.sequence, r.type, r.at, r.by, r.on_behalf_of, r.body, r.leaves, r.hash, r.previous
    from target t, jsonb_to_recordset(${params.json(rows)}) as r(sequence int, type text, at timestamptz, by uuid, on_behalf_of uuid,
      body jsonb, leaves jsonb, hash text, previous text)`
}

function changedAssignments({ agenda, agendaBefore }: DocumentWrite): readonly AgendaAssignment[] {
  const known = new Map((agendaBefore?.assignments ?? []).map((assignment) => [assignment.id, JSON.stringify(assignment)]))
  return agenda.assignments.filter((assignment) => known.get(assignment.id) !== JSON.stringify(assignment))
}

function upsertAssignments(assignments: readonly AgendaAssignment[], params: Params): string {
  const rows = assignments.map(({ due, opened, closed, from, ...rest }) => ({
    ...rest,
    asked_by: from,
    due_at: due,
    opened_at: opened,
    closed_at: closed,
  }))
  const changing = ['node', 'seat', 'line', 'person', 'asked_by', 'pool', 'except', 'state', 'outcome', 'due_at', 'opened_at', 'closed_at']
  const quoted = (column: string) => `"${column}"`
  return `insert into assignment (id, document, document_type, ${changing.map(quoted).join(', ')})
    select r.id, t.id, t.type, ${changing.map((column) => `r.${quoted(column)}`).join(', ')}
    from target t, jsonb_to_recordset(${params.json(rows)}) as r(id uuid, node text, seat uuid, line text, person uuid, asked_by uuid, pool text[],
      "except" text[], state text, outcome text, due_at timestamptz, opened_at timestamptz, closed_at timestamptz)
    on conflict (id) do update set ${changing.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`
}

/** `gone` null: what was there before is not known, everything else goes. */
function changedTimers({ before, agenda, agendaBefore }: DocumentWrite): { set: readonly Timer[]; gone: readonly string[] | null } {
  if (!before) return { set: agenda.timers, gone: [] }
  if (!agendaBefore) return { set: agenda.timers, gone: null }
  const known = new Map(agendaBefore.timers.map(({ key, at }) => [key, at]))
  const now = new Set(agenda.timers.map(({ key }) => key))
  return { set: agenda.timers.filter(({ key, at }) => known.get(key) !== at), gone: [...known.keys()].filter((key) => !now.has(key)) }
}

function upsertTimers(timers: readonly Timer[], params: Params): string {
  return `insert into due (kind, due_at, document, document_type, key)
    select 'timer', r.at, t.id, t.type, r.key from target t, jsonb_to_recordset(${params.json(timers)}) as r(key text, at timestamptz)
    on conflict (document, kind, key) do update
    set due_at = excluded.due_at, attempts = 0, lease_until = null, last_error = null, given_up_at = null`
}

function insertNotices({ notices, now }: DocumentWrite, params: Params): string {
  const rows = notices.map(({ id, to, about, text, facts, assignment, by }) => ({ id, recipient: to, about, text, facts, assignment, by }))
  return `insert into notice (id, recipient, about, text, facts, document, document_type, assignment, by, at)
    select r.id, r.recipient, r.about, nullif(r.text, 'null'::jsonb), r.facts, t.id, t.type, r.assignment, r.by, ${params.add(now)}::timestamptz
    from target t, jsonb_to_recordset(${params.json(rows)}) as r(id uuid, recipient uuid, about text, text jsonb, facts jsonb, assignment uuid, by text[])`
}

/** In the order of their ids, so that two commands that nudge the same documents never wait for each other. */
function insertNudges({ nudge, now }: DocumentWrite, params: Params): string {
  const rows = [...new Map(nudge.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return `insert into due (kind, due_at, document, document_type)
    select 'nudge', ${params.add(now)}::timestamptz, r.id, r.type from target t, jsonb_to_recordset(${params.json(rows)}) as r(id uuid, type text)
    on conflict (document, kind, key) do update set asked = due.asked + 1, due_at = least(due.due_at, excluded.due_at), given_up_at = null`
}

function replaceLinks({ before, links }: DocumentWrite, params: Params): string[] {
  if (!before && links.length === 0) return []
  const rows = params.json(links.map(({ field, toType, toId }) => ({ field, to_type: toType, to_id: toId })))
  const insert = `insert into link (from_id, from_type, field, to_id, to_type)
    select t.id, t.type, r.field, r.to_id, r.to_type from target t, jsonb_to_recordset(${rows}) as r(field text, to_type text, to_id uuid)
    on conflict do nothing`
  const gone = `delete from link using target t where link.from_id = t.id and not exists (
    select from jsonb_to_recordset(${rows}) as r(field text, to_id uuid) where r.field = link.field and r.to_id = link.to_id)`
  return before ? [insert, gone] : [insert]
}

function replaceUnique({ before, unique }: DocumentWrite, params: Params): string[] {
  if (!before && unique.length === 0) return []
  const rows = params.json(unique)
  // A value of another document is not looked for: the key refuses it, and the whole statement with it.
  const insert = `insert into unique_value (type, field, value, document)
    select t.type, r.field, r.value, t.id from target t, jsonb_to_recordset(${rows}) as r(field text, value text)`
  // A new document has none yet, so nothing is looked for.
  if (!before) return [insert]
  const added = `${insert}
    where not exists (select from unique_value u where u.document = t.id and u.field = r.field and u.value = r.value)`
  const gone = `delete from unique_value u using target t where u.document = t.id and not exists (
    select from jsonb_to_recordset(${rows}) as r(field text, value text) where r.field = u.field and r.value = u.value)`
  return [added, gone]
}
