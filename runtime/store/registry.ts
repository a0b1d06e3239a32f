/** Lists of a type's documents: filtered, sorted, page by page. What may be seen comes in as SQL, and is never widened here. */

import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'
import { type ListedDocument, listedColumns, listedDocument } from './document-row.ts'
import { allOf, type Fragment, fragment, joined } from './fragment.ts'
import { instantInJson } from './row-values.ts'
import { searchQuery } from './search-words.ts'
import { typeLiteral } from './type-literal.ts'

/** One key to sort by: SQL over the document `d`, as its index has it. */
export interface SortKey {
  readonly sql: Fragment
  /** The SQL type that its value is compared in. Text is compared byte by byte: sort people's text by `sort_key(…)`. */
  readonly as: 'text' | 'numeric' | 'timestamptz' | 'boolean' | 'int'
  readonly descending: boolean
  /** Whether it may be blank; blanks come last, whichever the direction. */
  readonly nullable: boolean
}

export interface ListQuery {
  readonly type: string
  /** Which documents the reader may read; null: all of the type. */
  readonly access: Fragment | null
  readonly where?: Fragment | null
  /** Words typed into the search box: each must begin a word of the document. */
  readonly search?: string
  /** None: the newest first. */
  readonly sort?: readonly SortKey[]
  /** What the page before answered. */
  readonly after: string | null
  readonly limit: number
  /** Count what there is, to this many at most; left out: do not count. */
  readonly countUpTo?: number
  /** Tell for each document whom it waits for. */
  readonly waiting?: boolean
}

/** Whom a document waits for. */
export interface Waiting {
  readonly person: Id | null
  readonly pool: readonly string[] | null
  readonly due: Instant | null
  readonly node: string
}

/** A document of a list; `waiting` is empty where it was not asked for. */
export interface ListItem extends ListedDocument {
  readonly waiting: readonly Waiting[]
}

export interface ListPage {
  readonly items: readonly ListItem[]
  /** Null at the end. */
  readonly after: string | null
  readonly count?: { readonly total: number; readonly capped: boolean }
  /** The site's rev at this moment; null where no document came that could tell. */
  readonly siteRev: number | null
}

/** Where a page ended: the values of its sort keys, as text, and the id. */
interface Cursor {
  readonly keys: readonly (string | null)[]
  readonly id: string
}

const newestFirst: SortKey = { sql: fragment('d.created_at'), as: 'timestamptz', descending: true, nullable: false }

/** A page of a type's documents. A cursor that was not made by this list is ignored. */
export async function listDocuments(db: Queryable, query: ListQuery): Promise<ListPage> {
  const sort = query.sort?.length ? query.sort : [newestFirst]
  const words = query.search === undefined ? null : searchQuery(query.search)
  const matching = allOf([query.access, query.where, words === null ? null : fragment('d.search @@ search_key($1)::tsquery', words)])
  const after = query.after ? decode(query.after, sort.length) : null
  const wanted = query.limit + 1
  const rows: Row[] = []
  const counting = () => (query.countUpTo === undefined || rows.length > 0 ? null : countOf(query.type, matching, query.countUpTo))
  if (sort.length === 1 && sort[0]!.nullable) {
    // Two ranges of one index, values and then blanks: one condition over both would read the list from its beginning.
    const [key] = sort as [SortKey]
    if (after?.keys[0] !== null) {
      const values = allOf([matching, joined([key.sql, ' is not null']), after && rowAfter([key], after)])
      rows.push(...(await select(db, query, [key], values, wanted, counting())))
    }
    if (rows.length < wanted) {
      const beyond = after?.keys[0] === null ? fragment(`d.id ${key.descending ? '<' : '>'} $1::uuid`, after.id) : null
      const blanks = allOf([matching, joined([key.sql, ' is null']), beyond])
      rows.push(...(await select(db, query, [key], blanks, wanted - rows.length, counting())))
    }
  } else {
    const simple = sort.every(({ nullable, descending }) => !nullable && descending === sort[0]!.descending)
    const beyond = after && (simple ? rowAfter(sort, after) : stepAfter(sort, after))
    rows.push(...(await select(db, query, sort, allOf([matching, beyond]), wanted, counting())))
  }
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  const more = rows.length > query.limit && last
  const counted = (rows[0]?.matching as number | undefined) ?? 0
  return {
    items: items.map((row) => ({ ...listedDocument(row), waiting: ((row.waiting ?? []) as Row[]).map(waitingOf) })),
    siteRev: (rows[0]?.site_rev as number | undefined) ?? null,
    ...(query.countUpTo !== undefined && { count: { total: Math.min(counted, query.countUpTo), capped: counted > query.countUpTo } }),
    after: more ? encode({ keys: sort.map((_, index) => last[`sort_${index}`] as string | null), id: last.id as string }) : null,
  }
}

const compared = ({ sql, as }: SortKey): (string | Fragment)[] => (as === 'text' ? ['(', sql, ') collate "C"'] : ['(', sql, ')'])
const direction = ({ descending }: SortKey): string => (descending ? 'desc' : 'asc')

const waitingColumn = `, (select jsonb_agg(jsonb_build_object('person', a.person, 'pool', a.pool, 'due', a.due_at, 'node', a.node) order by a.opened_at, a.id)
  from assignment a where a.document = d.id and a.state = 'open') as waiting`

function waitingOf({ due, ...rest }: Row): Waiting {
  return { ...rest, due: due === null ? null : instantInJson(due as string) } as Waiting
}

/**
 * Some rows, each with what all rows have in common: the site's rev and how many match in all (counted once, in the same trip).
 * A count needs a row to come with: where none comes there is none.
 */
async function select(
  db: Queryable,
  { type, waiting }: ListQuery,
  sort: readonly SortKey[],
  where: Fragment,
  limit: number,
  counted: Fragment | null,
): Promise<Row[]> {
  const { text, params } = joined([
    `select ${listedColumns}${waiting ? waitingColumn : ''}`,
    ...(counted ? [', ', counted] : []),
    ...sort.flatMap((key, index) => [', (', key.sql, `)::text as sort_${index}`]),
    ` from document d where d.type = ${typeLiteral(type)} and `,
    where,
    ' order by ',
    ...sort.flatMap((key) => [...compared(key), ` ${direction(key)}${key.nullable ? ' nulls last' : ''}, `]),
    `d.id ${direction(sort[0]!)} limit ${limit}`,
  ])
  return db.query(text, params)
}

/** Beyond the cursor where nothing is blank and all goes one way: one comparison of rows, which an index serves. */
function rowAfter(sort: readonly SortKey[], after: Cursor): Fragment {
  return joined([
    '(',
    ...sort.flatMap((key) => [...compared(key), ', ']),
    `d.id) ${sort[0]!.descending ? '<' : '>'} (`,
    ...sort.flatMap((key, index) => [fragment(`$1::${key.as}`, after.keys[index]), ', ']),
    fragment('$1::uuid)', after.id),
  ])
}

/** Beyond the cursor in general: on the first key, or equal there and beyond on the next, and so on. */
function stepAfter(sort: readonly SortKey[], after: Cursor): Fragment {
  const equal: (string | Fragment)[] = []
  const ways: (string | Fragment)[] = []
  sort.forEach((key, index) => {
    const value = after.keys[index]
    if (value != null) {
      const beyond = [...compared(key), ` ${key.descending ? '<' : '>'} `, fragment(`$1::${key.as}`, value)]
      ways.push(...equal, '(', ...beyond, ...(key.nullable ? [' or ', key.sql, ' is null'] : []), ') or ')
    }
    equal.push(...(value == null ? [key.sql, ' is null'] : [...compared(key), ' = ', fragment(`$1::${key.as}`, value)]), ' and ')
  })
  return joined([...ways, ...equal, fragment(`d.id ${sort[0]!.descending ? '<' : '>'} $1::uuid`, after.id)])
}

function countOf(type: string, matching: Fragment, upTo: number): Fragment {
  return joined([
    `(select count(*) from (select from document d where d.type = ${typeLiteral(type)} and `,
    matching,
    ` limit ${upTo + 1}) d) as matching`,
  ])
}

const encode = ({ keys, id }: Cursor): string => Buffer.from(JSON.stringify([...keys, id])).toString('base64url')

function decode(text: string, keys: number): Cursor | null {
  try {
    const values = JSON.parse(Buffer.from(text, 'base64url').toString()) as (string | null)[]
    if (!Array.isArray(values) || values.length !== keys + 1 || values.some((value) => value !== null && typeof value !== 'string'))
      return null
    const id = values.at(-1)
    return id && /^[0-9a-f-]{36}$/.test(id) ? { keys: values.slice(0, -1), id } : null
  } catch {
    return null
  }
}
