import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allSchemas, schemaOfKind } from './all-schemas.ts'
import { kindOfFile } from './definition-kind.ts'
import { findingText } from './finding-text.ts'
import { at, step } from './pointer.ts'
import { repeatedIds } from './repeated-ids.ts'
import { invalidSamples, validSamples } from './samples.ts'
import { schemaFindingTexts } from './schema-finding-texts.ts'
import { tagsOf } from './schema-index.ts'
import type { Schema } from './schema-shape.ts'
import { parseDefinition, validateDefinition } from './validate.ts'

const valid = validSamples()
const isOfSchemas = (code: string) => Object.hasOwn(schemaFindingTexts, code)
/** The folder also holds definitions that break rules which only the engine knows. */
const invalid = invalidSamples().filter(({ findings }) => findings.every(({ code }) => isOfSchemas(code)))

describe('a valid sample', () => {
  it.each(valid)('$file has no findings', ({ kind, definition, file }) => {
    expect(validateDefinition(kind, definition, file)).toEqual([])
  })

  it('lies where its kind lies in a template', () => {
    for (const { file, kind } of valid) expect(kindOfFile(file), file).toBe(kind)
  })

  it('stands for every field type, every kind of node, every automation and every kind of file', () => {
    const text = JSON.stringify(valid.map(({ definition }) => definition))
    const schema = (title: string): Schema | undefined =>
      (allSchemas as readonly Schema[]).flatMap((file) => [file, ...Object.values(file.$defs ?? {})]).find((one) => one.title === title)
    for (const [union, tag] of [
      ['CardField', 'type'],
      ['SchemaNode', 'kind'],
      ['Automation', 'do'],
    ] as const) {
      const words = tagsOf(schema(union)!, tag)
      expect(words.length).toBeGreaterThan(7)
      for (const word of words) expect(text).toContain(`"${tag}":"${word}"`)
    }
    expect([...new Set(valid.map(({ kind }) => kind))].sort()).toEqual(Object.keys(schemaOfKind).sort())
  })
})

describe('an invalid sample', () => {
  it.each(invalid)('$file has exactly the findings beside it', ({ kind, definition, file, findings }) => {
    expect(findings).not.toEqual([])
    expect(validateDefinition(kind, definition, file)).toEqual(findings)
  })

  it('exists for every rule that a schema can find broken', () => {
    const shown = new Set(invalid.flatMap(({ findings }) => findings.map(({ code }) => code)))
    expect(Object.keys(schemaFindingTexts).filter((code) => !shown.has(code))).toEqual([])
  })
})

describe('what is no object', () => {
  it.each([
    [null, 'null'],
    [[], 'array'],
    ['text', 'string'],
    [7, 'number'],
  ])('%j is said to be no definition', (value, found) => {
    expect(validateDefinition('template', value, 'template.json')).toEqual([
      { code: 'wrong-type', level: 'problem', file: 'template.json', path: '', facts: { found, expected: ['object'] } },
    ])
  })
})

describe('a valid sample with one thing changed', () => {
  // Ajv without our explanations is the second opinion: the same verdict, whatever is broken.
  const ajv = new Ajv2020({ discriminator: true, strict: false, schemas: [...allSchemas] })
  addFormats.default(ajv)

  const places = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, child]) => places(child, step(path, key)))]
      : [path]

  function changed(
    definition: object,
    path: string,
    change: (holder: Record<string, unknown>, key: string) => void,
  ): Record<string, unknown> {
    const copy = structuredClone(definition) as Record<string, unknown>
    change(at(copy, path.slice(0, path.lastIndexOf('/'))) as Record<string, unknown>, path.slice(path.lastIndexOf('/') + 1))
    return copy
  }

  const changes: ((holder: Record<string, unknown>, key: string, value: unknown) => void)[] = [
    (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
    (holder, key, value) => {
      holder[key] = value
    },
    (holder, key) => {
      if (!Array.isArray(holder)) holder[`${key}s`] = holder[key]
    },
  ]

  it('is judged as Ajv judges it, and every finding has a place and a sentence in both languages', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(
        fc
          .constantFrom(...valid)
          .chain((sample) => fc.record({ sample: fc.constant(sample), path: fc.constantFrom(...places(sample.definition).slice(1)) })),
        fc.constantFrom(...changes),
        fc.jsonValue({ maxDepth: 1 }),
        ({ sample, path }, change, value) => {
          const definition = changed(sample.definition, path, (holder, key) => change(holder, key, value))
          if (definition.schemaVersion !== sample.definition.schemaVersion) return
          const findings = validateDefinition(sample.kind, definition)
          const accepted = ajv.validate(schemaOfKind[sample.kind].$id, definition)
          expect(findings.length === 0, JSON.stringify(findings)).toBe(accepted && repeatedIds(definition).length === 0)
          // One wrong thing is said in a few words, not once for every branch of a union.
          expect(findings.length, JSON.stringify(findings)).toBeLessThanOrEqual(2 + 2 * places(value).length)
          for (const finding of findings) {
            kinds.add(finding.code)
            expect(finding.path === '' || at(definition, finding.path) !== undefined, `${finding.code} ${finding.path}`).toBe(true)
            expect(findingText(finding, 'en')).toMatch(/\.$|\?$/)
            expect(findingText(finding, 'ro')).toMatch(/\.$|\?$/)
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(kinds.size).toBeGreaterThan(8)
  })
})

describe('a parsed definition', () => {
  it('is the definition, with the type of its kind', () => {
    const people = { people: [{ id: 'ana', name: 'Ana' }] }
    const parsed = parseDefinition('people', people)
    expect(parsed.ok && parsed.definition.people?.[0]?.name).toBe('Ana')
  })

  it('is refused whole, and stays as it was', () => {
    const people = { people: [{ id: 'ana', name: 'Ana' }, { id: 'Dan' }] }
    expect(parseDefinition('people', people, 'people.json')).toEqual({
      ok: false,
      findings: [
        { code: 'missing-key', level: 'problem', file: 'people.json', path: '/people/1', facts: { key: 'name' } },
        { code: 'bad-sample-id', level: 'problem', file: 'people.json', path: '/people/1/id', facts: { found: 'Dan' } },
      ],
    })
    expect(people).toEqual({ people: [{ id: 'ana', name: 'Ana' }, { id: 'Dan' }] })
  })
})
