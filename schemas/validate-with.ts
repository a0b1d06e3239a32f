// Has no compiler in it, so that it also runs where the page allows no `eval`: the validators come from outside.
import type { ErrorObject } from 'ajv'
import type { DefinitionKind, DefinitionOf } from './definition-kind.ts'
import { type Explanation, explainErrors, jsonType } from './explain-errors.ts'
import type { Finding } from './finding.ts'
import { liftDefinition } from './migrate.ts'
import { repeatedIds } from './repeated-ids.ts'

/** The verdict of a compiled schema: after a false one `errors` has those of Ajv with `allErrors` and `verbose`. */
export type Validator = { (value: unknown): boolean; errors?: null | ErrorObject[] }

/** A definition that keeps its schema, in the current version of the language; or everything in it that does not. */
export type Parsed<K extends DefinitionKind> = { ok: true; definition: DefinitionOf[K] } | { ok: false; findings: Finding[] }

/**
 * Parses a definition by a validator that was compiled elsewhere: lifts an older version of the language, then looks for
 * everything that breaks the schema. `file` is repeated in the findings. What is given stays as it was.
 */
export function parseWith<K extends DefinitionKind>(validator: Validator, kind: K, value: unknown, file?: string): Parsed<K> {
  const read = readWith(validator, kind, value)
  if (!Array.isArray(read)) return { ok: true, definition: read.definition as DefinitionOf[K] }
  return { ok: false, findings: read.map((explanation) => finding(explanation, kind, value, file)) }
}

function readWith(validator: Validator, kind: DefinitionKind, value: unknown): { definition: unknown } | Explanation[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ code: 'wrong-type', path: '', facts: { found: jsonType(value), expected: ['object'] } }]
  }
  const lifted = liftDefinition(kind, value as Record<string, unknown>)
  if (!lifted.ok) return [lifted.explanation]
  const broken = validator(lifted.definition) ? [] : explainErrors(validator.errors ?? [])
  const explanations = [...broken, ...repeatedIds(lifted.definition)]
  return explanations.length > 0 ? explanations : { definition: lifted.definition }
}

function finding({ code, path, facts }: Explanation, kind: DefinitionKind, value: unknown, file: string | undefined): Finding {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  return {
    code,
    level: 'problem',
    ...(file === undefined ? {} : { file }),
    ...(typeof id === 'string' ? { definition: { kind, id } } : {}),
    path,
    facts,
  }
}
