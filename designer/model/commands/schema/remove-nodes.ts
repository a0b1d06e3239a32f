import type { ApprovalSchema, Route } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { joinOf, mainRoute, membersOf, nodeById } from '../../schema-graph.ts'
import { forgetNodes } from './forget-nodes.ts'

/**
 * Takes steps away and joins what was before them with what came after: the arrows that led here lead on to where a document
 * mostly went from here. A block goes with all that lies in it. The last step that a schema has stays.
 */
export const removeNodes = defineCommand('remove-nodes', 'approval-schema', (schema, { nodes }: { readonly nodes: readonly string[] }) => {
  const known = nodes.flatMap((id) => nodeById(schema, id) ?? [])
  if (known.length === 0) return refused('no-such-thing')
  const gone = new Set(
    known.flatMap((node) =>
      node.kind === 'fork' || node.kind === 'join' ? wholeBlock(schema, node.kind === 'fork' ? node.id : node.fork) : [node.id],
    ),
  )
  const left = schema.nodes.filter(({ id }) => !gone.has(id))
  if (left.length === 0) return refused('last-one')

  const onward = (id: string, seen: ReadonlySet<string> = new Set()): string | undefined => {
    if (!gone.has(id)) return id
    const node = nodeById(schema, id)
    const join = node?.kind === 'fork' ? joinOf(schema, id) : undefined
    const next = mainRoute(schema, join && gone.has(join.id) ? join.id : id)?.to
    return next === undefined || seen.has(id) ? undefined : onward(next, new Set([...seen, id]))
  }
  const routes = schema.routes.flatMap((route): Route[] => {
    if (gone.has(route.from)) return []
    const to = onward(route.to)
    if (to === undefined || (to === route.from && to !== route.to)) return []
    const { then, atMost, ...plain } = route
    const after = then === undefined ? undefined : onward(then)
    return [{ ...plain, to, ...(after !== undefined && atMost !== undefined && { atMost, then: after }) }]
  })
  const start = onward(schema.start) ?? left[0]!.id
  const name = known[0]!.label
  return edited(forgetNodes({ ...schema, start, nodes: left, routes: distinct(routes) }, gone), { name })
})

function wholeBlock(schema: ApprovalSchema, fork: string): string[] {
  const join = joinOf(schema, fork)
  return [fork, ...membersOf(schema, fork).map(({ id }) => id), ...(join ? [join.id] : [])]
}

/** Two arrows that have become one. */
function distinct(routes: readonly Route[]): Route[] {
  return [...new Map(routes.map((route) => [JSON.stringify(route), route])).values()]
}
