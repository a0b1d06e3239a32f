// Turns Ajv's errors into few, precise findings. It leans on how the schemas are written: variants are told apart by
// `discriminator`, so that only the errors of the one that was meant appear; other unions differ by JSON type, or by which
// one of some keys they have. What the schemas do not use is not explained, and is a bug (the last line of `explainOne`).
import type { ErrorObject } from 'ajv'
import type { FindingFact } from './finding.ts'
import { nearest } from './nearest.ts'
import { type Pointer, step } from './pointer.ts'
import { keysOf, tagsOf } from './schema-index.ts'
import { namedKeys, type Schema } from './schema-shape.ts'

/** What is wrong at one place, before it is known in which file and definition. */
export type Explanation = { code: string; path: Pointer; facts: Record<string, FindingFact> }

/** Explains the errors that Ajv found (with `allErrors` and `verbose`), in the order of the places in the value. */
export function explainErrors(errors: readonly ErrorObject[]): Explanation[] {
  const places = Map.groupBy(errors.map(namedAfterKey(errors)), (error) => error.instancePath)
  return [...places.values()].flatMap((place) => withoutEchoes(withoutUnionNoise(place).flatMap(explainOne)))
}

/** An error of the name of a key is moved to that key; Ajv reports it at the object that holds it. */
const namedAfterKey = (errors: readonly ErrorObject[]) => {
  const badKeys = errors
    .filter((error) => error.keyword === 'propertyNames')
    .map((error) => [error.instancePath, error.params.propertyName] as const)
  return (error: ErrorObject): ErrorObject => {
    const isOfKey = badKeys.some(([path, key]) => path === error.instancePath && key === error.data)
    return isOfKey ? { ...error, instancePath: step(error.instancePath, String(error.data)) } : error
  }
}

/** Leaves of a union only what concerns the branch that the value chose by its JSON type, or one error if it chose none. */
function withoutUnionNoise(place: ErrorObject[]): ErrorObject[] {
  const byType = place.find((error) => error.keyword === 'anyOf' && !namedKeys(error.parentSchema as Schema))
  if (!byType) {
    const byKey = place.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf')
    return place.filter((error) => !byKey.some((union) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`)))
  }
  const types = (byType.parentSchema as Schema).anyOf?.map(jsonTypeOfSchema) ?? []
  const found = jsonType(byType.data)
  if (!types.includes(found)) return [{ ...byType, keyword: 'type', params: { type: types } }]
  return place.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'type' && !(keyword === 'enum' && found !== 'string'))
}

function explainOne(error: ErrorObject): Explanation[] {
  const { keyword, params, data, instancePath: path } = error
  const schema = error.parentSchema as Schema
  const one = (code: string, facts: Record<string, FindingFact> = {}, place = path): Explanation[] => [{ code, path: place, facts }]
  switch (keyword) {
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const key = String(params.unevaluatedProperty ?? params.additionalProperty)
      const allowed = keysOf(schema)
      return one('unknown-key', { key, expected: allowed, ...meant(key, allowed) }, step(path, key))
    }
    case 'required':
      return one('missing-key', { key: params.missingProperty })
    case 'dependentRequired':
      return one('missing-key-beside', { key: params.missingProperty, beside: params.property })
    case 'type':
      return one('wrong-type', { found: jsonType(data), expected: [params.type].flat() })
    case 'enum':
      return one('not-one-of', notOneOf(data, params.allowedValues))
    case 'discriminator': {
      const { tag } = params
      const word = (data as Record<string, unknown>)[tag]
      // Where the tag is absent, the missing key says so.
      return word === undefined ? [] : one(codeOfTag[tag] ?? 'not-one-of', notOneOf(word, tagsOf(schema, tag)), step(path, tag))
    }
    case 'pattern':
      return one(codeOfPattern[schema.title ?? ''] ?? 'bad-form', { found: String(data) })
    case 'format':
      return one('bad-regular-expression', { found: String(data) })
    case 'not':
      return one('reserved-id', { found: String(data) })
    case 'minimum':
    case 'exclusiveMinimum':
      return one('too-small', { found: Number(data), least: params.limit })
    case 'maximum':
      return one('too-large', { found: Number(data), most: params.limit })
    case 'maxLength':
      return one('too-long', { found: String(data).length, most: params.limit })
    case 'minLength':
    case 'minProperties':
      return one('empty')
    case 'minItems':
      return params.limit === 1 ? one('empty') : one('too-few', { found: (data as unknown[]).length, least: params.limit })
    case 'maxItems':
      return one('too-many', { found: (data as unknown[]).length, most: params.limit })
    case 'uniqueItems':
      return one('repeated-item', { found: shown((data as unknown[])[params.j]) }, step(path, params.i))
    case 'oneOf':
    case 'anyOf': {
      if (jsonType(data) !== 'object') return [] // the error of the type is there too
      const keys = namedKeys(schema) ?? []
      const found = keys.filter((key) => Object.hasOwn(data as object, key))
      return found.length > 0 ? one('too-many-keys', { expected: keys, found }) : one('needs-one-key', { expected: keys })
    }
    case 'propertyNames':
      return [] // the error of the name itself is there too
    default:
      throw new Error(`schemas: no explanation for "${keyword}" at ${error.schemaPath}`)
  }
}

/** A misspelt key is also a missing one; only the misspelling is said. */
function withoutEchoes(explanations: Explanation[]): Explanation[] {
  const meantKeys = new Set(explanations.filter(({ code }) => code === 'unknown-key').map(({ facts }) => facts.didYouMean))
  return explanations.filter(({ code, facts }) => {
    if (code === 'missing-key') return !meantKeys.has(facts.key)
    if (code === 'needs-one-key') return !(facts.expected as string[]).some((key) => meantKeys.has(key))
    return true
  })
}

const codeOfTag: Record<string, string> = { type: 'unknown-field-type', kind: 'unknown-node-kind', do: 'unknown-automation' }

const codeOfPattern: Record<string, string> = {
  Id: 'bad-id',
  FieldId: 'bad-field-id',
  ItemId: 'bad-item-id',
  SampleId: 'bad-sample-id',
  Path: 'bad-path',
  SortKey: 'bad-path',
  Duration: 'bad-duration',
  Offset: 'bad-duration',
  Hour: 'bad-hour',
  Day: 'bad-day',
  Instant: 'bad-instant',
  LocalMoment: 'bad-local-moment',
  Language: 'bad-language',
  NumberPattern: 'bad-number-pattern',
  Email: 'bad-email',
  TemplateVersion: 'bad-version',
  PrintFile: 'bad-print-file',
  FileEnding: 'bad-file-ending',
}

function notOneOf(found: unknown, allowed: unknown[]): Record<string, FindingFact> {
  const expected = allowed.map(shown)
  return { found: shown(found), expected, ...meant(shown(found), expected) }
}

function meant(word: string, candidates: string[]): { didYouMean?: string } {
  const didYouMean = nearest(word, candidates)
  return didYouMean === undefined ? {} : { didYouMean }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const jsonTypeOfSchema = (schema: Schema): string => String(schema.type ?? jsonType((schema.enum as unknown[] | undefined)?.[0]))

/** The JSON type of a value, in JSON Schema's words. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
