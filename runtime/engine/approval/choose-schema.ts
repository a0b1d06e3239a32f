import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { holds } from '../card/expression.ts'
import type { OfType } from '../card/field.ts'
import { type Subject, scopeOf } from '../card/scope.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Site } from '../site.ts'

/** Whether the type's schema hangs on the card: else it is known before there is one. */
export function schemaHangsOnCard(type: DocumentType): boolean {
  return type.approval?.[0]?.when !== undefined
}

/** The schema that a new document will travel: the first of the type's `approval` whose `when` holds on its card; null where none does. */
export function chooseSchema(site: Site, program: OfType, document: Subject | null, reader: FactReader): ApprovalSchema | null {
  const chosen = (program.type.approval ?? []).find(
    ({ when }, index) =>
      when === undefined || (document !== null && holds(when, scopeOf(program, document, reader), reader, `approval ${index + 1}`)),
  )
  return (chosen && site.schemas.get(chosen.schema)) ?? null
}
