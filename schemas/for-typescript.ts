import { namedKeys, type Schema } from './schema-shape.ts'

/** A schema that json-schema-to-typescript turns into pleasant types, and what these import: schema file → names. */
export type ForTypescript = { types: Schema; imports: Map<string, Set<string>> }

/**
 * Prepares the schema in file `name` for json-schema-to-typescript: what another file defines becomes an import, so that
 * every name is declared once; a base in `allOf` becomes `extends`; and "exactly one of these keys" becomes a union in
 * which each member has its key and lacks the others, so that `if (entry.role !== undefined)` narrows.
 */
export function forTypescript(name: string, schemas: ReadonlyMap<string, Schema>): ForTypescript {
  const imports = new Map<string, Set<string>>()
  const root = schemas.get(name)
  if (!root) throw new Error(`no schema ${name}`)

  function convert(schema: Schema): Schema {
    if (schema.$ref !== undefined) return reference(schema.$ref, schema.description)
    const { $schema, $id, $defs, discriminator, not, propertyNames, dependentRequired, unevaluatedProperties, allOf, ...rest } = schema
    const types: Schema = mapped(rest)
    if (allOf) return { ...types, additionalProperties: false, extends: allOf }
    if (discriminator) return { title: schema.title, description: schema.description, anyOf: schema.oneOf?.map(convert) }
    const keys = namedKeys(schema)
    if (keys && schema.oneOf) return exactlyOne(types, keys)
    if (keys) delete types.anyOf
    return types
  }

  function mapped(schema: Schema): Schema {
    const result: Schema = {}
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === 'properties') result.properties = mapValues(value as Record<string, Schema>, convert)
      else if (keyword === 'anyOf' || keyword === 'oneOf') result[keyword] = (value as Schema[]).map(convert)
      else if (keyword === 'items' || (keyword === 'additionalProperties' && typeof value === 'object'))
        result[keyword] = convert(value as Schema)
      else if (keyword === 'minItems' && schema.maxItems === undefined)
        continue // a list that may not be empty stays a plain list
      else result[keyword] = value
    }
    return result
  }

  function reference($ref: string, description: string | undefined): Schema {
    const [file, pointer = ''] = $ref.split('#')
    const target = pointer ? schemas.get(file || name)?.$defs?.[pointer.split('/').at(-1) ?? ''] : schemas.get(file || name)
    if (!target?.title) throw new Error(`${name}: ${$ref} leads nowhere, or has no title`)
    // Only in a schema of an object does the generator declare what it meets by name alone; elsewhere it has to follow the reference.
    if (!file && !root?.properties) return { $ref }
    if (file) imports.set(file, (imports.get(file) ?? new Set<string>()).add(target.title))
    return { tsType: target.title, description }
  }

  return { types: { ...convert(root), $defs: mapValues(root.$defs ?? {}, convert) }, imports }
}

function exactlyOne(schema: Schema, keys: string[]): Schema {
  const { title, description, oneOf, properties = {}, ...rest } = schema
  const lacking: Schema = { tsType: 'undefined' }
  const only = (wanted: (name: string) => boolean) => Object.fromEntries(Object.entries(properties).filter(([name]) => wanted(name)))
  const members = keys.map((key) => ({
    type: 'object',
    required: [key],
    properties: mapEntries(
      only((name) => keys.includes(name)),
      (name, property) => (name === key ? property : lacking),
    ),
  }))
  const common = only((name) => !keys.includes(name))
  return { title, description, allOf: [{ anyOf: members }, ...(Object.keys(common).length > 0 ? [{ ...rest, properties: common }] : [])] }
}

const mapValues = (record: Record<string, Schema>, change: (schema: Schema) => Schema) => mapEntries(record, (_, schema) => change(schema))
const mapEntries = (record: Record<string, Schema>, change: (name: string, schema: Schema) => Schema) =>
  Object.fromEntries(Object.entries(record).map(([name, schema]) => [name, change(name, schema)]))
