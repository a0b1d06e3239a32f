import { firstStatus, type Program } from '../approval/program.ts'
import type { Decision } from '../decision.ts'
import { addApprover, askOpinion } from './add-approver.ts'
import { refreshCard } from './change-card.ts'
import { claim, giveBack, startWork } from './claim.ts'
import { closeVote } from './close-vote.ts'
import type { Command, CreateDocument } from './command.ts'
import { create, startProcess } from './create.ts'
import { decideAssignment } from './decide-assignment.ts'
import { dropSeat } from './drop-seat.ts'
import { editCardOf } from './edit-card.ts'
import { extend } from './extend.ts'
import type { Facts } from './facts.ts'
import { fireTimer } from './fire-timer.ts'
import { handOver, standIn } from './hand-over.ts'
import { Run } from './run.ts'
import { settle } from './settle.ts'
import type { Document, Id } from './state.ts'
import { resume, suspend } from './suspend.ts'
import { takeAction } from './take-action.ts'
import { returnTo, withdraw } from './withdraw.ts'

/**
 * Decides one command on a document under its program: everything that follows from it, or why it is refused, or what must be
 * known first. Pure: the time, new ids, people and linked cards are facts. A move to another program is `decideMove`.
 */
export function decide(program: Program, document: Document, command: Command, facts: Facts): Decision {
  const run = new Run(program, document, command.by, facts)
  if (isAdmitted(run, command)) {
    follow(run, command)
    refreshCard(run, document)
    settle(run)
    // A wait that went on may have changed the status once more.
    refreshCard(run, document)
  }
  return run.decision()
}

/** Decides the making of a document: with its process, where that starts on creation. `documentId` is a new UUIDv7. */
export function decideCreation(program: Program, command: CreateDocument, documentId: Id, facts: Facts): Decision {
  const run = new Run(program, null, command.by, facts)
  create(run, command, documentId)
  if (!run.stopped) {
    refreshCard(run, { status: firstStatus(program.type), number: null })
    settle(run)
  }
  return run.decision()
}

function follow(run: Run, command: Command): undefined {
  switch (command.type) {
    case 'edit-card':
      return editCardOf(run, command)
    case 'start-process':
      return startProcess(run, command)
    case 'take-action':
      return takeAction(run, command)
    case 'decide-assignment':
      return decideAssignment(run, command)
    case 'claim':
      return claim(run, command)
    case 'begin':
      return startWork(run, command)
    case 'give-back':
      return giveBack(run, command)
    case 'delegate':
    case 'forward':
    case 'reassign':
      return handOver(run, command)
    case 'stand-in':
      return standIn(run, command)
    case 'ask-opinion':
      return askOpinion(run, command)
    case 'add-approver':
      return addApprover(run, command)
    case 'skip':
    case 'drop-seat':
      return dropSeat(run, command)
    case 'extend':
      return extend(run, command)
    case 'close-vote':
      return closeVote(run, command)
    case 'withdraw':
      return withdraw(run, command)
    case 'return':
      return returnTo(run, command)
    case 'suspend':
      return suspend(run, command)
    case 'resume':
      return resume(run, command)
    case 'fire-timer':
      return fireTimer(run, command)
    case 'nudge':
      return
    case 'move':
      return run.refuse({ code: 'not-supported', what: 'move without the program to move to' })
    default:
      return unreachable(command)
  }
}

/** What holds for whole families of commands: there is a process, it has not ended, it is not suspended. */
function isAdmitted(run: Run, { type }: Command): boolean {
  const { process } = run.document
  if (type === 'edit-card' || type === 'start-process' || type === 'move' || (type === 'nudge' && !process)) return true
  if (!process) run.refuse({ code: 'process-not-running' })
  else if (process.ended && type !== 'return' && type !== 'nudge' && type !== 'fire-timer' && !isAboutAssignment(type)) {
    run.refuse({ code: 'document-closed' })
  } else if (process.suspended && stopsWhileSuspended.has(type)) run.refuse({ code: 'document-suspended' })
  else return true
  return false
}

/** A closed assignment says itself who closed it, which tells more than that the document is closed. */
function isAboutAssignment(type: Command['type']): boolean {
  return aboutAssignment.has(type)
}

const aboutAssignment: ReadonlySet<string> = new Set([
  'decide-assignment',
  'claim',
  'begin',
  'give-back',
  'delegate',
  'forward',
  'reassign',
])
const stopsWhileSuspended: ReadonlySet<string> = new Set(['take-action', 'close-vote', 'withdraw', 'return', 'add-approver', 'ask-opinion'])

function unreachable(command: never): never {
  throw new Error(`no such command: ${JSON.stringify(command)}`)
}
