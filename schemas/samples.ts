// Reads schemas/samples/: valid definitions, and invalid ones named after the rule that they break. Used by tests.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DefinitionKind, definitionKinds } from './definition-kind.ts'
import type { Finding } from './finding.ts'

const folder = fileURLToPath(new URL('samples/', import.meta.url))

export type ValidSample = { file: string; kind: DefinitionKind; definition: Record<string, unknown> }
export type InvalidSample = ValidSample & { findings: Finding[] }

/** A definition says by `$schema` what it is. */
export function kindBySchema(definition: Record<string, unknown>): DefinitionKind {
  const name = basename(String(definition.$schema), '.schema.json')
  const kind = definitionKinds.find((candidate) => candidate === name)
  if (!kind) throw new Error(`"$schema" names no kind of definition: ${definition.$schema}`)
  return kind
}

const read = (file: string) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))

/** Every definition below samples/valid/, by its path there. */
export function validSamples(): ValidSample[] {
  return readdirSync(`${folder}valid`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, definition: read(`valid/${file}`) }))
    .map(({ file, definition }) => ({ file, definition, kind: kindBySchema(definition) }))
}

/** Every definition in samples/invalid/, with exactly the findings that are expected of it. */
export function invalidSamples(): InvalidSample[] {
  return readdirSync(`${folder}invalid`)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.findings.json'))
    .sort()
    .map((file) => ({ file, definition: read(`invalid/${file}`), findings: read(`invalid/${file.replace('.json', '.findings.json')}`) }))
    .map((sample) => ({ ...sample, kind: kindBySchema(sample.definition) }))
}
