import { outcomesOf } from '../../runtime/engine/approval/outcomes.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { Pointer } from '../../schemas/pointer.ts'
import type { IdStyle } from './ids.ts'
import { idsOf } from './lists.ts'
import type { Thing } from './references.ts'
import { type Definition, definitionAt, releasedAt, type Target, type Workspace } from './workspace.ts'

/** A thing that can be named, where it is defined. */
export interface FoundThing {
  readonly definition: Target
  /** A pointer to it; empty for a definition itself. */
  readonly at: Pointer
  readonly id: string
  readonly label: LocalText | undefined
  readonly style: IdStyle
  /** Whether the newest release has it: then its id is for ever. */
  readonly released: boolean
  /** The ids beside it, its own included. */
  readonly siblings: readonly string[]
  /** What else of the definition goes by its id: the values that items have in a column. */
  readonly values?: (body: Definition, id: string) => Definition
}

interface Listed {
  readonly id: string
  readonly label?: LocalText
}

/** Splits `field:contract/amount` into what it is and the ids that lead to it. */
export function partsOf(thing: Thing): { readonly what: string; readonly ids: readonly string[] } {
  const colon = thing.indexOf(':')
  return { what: thing.slice(0, colon), ids: thing.slice(colon + 1).split('/') }
}

/** Where a thing is defined; undefined where there is none of that name, or it is no part of a definition (a role, a person). */
export function findThing(workspace: Workspace, thing: Thing): FoundThing | undefined {
  const { what, ids } = partsOf(thing)
  const [first = '', second = '', third = ''] = ids
  const inType = (pick: (body: Definition) => Place | undefined, style: IdStyle) =>
    found(workspace, { kind: 'document-type', id: first }, pick, style)
  const inSchema = (pick: (body: Definition) => Place | undefined) =>
    found(workspace, { kind: 'approval-schema', id: first }, pick, 'kebab')
  switch (what) {
    case 'field':
      return inType((body) => listed('/fields', (body as { fields?: Listed[] }).fields, second), 'camel')
    case 'status':
      return inType((body) => listed('/statuses', (body as { statuses?: Listed[] }).statuses, second), 'kebab')
    case 'column':
      return inType((body) => nested(body, '/fields', second, 'fields', third), 'camel')
    case 'option':
      return ids.length === 4
        ? inType((body) => {
            const table = nested(body, '/fields', second, 'fields', third)
            return table && listed(`${table.at}/options`, (table.item as { options?: Listed[] }).options, ids[3]!)
          }, 'item')
        : inType((body) => nested(body, '/fields', second, 'options', third), 'item')
    case 'node':
      return inSchema((body) => listed('/nodes', (body as { nodes?: Listed[] }).nodes, second))
    case 'action':
      return inSchema((body) => {
        if (second === 'anywhere') return listed('/anywhere', (body as { anywhere?: Listed[] }).anywhere, third)
        return nested(body, '/nodes', second, 'actions', third)
      })
    case 'item':
      return found(
        workspace,
        { kind: 'directory', id: first },
        (body) => listed('/items', (body as { items?: Listed[] }).items, second),
        'item',
      )
    case 'item-column': {
      const column = found(
        workspace,
        { kind: 'directory', id: first },
        (body) => listed('/columns', (body as { columns?: Listed[] }).columns, second),
        'camel',
      )
      return column && { ...column, values: (body, id) => withItemsKey(body, second, id) }
    }
    default:
      return definitionThing(workspace, what, first)
  }
}

interface Place {
  readonly at: Pointer
  readonly item: Listed
  readonly siblings: readonly string[]
}

function listed(at: Pointer, list: readonly Listed[] | undefined, id: string): Place | undefined {
  const index = (list ?? []).findIndex((item) => item.id === id)
  return index < 0 ? undefined : { at: `${at}/${index}`, item: list![index]!, siblings: idsOf(list) }
}

function nested(body: Definition, at: Pointer, id: string, key: string, inner: string): Place | undefined {
  const outer = listed(at, (body as unknown as Record<string, readonly Listed[]>)[at.slice(1)], id)
  const list = outer && (outer.item as unknown as Record<string, readonly Listed[] | string | undefined>)[key]
  return outer && Array.isArray(list) ? listed(`${outer.at}/${key}`, list as readonly Listed[], inner) : undefined
}

function found(
  workspace: Workspace,
  definition: Target,
  pick: (body: Definition) => Place | undefined,
  style: IdStyle,
): FoundThing | undefined {
  const body = definitionAt(workspace, definition.kind, definition.id)
  const place = body && pick(body)
  if (!place) return undefined
  const before = releasedAt(workspace, definition.kind, definition.id)
  const { at, item, siblings } = place
  return { definition, at, id: item.id, label: item.label, style, siblings, released: before !== undefined && pick(before) !== undefined }
}

const kinds: Readonly<Record<string, Target['kind']>> = {
  type: 'document-type',
  schema: 'approval-schema',
  directory: 'directory',
  rule: 'reminder-rule',
  'print-form': 'print-form',
}

function definitionThing(workspace: Workspace, what: string, id: string): FoundThing | undefined {
  const kind = kinds[what]
  const body = kind && definitionAt(workspace, kind, id)
  if (!body) return undefined
  return {
    definition: { kind, id },
    at: '',
    id,
    label: body.label,
    style: 'kebab',
    siblings: [],
    released: releasedAt(workspace, kind, id) !== undefined,
  }
}

function withItemsKey(body: Definition, before: string, after: string): Definition {
  const directory = body as { items?: readonly Record<string, unknown>[] }
  const items = directory.items?.map((item) =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key === before ? after : key, value])),
  )
  return { ...body, items } as unknown as Definition
}

const office: Readonly<Record<string, 'roles' | 'groups' | 'departments' | 'people'>> = {
  role: 'roles',
  group: 'groups',
  department: 'departments',
  person: 'people',
}

/** What people call a thing, of a definition or of the office; its id where it has no words. */
export function nameOfThing(workspace: Workspace, thing: Thing): LocalText {
  const { what, ids } = partsOf(thing)
  const last = ids.at(-1) ?? ''
  const list = office[what]
  if (list) {
    const one = workspace.organisation?.[list].get(last) as { label?: LocalText; name?: string } | undefined
    return one?.label ?? one?.name ?? last
  }
  if (what === 'action' && ids.length === 3) {
    const node = definitionAt(workspace, 'approval-schema', ids[0]!)?.nodes.find(({ id }) => id === ids[1])
    if (node?.kind === 'approval' || node?.kind === 'task') return outcomesOf(node).find(({ id }) => id === last)?.label ?? last
  }
  return findThing(workspace, thing)?.label ?? last
}
