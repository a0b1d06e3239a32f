import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { isVolatile, namesRead, pathsRead } from './expression.ts'
import { type Field, fieldsOf, isBackRollup, isOwnRollup } from './field.ts'

/**
 * How a calculated field comes by its value. `stored`: from the card and one link away, kept in the card, at the
 * document's own events. `derived`: from other documents' totals, kept beside the card and refreshed by nudges.
 * `read`: from the clock or who looks, calculated when it is read and kept nowhere.
 */
export type Calculated = 'stored' | 'derived' | 'read'

/** One thing to calculate: a field, or a column in every row of a table. */
export interface Calculation {
  /** `balance`, or `works.price`. */
  readonly key: string
  readonly field: Field
  /** The table whose rows have it; null for a field of the card. */
  readonly table: Field | null
  readonly how: Calculated
}

export interface Plan {
  /** What is stored in the card, each after what it reads. */
  readonly stored: readonly Calculation[]
  /** Formulas kept beside the card, each after what it reads; roll-ups come before all of them. */
  readonly derived: readonly Calculation[]
  /** By key; undefined for what somebody types. */
  readonly how: ReadonlyMap<string, Calculated>
  /** Circles of formulas, each as the keys along it: a finding of the check. Nothing in one is calculated. */
  readonly cycles: readonly (readonly string[])[]
}

const plans = new WeakMap<DocumentType, Plan>()

/** In which order a type's formulas are calculated, and where the results go. */
export function planOf(type: DocumentType): Plan {
  let plan = plans.get(type)
  if (!plan) {
    plan = makePlan(type)
    plans.set(type, plan)
  }
  return plan
}

interface Node {
  readonly key: string
  readonly field: Field
  readonly table: Field | null
  readonly reads: readonly string[]
}

function makePlan(type: DocumentType): Plan {
  const nodes = new Map(nodesOf(type).map((node) => [node.key, node]))
  const order: Node[] = []
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (node: Node, path: readonly string[]): void => {
    if (state.get(node.key) === 'done') return
    if (state.get(node.key) === 'open') {
      cycles.push([...path.slice(path.indexOf(node.key)), node.key])
      return
    }
    state.set(node.key, 'open')
    for (const key of node.reads) {
      const next = nodes.get(key)
      if (next) visit(next, [...path, node.key])
    }
    state.set(node.key, 'done')
    order.push(node)
  }
  for (const node of nodes.values()) visit(node, [])
  const circular = new Set(cycles.flat())
  const how = new Map<string, Calculated>()
  for (const node of order) how.set(node.key, howOf(type, node, how))
  const calculations = order
    .filter(({ key }) => !circular.has(key))
    .map(({ key, field, table }) => ({ key, field, table, how: how.get(key)! }))
  return {
    stored: calculations.filter((each) => each.how === 'stored'),
    derived: calculations.filter((each) => each.how === 'derived' && each.field.formula !== undefined),
    how,
    cycles,
  }
}

/** What reads the clock, or something that does, is never kept; what reads a total of other documents is kept beside the card. */
function howOf(type: DocumentType, node: Node, known: ReadonlyMap<string, Calculated>): Calculated {
  if (node.field.formula !== undefined && isVolatile(node.field.formula)) return 'read'
  const inputs = node.reads.map((key) => known.get(key))
  if (inputs.includes('read')) return 'read'
  return (node.table === null && isBackRollup(type, node.field)) || inputs.includes('derived') ? 'derived' : 'stored'
}

function nodesOf(type: DocumentType): Node[] {
  const nodes: Node[] = []
  for (const field of fieldsOf(type).values()) {
    if (field.formula !== undefined) nodes.push({ key: field.id, field, table: null, reads: readsOf(type, field.formula, null) })
    if (field.rollup !== undefined)
      nodes.push({ key: field.id, field, table: null, reads: isOwnRollup(type, field) ? rollupReads(type, field) : [] })
    if (field.type !== 'table') continue
    for (const column of field.fields ?? [])
      if (column.formula !== undefined)
        nodes.push({ key: `${field.id}.${column.id}`, field: column, table: field, reads: readsOf(type, column.formula, field) })
  }
  return nodes
}

function rollupReads(type: DocumentType, { rollup }: Field): readonly string[] {
  const table = fieldsOf(type).get(rollup!.of)!
  const inputs = [rollup!.sum, rollup!.min, rollup!.max, rollup!.average].filter((path) => path !== undefined)
  return [
    ...inputs.map((path) => `${table.id}.${path.replace(/^row\./, '')}`),
    ...(rollup!.where === undefined ? [] : readsOf(type, rollup!.where, table)),
  ]
}

/** The keys of calculated things that an expression may read. Whoever reads a table reads all its columns. */
function readsOf(type: DocumentType, source: string, table: Field | null): readonly string[] {
  const fields = fieldsOf(type)
  const reads: string[] = []
  for (const name of namesRead(source)) {
    reads.push(name)
    const field = fields.get(name)
    if (field?.type === 'table') for (const column of field.fields ?? []) reads.push(`${name}.${column.id}`)
  }
  if (!table) return reads
  const columns = pathsRead(source)
    .filter((path) => path.startsWith('row.'))
    .map((path) => path.split('.')[1])
  // `row` handed on whole reads every column.
  const all = pathsRead(source).includes('row')
  for (const column of table.fields ?? []) if (all || columns.includes(column.id)) reads.push(`${table.id}.${column.id}`)
  return reads
}
