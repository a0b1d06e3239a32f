import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import type { Expression } from '../expression/compile.ts'
import type { Host } from '../expression/host.ts'
import { type SqlColumn, toSql } from '../expression/sql.ts'
import { parseDateTime } from '../expression/temporal.ts'
import { resolvePath } from './check-path.ts'
import type { Field, FieldType } from './field.ts'
import { planOf } from './formulas.ts'

const columnKinds: Readonly<Partial<Record<FieldType, SqlColumn['kind']>>> = {
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
  text: 'text',
  'long-text': 'text',
  email: 'text',
  phone: 'text',
  web: 'text',
  color: 'text',
}

const anyHost: Host = {
  name: (name) => (name === 'me' ? { kind: 'person', id: 'me' } : null),
  read: () => null,
  now: () => parseDateTime('2026-01-01T00:00:00Z'),
}

/** Whether a condition over a list can be asked of the database, which knows less than the language. */
export function checkFilter(world: World, type: DocumentType, expression: Expression, checking: Checking, at: string): void {
  const plan = planOf(type)
  const volatile = expression.uses.find((path) => plan.how.get(path.split('.', 1)[0]!) === 'read')
  if (volatile !== undefined) {
    checking.problem('filter-by-clock', at, { field: volatile })
    return
  }
  const read = toSql(expression, { columns: (path) => columnAt(world, type, path), host: anyHost })
  if (read.ok) return
  for (const { from, to } of read.findings)
    checking.problem('not-filterable', at, { source: expression.source, at: expression.source.slice(from, to), from, to })
}

/** Whether a list can be put in the order of a field. */
export function isSortable(world: World, type: DocumentType, path: string): boolean {
  const column = columnAt(world, type, path)
  return column !== undefined && !column.many && planOf(type).how.get(path) !== 'read'
}

function columnAt(world: World, type: DocumentType, path: string): SqlColumn | undefined {
  // A list looks at its own documents' cards alone.
  if (path.includes('.') || path === 'title') return undefined
  const end = resolvePath(world, path, { type })
  const field: Field | undefined = end.ok ? end.fields[0] : undefined
  const kind = path === 'status' ? 'status' : field && columnKinds[field.type]
  return kind && { kind, text: 'x', ...(field?.many && { many: true }) }
}
