// Holds every answer against the API's own description, so that no route says another thing than `/api/openapi.json`.
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Description {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>
}

/** Answers what does not fit the description: empty where all does. */
export type Described = (method: string, path: string, status: number, contentType: string, body: unknown) => string[]

export function describedBy(description: object): Described {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: false }))
  ajv.addSchema(description, 'api')
  const { paths } = description as Description
  // What is written out comes before what has a place for anything.
  const known = Object.keys(paths)
    .map((path) => ({ path, shape: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`), places: path.split('{').length }))
    .sort((a, b) => a.places - b.places)
  return (method, path, status, contentType, body) => {
    const at = known.find(({ path: one, shape }) => shape.test(path) && paths[one]![method])
    if (!at) return status === 404 || status === 422 || status === 403 ? [] : [`${method} ${path} is not described`]
    const { responses } = paths[at.path]![method]!
    const type = contentType.split(';')[0]!
    const answer = responses[status] ? String(status) : status >= 400 ? 'problem' : null
    if (answer === null) return [`${method} ${at.path} answers ${status}, which is not described`]
    if (answer !== 'problem' && !responses[status]!.content)
      return body === null ? [] : [`${method} ${at.path} answers ${status} with a body`]
    const escaped = (text: string) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
    const pointer =
      answer === 'problem'
        ? `/components/responses/problem/content/${escaped(type)}/schema`
        : `/paths/${escaped(at.path)}/${method}/responses/${answer}/content/${escaped(type)}/schema`
    let validate: ReturnType<typeof ajv.getSchema>
    try {
      validate = ajv.getSchema(`api#${pointer}`)
    } catch (error) {
      return [`${method} ${at.path}: ${error}`]
    }
    if (!validate) return [`${method} ${at.path} answers ${status} as ${type}, which is not described`]
    if (validate(body)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${method} ${at.path} ${status}${instancePath}: ${message} ${JSON.stringify(params)}`,
    )
  }
}
