import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { allSchemas } from './all-schemas.ts'
import { definitionKinds } from './definition-kind.ts'
import { tagsOf } from './schema-index.ts'
import type { Schema } from './schema-shape.ts'
import { ajvOptions, validateDefinition } from './validate.ts'

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8')

/** The blocks of JSON, each with the kind that its first line names; `common, text` is a definition of a schema. */
const examples = [...text.matchAll(/```jsonc?\n(.*?)\n(.*?)```/gs)].map(([, marker = '', body = '']) => ({
  marker,
  body,
  kind: marker.replace(/^\/\/ /, ''),
}))

const ajv = addFormats.default(new Ajv2020({ ...ajvOptions, schemas: [...allSchemas] }), ['regex'])

describe('the README of the language', () => {
  it('has an example of every kind of file but a print form, and says of each what it is', () => {
    expect(examples.filter(({ marker }) => !marker.startsWith('// '))).toEqual([])
    const kinds = new Set(examples.map(({ kind }) => kind))
    expect(definitionKinds.filter((kind) => !kinds.has(kind))).toEqual(['print-form'])
  })

  it.each(examples)('gives a valid example of $kind', ({ kind, body }) => {
    const value: unknown = JSON.parse(body)
    const definitionKind = definitionKinds.find((one) => one === kind)
    if (definitionKind) {
      expect(validateDefinition(definitionKind, value)).toEqual([])
      return
    }
    const [file, definition] = kind.split(', ')
    const validator = ajv.getSchema(`https://dosar.example/schemas/${file}.schema.json${definition ? `#/$defs/${definition}` : ''}`)
    expect(validator, `no schema for "${kind}"`).toBeDefined()
    expect(validator!(value), JSON.stringify(validator!.errors)).toBe(true)
  })

  it('names every field type, every kind of node and every automatic step', () => {
    const schemas = (allSchemas as readonly Schema[]).flatMap((file) => [file, ...Object.values(file.$defs ?? {})])
    const words = (title: string, tag: string) => tagsOf(schemas.find((schema) => schema.title === title)!, tag)
    for (const word of [...words('CardField', 'type'), ...words('SchemaNode', 'kind'), ...words('Automation', 'do')])
      expect(text).toContain(`\`${word}\``)
  })
})
