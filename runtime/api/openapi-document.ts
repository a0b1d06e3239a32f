import type { Person, Site } from '../engine/site.ts'
import { spoken } from './guards.ts'
import { mayReach } from './may-reach.ts'
import { type Paths, staticPaths } from './openapi-paths.ts'
import { documentShape, instant, oneOf, registryShape, rowShape, type Shape, sharedShapes, text } from './openapi-shapes.ts'
import { typePaths, typeShapes } from './openapi-types.ts'
import { type Words, wordsIn } from './openapi-words.ts'
import { shownType } from './types.ts'

export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: Shape
  readonly paths: Paths
  readonly components: { readonly schemas: Record<string, Shape> } & Readonly<Record<string, unknown>>
  readonly [keyword: string]: unknown
}

/** The OpenAPI 3.1 description of the API as one person may use it, in their language; made anew with each release. */
export function openApiDocument(site: Site, person: Person, language: string, origin: string): OpenApiDocument {
  const words = wordsIn(language)
  const types = [...site.types.values()].filter((type) => mayReach(site, type, person.id))
  const shown = types.map((type) => shownType(site, type, person.id))
  return {
    openapi: '3.1.1',
    info: { title: words.title(site.name), version: `${site.release}`, description: words.about },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: Object.assign({}, staticPaths(words), ...shown.map((type) => typePaths(shown, type, words, language))) as Paths,
    components: {
      schemas: Object.assign(
        {
          ...sharedShapes(language),
          // Where the type is known only from the answer.
          row: rowShape({ type: 'object' }),
          document: documentShape({ type: 'object' }),
          related: registryShape({ $ref: '#/components/schemas/row' }),
        },
        ...shown.map((type) => typeShapes(type, language)),
      ) as Record<string, Shape>,
      parameters: parameters(words),
      headers: { etag: { description: words['header.etag'], schema: text } },
      responses: {
        problem: {
          description: words['answer.problem'],
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: `${origin.startsWith('https:') ? '__Secure-' : ''}dosar.session_token` },
      },
    },
  }
}

function parameters(words: Words): Shape {
  const query = (name: string, description: string, schema: Shape = text): Shape => ({ name, in: 'query', description, schema })
  const header = (name: string, description: string): Shape => ({ name, in: 'header', description, schema: text })
  return {
    limit: query('limit', words['param.limit'], { type: 'integer', minimum: 1, maximum: 200 }),
    after: query('after', words['param.after']),
    filter: query('filter', words['param.filter']),
    sort: query('sort', words['param.sort']),
    search: query('search', words['param.search']),
    q: query('q', words['param.q']),
    language: query('language', words['param.language'], oneOf(...spoken)),
    columns: query('columns', words['param.columns']),
    country: { ...query('country', words['param.country']), required: true },
    year: { ...query('year', words['param.year'], { type: 'integer' }), required: true },
    on: { ...query('on', words['param.on'], instant), required: true },
    'idempotency-key': header('Idempotency-Key', words['header.key']),
    'if-match': header('If-Match', words['header.match']),
  }
}
