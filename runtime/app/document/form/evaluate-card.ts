import { calculateCard, calculateDerived } from '../../../engine/card/calculate.ts'
import type { Card } from '../../../engine/card/card.ts'
import { failedChecks } from '../../../engine/card/checks.ts'
import { copyFromLinks, fillNewRows, withDefaults } from '../../../engine/card/defaults.ts'
import { holds } from '../../../engine/card/expression.ts'
import { type Field, fieldsOf, isComputed, type OfType } from '../../../engine/card/field.ts'
import { fromFeel } from '../../../engine/card/field-value.ts'
import { planOf } from '../../../engine/card/formulas.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import { fieldValue, type Subject, scopeOf } from '../../../engine/card/scope.ts'
import { validateCard } from '../../../engine/card/validate-card.ts'
import { type FieldState, fieldStates, requiredMissing } from '../../../engine/card/visibility.ts'
import { type FactReader, readerOf } from '../../../engine/document/fact-reader.ts'
import type { Facts, Missing } from '../../../engine/document/facts.ts'
import type { CardError, FailedCheck } from '../../../engine/problem.ts'
import { withField } from './changes.ts'

/** The document around a card: as the server told it, or what a new one begins with. */
export type Surrounding = Omit<Subject, 'card' | 'derived'>

export interface Evaluation {
  readonly program: OfType
  readonly around: Surrounding
  readonly facts: Facts
  readonly me: string | null
}

export interface Evaluated {
  /** The card as it shows: what is calculated follows what is typed. */
  readonly shown: Card
  readonly states: ReadonlyMap<string, FieldState>
  /** Whether a condition of the layout holds. */
  readonly holds: (when: string | undefined) => boolean
  readonly failing: readonly FailedCheck[]
  readonly errors: readonly CardError[]
  /** Paths that are blank and must be filled before `needs` is met and the document leaves where it is. */
  readonly lacking: (needs: readonly string[]) => readonly string[]
  readonly missing: readonly Missing[]
}

/** Everything that a form shows beside the typed values, by the engine that the server runs. `base`: null for a new document. */
export function evaluateCard({ program, around, facts, me }: Evaluation, base: Card | null, working: Card): Evaluated {
  const reader = readerOf(facts, { rollups: 'kept' })
  const subjectOf = (card: Card): Subject => ({ ...around, card, derived: base ?? {} })
  const shown = shownCard(program, subjectOf, base, working, reader, me)
  const subject = subjectOf(shown)
  const host = scopeOf(program, subject, reader, { me })
  const conditions = (program.type.layout ?? []).flatMap((tab) => [tab.when, ...tab.sections.map(({ when }) => when)])
  const held = new Map(conditions.map((when) => [when, holds(when, host, reader, 'layout')]))
  const states = fieldStates(program, subject, reader, { me })
  const failing = failedChecks(program, subject, reader, { around: { me } })
  return {
    shown,
    states,
    holds: (when) => held.get(when) ?? true,
    failing,
    errors: validateCard(program.type, working).filter(({ rule }) => rule !== 'unknown-field'),
    lacking: (needs) => requiredMissing(program, subject, readerOf(facts, { rollups: 'kept' }), { needs, around: { me } }),
    missing: reader.missing,
  }
}

/**
 * The working card with its calculated values. Of a card that the server told, only what now comes out otherwise than it
 * did is taken from here: a formula over something that the reader may not see keeps the server's value.
 */
function shownCard(
  program: OfType,
  subjectOf: (card: Card) => Subject,
  base: Card | null,
  working: Card,
  reader: FactReader,
  me: string | null,
): Card {
  if (working === base) return working
  const before = base && calculated(program, subjectOf(base), reader, me)
  const now = calculated(program, subjectOf(working), reader, me)
  let shown = working
  for (const field of fieldsOf(program.type).values()) {
    // Cells that are calculated come with their rows.
    if (!isComputed(field) && field.type !== 'table') continue
    if (!before || !sameValue(before[field.id], now[field.id])) shown = withField(shown, field.id, now[field.id])
  }
  return shown
}

function calculated(program: OfType, subject: Subject, reader: FactReader, me: string | null): Card {
  const stored = calculateCard(program, subject, reader)
  let card: Card = { ...stored, ...calculateDerived(program, { ...subject, card: stored }, reader, {}) }
  for (const field of fieldsOf(program.type).values()) {
    if (planOf(program.type).how.get(field.id) !== 'read') continue
    const value = fromFeel(field, fieldValue(program.type, { ...subject, card }, field, reader, { me }))
    card = withField(card, field.id, value)
  }
  return card
}

/** What a new document begins with: the defaults of its fields that can be worked out here. */
export function defaultsOf({ program, around, facts, me }: Evaluation): { readonly card: Card; readonly missing: readonly Missing[] } {
  const reader = readerOf(facts, { rollups: 'kept' })
  const card = withDefaults(program, { ...around, card: {}, derived: {} }, reader, me)
  return { card: typedPart(program, card), missing: reader.missing }
}

/** What a change of the card brings along: what its links copy, and the defaults of new rows. `kept`: what the person typed. */
export function broughtAlong(
  { program, around, facts, me }: Evaluation,
  before: Card,
  after: Card,
  kept: ReadonlySet<string>,
): { readonly card: Card; readonly missing: readonly Missing[] } {
  const reader = readerOf(facts, { rollups: 'kept' })
  const subject = { ...around, derived: {} }
  const copied = copyFromLinks(program, before, { ...subject, card: after }, reader, kept)
  const filled = fillNewRows(program, before, { ...subject, card: copied }, reader, me)
  return { card: filled, missing: reader.missing }
}

function typedPart(program: OfType, card: Card): Card {
  const fields = fieldsOf(program.type)
  return Object.fromEntries(Object.entries(card).filter(([id]) => !isComputed(fields.get(id) as Field)))
}
