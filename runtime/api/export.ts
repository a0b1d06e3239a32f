import { Hono } from 'hono'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { factsNow } from '../commands/gather-facts.ts'
import { mayOn } from '../engine/access/access.ts'
import { listAccess } from '../engine/access/list-access.ts'
import { localDateAt } from '../engine/calendar/zone.ts'
import { textIn } from '../engine/card/local-text.ts'
import { readerOf as factReader } from '../engine/document/fact-reader.ts'
import { accessWhere } from '../store/access-where.ts'
import { type ListItem, type ListQuery, listDocuments } from '../store/registry.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { byteOrderMark, csvLine, csvStyleOf } from './csv.ts'
import { typeUnknown } from './document-answer.ts'
import { type ExportColumn, exportColumns } from './export-columns.ts'
import { spoken } from './guards.ts'
import { withFacts } from './look.ts'
import { mayExport } from './may-reach.ts'
import { askedOf, rowsOf, withNames } from './registry.ts'
import { shownType } from './types.ts'

const rowsOfPage = 200

/**
 * `GET /api/documents/{type}/export?view&filter&sort&search&columns&language&format=csv`: the list as a file, with the
 * documents that the reader may export and the values that the reader may see. Sent page by page, however long it is.
 */
export function exportRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/documents/:type/export', (c) => exportList(c, c.req.param('type')))
}

async function exportList(c: ApiContext, typeId: string): Promise<Response> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const me = readerOf(c).person.id
  const live = site.types.get(typeId)
  if (!live) return refuse(c, typeUnknown(c, typeId))
  if (!mayExport(site, live, me)) return refuse(c, { code: 'not-allowed', what: 'export', type: typeId })
  const invalid = (path: string, found: string, expected: readonly string[]) =>
    refuse(c, { code: 'request-invalid', errors: [{ path, rule: 'query', found, expected: expected.join(', ') }] })
  const format = c.req.query('format') ?? 'csv'
  if (format !== 'csv') return invalid('format', format, ['csv'])
  // A link that is followed asks in the browser's language, not in the one that the person reads here.
  const language = c.req.query('language') ?? c.get('language')
  if (!spoken.some((one) => one === language)) return invalid('language', language, spoken)
  const asked = askedOf(c, live)
  if (!asked.ok) return refuse(c, asked.problem)
  const type = shownType(site, live, me)
  const found = exportColumns(type, asked.view, asked.columns, language, site.languages)
  if (!found.ok) return invalid('columns', found.unknown, found.known)
  const now = edges.clock.now().toISOString()
  const search = c.req.query('search')
  const lines = linesOf(c, live, found.columns, language, {
    type: typeId,
    access: accessWhere(site, typeId, listAccess(site, typeId, me), now),
    where: asked.where,
    sort: asked.sort,
    ...(search && { search }),
    limit: rowsOfPage,
    waiting: true,
  })
  const name = `${textIn(live.plural ?? live.label, language, site.languages)} ${localDateAt(site.zone, now)}.csv`
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  return c.body(streamOf(lines))
}

/** The file in pieces: its head with what marks it as UTF-8, then one page of rows after the other. */
async function* linesOf(
  c: ApiContext,
  type: DocumentType,
  columns: readonly ExportColumn[],
  language: string,
  query: Omit<ListQuery, 'after'>,
): AsyncGenerator<string> {
  const { edges } = c.get('parts')
  const style = csvStyleOf(language)
  const reader = factReader(factsNow(edges, c.get('site')), { rollups: 'kept' })
  yield byteOrderMark +
    csvLine(
      columns.map(({ head }) => head),
      style,
    )
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await listDocuments(edges.database, { ...query, after })
    const rows = await rowsOf(c, await exportable(c, page.items), null)
    const around = { type, reader, language, ...(await withNames(c, type, rows)) }
    yield rows
      .map((row) =>
        csvLine(
          columns.map(({ cell }) => cell(row, around)),
          style,
        ),
      )
      .join('')
    after = page.after
  }
}

/** Of what the reader may read, what the reader may take along. */
async function exportable(c: ApiContext, items: readonly ListItem[]): Promise<ListItem[]> {
  const { edges } = c.get('parts')
  const me = readerOf(c).person.id
  const kept: ListItem[] = []
  for (const stored of items) {
    const { document, readers } = stored
    const program = await edges.programs.get(edges.database, document.program)
    const may = await withFacts(c, program, document, (reader) =>
      mayOn(c.get('site'), document.type, me, document, 'export', { reader, readers }),
    )
    if (may) kept.push(stored)
  }
  return kept
}

/** Asks for the next piece only when the last one has gone out; a fault breaks the download off, so that half a list is never taken for whole. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** For what reads only the old header: letters without diacritics, and nothing that would end the quotation. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .-]/g, '_')
}
