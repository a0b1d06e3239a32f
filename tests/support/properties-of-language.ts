import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Schema = { readonly [key: string]: unknown }

const folder = fileURLToPath(new URL('../../schemas/', import.meta.url))
const files = new Map<string, Schema>()

function fileOf(name: string): Schema {
  const known = files.get(name)
  if (known) return known
  const read = JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Schema
  files.set(name, read)
  return read
}

/** What a reference leads to, and in which file it stands. */
function followed(ref: string, file: string): { readonly schema: Schema; readonly file: string } {
  const [named = '', pointer = ''] = ref.split('#')
  const target = named === '' ? file : named
  const schema = pointer
    .split('/')
    .filter((part) => part !== '')
    .reduce<unknown>((at, part) => (at as Schema)[part], fileOf(target))
  return { schema: schema as Schema, file: target }
}

/**
 * The properties that the JSON Schema of a kind of definition admits, by the title of the object that has them: `Route` → `from`,
 * `to`, `when`… An object without a title is a part of the one in which it stands.
 */
export function propertiesOfLanguage(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const seen = new Set<unknown>()
  const walk = (schema: unknown, at: string, around: string): void => {
    if (Array.isArray(schema)) {
      for (const each of schema) walk(each, at, around)
      return
    }
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return
    const { $ref, title, properties, $defs: _, ...rest } = schema as Schema
    if (typeof $ref === 'string') {
      const target = followed($ref, at)
      // What every one of a kind has belongs to none of them.
      walk(target.schema, target.file, '')
      return
    }
    seen.add(schema)
    const owner = typeof title === 'string' ? title : around
    if (typeof properties === 'object' && properties !== null) {
      const all = found.get(owner) ?? new Set()
      found.set(owner, all)
      for (const [name, value] of Object.entries(properties)) {
        all.add(name)
        walk(value, at, owner)
      }
    }
    for (const key of ['items', 'allOf', 'anyOf', 'oneOf', 'additionalProperties', 'propertyNames']) walk(rest[key], at, owner)
  }
  walk(fileOf(file), file, file)
  return found
}
