import type { DocumentType, View } from '../../schemas/generated/document-type.ts'
import { factsNow } from '../commands/gather-facts.ts'
import { listAccess } from '../engine/access/list-access.ts'
import { openFields, visibleFields } from '../engine/access/visible-fields.ts'
import { poolLabel } from '../engine/approval/pool-label.ts'
import { blankSubject } from '../engine/card/blank-subject.ts'
import type { Card } from '../engine/card/card.ts'
import { expressionOf } from '../engine/card/expression.ts'
import { fieldsOf } from '../engine/card/field.ts'
import { scopeOf } from '../engine/card/scope.ts'
import { namesOf } from '../engine/card/types.ts'
import { readerOf as factReader } from '../engine/document/fact-reader.ts'
import { compileExpression } from '../engine/expression/compile.ts'
import { toSql } from '../engine/expression/sql.ts'
import type { Problem } from '../engine/problem.ts'
import type { Site } from '../engine/site.ts'
import { accessWhere } from '../store/access-where.ts'
import { cardColumn, sortKey } from '../store/card-columns.ts'
import { allOf, type Fragment, fragment } from '../store/fragment.ts'
import { siteRev } from '../store/organisation.ts'
import { type ListItem, listDocuments, type SortKey } from '../store/registry.ts'
import type { RegistryPage, RegistryRow } from './answers.ts'
import { type ApiContext, atRev, liveType, readerOf, refuse } from './context.ts'
import { typeUnknown } from './document-answer.ts'
import { linkedRefs, peopleIn, refOf, seenCard, withFacts } from './look.ts'
import { mayReach } from './may-reach.ts'
import { limitOf } from './paging.ts'

const countTo = 1_000

/** `GET /api/documents/{type}?view&filter&sort&search&columns&after&limit`: a page of a type's documents, as its reader may see them. */
export async function registryPage(c: ApiContext, typeId: string): Promise<Response> {
  const { edges } = c.get('parts')
  const after = c.req.query('after')
  const search = c.req.query('search')
  for (;;) {
    const type = await liveType(c, typeId)
    const site = c.get('site')
    const me = readerOf(c).person.id
    if (!type) return refuse(c, typeUnknown(c, typeId))
    const tree = listAccess(site, typeId, me)
    if (!mayReach(site, type, me)) return refuse(c, { code: 'not-allowed', what: 'read', type: typeId })
    const asked = askedOf(c, type)
    if (!asked.ok) return refuse(c, asked.problem)
    const { view, where, sort, columns } = asked
    const page = await listDocuments(edges.database, {
      type: typeId,
      access: accessWhere(site, typeId, tree, edges.clock.now().toISOString()),
      where,
      sort,
      after: after ?? null,
      limit: limitOf(c.req.query('limit'), 50),
      ...(search && { search }),
      ...(!after && { countUpTo: countTo }),
      waiting: true,
    })
    // The rules may have changed just now: then the list is asked for by the new ones.
    if (!(await atRev(c, page.siteRev ?? (await siteRev(edges.database))))) return refuse(c, { code: 'signed-out' })
    if (c.get('site') !== site) continue
    const rows = await rowsOf(c, page.items, columns)
    const answer: RegistryPage = {
      ...(await withNames(c, type, rows)),
      items: rows,
      after: page.after,
      ...(page.count && { count: page.count }),
    }
    return c.json({ ...answer, view: view?.id ?? null })
  }
}

/** What is asked of a list, read and allowed. */
export interface Asked {
  readonly ok: true
  readonly view: View | undefined
  readonly where: Fragment | null
  readonly sort: readonly SortKey[]
  /** Null: all. */
  readonly columns: readonly string[] | null
}

/** Reads `view`, `filter`, `sort` and `columns` of a list's address; refuses what the reader may not filter or sort by. */
export function askedOf(c: ApiContext, type: DocumentType): Asked | { readonly ok: false; readonly problem: Problem } {
  const site = c.get('site')
  const viewId = c.req.query('view')
  const views = (type.views ?? []).filter((view) => !view.retired)
  const view = viewId ? views.find(({ id }) => id === viewId) : undefined
  const invalid = (path: string, found: string, expected: string) =>
    ({ ok: false, problem: { code: 'request-invalid', errors: [{ path, rule: 'query', found, expected }] } }) as const
  if (viewId && !view) return invalid('view', viewId, views.map(({ id }) => id).join(', '))
  const conditions: (Fragment | null)[] = []
  const filter = c.req.query('filter')
  // The view is the office's own and was checked when it was published; the filter is the reader's, over what every reader may see.
  for (const [source, own] of [
    [view?.where, false],
    [filter, true],
  ] as const) {
    if (!source) continue
    const read = whereOf(c, site, type, source, own)
    if (!read.ok) return read
    conditions.push(read.where)
  }
  const sort: SortKey[] = []
  for (const wanted of (c.req.query('sort')?.split(',') ?? view?.sort ?? []).filter(Boolean)) {
    const descending = wanted.startsWith('-')
    const path = wanted.replace(/^[-+]/, '')
    const key = sortable(site, type, path, readerOf(c).person.id) ? sortKey(type, path, descending, c.get('language')) : undefined
    if (!key) return invalid('sort', wanted, 'a field that every reader sees, or number, title, status, createdOn')
    sort.push(key)
  }
  const columns = c.req.query('columns')?.split(',').filter(Boolean) ?? null
  return { ok: true, view, where: conditions.length > 0 ? allOf(conditions) : null, sort: sort.slice(0, 4), columns }
}

const own = new Set(['number', 'title', 'status', 'author', 'createdOn'])

/** Sorting and filtering only by what shows in every row that the reader may read: else the order would tell what a card hides. */
function sortable(site: Site, type: DocumentType, path: string, me: string): boolean {
  return own.has(path) || openFields(site, type).has(path) || seesAlways(site, type, path, me)
}

/** Fields that the reader sees on every document, whatever it says: by a role or a group. */
function seesAlways(site: Site, type: DocumentType, path: string, me: string): boolean {
  const field = fieldsOf(type).get(path)
  if (!field) return false
  return visibleFields(site, type.id, me, blankSubject(type)).has(path)
}

function whereOf(
  c: ApiContext,
  site: Site,
  type: DocumentType,
  source: string,
  ofReader: boolean,
): { readonly ok: true; readonly where: Fragment } | { readonly ok: false; readonly problem: Problem } {
  const path = ofReader ? 'filter' : 'view'
  const me = readerOf(c).person.id
  const refuseFilter = (found: string, expected: string) =>
    ({ ok: false, problem: { code: 'request-invalid', errors: [{ path, rule: 'expression', found, expected }] } }) as const
  const parsed = ofReader ? compileExpression(source, { names: (name) => namesOf(type, site).typeOf(name), checkTypes: false }) : null
  if (parsed && !parsed.ok) return refuseFilter(source, parsed.findings.map(({ code }) => code).join(', '))
  const expression = parsed?.ok ? parsed.expression : expressionOf(source)
  if (!expression) return refuseFilter(source, 'an expression')
  const host = scopeOf({ type }, blankSubject(type), factReader(factsNow(c.get('parts').edges, site), { rollups: 'kept' }), { me })
  const hidden: string[] = []
  const read = toSql(expression, {
    host,
    columns: (name) => {
      if (!sortable(site, type, name, me)) {
        hidden.push(name)
        return undefined
      }
      return cardColumn(type, name)
    },
  })
  if (read.ok) return { ok: true, where: fragment(read.text, ...read.params) }
  return refuseFilter(
    source,
    hidden.length > 0
      ? `fields that every reader sees, not ${hidden.join(', ')}`
      : 'comparisons, and, or, not, in, between, list contains, starts with',
  )
}

/** Rows as the reader sees them, with whom each waits for. */
export async function rowsOf(c: ApiContext, items: readonly ListItem[], columns: readonly string[] | null): Promise<RegistryRow[]> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const me = readerOf(c).person.id
  const rows: RegistryRow[] = []
  for (const stored of items) {
    const { document } = stored
    const program = await edges.programs.get(edges.database, document.program)
    const card = await withFacts(c, program, document, (reader) => seenCard(site, program.type, me, stored, reader))
    rows.push({
      ...refOf(stored),
      author: document.author,
      createdOn: document.createdOn,
      updatedOn: stored.updatedOn,
      card: columns === null ? card : only(card, columns),
      waitsFor: stored.waiting.map(({ person, pool, due, node }) => ({
        person,
        pool: person === null && pool ? poolLabel(pool, site) : null,
        due,
        node,
      })),
      revision: document.cardRevision,
    })
  }
  return rows
}

function only(card: Card, columns: readonly string[]): Card {
  return Object.fromEntries(Object.entries(card).filter(([id]) => columns.includes(id)))
}

/** The names of what rows link to, and of the people in them. */
export async function withNames(
  c: ApiContext,
  type: DocumentType,
  rows: readonly RegistryRow[],
): Promise<Pick<RegistryPage, 'linked' | 'people'>> {
  const cards = rows.map(({ card }) => ({ type, card }))
  return {
    linked: await linkedRefs(c, cards),
    people: peopleIn(
      c.get('site'),
      cards,
      rows.flatMap(({ author, waitsFor }) => [author, ...waitsFor.map(({ person }) => person)]),
    ),
  }
}
