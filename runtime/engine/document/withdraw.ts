import { clear, endBlock, go, leadsTo, leave } from '../approval/advance.ts'
import { pathOf } from '../approval/program.ts'
import { blocksAround, isAt, tokensOf } from '../approval/tree.ts'
import type { CommandOf } from './command.ts'
import { refuseCommand, wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import type { Id } from './state.ts'

/** Takes the document back to the stage that a person last left; what is open beyond it ends as in any going. */
export function withdraw(run: Run, command: CommandOf<'withdraw'>): undefined {
  if (!permitted(run, 'withdraw', run.by)) return refuseCommand(run, command.type)
  const stage = run.process.leftStage?.node
  if (stage === undefined || isAt(run.process, stage) || !run.program.nodes.has(stage)) return run.refuse({ code: 'nowhere-to-withdraw' })
  run.did({ type: 'withdrawn', node: stage }, wordsOf(command.comment))
  goBack(run, stage)
}

/** Sends the document back to a node that it has visited, from wherever it is, after its end too. */
export function returnTo(run: Run, command: CommandOf<'return'>): undefined {
  if (!permitted(run, 'return', run.by)) return refuseCommand(run, command.type)
  const node = run.program.nodes.get(command.to)
  const rests = node?.kind === 'stage' || node?.kind === 'approval' || node?.kind === 'task'
  if (!rests || !run.process.visits[command.to]) return run.refuse({ code: 'node-not-visited', node: command.to })
  run.did({ type: 'returned', node: command.to }, wordsOf(command.comment))
  goBack(run, command.to, command.token)
}

/** Clears what lies beyond the blocks that hold both places, and goes to the target. */
function goBack(run: Run, target: string, from?: Id): undefined {
  let branch: Id | null = null
  for (const fork of pathOf(run.program, target)) {
    const block = Object.values(run.process.blocks).find((each) => each.fork === fork && each.in === branch)
    if (!block) break
    const own = from
      ? blocksAround(run.process, run.process.tokens[from]?.in ?? null).find((each) => each.block.id === block.id)
      : undefined
    const running = block.branches.filter((each) => each.state === 'running')
    const way = own?.branch ?? running.find((each) => leadsTo(run, fork, each.first, target))
    // Its branch has arrived already: going back into it would undo what others rely on.
    if (!way) return run.refuse({ code: 'node-not-visited', node: target })
    branch = way.id
  }
  empty(run, branch)
  go(run, branch, target)
}

function empty(run: Run, branch: Id | null): undefined {
  if (branch === null) return clear(run)
  for (const block of Object.values(run.process.blocks)) if (block.in === branch) endBlock(run, block)
  for (const token of tokensOf(run.process)) if (token.in === branch) leave(run, token, 'withdrawn')
}
