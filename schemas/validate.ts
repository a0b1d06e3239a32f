import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { allSchemas, schemaOfKind } from './all-schemas.ts'
import type { DefinitionKind } from './definition-kind.ts'
import type { Finding } from './finding.ts'
import { type Parsed, parseWith, type Validator } from './validate-with.ts'

/**
 * A definition that keeps its schema, lifted to the current version of the language; or every finding about it, with the
 * place, what was found and what was expected. `file` is repeated in the findings.
 * What a schema cannot know (a route to nowhere, an expression of the wrong type) is the engine's to find.
 */
export function parseDefinition<K extends DefinitionKind>(kind: K, value: unknown, file?: string): Parsed<K> {
  return parseWith(validatorOf(kind), kind, value, file)
}

/** The findings of `parseDefinition` alone; empty if the definition keeps its schema. */
export function validateDefinition(kind: DefinitionKind, value: unknown, file?: string): Finding[] {
  const parsed = parseDefinition(kind, value, file)
  return parsed.ok ? [] : parsed.findings
}

/** What the explanations of errors need of Ajv. */
export const ajvOptions = {
  allErrors: true,
  verbose: true,
  discriminator: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
} as const

let ajv: Ajv2020 | undefined

/** Compiled when first asked for: compiling all kinds takes half a second. */
function validatorOf(kind: DefinitionKind): Validator {
  ajv ??= addFormats.default(new Ajv2020({ ...ajvOptions, schemas: [...allSchemas] }), ['regex'])
  const validator = ajv.getSchema(schemaOfKind[kind].$id)
  if (!validator) throw new Error(`no schema for ${kind}`)
  return validator as Validator
}
