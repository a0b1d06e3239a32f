import type { EditRule } from '../../../schemas/generated/approval-schema.ts'
import { audienceAt, type Place, type View } from '../approval/place.ts'
import type { Program } from '../approval/program.ts'
import { blocksAround, tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Row } from '../card/card.ts'
import { holds } from '../card/expression.ts'
import { columnsOf, type Field, fieldsOf, isComputed } from '../card/field.ts'
import { sameValue } from '../card/same-value.ts'
import { scopeOf } from '../card/scope.ts'
import { isObject } from '../card/validate-card.ts'
import type { Change } from '../document/command.ts'
import { type FactReader, readerOf } from '../document/fact-reader.ts'
import type { Facts } from '../document/facts.ts'
import type { Document, Id, Process } from '../document/state.ts'
import { fieldAudienceContext, mayOn } from './access.ts'
import { visibleFields } from './visible-fields.ts'

/** What a person may change on a card now. */
export interface Editable {
  /** Whether what stands at a path may be changed: `amount`, `works` (rows come and go), `works/<row>`, `works/<row>/price`. */
  readonly has: (path: string) => boolean
  /** The fields of which something may be changed, tables included. */
  readonly fields: readonly string[]
}

/**
 * What a person may edit. While a process runs: what the `edit` of a node with a token, or of a fork around it, gives to
 * that person (a resting node without one lets nobody); with no process, or after its end: every field, where `access`
 * gives `edit`. `editableWhen` and `editedBy` narrow both, and nobody edits what they do not see or what is calculated.
 */
export function editableFields(program: Program, document: Document, person: Id, facts: Facts | FactReader): Editable {
  const reader = 'note' in facts ? facts : readerOf(facts, { rollups: 'kept' })
  const desk = new Desk({ program, document, reader }, person)
  const fields = [...fieldsOf(program.type).keys()].filter((id) => desk.touches(id))
  return { has: (path) => desk.may(path), fields }
}

/** Whether a person may change what stands at a path. */
export function mayEditPath({ program, document, reader }: View, person: Id, path: string): boolean {
  return new Desk({ program, document, reader }, person).may(path)
}

/** The paths that these changes would touch and that the person may not change; a whole row counts for each cell that becomes another. */
export function forbiddenPaths(view: View, person: Id, changes: readonly Change[]): string[] {
  const desk = new Desk(view, person)
  return changes.flatMap((change) => touchedPaths(view, change)).filter((path) => !desk.may(path))
}

function touchedPaths({ program, document }: View, { path, to }: Change): readonly string[] {
  const [id = '', rowId, column] = path.split('/')
  const table = fieldsOf(program.type).get(id)
  if (table?.type !== 'table' || column !== undefined) return [path]
  const rows = (document.card[id] ?? []) as readonly Row[]
  if (rowId === undefined) {
    const next = Array.isArray(to) ? (to as readonly unknown[]).filter(isObject) : []
    return [
      path,
      ...next.flatMap((row) =>
        cells(
          table,
          rows.find(({ _id }) => _id === row._id),
          row as unknown as Row,
          id,
        ),
      ),
    ]
  }
  // A row that is moved keeps its cells.
  if (to === undefined || !isObject(to)) return [path]
  return [
    path,
    ...cells(
      table,
      rows.find(({ _id }) => _id === rowId),
      { ...(to as unknown as Row), _id: rowId },
      id,
    ),
  ]
}

function cells(table: Field, before: Row | undefined, after: Row, id: string): readonly string[] {
  return [...columnsOf(table).values()]
    .filter((column) => !isComputed(column) && !sameValue(before?.[column.id], after[column.id]))
    .map((column) => `${id}/${after._id}/${column.id}`)
}

/** A rule of `edit` that gives something to the person: of the whole card, or of one row. */
interface Grant {
  readonly fields: readonly string[] | undefined
  readonly row: Id | null
}

class Desk {
  readonly view: View
  readonly person: Id
  readonly grants: readonly Grant[]
  #seen: ReadonlySet<string> | null = null

  constructor(view: View, person: Id) {
    this.view = view
    this.person = person
    this.grants = grantsOf(view, person)
  }

  may(path: string): boolean {
    const [id = '', rowId, columnId] = path.split('/')
    const { type } = this.view.program
    const field = fieldsOf(type).get(id)
    if (!field || isComputed(field)) return false
    if (rowId === undefined || columnId === undefined)
      return this.grants.some((grant) => givesField(grant, id)) && this.#unnarrowed(field, null)
    const column = columnsOf(field).get(columnId)
    if (!column || isComputed(column)) return false
    const row = ((this.view.document.card[id] ?? []) as readonly Row[]).find(({ _id }) => _id === rowId) ?? { _id: rowId }
    if (!this.grants.some((grant) => givesCell(grant, id, rowId, columnId))) return false
    return this.#unnarrowed(field, null) && this.#unnarrowed(column, { table: id, row })
  }

  /** Whether some part of a field may be changed. */
  touches(id: string): boolean {
    if (this.may(id)) return true
    const field = fieldsOf(this.view.program.type).get(id)
    if (field?.type !== 'table') return false
    const rows = (this.view.document.card[id] ?? []) as readonly Row[]
    return rows.some((row) => [...columnsOf(field).keys()].some((column) => this.may(`${id}/${row._id}/${column}`)))
  }

  #unnarrowed(field: Field, row: { readonly table: string; readonly row: Row } | null): boolean {
    const { program, document, reader } = this.view
    const { site } = reader.facts
    this.#seen ??= visibleFields(site, document.type, this.person, document, { reader })
    // A field that the newest release does not have any more is not narrowed by it.
    const live = site.types.get(document.type)
    const key = row ? `${row.table}.${field.id}` : field.id
    if (live && fieldsOf(live).has(key.split('.', 1)[0]!) && !this.#seen.has(key)) return false
    if (
      field.editedBy !== undefined &&
      !isAmong(field.editedBy, this.person, fieldAudienceContext(site, program.type, this.person, document, { reader }))
    )
      return false
    const host = scopeOf(program, document, reader, { me: this.person, ...(row && { row }) })
    return holds(field.editableWhen, host, reader, `field "${field.id}", editableWhen`)
  }
}

function givesField({ fields, row }: Grant, id: string): boolean {
  return fields === undefined ? row === null : fields.includes(id)
}

function givesCell({ fields, row }: Grant, table: string, rowId: string, column: string): boolean {
  if (fields === undefined) return row === null || row === rowId
  return fields.some(
    (path) => path === table || path === `${table}.${column}` || (path === `row.${column}` && (row === null || row === rowId)),
  )
}

function grantsOf(view: View, person: Id): readonly Grant[] {
  const { document, reader } = view
  const { process } = document
  if (!process || process.ended)
    return mayOn(reader.facts.site, document.type, person, document, 'edit', { reader }) ? [{ fields: undefined, row: null }] : []
  return tokensOf(process).flatMap((token) => {
    const node = view.program.nodes.get(token.node)
    const own = node && 'edit' in node ? (node.edit ?? []) : []
    const around = blocksAround(process, token.in).flatMap(({ block }) => {
      const fork = view.program.nodes.get(block.fork)
      return fork?.kind === 'fork' ? rulesFor(view, fork.edit ?? [], person, [{ in: block.in, me: person }]) : []
    })
    return [...rulesFor(view, own, person, placesAt(process, token.id, token.in, person)), ...around]
  })
}

/** Where a rule of a node is asked: at the node itself, and at each open assignment there, for its holder and its row. */
function placesAt(process: Process, token: Id, branch: Id | null, me: Id): readonly Place[] {
  const asked = Object.values(process.assignments)
    .filter((each) => each.state === 'open' && each.person !== null && process.seats[each.seat]?.token === token)
    .map((each): Place => ({ in: branch, me, assignee: each.person, row: process.seats[each.seat]?.row ?? null }))
  return [{ in: branch, me }, ...asked]
}

function rulesFor(view: View, rules: readonly EditRule[], person: Id, places: readonly Place[]): readonly Grant[] {
  return rules.flatMap((rule) => {
    const named = places.filter((place) => isAmong(rule.who, person, audienceAt(view, place)))
    // Named at the node itself, the rule is about every row; named by an assignment, about the row that it is for.
    return named.map((place): Grant => ({ fields: rule.fields, row: rowOf(rule, place) }))
  })
}

function rowOf({ fields }: EditRule, { row }: Place): Id | null {
  return fields?.some((path) => path.startsWith('row.')) ? (row ?? null) : null
}
