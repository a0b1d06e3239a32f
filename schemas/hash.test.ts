import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ApprovalSchema } from './generated/approval-schema.ts'
import type { DocumentType } from './generated/document-type.ts'
import { bodyHash, canonicalJson, programHash, sha256Hex } from './hash.ts'
import { validSamples } from './samples.ts'

const sample = <T>(file: string): T => validSamples().find((one) => one.file === file)!.definition as T
const type = sample<DocumentType>('document-types/tool-loan.json')
const schema = sample<ApprovalSchema>('approval-schemas/tool-lending.json')

describe('canonical JSON', () => {
  it('sorts keys by their UTF-16 code units and writes the shortest numbers', () => {
    expect(canonicalJson({ b: 1.0, a: [1e21, 0.1, -0], '€': 'ș', é: undefined })).toBe('{"a":[1e+21,0.1,0],"b":1,"€":"ș"}')
  })

  it('is no JSON where the value is none', () => {
    expect(() => canonicalJson(undefined)).toThrow()
    expect(() => canonicalJson({ a: Number.NaN })).toThrow()
  })
})

describe('the hash of a body', () => {
  it('is SHA-256 in lower-case hex, as any other program computes it', () => {
    expect(sha256Hex('ș')).toBe(createHash('sha256').update('ș', 'utf8').digest('hex'))
    expect(bodyHash({ b: 2, a: 1 })).toBe(createHash('sha256').update('{"a":1,"b":2}').digest('hex'))
  })

  it('does not depend on the order of keys, and changes with everything else', () => {
    expect(bodyHash({ a: 1, b: 2 })).toBe(bodyHash({ b: 2, a: 1 }))
    expect(bodyHash({ $schema: 'x' })).not.toBe(bodyHash({}))
  })
})

describe('the hash of a program', () => {
  const before = programHash(type, schema)
  const changedType = (change: (copy: DocumentType) => void) => {
    const copy = structuredClone(type)
    change(copy)
    return programHash(copy, schema)
  }
  const changedSchema = (change: (copy: ApprovalSchema) => void) => {
    const copy = structuredClone(schema)
    change(copy)
    return programHash(type, copy)
  }
  const field = (copy: DocumentType, id: string) => copy.fields.find((one) => one.id === id)!

  it('stays when a box is moved or the address of the schema is given', () => {
    expect(changedSchema((copy) => Object.assign(copy.nodes[0]!, { xy: [9, 9] }))).toBe(before)
    expect(changedSchema((copy) => delete copy.$schema)).toBe(before)
    expect(changedType((copy) => Object.assign(copy, { $schema: 'elsewhere' }))).toBe(before)
  })

  it('stays when the version of the language is said or left out', () => {
    expect(changedType((copy) => delete copy.schemaVersion)).toBe(before)
    expect(changedSchema((copy) => Object.assign(copy, { schemaVersion: 1 }))).toBe(before)
  })

  it.each<[string, (copy: DocumentType) => void]>([
    ['access', (copy) => delete copy.access],
    ['views', (copy) => delete copy.views],
    ['who sees a field', (copy) => Object.assign(field(copy, 'deposit'), { seenBy: [] })],
    ['what is personal', (copy) => Object.assign(field(copy, 'phone'), { personal: true })],
    ['what is confidential', (copy) => Object.assign(field(copy, 'phone'), { confidential: true })],
    ['what discloses', (copy) => Object.assign(field(copy, 'share'), { discloses: false })],
    ['the label of a status', (copy) => Object.assign(copy.statuses![0]!, { label: 'Wanted', color: 'red' })],
    [
      'the label of a choice',
      (copy) =>
        Object.assign(field(copy, 'shelf'), {
          options: [
            { id: 'A1', label: 'First' },
            { id: 'B2', label: 'Second', retired: true },
          ],
        }),
    ],
    ['who sees a column', (copy) => Object.assign((field(copy, 'parts') as unknown as { fields: object[] }).fields[0]!, { seenBy: [] })],
    ['which schema a new document takes', (copy) => delete copy.approval],
  ])('stays when %s changes, which is live', (_, change) => {
    expect(changedType(change)).toBe(before)
  })

  it.each<[string, (copy: DocumentType) => void]>([
    ['a field', (copy) => copy.fields.pop()],
    ['a formula', (copy) => Object.assign(field(copy, 'share'), { formula: 'deposit' })],
    ['a check', (copy) => copy.checks!.pop()],
    ['the layout', (copy) => copy.layout!.pop()],
    ['the numbering', (copy) => copy.number!.series.pop()],
    ['a conversion', (copy) => copy.conversions!.pop()],
    ['the choices themselves', (copy) => Object.assign(field(copy, 'shelf'), { options: [{ id: 'A1', label: 'A1' }] })],
    ['a status', (copy) => copy.statuses!.pop()],
  ])('changes with %s', (_, change) => {
    expect(changedType(change)).not.toBe(before)
  })

  it('changes with a route, and with the schema at all', () => {
    expect(changedSchema((copy) => copy.routes.pop())).not.toBe(before)
    expect(programHash(type)).not.toBe(before)
    expect(programHash(type)).toBe(programHash(type, null))
  })

  it('leaves what it is given as it was', () => {
    const copy = structuredClone(type)
    programHash(copy, schema)
    expect(copy).toEqual(type)
  })
})
