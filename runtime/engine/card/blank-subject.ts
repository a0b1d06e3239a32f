import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Subject } from './scope.ts'

/** A document of a type about which nothing is known: for what does not hang on any, such as a right of a role or a filter's own values. */
export function blankSubject({ id: type }: Pick<DocumentType, 'id'>): Subject {
  return { id: '', type, number: null, title: {}, status: '', author: '', createdOn: '1970-01-01T00:00:00.000Z', card: {}, derived: {} }
}
