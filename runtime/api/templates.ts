import { Hono } from 'hono'
import { z } from 'zod'
import type { Finding } from '../../schemas/finding.ts'
import { installTemplate, standings } from '../commands/install-template.ts'
import type { TemplateFolder } from '../commands/read-template-folder.ts'
import { definitionSentence } from '../engine/check-text.ts'
import { loadRelease } from '../store/releases.ts'
import type { TemplateAnswer, TemplateRow } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { kinds } from './definitions.ts'
import { onlyDesigners } from './only-designers.ts'
import { templateSets } from './template-sets.ts'

export const installRequest = z.strictObject({
  keep: z.array(z.strictObject({ kind: z.enum(kinds), id: z.string().max(100) })).max(1_000),
})

/** `/api/templates`: the ready-made sets that came with the program, what each would add here, and putting one in use. Only for designers. */
export function templateRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  routes.use('/templates/*', onlyDesigners)
  return routes
    .get('/templates', async (c) => {
      const [sets, hashes] = await Promise.all([templateSets(c), releasedHashes(c)])
      return c.json({ items: [...sets.values()].map((set) => rowOf(set, hashes)) })
    })
    .get('/templates/:id', async (c) => {
      const [sets, hashes] = await Promise.all([templateSets(c), releasedHashes(c)])
      const set = sets.get(c.req.param('id'))
      return set ? c.json(answerOf(c, set, hashes)) : c.notFound()
    })
    .post('/templates/:id/install', async (c) => {
      const request = await bodyOf(c, installRequest)
      if (!request.ok) return refuse(c, request.problem)
      const set = (await templateSets(c)).get(c.req.param('id'))
      if (!set) return c.notFound()
      const language = c.get('language')
      const installed = await installTemplate(c.get('parts').edges, set, {
        by: readerOf(c).person.id,
        language,
        keep: new Set(request.value.keep.map(({ kind, id }) => `${kind} ${id}`)),
      })
      if (installed.ok) return c.json({ release: installed.release })
      const { problem } = installed
      const worded = (finding: Finding) => ({ ...finding, text: definitionSentence(finding, language) })
      return refuse(c, problem.code === 'definition-invalid' ? { ...problem, findings: problem.findings.map(worded) } : problem)
    })
}

async function releasedHashes(c: ApiContext): Promise<ReadonlyMap<string, string>> {
  return new Map((await loadRelease(c.get('parts').edges.database)).map(({ kind, id, hash }) => [`${kind} ${id}`, hash]))
}

function rowOf(set: TemplateFolder, hashes: ReadonlyMap<string, string>): TemplateRow {
  const { id, label, text, version, languages } = set.template!
  const found = standings(set, hashes)
  const present = found.filter(({ standing }) => standing !== 'new').length
  return {
    id,
    label,
    text,
    version,
    languages: [...languages],
    counts: {
      types: set.types.length,
      schemas: set.schemas.length,
      rules: set.rules.length,
      directories: set.directories.length,
      scenarios: set.scenarios.length,
    },
    installed: present === 0 ? 'no' : present < found.length ? 'partly' : 'yes',
    otherwise: found.filter(({ standing }) => standing === 'otherwise').length,
    // What the set is about, to be drawn.
    schema: set.schemas.reduce<TemplateRow['schema']>((most, one) => (one.nodes.length > (most?.nodes.length ?? 0) ? one : most), null),
  }
}

function answerOf(c: ApiContext, set: TemplateFolder, hashes: ReadonlyMap<string, string>): TemplateAnswer {
  const site = c.get('site')
  const news = <T extends { readonly id: string }>(list: readonly T[] | undefined, present: ReadonlyMap<string, unknown>) =>
    (list ?? []).filter(({ id }) => !present.has(id))
  return {
    ...rowOf(set, hashes),
    definitions: standings(set, hashes).map((each) => ({ ...each })),
    structure: {
      roles: news(set.people?.roles, site.roles),
      groups: news(set.people?.groups, site.groups).map(({ id, label }) => ({ id, label })),
      departments: news(set.people?.departments, site.departments).map(({ id, label }) => ({ id, label })),
    },
  }
}
