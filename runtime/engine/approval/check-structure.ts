import type { ApprovalSchema, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Checking } from '../checking.ts'

/**
 * Whether the drawing holds together: routes lead from node to node, nodes lie in forks, each fork has one join, which lies
 * beside it, and its branches begin inside. False: the ways through it cannot be followed.
 */
export function checkStructure(schema: ApprovalSchema, checking: Checking): boolean {
  const before = checking.findings.length
  const nodes = new Map(schema.nodes.map((node) => [node.id, node]))
  const forks = new Set(schema.nodes.flatMap(({ kind, id }) => (kind === 'fork' ? [id] : [])))
  const joins = new Map<string, string[]>()
  for (const node of schema.nodes) if (node.kind === 'join') joins.set(node.fork, [...(joins.get(node.fork) ?? []), node.id])
  checking.exists('unknown-node', '/start', schema.start, nodes)
  for (const [index, node] of schema.nodes.entries()) {
    const at = `/nodes/${index}`
    if (
      node.in !== undefined &&
      checking.exists('unknown-fork', `${at}/in`, node.in, forks, { node: node.id }) &&
      liesInItself(nodes, node.id)
    )
      checking.problem('node-in-itself', `${at}/in`, { node: node.id })
    if (node.kind === 'join' && checking.exists('unknown-fork', `${at}/fork`, node.fork, forks, { node: node.id })) {
      const fork = nodes.get(node.fork)!
      if (fork.in !== node.in) {
        const facts = { join: node.id, fork: node.fork }
        checking.problem('join-not-beside-fork', at, facts, { code: 'put-beside-fork', facts })
      }
    }
    if (node.kind === 'fork') {
      const ids = joins.get(node.id) ?? []
      if (ids.length === 0) checking.problem('fork-without-join', at, { fork: node.id }, { code: 'add-join', facts: { fork: node.id } })
      if (ids.length > 1) checking.problem('fork-with-two-joins', at, { fork: node.id, joins: ids })
    }
  }
  for (const [index, route] of schema.routes.entries()) {
    const at = `/routes/${index}`
    if (route.from !== 'anywhere') checking.exists('unknown-node', `${at}/from`, route.from, nodes)
    checking.exists('unknown-node', `${at}/to`, route.to, nodes)
    if (route.then !== undefined) checking.exists('unknown-node', `${at}/then`, route.then, nodes)
  }
  for (const [index, stage] of (schema.bar?.stages ?? []).entries()) {
    if (checking.exists('unknown-node', `/bar/stages/${index}`, stage, nodes) && nodes.get(stage)!.kind !== 'stage')
      checking.problem('bar-of-no-stage', `/bar/stages/${index}`, { node: stage })
  }
  if (checking.findings.length > before) return false
  checkTargets(schema, checking)
  return checking.findings.length === before
}

/** A branch begins inside its block; a join is come to from inside its block, or by the fork that starts nothing. */
function checkTargets(schema: ApprovalSchema, checking: Checking): void {
  const nodes = new Map(schema.nodes.map((node) => [node.id, node]))
  const isInside = (id: string, fork: string): boolean => {
    for (let around = nodes.get(id)?.in; around !== undefined; around = nodes.get(around)?.in) if (around === fork) return true
    return false
  }
  for (const [index, { from, to, then, on, otherwise }] of schema.routes.entries()) {
    const source = nodes.get(from)
    const isAction = source?.kind === 'fork' && source.actions?.some(({ id }) => id === on)
    for (const [key, target] of [
      ['to', to],
      ['then', then],
    ] as const) {
      const node = target === undefined ? undefined : nodes.get(target)
      if (!node) continue
      const at = `/routes/${index}/${key}`
      if (node.kind === 'join' && !isInside(from, node.fork) && (from !== node.fork || isAction))
        checking.problem('join-from-outside', at, { from, join: node.id, fork: node.fork })
      if (source?.kind !== 'fork' || isAction || otherwise || isInside(node.id, from)) continue
      if (node.kind === 'join' && node.fork === from) continue
      const facts = { fork: from, node: node.id }
      checking.problem('branch-begins-outside', at, facts, { code: 'move-into-block', facts })
    }
  }
}

function liesInItself(nodes: ReadonlyMap<string, SchemaNode>, id: string): boolean {
  const seen = new Set<string>()
  for (let at = nodes.get(id)?.in; at !== undefined && !seen.has(at); at = nodes.get(at)?.in) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
