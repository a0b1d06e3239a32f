import fc from 'fast-check'
import type { ApprovalSchema, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'

const label = 'x'
const stage = (id: string, actions: number, within?: string): SchemaNode => ({
  id,
  kind: 'stage',
  label,
  ...(within && { in: within }),
  actions: Array.from({ length: actions }, (_, n) => ({ id: `a${n}`, label, who: [{ the: 'author' as const }] })),
})

/** Small schemas of nested blocks with rework, routes out, quorums and mistakes. */
export const randomSchemas: fc.Arbitrary<ApprovalSchema> = fc.gen().map((gen) => {
  const roll = (most: number) => gen(fc.nat, { max: most })
  const nodes: SchemaNode[] = []
  const routes: Route[] = []
  const levels: { fork: string | undefined; ids: string[] }[] = [{ fork: undefined, ids: [] }]
  const block = (level: (typeof levels)[number], depth: number) => {
    const size = 1 + roll(depth === 0 ? 3 : 2)
    for (let n = 0; n < size; n++) {
      const id = `n${nodes.length}`
      level.ids.push(id)
      const kind = roll(9)
      const within = level.fork
      if (kind < 3) nodes.push(stage(id, 1 + roll(1), within))
      else if (kind < 6)
        nodes.push({ id, kind: 'approval', label, ...(within && { in: within }), ask: [{ id: 'l', who: [{ the: 'author' }] }] })
      else if (kind < 7) nodes.push({ id, kind: 'decision', label, ...(within && { in: within }) })
      else if (kind < 8 && depth > 0) nodes.push({ id, kind: 'end', label, ...(within && { in: within }) })
      else if (depth < 2) {
        nodes.push({ id, kind: 'fork', label, ...(within && { in: within }) })
        const inner = { fork: id, ids: [] as string[] }
        levels.push(inner)
        const rule = ([undefined, 'any', { atLeast: 2 }, { atLeast: 1 + roll(2) }] as const)[roll(3)]
        block(inner, depth + 1)
        nodes.push({ id: `${id}-join`, kind: 'join', fork: id, ...(within && { in: within }), ...(rule && { rule }) })
      } else nodes.push({ id, kind: 'automation', label, ...(within && { in: within }), does: [{ do: 'register' }] })
    }
  }
  block(levels[0]!, 0)
  nodes.push({ id: 'end', kind: 'end', label })
  levels[0]!.ids.push('end')
  const levelOf = (within: string | undefined) => levels.find(({ fork }) => fork === within)!
  const target = (node: SchemaNode): Pick<Route, 'to' | 'arrives'> => {
    const level = levelOf(node.in)
    const dice = roll(9)
    if (level.fork !== undefined && dice < 4) return { to: `${level.fork}-join`, ...(dice === 0 && { arrives: 'uncounted' as const }) }
    if (dice < 8) {
      const after = level.ids.slice(level.ids.indexOf(node.id.replace('-join', '')) + 1)
      const near = after.length > 0 && dice < 7 ? after : level.ids
      return { to: near[roll(near.length - 1)]! }
    }
    const any = nodes.filter(({ kind }) => kind !== 'join')
    return { to: any[roll(any.length - 1)]!.id }
  }
  for (const node of nodes) {
    if (node.kind === 'stage') for (const { id } of node.actions ?? []) routes.push({ from: node.id, on: id, ...target(node) })
    if (node.kind === 'approval') for (const on of ['approved', 'rejected']) routes.push({ from: node.id, on, ...target(node) })
    if (node.kind === 'automation') routes.push({ from: node.id, ...target(node) })
    if (node.kind === 'decision')
      routes.push({ from: node.id, when: 'true', ...target(node) }, { from: node.id, otherwise: true, ...target(node) })
    if (node.kind === 'join') {
      if (roll(7) > 0) routes.push({ from: node.id, ...target(node) })
      if (roll(2) > 0) routes.push({ from: node.id, on: 'unreached', ...target(node) })
    }
    if (node.kind === 'fork') {
      const { ids } = levelOf(node.id)
      const always = roll(3) > 0
      for (const first of ids.slice(0, 1 + roll(2))) {
        const empty = roll(7) === 0
        const to = empty ? `${node.id}-join` : first
        routes.push({
          from: node.id,
          to,
          ...(!always && { when: 'true' }),
          ...(empty && roll(3) === 0 && { arrives: 'uncounted' as const }),
        })
      }
      if (!always)
        routes.push(
          roll(1) > 0 ? { from: node.id, otherwise: true, to: `${node.id}-join` } : { from: node.id, otherwise: true, to: ids[0]! },
        )
    }
  }
  return { id: 'random', label, start: nodes[0]!.id, nodes, routes }
})
