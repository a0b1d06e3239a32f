import { allSchemas } from './all-schemas.ts'
import type { Schema } from './schema-shape.ts'

/** A titled schema and the definitions of the file that it stands in. Titles are unique over all files: they name the types. */
type Entry = { schema: Schema; neighbours: Record<string, Schema> }

const entries = new Map<string, Entry>()
for (const file of allSchemas as readonly Schema[]) {
  const neighbours = file.$defs ?? {}
  for (const schema of [file, ...Object.values(neighbours)]) if (schema.title) entries.set(schema.title, { schema, neighbours })
}

/** Every key that an object of this schema may have: those of its base first. */
export function keysOf(schema: Schema): string[] {
  const bases = (schema.allOf ?? []).map((base) => local(schema, base))
  return [...bases, schema].flatMap((part) => Object.keys(part?.properties ?? {}))
}

/** The words by which a union tells its variants apart, as in text, number, money. */
export function tagsOf(union: Schema, tag: string): string[] {
  return (union.oneOf ?? []).map((variant) => String(local(union, variant)?.properties?.[tag]?.const))
}

function local(from: Schema, { $ref = '' }: Schema): Schema | undefined {
  return entries.get(from.title ?? '')?.neighbours[$ref.split('/').at(-1) ?? '']
}
