import type { Program } from '../approval/program.ts'
import { tokensOf } from '../approval/tree.ts'
import type { Document } from './state.ts'

/** Whether a document rests at a stage that follows the newest release, and nowhere else. */
export function followsNewest({ nodes }: Program, { process }: Document): boolean {
  if (!process || process.ended || Object.keys(process.blocks).length > 0) return false
  const [token, another] = tokensOf(process)
  const node = token && !another ? nodes.get(token.node) : undefined
  return node?.kind === 'stage' && node.follows === 'newest'
}
