import { camelCase } from '../../runtime/engine/card/scope.ts'
import type { CardField, Column, TableField } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Thing } from './references.ts'
import { definitionAt, definitionsOf, type Workspace } from './workspace.ts'

/** What stands behind a dot: enough of a type to know what a name names. A list is as one of its items. */
export type Shape =
  | { readonly kind: 'document'; readonly types: readonly DocumentType[] }
  | RowShape
  /** A choice of a directory, or with options of its own: `<type>/<field>`. */
  | { readonly kind: 'choice'; readonly directory?: string; readonly options?: string }
  | { readonly kind: 'status'; readonly types: readonly DocumentType[] }
  | { readonly kind: 'other' }
export interface RowShape {
  readonly kind: 'row'
  readonly type: DocumentType
  readonly table: TableField
}

/** Which names there are where something is written. */
export interface Scope {
  /** Whose fields are bare names. */
  readonly types: readonly DocumentType[]
  readonly row?: RowShape
  readonly that?: readonly DocumentType[]
  readonly person?: boolean
  readonly names?: ReadonlyMap<string, Shape>
  readonly schema?: string
  /** What the first name is looked for in, instead of all these. */
  readonly first?: Shape
}

export interface Named {
  readonly from: number
  readonly to: number
  readonly thing: Thing
}

const other: Shape = { kind: 'other' }

export const documentShape = (types: readonly DocumentType[]): Shape => ({ kind: 'document', types })

/** What a field's value is. */
export function fieldShape(workspace: Workspace, type: DocumentType, field: CardField | Column, table?: string): Shape {
  switch (field.type) {
    case 'link':
      return documentShape(field.to.flatMap((id) => definitionAt(workspace, 'document-type', id) ?? []))
    case 'table':
      return { kind: 'row', type, table: field }
    case 'choice':
      return typeof field.options === 'string'
        ? { kind: 'choice', directory: field.options }
        : { kind: 'choice', options: `${type.id}/${table === undefined ? '' : `${table}/`}${field.id}` }
    default:
      return other
  }
}

/** What a table of a type, or a list of documents that point at it, has in each of its items. */
export function listShape(workspace: Workspace, type: DocumentType, name: string): Shape | undefined {
  const field = type.fields.find(({ id }) => id === name)
  if (field) return fieldShape(workspace, type, field)
  const back = backTypes(workspace, type, name)
  return back.length > 0 ? documentShape(back) : undefined
}

/** The types whose links to this one are seen from here under a name. */
export function backTypes(workspace: Workspace, type: DocumentType, name: string): readonly DocumentType[] {
  return definitionsOf(workspace, 'document-type').filter((each) =>
    each.fields.some((field) => field.type === 'link' && field.back?.id === name && field.to.includes(type.id)),
  )
}

/** What a name names inside a shape, and what its value is; undefined where it names nothing of ours. */
export function memberOf(
  workspace: Workspace,
  shape: Shape,
  name: string,
): { readonly things: readonly Thing[]; readonly shape: Shape } | undefined {
  switch (shape.kind) {
    case 'document': {
      if (name === 'status') return { things: [], shape: { kind: 'status', types: shape.types } }
      const owners = shape.types.flatMap((type) => {
        const field = type.fields.find(({ id }) => id === name)
        return field ? [{ type, field }] : []
      })
      if (owners.length > 0)
        return {
          things: owners.map(({ type }) => `field:${type.id}/${name}`),
          shape: joined(owners.map(({ type, field }) => fieldShape(workspace, type, field))),
        }
      const lists = shape.types.flatMap((type) => backTypes(workspace, type, name).map((from) => ({ type, from })))
      return lists.length === 0
        ? undefined
        : { things: [...new Set(lists.map(({ type }) => `back:${type.id}/${name}`))], shape: documentShape(lists.map(({ from }) => from)) }
    }
    case 'row': {
      const column = shape.table.fields.find(({ id }) => id === name)
      return (
        column && {
          things: [`column:${shape.type.id}/${shape.table.id}/${name}`],
          shape: fieldShape(workspace, shape.type, column, shape.table.id),
        }
      )
    }
    case 'choice': {
      if (shape.directory === undefined) return undefined
      const column = definitionAt(workspace, 'directory', shape.directory)?.columns?.find(({ id }) => id === name)
      return column && { things: [`item-column:${shape.directory}/${name}`], shape: other }
    }
    default:
      return undefined
  }
}

function joined(shapes: readonly Shape[]): Shape {
  const documents = shapes.flatMap((shape) => (shape.kind === 'document' ? shape.types : []))
  return documents.length > 0 ? documentShape([...new Set(documents)]) : (shapes[0] ?? other)
}

/** What a bare name names. */
export function headOf(
  workspace: Workspace,
  scope: Scope,
  name: string,
): { readonly things: readonly Thing[]; readonly shape: Shape } | undefined {
  if (scope.first) return memberOf(workspace, scope.first, name)
  const own = scope.names?.get(name)
  if (own) return { things: [], shape: own }
  switch (name) {
    case 'row':
      return scope.row && { things: [], shape: scope.row }
    case 'that':
      return scope.that && { things: [], shape: documentShape(scope.that) }
    case 'this':
      return { things: [], shape: documentShape(scope.types) }
    case 'me':
    case 'author':
    case 'person':
      return { things: [], shape: other }
  }
  const found = memberOf(workspace, documentShape(scope.types), name)
  if (found) return found
  const single = definitionsOf(workspace, 'document-type').find((type) => type.kind === 'single' && camelCase(type.id) === name)
  return single && { things: [`type:${single.id}`], shape: documentShape([single]) }
}

/** Reads a dotted path: what each of its names is, and what the last one's value is. What it does not know ends it. */
export function readPathIn(
  workspace: Workspace,
  path: string,
  scope: Scope,
): { readonly named: readonly Named[]; readonly shape: Shape | undefined } {
  const named: Named[] = []
  let shape: Shape | undefined
  let from = 0
  for (const [index, name] of path.split('.').entries()) {
    const found = index === 0 ? headOf(workspace, scope, name) : shape && memberOf(workspace, shape, name)
    if (!found) return { named, shape: undefined }
    // The name of a type in an expression is not its id, so it is used but cannot be rewritten by letters.
    for (const thing of found.things) named.push({ from, to: from + name.length, thing })
    shape = found.shape
    from += name.length + 1
  }
  return { named, shape }
}
