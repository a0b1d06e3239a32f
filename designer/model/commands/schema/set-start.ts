import { defineCommand, edited, refused } from '../../define-command.ts'
import { nodeById } from '../../schema-graph.ts'

/** Says where documents begin. A join is come to only from its block. */
export const setStart = defineCommand('set-start', 'approval-schema', (schema, { node }: { readonly node: string }) => {
  const found = nodeById(schema, node)
  if (!found) return refused('no-such-thing')
  if (found.kind === 'join') return refused('route-into-join', { name: found.label })
  return edited({ ...schema, start: node }, { name: found.label })
})
