import type { AudienceContext } from '../audience/resolve.ts'
import type { CardValue } from '../card/card.ts'
import { evaluate } from '../card/expression.ts'
import { type Field, fieldsOf } from '../card/field.ts'
import { toFeel } from '../card/field-value.ts'
import { readPath } from '../card/path.ts'
import { type Around, rowIn, rowValue, scopeOf } from '../card/scope.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Document, Id, Process } from '../document/state.ts'
import { fromNumber } from '../expression/decimal.ts'
import type { OwnFunction } from '../expression/host.ts'
import type { Value } from '../expression/value.ts'
import type { Program } from './program.ts'
import { blocksAround, isAt } from './tree.ts'

/** A document with what its conditions may read. */
export interface View {
  readonly program: Program
  readonly document: Document
  readonly reader: FactReader
}

/** Where in a process an expression or an audience stands. */
export interface Place {
  /** The branch that it lies in: inside `each`, it knows the item. */
  readonly in?: Id | null
  /** The `_id` of the row that it is about. */
  readonly row?: Id | null
  readonly assignee?: Id | null
  readonly me?: Id | null
}

/** Whether a condition of the schema holds at a place; one that is left out always does. `where` names it in a problem. */
export function holdsAt(view: View, source: string | undefined, place: Place, where: string): boolean {
  return source === undefined || valueAt(view, source, place, where) === true
}

/** What an expression of the schema comes to at a place. */
export function valueAt({ program, document, reader }: View, source: string, place: Place, where: string, person?: Id): Value {
  const names = namesAt({ program, document, reader }, place)
  const row = place.row ? rowIn(program, document.card, place.row) : null
  const around: Around = {
    ...(names.size > 0 && { names }),
    ...(row && { row }),
    ...(person !== undefined && { person }),
    ...(place.me && { me: place.me }),
    ...(document.process && { call: processFunctions(document.process) }),
  }
  return evaluate(source, scopeOf(program, document, reader, around), reader, where)
}

/** The values at a path: of the card, of the row, of the item of a branch, or through links. Lists are flattened, blanks left out. */
export function valuesAt({ program, document, reader }: View, path: string, place: Place): readonly CardValue[] {
  const [first = '', ...rest] = path.split('.')
  const item = document.process && itemNamed(document.process, program, first, place.in ?? null)
  const row = item ? rowIn(program, document.card, item) : place.row ? rowIn(program, document.card, place.row) : null
  if (item && rest.length === 0) return [row?.row ?? item]
  const around: Around = { ...(row && { row }), ...(place.me && { me: place.me }) }
  const found = readPath(program, document, reader, item ? ['row', ...rest].join('.') : path, around)
  // A table stands for its rows.
  return found.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly CardValue[]) : [value]))
}

/** The first value at a path; null where it is blank. */
export function oneAt(view: View, path: string, place: Place): CardValue | null {
  return valuesAt(view, path, place)[0] ?? null
}

/** Those of the paths that are blank, as paths of the card: `amount`, `parts/<row>/report`. */
export function blanksAt(view: View, paths: readonly string[], place: Place): readonly string[] {
  const inRow = place.row ? rowIn(view.program, view.document.card, place.row) : null
  return paths.flatMap((path) => {
    if (valuesAt(view, path, place).length > 0) return []
    return [inRow && path.startsWith('row.') ? `${inRow.table}/${inRow.row._id}/${path.slice(4)}` : path]
  })
}

/** What an audience of the schema is resolved against at a place. */
export function audienceAt(view: View, place: Place): AudienceContext {
  const { document, reader } = view
  return {
    site: reader.facts.site,
    author: document.author,
    assignee: place.assignee ?? null,
    me: place.me ?? null,
    values: (path) => valuesAt(view, path, place),
    actedAt: (node) => document.process?.actors[node] ?? [],
    holds: (where, person) => valueAt(view, where, place, 'audience, where', person.id) === true,
  }
}

/** The items of the branches around a place, by the names that their forks give them. */
function namesAt({ program, document, reader }: View, { in: branch = null }: Place): ReadonlyMap<string, Value> {
  const names = new Map<string, Value>()
  if (!document.process || !branch) return names
  for (const { block, branch: within } of blocksAround(document.process, branch)) {
    const fork = program.nodes.get(block.fork)
    if (fork?.kind !== 'fork' || !fork.as || within.item === undefined) continue
    const row = rowIn(program, document.card, within.item)
    const field = fieldsOf(program.type).get(fork.each ?? '')
    const one: Field | null = field ? { ...field, many: false } : null
    const value = row ? rowValue(program, document, row, reader) : one ? toFeel(one, within.item, reader.facts.site) : within.item
    names.set(fork.as, value)
  }
  return names
}

function itemNamed(process: Process, program: Program, name: string, branch: Id | null): string | undefined {
  return blocksAround(process, branch).findLast(({ block }) => {
    const fork = program.nodes.get(block.fork)
    return fork?.kind === 'fork' && fork.as === name
  })?.branch.item
}

function processFunctions(process: Process): (name: OwnFunction, args: readonly Value[]) => Value {
  return (name, [node]) => {
    if (typeof node !== 'string') return null
    switch (name) {
      case 'at':
        return isAt(process, node)
      case 'passed':
        return (process.passed[node] ?? 0) > 0
      case 'outcome':
        return process.outcomes[node] ?? null
      case 'visits':
        return fromNumber(process.visits[node] ?? 0)
      default:
        return null
    }
  }
}
