import type { Audience } from '../../../schemas/generated/audience.ts'
import type { Check, DocumentType } from '../../../schemas/generated/document-type.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { FailedCheck } from '../problem.ts'
import { evaluate, namesRead } from './expression.ts'
import { fieldsOf, type OfType } from './field.ts'
import { planOf } from './formulas.ts'
import { renderEverywhere } from './render-text.ts'
import { type Around, type Subject, scopeOf } from './scope.ts'

/**
 * The checks of a type that a card breaks. One fails only on false: as long as a value that it compares is blank it
 * passes. `mayOverride` says whether the person who asks is among those who may let it pass with a reason.
 */
export function failedChecks(
  program: OfType,
  document: Subject,
  reader: FactReader,
  { mayOverride = () => false, around = {} }: { readonly mayOverride?: (audience: Audience) => boolean; readonly around?: Around } = {},
): FailedCheck[] {
  const host = scopeOf(program, document, reader, around)
  return (program.type.checks ?? [])
    .filter((check) => !check.retired && evaluate(check.must, host, reader, `check "${check.id}"`) === false)
    .map((check) => ({
      check: check.id,
      text: renderEverywhere(check.else, program, document, reader, around),
      fields: check.fields ?? [],
      mayOverride: check.override !== undefined && mayOverride(check.override),
    }))
}

/** The checks over a total of other documents: asked when one of those changes too, under this document's lock. */
export function guardsOf(type: DocumentType): readonly Check[] {
  const { how } = planOf(type)
  return (type.checks ?? []).filter(
    (check) => !check.retired && namesRead(check.must).some((name) => how.get(name) === 'derived' && fieldsOf(type).has(name)),
  )
}
