import type { Audience } from '../../../schemas/generated/audience.ts'
import type { Change } from '../document/command.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Id } from '../document/state.ts'
import type { FailedCheck, Problem } from '../problem.ts'
import { calculateCard } from './calculate.ts'
import type { Card, Rendered } from './card.ts'
import { failedChecks } from './checks.ts'
import { copyFromLinks, fillNewRows, withDefaults } from './defaults.ts'
import { applyChanges, changedFields } from './edit.ts'
import { fieldsOf, isComputed, type OfType } from './field.ts'
import { unknownReferences } from './references.ts'
import type { Subject } from './scope.ts'
import { tidyCard } from './tidy.ts'
import { renderTitle } from './title.ts'
import { isObject, validateCard } from './validate-card.ts'

/** What an edit came to: the whole new card, which of its fields are another, the title, and the checks that were let pass. */
export type Edited =
  | {
      readonly ok: true
      readonly card: Card
      readonly fields: readonly string[]
      readonly title: Rendered
      readonly overridden: readonly string[]
    }
  | { readonly ok: false; readonly problem: Problem }

export interface Editing {
  /** Who edits; null for the process. */
  readonly me: Id | null
  /** A reason for each check that is to be let pass. */
  readonly overrides?: Readonly<Record<string, string>>
  /** Whether `me` is in an `override`. */
  readonly mayOverride?: (audience: Audience) => boolean
}

/**
 * The first card of a document. `document` is the new one as it is known so far (id, type, author, first status), its card
 * still empty; `given` what came in, in which null means left blank on purpose, so that no default fills it.
 */
export function createCard(
  program: OfType,
  document: Subject,
  given: { readonly [field: string]: unknown },
  reader: FactReader,
  editing: Editing,
): Edited {
  if (!isObject(given)) return { ok: false, problem: { code: 'card-invalid', errors: validateCard(program.type, given) } }
  const computed = Object.keys(given).filter((id) => isTyped(program, id) === false)
  if (computed.length > 0) {
    const errors = computed.map((path) => ({ path, rule: 'read-only', found: given[path], expected: 'a field that is not calculated' }))
    return { ok: false, problem: { code: 'card-invalid', errors } }
  }
  const card = tidyCard(program, given)
  const errors = validateCard(program.type, card)
  if (errors.length > 0) return { ok: false, problem: { code: 'card-invalid', errors } }
  const blanked = new Set(Object.keys(given).filter((id) => card[id] === undefined))
  return settle(program, document, withDefaults(program, { ...document, card }, reader, editing.me, blanked), reader, editing)
}

/**
 * An edit of a card as one: the changes, what changed links bring along, defaults of new rows, the shape of every value,
 * what it refers to, formulas, checks, and the title. Refused whole, with the first kind of problem met. Rights are asked
 * before, by `editableFields`.
 */
export function editCard(program: OfType, document: Subject, changes: readonly Change[], reader: FactReader, editing: Editing): Edited {
  const applied = applyChanges(program, document.card, changes)
  if (!applied.ok) return applied
  // What is not of its shape must not reach an expression.
  const errors = validateCard(program.type, applied.card)
  if (errors.length > 0) return { ok: false, problem: { code: 'card-invalid', errors } }
  const kept = new Set(changes.map(({ path }) => path))
  const copied = copyFromLinks(program, document.card, { ...document, card: applied.card }, reader, kept)
  const filled = fillNewRows(program, document.card, { ...document, card: copied }, reader, editing.me)
  return settle(program, document, filled, reader, editing)
}

/** A card that something else than a person's edit changes: an automation's `set`, a move. Checks are not asked. */
export function settleCard(program: OfType, document: Subject, card: Card, reader: FactReader): Edited {
  const errors = validateCard(program.type, card)
  if (errors.length > 0) return { ok: false, problem: { code: 'card-invalid', errors } }
  return finish(program, document, calculateCard(program, { ...document, card }, reader), reader, [])
}

function settle(program: OfType, document: Subject, card: Card, reader: FactReader, editing: Editing): Edited {
  const calculated = calculateCard(program, { ...document, card }, reader)
  const after: Subject = { ...document, card: calculated }
  const errors = [...validateCard(program.type, calculated), ...unknownReferences(program, document.card, after, reader)]
  if (errors.length > 0) return { ok: false, problem: { code: 'card-invalid', errors } }
  const failed = failedChecks(program, after, reader, {
    ...(editing.mayOverride && { mayOverride: editing.mayOverride }),
    around: { me: editing.me },
  })
  const standing = failed.filter((check) => !isLetPass(check, editing))
  if (standing.length > 0) return { ok: false, problem: { code: 'check-failed', checks: standing } }
  return finish(
    program,
    document,
    calculated,
    reader,
    failed.map(({ check }) => check),
  )
}

function finish(program: OfType, document: Subject, card: Card, reader: FactReader, overridden: readonly string[]): Edited {
  const title = renderTitle(program, { ...document, card }, reader)
  return { ok: true, card, fields: changedFields(document.card, card), title, overridden }
}

function isLetPass({ check, mayOverride }: FailedCheck, { overrides = {} }: Editing): boolean {
  return mayOverride && Object.hasOwn(overrides, check) && overrides[check]!.trim() !== ''
}

/** Undefined where there is no such field. */
function isTyped(program: OfType, id: string): boolean | undefined {
  const field = fieldsOf(program.type).get(id)
  return field && !isComputed(field)
}
