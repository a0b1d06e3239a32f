import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { allSchemas, schemaOfKind } from './all-schemas.ts'
import type { DefinitionKind } from './definition-kind.ts'
import { type Explanation, explainErrors, jsonType } from './explain-errors.ts'
import type { Finding } from './finding.ts'
import { liftDefinition } from './migrate.ts'
import { repeatedIds } from './repeated-ids.ts'

/** The verdict of a compiled schema: `errors` after a false one, of Ajv with `allErrors` and `verbose`. */
export type Validator = Pick<ValidateFunction, 'errors'> & ((value: unknown) => boolean)

/**
 * Everything in a definition that breaks its schema, with the place, what was found and what was expected; empty if nothing
 * does. An older version of the language is lifted first. `file` is repeated in the findings.
 * What a schema cannot know (a route to nowhere, an expression of the wrong type) is the engine's to find.
 */
export function validateDefinition(kind: DefinitionKind, value: unknown, file?: string): Finding[] {
  return validateWith(validatorOf(kind), kind, value, file)
}

/** As `validateDefinition`, by a validator that was compiled elsewhere: where the page allows no `eval`. */
export function validateWith(validator: Validator, kind: DefinitionKind, value: unknown, file?: string): Finding[] {
  return explain(validator, kind, value).map((explanation) => ({
    code: explanation.code,
    level: 'problem',
    ...(file === undefined ? {} : { file }),
    ...reference(kind, value),
    path: explanation.path,
    facts: explanation.facts,
  }))
}

function explain(validator: Validator, kind: DefinitionKind, value: unknown): Explanation[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ code: 'wrong-type', path: '', facts: { found: jsonType(value), expected: ['object'] } }]
  }
  const lifted = liftDefinition(kind, value as Record<string, unknown>)
  if (!lifted.ok) return [lifted.explanation]
  const broken = validator(lifted.definition) ? [] : explainErrors(validator.errors ?? [])
  return [...broken, ...repeatedIds(lifted.definition)]
}

function reference(kind: DefinitionKind, value: unknown): Pick<Finding, 'definition'> {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  return typeof id === 'string' ? { definition: { kind, id } } : {}
}

let ajv: Ajv2020 | undefined

/** Compiled when first asked for: compiling all kinds takes half a second. */
function validatorOf(kind: DefinitionKind): Validator {
  ajv ??= addFormats.default(new Ajv2020({ ...ajvOptions, schemas: [...allSchemas] }), ['regex']) as Ajv2020
  const validator = ajv.getSchema(schemaOfKind[kind].$id)
  if (!validator) throw new Error(`no schema for ${kind}`)
  return validator as Validator
}

/** What the explanations need of Ajv. */
export const ajvOptions = {
  allErrors: true,
  verbose: true,
  discriminator: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
} as const
