import type { LinkField } from '../../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { CardValue, LinkValue } from '../../../engine/card/card.ts'
import { type Field, fieldsOf } from '../../../engine/card/field.ts'
import type { Subject } from '../../../engine/card/scope.ts'

const tokens = /"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g

/**
 * The `where` of a link as a filter over the list that it chooses from: what is the other's (`that.counterparty`) by its
 * bare name, what is this card's with its value put in. Undefined where a value cannot be put in (it lies behind a link, or in
 * a list): then everything is offered, and the server says what fits.
 */
export function linkFilter(type: DocumentType, document: Subject, field: LinkField): string | undefined {
  if (field.where === undefined) return undefined
  let fits = true
  const filter = field.where.replace(tokens, (token, at: number) => {
    if (token.startsWith('"')) return token
    if (token.startsWith('that.')) return token.slice(5)
    // A name before a bracket is a function.
    if (/^\s*\(/.test(field.where!.slice(at + token.length))) return token
    const [head = '', ...rest] = token.split('.')
    const own = ownValue(type, document, head)
    if (own === undefined) return token
    if (rest.length > 0 || own.literal === undefined) fits = false
    return own.literal ?? token
  })
  return fits ? filter : undefined
}

function ownValue(type: DocumentType, document: Subject, name: string): { readonly literal: string | undefined } | undefined {
  if (name === 'status' || name === 'author' || name === 'number') return { literal: JSON.stringify(document[name]) }
  const field = fieldsOf(type).get(name)
  return field && { literal: literalOf(field, document.card[name] ?? document.derived[name]) }
}

/** A value as FEEL writes it; undefined where it has no short form. */
function literalOf(field: Field, value: CardValue | undefined): string | undefined {
  if (value === undefined) return 'null'
  if (field.many || field.type === 'table') return undefined
  switch (field.type) {
    case 'number':
    case 'money':
    case 'rating':
      return String(value)
    case 'percent':
      return `${value} / 100`
    case 'yes-no':
      return String(value)
    case 'date':
      return `date(${JSON.stringify(value)})`
    case 'date-time':
      return `date and time(${JSON.stringify(value)})`
    case 'time':
      return `time(${JSON.stringify(`${value}:00`)})`
    case 'duration':
      return `duration(${JSON.stringify(value)})`
    case 'link':
      return JSON.stringify((value as LinkValue).id)
    case 'choice':
    case 'person':
    case 'department':
    case 'text':
    case 'email':
    case 'phone':
    case 'web':
    case 'color':
      return JSON.stringify(value)
    default:
      return undefined
  }
}
