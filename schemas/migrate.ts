// Lifts stored definitions to the current version of the language when they are read; nothing stored is rewritten, and what a
// version means never changes.
import type { DefinitionKind } from './definition-kind.ts'
import type { Explanation } from './explain-errors.ts'

/** A step from the version before `to`, which makes of a definition of that version one that means the same in `to`. */
export type Migration = { to: number; lift: (kind: DefinitionKind, definition: Record<string, unknown>) => Record<string, unknown> }

/** The steps so far, in order; the first will be `to: 2`. */
export const migrations: readonly Migration[] = []

/** The version of the language that the newest step leads to. */
export const currentVersion = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.to ?? 1

export type Lifted = { ok: true; definition: Record<string, unknown> } | { ok: false; explanation: Explanation }

/**
 * The definition in the current version of the language. One without `schemaVersion` is of version 1. Refused: a version that
 * this program does not know yet, and one that is no whole number from 1 on.
 */
export function liftDefinition(kind: DefinitionKind, stored: Record<string, unknown>, steps: readonly Migration[] = migrations): Lifted {
  const version = stored.schemaVersion ?? 1
  const current = currentVersion(steps)
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      ok: false,
      explanation: { code: 'bad-schema-version', path: '/schemaVersion', facts: { found: String(version), newest: current } },
    }
  }
  if (version > current)
    return { ok: false, explanation: { code: 'newer-schema-version', path: '/schemaVersion', facts: { found: version, newest: current } } }
  const due = steps.filter((step) => step.to > version)
  const lifted = due.reduce((definition, step) => ({ ...step.lift(kind, definition), schemaVersion: step.to }), stored)
  return { ok: true, definition: lifted }
}
