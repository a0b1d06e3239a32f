import { defineCommand, refused } from '../../define-command.ts'
import { forkById, nodeById } from '../../schema-graph.ts'
import { putInBlock } from './put-in-block.ts'

/** Takes a step out of the block that it lies in: going to it ends the block. */
export const moveOutOfBlock = defineCommand('move-out-of-block', 'approval-schema', (schema, { node }: { readonly node: string }) => {
  const chosen = nodeById(schema, node)
  const around = chosen?.in
  return around === undefined ? refused('no-such-thing') : putInBlock(schema, node, forkById(schema, around)?.in)
})
