/** Where the names of an expression lie in a row of `document d`: what filters, sorts and rights are compiled to. */
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { type Field, fieldsOf } from '../engine/card/field.ts'
import { planOf } from '../engine/card/formulas.ts'
import type { SqlColumn } from '../engine/expression/sql.ts'
import { fragment } from './fragment.ts'
import type { SortKey } from './registry.ts'

const own: Readonly<Record<string, SqlColumn>> = {
  number: { kind: 'text', text: 'd.number' },
  status: { kind: 'status', text: 'd.status' },
  author: { kind: 'reference', text: 'd.author::text', named: true },
  createdOn: { kind: 'date-time', text: `to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') collate "C"` },
}

const kinds: Partial<Record<Field['type'], SqlColumn['kind']>> = {
  text: 'text',
  'long-text': 'text',
  email: 'text',
  phone: 'text',
  web: 'text',
  color: 'text',
  number: 'number',
  money: 'number',
  rating: 'number',
  percent: 'percent',
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
  'yes-no': 'boolean',
  choice: 'choice',
  person: 'reference',
  department: 'reference',
  link: 'reference',
}

/** Quotes a field's id as an SQL literal; ids are letters and digits, so this only refuses what never should come here. */
function key(id: string): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) throw new Error(`not the id of a field: ${id}`)
  return `'${id}'`
}

/** The column that holds a field: the card, or beside it where it is derived; undefined for what is calculated on reading. */
function holder(type: DocumentType, field: Field): 'd.card' | 'd.derived' | undefined {
  const how = planOf(type).how.get(field.id)
  return how === 'read' ? undefined : how === 'derived' ? 'd.derived' : 'd.card'
}

/** The SQL of a path of a type's documents; undefined where there is no such column, or it may not be filtered by. */
export function cardColumn(type: DocumentType, path: string): SqlColumn | undefined {
  if (Object.hasOwn(own, path)) return own[path]
  const field = fieldsOf(type).get(path)
  const kind = field && kinds[field.type]
  const where = field && holder(type, field)
  if (!field || !kind || !where) return undefined
  const at = key(field.id)
  // Links lie as a type and an id each; a list of them is compared by the ids, as a single one is.
  const list = field.type === 'link' ? `jsonb_path_query_array(${where}->${at}, '$[*].id')` : `(${where}->${at})`
  if (field.many) return { kind, text: list, many: true, ...(kind === 'reference' && { named: true }) }
  switch (kind) {
    case 'number':
    case 'percent':
      return { kind, text: `(${where}->>${at})::numeric` }
    case 'boolean':
      return { kind, text: `(${where}->>${at})::boolean` }
    case 'date':
    case 'date-time':
    case 'time':
      return { kind, text: `(${where}->>${at}) collate "C"` }
    case 'reference':
      return { kind, text: field.type === 'link' ? `(${where}->${at}->>'id')` : `(${where}->>${at})`, named: true }
    default:
      return { kind, text: `(${where}->>${at})` }
  }
}

/** How a list is sorted by a path; undefined where it cannot be. Texts of people sort by their own key, choices by id. */
export function sortKey(type: DocumentType, path: string, descending: boolean, language: string): SortKey | undefined {
  if (path === 'createdOn') return { sql: fragment('d.created_at'), as: 'timestamptz', descending, nullable: false }
  if (path === 'title') return { sql: fragment(`sort_key(coalesce(d.title->>$1, ''))`, language), as: 'text', descending, nullable: false }
  const column = cardColumn(type, path)
  if (!column || column.many) return undefined
  const plain = { descending, nullable: path !== 'status' && path !== 'author' }
  switch (column.kind) {
    case 'number':
    case 'percent':
      return { ...plain, sql: fragment(column.text), as: 'numeric' }
    case 'boolean':
      return { ...plain, sql: fragment(column.text), as: 'boolean' }
    case 'text':
      return { ...plain, sql: fragment(path === 'number' ? column.text : `sort_key(${column.text})`), as: 'text' }
    default:
      return { ...plain, sql: fragment(column.text.replace(/ collate "C"$/, '')), as: 'text' }
  }
}
