import { progress } from '../approval/advance.ts'
import { audienceAt } from '../approval/place.ts'
import { seatsOf, tokensOf } from '../approval/tree.ts'
import { voteOf } from '../approval/vote.ts'
import { isAmong } from '../audience/resolve.ts'
import type { CommandOf } from './command.ts'
import { wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'

/** Ends a vote before all have spoken: what was said so far counts. Refuses while nobody has said anything that counts. */
export function closeVote(run: Run, command: CommandOf<'close-vote'>): undefined {
  const token = tokensOf(run.process).find((each) => each.node === command.node)
  const node = run.program.nodes.get(command.node)
  if (!token || (node?.kind !== 'approval' && node?.kind !== 'task')) {
    return run.refuse({ code: 'not-at-node', node: command.node, at: tokensOf(run.process).map((each) => each.node) })
  }
  const named = isAmong(node.close, run.by ?? '', audienceAt(run, { in: token.in, me: run.by }))
  if (!named && !permitted(run, 'close-vote', run.by)) return run.refuse({ code: 'not-allowed', what: 'close-vote', node: node.id })
  const seats = seatsOf(run.process, token.id)
  const spoken = seats.some((seat) => seat.kind === 'vote' && seat.state === 'decided')
  if (!spoken || voteOf(node, seats, true) === null) return run.refuse({ code: 'action-not-now', action: 'close-vote', node: node.id })
  run.did({ type: 'vote-closed', node: node.id, token: token.id }, wordsOf(command.comment))
  progress(run, token.id, true)
}
