import { listAccess } from '../engine/access/list-access.ts'
import { backSources } from '../engine/card/rollup.ts'
import type { Id } from '../engine/document/state.ts'
import { accessWhere } from '../store/access-where.ts'
import { allOf, fragment } from '../store/fragment.ts'
import { listDocuments } from '../store/registry.ts'
import type { RegistryPage, RegistryRow } from './answers.ts'
import { type ApiContext, readerOf, refuse } from './context.ts'
import { findDocument } from './document-answer.ts'
import { limitOf } from './paging.ts'
import { rowsOf, withNames } from './registry.ts'

/** `GET /api/documents/{type}/{id}/related/{back}`: the documents that point here by a link seen as `back`, those that the reader may read. */
export async function relatedPage(c: ApiContext, typeId: string, id: Id, back: string): Promise<Response> {
  const found = await findDocument(c, typeId, id)
  if (!found.ok) return found.response
  const { edges } = c.get('parts')
  const site = c.get('site')
  const sources = backSources(site, typeId, back)
  if (sources.length === 0)
    return refuse(c, {
      code: 'request-invalid',
      errors: [{ path: 'back', rule: 'not-one-of', found: back, expected: 'the back of a link to this type' }],
    })
  const limit = limitOf(c.req.query('limit'), 50)
  const now = edges.clock.now().toISOString()
  // Several types may share a name on the other side: each is a list of its own, and `after` tells in which one we are.
  const [at = '0', cursor = ''] = (c.req.query('after') ?? '').split('.', 2)
  const items: RegistryRow[] = []
  let after: string | null = null
  const names: Pick<RegistryPage, 'linked' | 'people'> = { linked: {}, people: {} }
  for (let index = Number(at) || 0; index < sources.length && items.length < limit; index++) {
    const { type, field } = sources[index]!
    const tree = listAccess(site, type, readerOf(c).person.id)
    if (tree.kind === 'none') continue
    const page = await listDocuments(edges.database, {
      type,
      access: accessWhere(site, type, tree, now),
      where: allOf([fragment('exists (select from link k where k.from_id = d.id and k.field = $1 and k.to_id = $2::uuid)', field, id)]),
      after: String(index) === at && cursor ? cursor : null,
      limit: limit - items.length,
      waiting: true,
    })
    const rows = await rowsOf(c, page.items, null)
    Object.assign(names.linked, (await withNames(c, site.types.get(type)!, rows)).linked)
    Object.assign(names.people, (await withNames(c, site.types.get(type)!, rows)).people)
    items.push(...rows)
    after = page.after ? `${index}.${page.after}` : null
    if (after) break
  }
  return c.json({ ...names, items, after } satisfies RegistryPage)
}
