import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { checkCondition } from './check-expression.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'
import { planOf } from './formulas.ts'
import { canBeSummed } from './rollup.ts'

interface Source {
  readonly type: DocumentType
  readonly fields: ReadonlyMap<string, Field>
  /** `works.` of a table: how the plan of its type calls its columns. */
  readonly prefix: string
}

const ordered = new Set(['number', 'money', 'percent', 'rating', 'date', 'date-time', 'time'])

/** A total adds up a table or a `back` that exists, a field that can be added up, and one currency. */
export function checkRollup(world: World, type: DocumentType, field: Field, checking: Checking, at: string): void {
  const rollup = field.rollup!
  const table = fieldsOf(type).get(rollup.of)
  const backs = world.backs(type.id)
  const tables = [...fieldsOf(type).values()].flatMap((one) => (one.type === 'table' ? [one.id] : []))
  if (!checking.exists('unknown-rollup', `${at}/of`, rollup.of, new Set([...tables, ...backs.keys()]), { type: type.id })) return
  const links = backs.get(rollup.of) ?? []
  const sources: readonly Source[] =
    table?.type === 'table'
      ? [{ type, fields: columnsOf(table), prefix: `${table.id}.` }]
      : links.map((link) => ({ type: link.type, fields: fieldsOf(link.type), prefix: '' }))
  const place = table?.type === 'table' ? { type, row: table } : { type, that: links.map((link) => link.type.id) }
  if (rollup.where !== undefined) checkCondition(world, checking, `${at}/where`, rollup.where, { ...place, today: false, me: false })
  const key = (['sum', 'min', 'max', 'average'] as const).find((one) => rollup[one] !== undefined)
  if (!key) {
    if (field.type !== 'number') checking.problem('rollup-of-another-type', at, { found: 'number', expected: field.type })
    return
  }
  checkAdded(field, key, rollup[key]!, sources, checking, `${at}/${key}`)
}

function checkAdded(
  field: Field,
  key: 'sum' | 'min' | 'max' | 'average',
  path: string,
  sources: readonly Source[],
  checking: Checking,
  at: string,
): void {
  const name = path.replace(/^(row|that)\./, '')
  const all = new Set(sources.flatMap(({ fields }) => [...fields.keys()]))
  if (!checking.exists('unknown-field', at, name, all, { name, type: sources[0]?.type.id ?? '' })) return
  for (const { type, fields, prefix } of sources) {
    const added = fields.get(name)
    if (!added) continue
    const adds = key === 'sum' || key === 'average'
    if (adds ? !canBeSummed(added) : !ordered.has(added.type)) checking.problem('cannot-be-added', at, { field: name, type: added.type })
    else if (added.type !== field.type && !(isPlain(added) && isPlain(field)))
      checking.problem('rollup-of-another-type', at, { found: added.type, expected: field.type })
    else if (!sameCurrency(field, added))
      checking.problem('rollup-of-another-currency', at, { found: String(added.currency), expected: String(field.currency) })
    if (planOf(type).how.get(`${prefix}${name}`) === 'read') checking.problem('clock-is-kept', at, { field: name })
  }
}

/** Numbers without a unit of their own. */
function isPlain({ type }: Field): boolean {
  return type === 'number' || type === 'rating'
}

/** Currencies that stand in cards are compared when it runs: there another one makes the total blank, with a sentence. */
function sameCurrency(field: Field, added: Field): boolean {
  return typeof field.currency !== 'string' || typeof added.currency !== 'string' || field.currency === added.currency
}
