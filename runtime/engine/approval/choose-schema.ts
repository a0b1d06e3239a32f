import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { Card } from '../card/card.ts'
import { createCard } from '../card/edit-card.ts'
import { holds } from '../card/expression.ts'
import type { OfType } from '../card/field.ts'
import { type Subject, scopeOf } from '../card/scope.ts'
import type { FactReader } from '../document/fact-reader.ts'

/**
 * The schema that a new document will travel: the first of the type's `approval` whose `when` holds on its card, with
 * defaults and what links bring along; null where none does. Facts that are missing are noted with the reader.
 */
export function chooseSchema(program: OfType, document: Subject, given: Card, reader: FactReader): ApprovalSchema | null {
  const { site } = reader.facts
  const approval = program.type.approval ?? []
  const first = approval[0]
  if (first?.when === undefined) return (first && site.schemas.get(first.schema)) ?? null
  const me = document.author || null
  // A card that breaks something is refused when it is made; which schema it would have had is no matter then.
  const made = createCard(program, document, given, reader, { me, mayOverride: () => true })
  const host = scopeOf(program, { ...document, card: made.ok ? made.card : given }, reader, { me })
  const chosen = approval.find(({ when }, index) => holds(when, host, reader, `approval ${index + 1}`))
  return (chosen && site.schemas.get(chosen.schema)) ?? null
}
