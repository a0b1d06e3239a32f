import type { FactReader } from '../document/fact-reader.ts'
import type { Card, CardValue, Row } from './card.ts'
import { evaluate } from './expression.ts'
import { fieldsOf, type OfType } from './field.ts'
import { fromFeel } from './field-value.ts'
import { type Calculation, planOf } from './formulas.ts'
import { ownRollup } from './rollup.ts'
import { type Subject, scopeOf } from './scope.ts'

type Cards = { [field: string]: CardValue }

/** A document's card with everything that is calculated and stored in it calculated anew, rows included. */
export function calculateCard(program: OfType, document: Subject, reader: FactReader): Card {
  const { stored } = planOf(program.type)
  if (stored.length === 0) return document.card
  const card: Cards = { ...document.card }
  const subject: Subject = { ...document, card }
  const host = scopeOf(program, subject, reader)
  for (const calculation of stored) {
    const { field, table } = calculation
    if (table) calculateRows(program, subject, card, calculation, reader)
    else if (field.rollup) put(card, field.id, ownRollup(program, subject, field, reader))
    else put(card, field.id, fromFeel(field, evaluate(field.formula!, host, reader, `field "${field.id}"`)))
  }
  return card
}

function calculateRows(program: OfType, subject: Subject, card: Cards, { field, table }: Calculation, reader: FactReader): void {
  const rows = card[table!.id] as readonly Row[] | undefined
  if (!rows) return
  card[table!.id] = rows.map((row) => {
    const host = scopeOf(program, subject, reader, { row: { table: table!.id, row } })
    const value = fromFeel(field, evaluate(field.formula!, host, reader, `field "${table!.id}.${field.id}"`))
    const { [field.id]: _, ...others } = row
    return (value === undefined ? others : { ...others, [field.id]: value }) as Row
  })
}

/**
 * What is kept beside the card: fresh roll-ups as given (null is blank), and the formulas that read one. Those that are
 * not given stay as they were.
 */
export function calculateDerived(
  program: OfType,
  document: Subject,
  reader: FactReader,
  rollups: { readonly [field: string]: CardValue | null },
): Card {
  const derived: Cards = {}
  for (const field of fieldsOf(program.type).values()) {
    if (planOf(program.type).how.get(field.id) !== 'derived' || !field.rollup) continue
    const value = Object.hasOwn(rollups, field.id) ? rollups[field.id] : document.derived[field.id]
    put(derived, field.id, value ?? undefined)
  }
  // The roll-ups just given are the fresh ones: the scope must not ask for them again.
  const fresh: FactReader = { ...reader, missing: reader.missing, fresh: false, rollup: () => undefined }
  const host = scopeOf(program, { ...document, derived }, fresh)
  for (const { field } of planOf(program.type).derived)
    put(derived, field.id, fromFeel(field, evaluate(field.formula!, host, reader, `field "${field.id}"`)))
  return derived
}

function put(card: Cards, id: string, value: CardValue | undefined): void {
  if (value === undefined) delete card[id]
  else card[id] = value
}
