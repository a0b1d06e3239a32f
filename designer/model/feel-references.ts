import { parse } from '../../runtime/engine/expression/parse.ts'
import type { Node } from '../../runtime/engine/expression/syntax.ts'
import { headOf, memberOf, type Named, type Scope, type Shape } from './shapes.ts'
import type { Workspace } from './workspace.ts'

const trees = new Map<string, Node | null>()
const MOST_TREES = 5_000

/** The tree of an expression; null where it does not parse. */
export function treeOf(source: string): Node | null {
  let tree = trees.get(source)
  if (tree === undefined) {
    const parsed = parse(source)
    tree = parsed.ok ? parsed.node : null
    if (trees.size >= MOST_TREES) trees.clear()
    trees.set(source, tree)
  }
  return tree
}

/** What an expression names, by the positions in its tree: fields, columns, statuses and choices in quotes, steps of the process. */
export function feelReferences(workspace: Workspace, source: string, scope: Scope): readonly Named[] {
  const tree = treeOf(source)
  if (!tree) return []
  const reader = new Reader(workspace, source)
  reader.read(tree, { scope, locals: new Map(), item: undefined })
  return reader.named
}

interface Around {
  readonly scope: Scope
  /** Names that `for`, `some` and functions bring. */
  readonly locals: ReadonlyMap<string, Shape>
  /** What a filter looks at: its members go by their bare names. */
  readonly item: Shape | undefined
}

const other: Shape = { kind: 'other' }
const ofNodes = new Set(['at', 'passed', 'outcome', 'visits'])

class Reader {
  readonly named: Named[] = []
  readonly workspace: Workspace
  readonly source: string

  constructor(workspace: Workspace, source: string) {
    this.workspace = workspace
    this.source = source
  }

  read(node: Node, around: Around): Shape {
    switch (node.kind) {
      case 'literal':
        return other
      case 'name':
        return this.name(node.name, node.from, node.to, around)
      case 'path': {
        const base = this.read(node.base, around)
        const found = memberOf(this.workspace, base, node.member)
        for (const thing of found?.things ?? []) this.add(node.to - node.member.length, node.to, thing)
        return found?.shape ?? other
      }
      case 'filter': {
        const list = this.read(node.list, around)
        this.read(node.condition, { ...around, item: list })
        return list
      }
      case 'call':
        return this.call(node, around)
      case 'compare':
        this.compared([node.left, node.right], around)
        return other
      case 'in':
        this.compared([node.value, ...node.tests], around)
        return other
      case 'for':
      case 'quantified': {
        const locals = new Map(around.locals)
        for (const iterator of node.iterators) {
          const shape = this.read(iterator.list, { ...around, locals })
          if (iterator.end) this.read(iterator.end, { ...around, locals })
          locals.set(iterator.name, shape)
        }
        return this.read(node.kind === 'for' ? node.body : node.condition, { ...around, locals })
      }
      case 'function':
        return this.read(node.body, {
          ...around,
          locals: new Map([...around.locals, ...node.parameters.map(({ name }) => [name, other] as const)]),
        })
      case 'context': {
        const locals = new Map(around.locals)
        for (const { key, value } of node.entries) locals.set(key, this.read(value, { ...around, locals }))
        return other
      }
      case 'if': {
        this.read(node.condition, around)
        const [then, otherwise] = [this.read(node.then, around), this.read(node.otherwise, around)]
        return then.kind === 'other' ? otherwise : then
      }
      case 'list': {
        const shapes = node.items.map((item) => this.read(item, around))
        return shapes[0] ?? other
      }
      case 'arithmetic':
      case 'and':
      case 'or':
        this.read(node.left, around)
        this.read(node.right, around)
        return other
      case 'between':
        for (const part of [node.value, node.low, node.high]) this.read(part, around)
        return other
      case 'interval':
        this.read(node.start, around)
        this.read(node.end, around)
        return other
      case 'negate':
      case 'open-range':
        this.read(node.operand, around)
        return other
      case 'instance':
        this.read(node.value, around)
        return other
    }
  }

  name(name: string, from: number, to: number, { scope, locals, item }: Around): Shape {
    const local = locals.get(name)
    if (local) return local
    if (name === 'item' && item) return item
    const found = (item && memberOf(this.workspace, item, name)) ?? headOf(this.workspace, scope, name)
    for (const thing of found?.things ?? []) this.add(from, to, thing)
    return found?.shape ?? other
  }

  call(node: Extract<Node, { kind: 'call' }>, around: Around): Shape {
    const name = node.target.kind === 'name' ? node.target.name : undefined
    if (name !== undefined && ofNodes.has(name)) {
      const first = node.args[0]?.value
      if (first && around.scope.schema !== undefined) this.quoted(first, (id) => [`node:${around.scope.schema}/${id}`])
      return other
    }
    if (name === undefined) this.read(node.target, around)
    return this.compared(
      node.args.map(({ value }) => value),
      around,
    )
  }

  /** Things that stand side by side: a text in quotes beside a status or a choice names one of its values. */
  compared(nodes: readonly Node[], around: Around): Shape {
    const shapes = nodes.map((node) => this.read(node, around))
    const shape = shapes.find(({ kind }) => kind === 'status' || kind === 'choice')
    if (shape) for (const node of nodes) this.constants(node, shape)
    return shapes.find(({ kind }) => kind !== 'other') ?? other
  }

  constants(node: Node, shape: Shape): void {
    if (node.kind === 'list') for (const item of node.items) this.constants(item, shape)
    else if (node.kind === 'open-range') this.constants(node.operand, shape)
    else if (shape.kind === 'status') this.quoted(node, (id) => shape.types.map((type) => `status:${type.id}/${id}`))
    else if (shape.kind === 'choice')
      this.quoted(node, (id) => [shape.directory !== undefined ? `item:${shape.directory}/${id}` : `option:${shape.options}/${id}`])
  }

  quoted(node: Node, things: (id: string) => readonly string[]): void {
    if (node.kind !== 'literal' || typeof node.value !== 'string') return
    // Ids have nothing to escape: where the letters between the quotes differ, it is none.
    if (this.source.slice(node.from + 1, node.to - 1) !== node.value) return
    for (const thing of things(node.value)) this.add(node.from + 1, node.to - 1, thing)
  }

  add(from: number, to: number, thing: string): void {
    this.named.push({ from, to, thing })
  }
}
