/** The routes of each released document type that the reader may see, with the schema of its cards. */
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { cardSchema } from '../engine/card/compile-card.ts'
import { linkFields } from '../engine/card/links.ts'
import { textIn } from '../engine/card/local-text.ts'
import { bodyIn, inPath, json, type Operation, type Paths, parameter, refusals, shapeOf } from './openapi-paths.ts'
import { documentShape, mapOf, object, oneOf, pastShape, ref, registryShape, rowShape, type Shape, text } from './openapi-shapes.ts'
import type { Words } from './openapi-words.ts'
import { actionRequest, documentCommands, editRequest } from './requests.ts'

const etag = { ETag: { $ref: '#/components/headers/etag' } }

/** Schemas of a type's cards and answers, under `<type>.card`, `<type>.document`… */
export function typeShapes(type: DocumentType, language: string): Record<string, Shape> {
  const { $schema: _, ...card } = cardSchema(type, language)
  const name = (what: string) => `${type.id}.${what}`
  return {
    [name('card')]: card,
    [name('row')]: rowShape(ref(name('card'))),
    [name('list')]: registryShape(ref(name('row'))),
    [name('document')]: documentShape(ref(name('card'))),
    [name('past')]: pastShape(ref(name('card'))),
  }
}

/** By which names other types' links are seen from a type. */
function backNames(types: readonly DocumentType[], seenFrom: string): readonly string[] {
  const links = types.flatMap(linkFields).filter(({ field }) => field.to?.includes(seenFrom))
  return [...new Set(links.flatMap(({ field }) => field.back?.id ?? []))]
}

/** The routes of one of the types that the reader may see. */
export function typePaths(types: readonly DocumentType[], type: DocumentType, words: Words, language: string): Paths {
  const label = textIn(type.label, language) || type.id
  const at = `/api/documents/${type.id}`
  const one = `${at}/{id}`
  const key = parameter('idempotency-key')
  const document = { content: json(ref(`${type.id}.document`)), headers: etag }
  const operation = (id: string, summary: string, more: Operation, responses: Shape): Operation => ({
    operationId: `${id}-${type.id}`,
    tags: [label],
    summary,
    ...more,
    responses: { ...responses, ...refusals },
  })
  const answer = (content: Shape) => ({ 200: { description: words['answer.found'], ...content } })
  const changed = { 200: { description: words['answer.done'], ...document } }
  const views = (type.views ?? []).filter(({ retired }) => !retired).map(({ id }) => id)
  const view = { name: 'view', in: 'query', description: words['param.view'], schema: oneOf(...views) }
  const backs = backNames(types, type.id)
  return {
    [`/api/types/${type.id}`]: {
      get: operation('type', words.definition(label), {}, answer({ content: json(ref('type-answer')) })),
    },
    [at]: {
      get: operation(
        'list',
        words.list(label),
        {
          parameters: [
            ...(views.length > 0 ? [view] : []),
            ...['filter', 'sort', 'search', 'columns', 'limit', 'after'].map((name) => parameter(name)),
          ],
        },
        answer({ content: json(ref(`${type.id}.list`)) }),
      ),
      post: operation(
        'create',
        words.create(label),
        { parameters: [key], requestBody: bodyIn(object({ card: ref(`${type.id}.card`), 'overrides?': mapOf(text) })) },
        { 201: { description: words['answer.made'], ...document }, 200: { description: words['answer.repeated'], ...document } },
      ),
    },
    [`${at}/export`]: {
      get: operation(
        'export',
        words.export(label),
        {
          parameters: [
            ...(views.length > 0 ? [view] : []),
            ...['filter', 'sort', 'search', 'columns', 'language'].map((name) => parameter(name)),
            { name: 'format', in: 'query', description: words['param.format'], schema: oneOf('csv') },
          ],
        },
        { 200: { description: words['answer.file'], content: { 'text/csv': { schema: text } } } },
      ),
    },
    [one]: {
      get: operation('read', words.read(label), { parameters: [inPath('id')] }, answer(document)),
      patch: operation(
        'edit',
        words.edit(label),
        { parameters: [inPath('id'), key, parameter('if-match')], requestBody: bodyIn(shapeOf(editRequest)) },
        changed,
      ),
    },
    [`${one}/actions`]: {
      post: operation(
        'act',
        words.act(label),
        { parameters: [inPath('id'), key, parameter('if-match')], requestBody: bodyIn(shapeOf(actionRequest)) },
        changed,
      ),
    },
    [`${one}/commands/{command}`]: {
      post: operation(
        'command',
        words.command(label),
        {
          parameters: [inPath('id'), inPath('command', oneOf(...Object.keys(documentCommands))), key, parameter('if-match')],
          requestBody: bodyIn({ anyOf: Object.values(documentCommands).map(shapeOf) }),
        },
        changed,
      ),
    },
    [`${one}/history`]: {
      get: operation(
        'history',
        words.history(label),
        { parameters: [inPath('id'), parameter('limit'), parameter('after')] },
        answer({ content: json(ref('history-page')) }),
      ),
    },
    [`${one}/at`]: {
      get: operation(
        'past',
        words.past(label),
        { parameters: [inPath('id'), parameter('on')] },
        answer({ content: json(ref(`${type.id}.past`)) }),
      ),
    },
    ...(backs.length > 0 && {
      [`${one}/related/{back}`]: {
        get: operation(
          'related',
          words.related(label),
          { parameters: [inPath('id'), inPath('back', oneOf(...backs)), parameter('limit'), parameter('after')] },
          answer({ content: json(ref('related')) }),
        ),
      },
    }),
  }
}
