import { Hono } from 'hono'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { listAccess } from '../engine/access/list-access.ts'
import { textIn } from '../engine/card/local-text.ts'
import type { Site } from '../engine/site.ts'
import { accessWhere } from '../store/access-where.ts'
import type { ListedDocument } from '../store/document-row.ts'
import { allOf, fragment, joined } from '../store/fragment.ts'
import { listDocuments, type SortKey } from '../store/registry.ts'
import { wordsOf } from '../store/search-words.ts'
import type { FoundDocument, SearchAnswer } from './answers.ts'
import { type ApiContext, type ApiEnv, readerOf } from './context.ts'
import { refOf } from './look.ts'
import { mayReach } from './may-reach.ts'
import { limitOf } from './paging.ts'
import { peopleFound, personRef, plain } from './people.ts'
import { inOrder } from './session.ts'

/** So many of one type at most: no type crowds out the others. */
const ofOneType = 5
/** One letter begins a word of nearly every document, so it finds people only. */
const fewestLetters = 2

/** `GET /api/search?q&limit`: documents of all types that the reader may read, and people. */
export function searchRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/search', async (c) => {
    const typed = (c.req.query('q') ?? '').replaceAll('\0', ' ').trim().slice(0, 200)
    const limit = limitOf(c.req.query('limit'), 10, 50)
    const site = c.get('site')
    const people = typed === '' ? [] : peopleFound(site, typed).slice(0, Math.min(limit, ofOneType))
    const answer: SearchAnswer = {
      documents: plain(typed).length < fewestLetters ? [] : await documentsFound(c, typed, limit),
      people: people.map((person) => personRef(site, person)),
    }
    return c.json(answer)
  })
}

async function documentsFound(c: ApiContext, typed: string, limit: number): Promise<FoundDocument[]> {
  if (wordsOf(typed).length === 0) return []
  const { edges } = c.get('parts')
  const site = c.get('site')
  const me = readerOf(c).person.id
  const now = edges.clock.now().toISOString()
  const language = c.get('language')
  const sort = [bestFirst(typed, language), changedLast]
  const pages = await Promise.all(
    inOrder(site)
      .filter((type) => mayReach(site, type, me))
      .map(async (type) => {
        const access = accessWhere(site, type.id, listAccess(site, type.id, me), now)
        const page = await listDocuments(edges.database, {
          type: type.id,
          access,
          search: typed,
          sort,
          after: null,
          limit: Math.min(limit, ofOneType),
        })
        return page.items.map((stored) => ({ stored, type, rank: rankOf(site, stored, typed, language) }))
      }),
  )
  // Of what fits equally well one of each type comes before the second of any: a partner has one contract and twenty payments.
  const placed = pages.flatMap((page, order) =>
    page.map((each, index) => ({ ...each, order, nth: page.slice(0, index).filter(({ rank }) => rank === each.rank).length })),
  )
  return placed
    .sort((a, b) => a.rank - b.rank || a.nth - b.nth || a.order - b.order)
    .slice(0, limit)
    .map(({ stored, type }) => found(stored, type))
}

const changedLast: SortKey = { sql: fragment('d.updated_at'), as: 'timestamptz', descending: true, nullable: false }

/**
 * How well a document fits what was typed: 0 its number is that, 1 its number begins so, 2 its title begins so, 3 the words
 * stand in its title or number, 4 elsewhere on its card. `rankOf` says the same of a document already read, to put types among each other.
 */
function bestFirst(typed: string, language: string): SortKey {
  const title = fragment(`coalesce(d.title->>$1, d.title::text)`, language)
  const named = joined([`search_key(coalesce(d.number, '') || ' ' || `, title, ')'])
  const inName = allOf(wordsOf(typed).map((word) => joined(['position(', fragment('search_key($1)', word), ' in ', named, ') > 0'])))
  return {
    sql: joined([
      fragment(`case when search_key(coalesce(d.number, '')) = search_key($1) then 0`, typed),
      fragment(` when starts_with(search_key(coalesce(d.number, '')), search_key($1)) then 1 `, typed),
      'when starts_with(search_key(',
      title,
      fragment('), search_key($1)) then 2 when ', typed),
      inName,
      ' then 3 else 4 end',
    ]),
    as: 'int',
    descending: false,
    nullable: false,
  }
}

function rankOf(site: Site, { document }: ListedDocument, typed: string, language: string): number {
  const number = plain(document.number ?? '')
  if (number !== '' && number === plain(typed)) return 0
  if (number !== '' && number.startsWith(plain(typed))) return 1
  const title = plain(textIn(document.title, language, site.languages))
  if (title.startsWith(plain(typed))) return 2
  return wordsOf(plain(typed)).every((word) => `${number} ${title}`.includes(word)) ? 3 : 4
}

function found(stored: ListedDocument, type: DocumentType): FoundDocument {
  const statuses = type.statuses ?? []
  const status = statuses.find(({ id }) => id === stored.document.status)
  return {
    ...refOf(stored),
    kind: type.kind,
    typeLabel: type.label,
    shownStatus: status
      ? {
          label: status.label,
          ...(status.color && { color: status.color }),
          ...(status.closed && { closed: true }),
          first: status === statuses[0],
        }
      : null,
    updatedOn: stored.updatedOn,
  }
}
