import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { pathsRead } from './expression.ts'
import { columnsOf, type Field, fieldsOf, isBackRollup } from './field.ts'

const known = new WeakMap<Field, boolean>()

/**
 * Whether every reader of a type's cards sees a field (or, with its table, a column), whoever it is: it is not narrowed by
 * `seenBy`, and neither is anything that it is calculated from. What comes through a link, or from other documents, lies
 * on cards that not every reader may read; `discloses` says that they may know the result.
 */
export function isOpenField(type: DocumentType, field: Field, table: Field | null = null): boolean {
  let open = known.get(field)
  if (open === undefined) {
    open = isOpen(type, field, table, new Set())
    known.set(field, open)
  }
  return open
}

/** Whether a field, or something that it is calculated from on its own card, is kept out of messages and titles. */
export function isConfidential(type: DocumentType, field: Field, table: Field | null = null): boolean {
  return isFromConfidential(type, field, table, new Set())
}

function isOpen(type: DocumentType, field: Field, table: Field | null, within: ReadonlySet<Field>): boolean {
  if (field.seenBy !== undefined || within.has(field)) return false
  if (field.discloses) return true
  if (field.rollup !== undefined && isBackRollup(type, field)) return false
  const seen = new Set([...within, field])
  return inputsOf(field, table).every((path) => {
    const [head = '', ...rest] = path.split('.')
    const input = fieldsOf(type).get(head)
    if (!input) return true
    if (input.type === 'link' && rest.length > 0) return false
    return isOpen(type, input, null, seen) && columnsRead(input, rest).every((column) => isOpen(type, column, input, seen))
  })
}

function isFromConfidential(type: DocumentType, field: Field, table: Field | null, within: Set<Field>): boolean {
  if (field.confidential) return true
  if (field.discloses || within.has(field)) return false
  within.add(field)
  return inputsOf(field, table).some((path) => {
    const [head = '', ...rest] = path.split('.')
    const input = fieldsOf(type).get(head)
    if (!input) return false
    return (
      isFromConfidential(type, input, null, within) ||
      columnsRead(input, rest).some((column) => isFromConfidential(type, column, input, within))
    )
  })
}

/** The paths that a field is calculated from; those of a row with the id of its table. */
function inputsOf({ formula, rollup }: Field, table: Field | null): readonly string[] {
  if (formula !== undefined) return pathsRead(formula).map((path) => (table ? path.replace(/^row(?=\.|$)/, table.id) : path))
  if (!rollup) return []
  const added = [rollup.sum, rollup.min, rollup.max, rollup.average]
    .filter((path) => path !== undefined)
    .map((path) => path.replace(/^row\./, ''))
  const asked = rollup.where === undefined ? [] : pathsRead(rollup.where).map((path) => path.replace(/^row(?=\.|$)/, rollup.of))
  return [`${rollup.of}._id`, ...added.map((column) => `${rollup.of}.${column}`), ...asked]
}

/** The columns of a table that a path reads: the one that it names, else all of them. */
function columnsRead(field: Field, [column]: readonly string[]): readonly Field[] {
  if (field.type !== 'table' || column === '_id') return []
  const one = column === undefined ? undefined : columnsOf(field).get(column)
  return one ? [one] : [...columnsOf(field).values()]
}
