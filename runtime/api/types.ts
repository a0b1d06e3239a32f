import { Hono } from 'hono'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { fieldAudienceContext, mayOn } from '../engine/access/access.ts'
import type { Program } from '../engine/approval/program.ts'
import { isAmong } from '../engine/audience/resolve.ts'
import { columnsOf, fieldsOf } from '../engine/card/field.ts'
import type { Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { TypeAnswer } from './answers.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { typeUnknown } from './document-answer.ts'
import { mayExport, mayReach } from './may-reach.ts'

/** `/api/types/{type}` and `/api/programs/{hash}`: the definitions that forms and lists are made from. */
export function typeRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/types/:type', (c) => {
      const site = c.get('site')
      const me = readerOf(c).person.id
      const type = site.types.get(c.req.param('type'))
      if (!type) return refuse(c, typeUnknown(c, c.req.param('type')))
      if (!mayReach(site, type, me)) return refuse(c, { code: 'not-allowed', what: 'read', type: type.id })
      const first = type.approval?.[0]
      const schema = (first && site.schemas.get(first.schema)) ?? null
      return c.json(typeAnswer(c, c.get('parts').edges.programs.of(type, schema)))
    })
    .get('/programs/:hash', async (c) => {
      const { edges } = c.get('parts')
      const hash = c.req.param('hash')
      const program = /^[0-9a-f]{64}$/.test(hash) ? await edges.programs.get(edges.database, hash).catch(() => null) : null
      const site = c.get('site')
      const me = readerOf(c).person.id
      if (!program || !mayReach(site, site.types.get(program.type.id) ?? program.type, me))
        return refuse(c, { code: 'type-unknown', type: hash })
      return c.json(typeAnswer(c, program))
    })
}

function typeAnswer(c: ApiContext, program: Program): TypeAnswer {
  const site = c.get('site')
  const me = readerOf(c).person.id
  const live = site.types.get(program.type.id)
  const type = withLive(program.type, live)
  const shown = shownType(site, type, me)
  return {
    program: program.hash,
    type: shown,
    schema: program.schema,
    directories: directoriesOf(site, shown, program.schema),
    mayCreate: live !== undefined && mayOn(site, live.id, me, null, 'create'),
    mayExport: live !== undefined && mayExport(site, live, me),
    views: (live?.views ?? []).filter(({ retired }) => !retired),
  }
}

/** The type less the fields that a person never sees, whatever the document says. */
export function shownType(site: Site, type: DocumentType, me: Id): DocumentType {
  return { ...type, fields: type.fields.filter((field) => maySometimes(site, type, field.id, me)) } as DocumentType
}

/** What is pinned as the program has it; what is live (labels of statuses and options, views, rights) as the newest release has it. */
function withLive(pinned: DocumentType, live: DocumentType | undefined): DocumentType {
  if (!live) return pinned
  const labels = new Map((live.statuses ?? []).map((status) => [status.id, status]))
  return {
    ...pinned,
    label: live.label,
    ...(pinned.statuses && { statuses: pinned.statuses.map((status) => ({ ...status, ...labels.get(status.id) })) }),
    ...(live.views && { views: live.views }),
    ...(live.access && { access: live.access }),
  }
}

/** A field whose `seenBy` names only people by what they are, and not this one, is never seen and is not sent; where it hangs on the document it may be. */
function maySometimes(site: Site, type: DocumentType, id: string, me: Id): boolean {
  const field = fieldsOf(type).get(id)
  if (!field?.seenBy) return true
  const hangsOnDocument = field.seenBy.some(
    (entry) => entry.role === undefined && entry.group === undefined && entry.person === undefined && entry.department === undefined,
  )
  return hangsOnDocument || isAmong(field.seenBy, me, fieldAudienceContext(site, type, me, null))
}

/** Every list of choices that the form needs: of the fields, and of the reasons for being late. */
function directoriesOf(site: Site, type: DocumentType, schema: ApprovalSchema | null): Record<string, Directory> {
  const options = [...fieldsOf(type).values()]
    .flatMap((field) => [field, ...(field.type === 'table' ? columnsOf(field).values() : [])])
    .flatMap((field) => (typeof field.options === 'string' ? [field.options] : []))
  const deadlines = [schema?.deadline, ...(schema?.nodes ?? []).map((node) => ('deadline' in node ? node.deadline : undefined))]
  const reasons = deadlines.flatMap((deadline) => deadline?.reason ?? [])
  const ids = new Set([...options, ...reasons])
  return Object.fromEntries([...ids].flatMap((id) => (site.directories.has(id) ? [[id, site.directories.get(id)!]] : [])))
}
