import { Hono } from 'hono'
import { z } from 'zod'
import type { Finding } from '../../schemas/finding.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import {
  type DefinitionChange,
  definitionsOf,
  publishDefinitions,
  publishDrafts,
  releaseChanges,
  withChanges,
} from '../commands/publish-release.ts'
import { checkDefinitions } from '../engine/check-definitions.ts'
import { definitionSentence } from '../engine/check-text.ts'
import type { Site } from '../engine/site.ts'
import { drafts, dropDraft, saveDraft } from '../store/drafts.ts'
import { loadRelease, type ReleasedKind, releases } from '../store/releases.ts'
import type { DefinitionsAnswer, DraftRow, Page, ReleaseRow } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { onlyDesigners } from './only-designers.ts'
import { limitOf } from './paging.ts'

export const kinds = [
  'document-type',
  'approval-schema',
  'reminder-rule',
  'directory',
  'print-form',
] as const satisfies readonly ReleasedKind[]
const kind = z.enum(kinds)
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
export const draftRequest = z.strictObject({
  body: z.record(z.string(), z.unknown()).nullable(),
  base: z.string().max(64).nullable(),
  revision: z.int().min(0),
})
export const publishRequest = z.strictObject({
  drafts: z
    .array(z.strictObject({ kind, id, revision: z.int().min(1) }))
    .min(1)
    .max(500),
  message: z.string().max(2_000),
})
export const backRequest = z.strictObject({ message: z.string().max(2_000) })
/** `/api/definitions`: drafts, the check, publishing, the list of releases and going back. Only for designers. */
export function definitionRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  for (const path of ['/definitions/*', '/drafts/*', '/releases/*']) routes.use(path, onlyDesigners)
  return routes
    .get('/definitions', async (c) => {
      const site = c.get('site')
      const items = await loadRelease(c.get('parts').edges.database)
      return c.json({ release: site.release, items: [...items], organisation: organisationOf(site) } satisfies DefinitionsAnswer)
    })
    .get('/drafts', async (c) => c.json({ items: (await drafts(c.get('parts').edges.database)).map(asRow) }))
    .put('/drafts/:kind/:id', async (c) => {
      const at = z.object({ kind, id }).safeParse(c.req.param())
      if (!at.success)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'kind', rule: 'not-one-of', found: c.req.param('kind'), expected: kinds.join(', ') }],
        })
      const request = await bodyOf(c, draftRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { edges } = c.get('parts')
      const { body, base, revision } = request.value
      // Published under one id and called by another, a definition would be two.
      if (body && body.id !== at.data.id)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'body/id', rule: 'same', found: body.id ?? null, expected: at.data.id }],
        })
      const saved = await saveDraft(edges.database, {
        ...at.data,
        body,
        base,
        rev: revision,
        by: readerOf(c).person.id,
        at: edges.clock.now().toISOString(),
      })
      if (!saved) return refuse(c, { code: 'stale', revision })
      const draft = (await drafts(edges.database)).find((each) => each.kind === at.data.kind && each.id === at.data.id)
      return c.json({ draft: draft && asRow(draft), findings: body ? await findingsOf(c, [{ ...at.data, body }]) : [] })
    })
    .delete('/drafts/:kind/:id', async (c) => {
      const at = z.object({ kind, id }).safeParse(c.req.param())
      const dropped = at.success && (await dropDraft(c.get('parts').edges.database, at.data.kind, at.data.id))
      return dropped ? c.body(null, 204) : c.notFound()
    })
    .get('/drafts/findings', async (c) => {
      const all = await drafts(c.get('parts').edges.database)
      return c.json({
        findings: await findingsOf(
          c,
          all.map((draft) => ({ kind: draft.kind, id: draft.id, body: draft.body as object | null })),
        ),
      })
    })
    .post('/releases', async (c) => {
      const request = await bodyOf(c, publishRequest)
      if (!request.ok) return refuse(c, request.problem)
      const published = await publishDrafts(c.get('parts').edges, {
        by: readerOf(c).person.id,
        chosen: request.value.drafts,
        message: request.value.message,
      })
      if (!published.ok) return refuse(c, withSentences(c, published.problem))
      return c.json({ release: published.release, hints: published.hints.map((finding) => worded(c, finding)) }, 201)
    })
    .get('/releases', async (c) => {
      const after = Number(c.req.query('after') ?? Number.NaN)
      const page = await releases(c.get('parts').edges.database, {
        after: Number.isInteger(after) ? after : null,
        limit: limitOf(c.req.query('limit'), 50),
      })
      const items = page.items.map(
        ({ number, at, by, note, items: changed }): ReleaseRow => ({ number, at, by, message: note ?? '', items: [...changed] }),
      )
      return c.json({ items, after: page.after === null ? null : String(page.after) } satisfies Page<ReleaseRow>)
    })
    .post('/releases/:number/back', async (c) => {
      const request = await bodyOf(c, backRequest)
      if (!request.ok) return refuse(c, request.problem)
      const number = Number(c.req.param('number'))
      const { edges } = c.get('parts')
      if (!Number.isInteger(number) || number < 1 || number >= c.get('site').release) return c.notFound()
      const [then, now] = await Promise.all([loadRelease(edges.database, number), loadRelease(edges.database)])
      const changes = [...releaseChanges(now, then)]
      const published = await publishDefinitions(edges, { by: readerOf(c).person.id, changes, message: request.value.message })
      return published.ok ? c.json({ release: published.release, hints: [] }, 201) : refuse(c, withSentences(c, published.problem))
    })
}

/** The office as whoever draws has to see it: whom an audience means today, and when it works. */
function organisationOf({
  people,
  roles,
  groups,
  departments,
  calendar,
  zone,
  languages,
  webhooks,
}: Site): DefinitionsAnswer['organisation'] {
  const list = <T>(map: ReadonlyMap<string, T>) => [...map.values()]
  return {
    people: list(people),
    roles: list(roles),
    groups: list(groups),
    departments: list(departments),
    calendar,
    webhooks: [...(webhooks?.keys() ?? [])],
    zone,
    languages,
  }
}

/** The findings of drafts over the newest release, each with its sentence in the caller's language. */
async function findingsOf(c: ApiContext, changes: readonly DefinitionChange[]) {
  const site = c.get('site')
  const shapes = changes.flatMap(({ kind: of, id: which, body }) => {
    const parsed = body === null ? null : parseDefinition(of, body)
    return parsed && !parsed.ok ? parsed.findings.map((finding): Finding => ({ ...finding, definition: { kind: of, id: which } })) : []
  })
  const before = definitionsOf(site)
  const findings = shapes.length > 0 ? shapes : checkDefinitions({ ...withChanges(before, changes), organisation: site, previous: before })
  const changed = new Set(changes.map(({ kind: of, id: which }) => `${of} ${which}`))
  return findings
    .filter(({ definition }) => definition && changed.has(`${definition.kind} ${definition.id}`))
    .map((finding) => worded(c, finding))
}

function worded(c: ApiContext, finding: Finding) {
  return { ...finding, text: definitionSentence(finding, c.get('language')) }
}

function withSentences(c: ApiContext, problem: Parameters<typeof refuse>[1]): Parameters<typeof refuse>[1] {
  return problem.code === 'definition-invalid' ? { ...problem, findings: problem.findings.map((finding) => worded(c, finding)) } : problem
}

function asRow({ rev, at, ...draft }: Awaited<ReturnType<typeof drafts>>[number]): DraftRow {
  return { ...draft, revision: rev, updatedOn: at }
}
