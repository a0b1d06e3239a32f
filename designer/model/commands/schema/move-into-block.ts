import { defineCommand, refused } from '../../define-command.ts'
import { forkById } from '../../schema-graph.ts'
import { putInBlock } from './put-in-block.ts'

/** Takes a step into a block: when its branch ends, it ends with it. */
export const moveIntoBlock = defineCommand(
  'move-into-block',
  'approval-schema',
  (schema, { node, fork }: { readonly node: string; readonly fork: string }) =>
    forkById(schema, fork) ? putInBlock(schema, node, fork) : refused('no-such-thing'),
)
