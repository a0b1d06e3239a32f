import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allSchemas } from './all-schemas.ts'
import { generate, staleFiles } from './generate.ts'
import type { Schema } from './schema-shape.ts'

function* inside(schema: Schema, path: string): Generator<{ path: string; schema: Schema }> {
  yield { path, schema }
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' || key === '$defs')
      for (const [name, child] of Object.entries(value as Record<string, Schema>)) yield* inside(child, `${path}/${name}`)
    else if (['anyOf', 'oneOf', 'allOf'].includes(key)) for (const child of value as Schema[]) yield* inside(child, path)
    else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object'))
      yield* inside(value as Schema, `${path}/${key}`)
  }
}

const all = (allSchemas as readonly Schema[]).flatMap((file) => [...inside(file, String(file.$id).split('/').at(-1)!)])

describe('the schemas', () => {
  it('are all loaded', () => {
    const files = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) => name.endsWith('.schema.json'))
    expect(allSchemas.map(({ $id }) => $id.split('/').at(-1)).sort()).toEqual(files.sort())
  })

  it('describe every property and every definition in a sentence', () => {
    const silent = all.flatMap(({ path, schema }) =>
      Object.entries({ ...schema.properties, ...schema.$defs })
        .filter(([, child]) => !described(child))
        .map(([name]) => `${path}/${name}`),
    )
    expect(silent).toEqual([])
  })

  it('give every type a name of its own', () => {
    const titles = all.flatMap(({ schema }) => schema.title ?? [])
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  it('close every object', () => {
    const open = all.filter(
      ({ schema }) =>
        schema.properties &&
        schema.type === 'object' &&
        schema.additionalProperties === undefined &&
        schema.unevaluatedProperties !== false,
    )
    expect(open.map(({ schema }) => schema.title).sort()).toEqual(['FieldBase', 'NodeBase'])
  })
})

/** The names that a field of a card may not have are added to what the field says of itself. */
const described = (schema: Schema) => schema.description?.endsWith('.') || schema.not !== undefined

describe('the generated types', () => {
  it('are fresh', async () => {
    expect(await staleFiles()).toEqual([])
  })

  it('declare each name once', async () => {
    const names = [...(await generate()).values()].flatMap((text) =>
      [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1]),
    )
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
