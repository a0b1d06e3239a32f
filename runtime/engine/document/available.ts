import type { Action, AllowedCommand } from '../../../schemas/generated/approval-schema.ts'
import { editableFields } from '../access/editable.ts'
import { audienceAt, holdsAt, type Place, type View } from '../approval/place.ts'
import { mayClaim } from '../approval/seats.ts'
import { assignmentsOf, isAt, seatsOf, tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Rendered } from '../card/card.ts'
import { renderEverywhere } from '../card/render-text.ts'
import { rowIn } from '../card/scope.ts'
import type { LocalText } from '../site.ts'
import { mayDecide, outcomesAt, overdueOf } from './decide-assignment.ts'
import { mayAdminister, permitted } from './rights.ts'
import { deadlineAt } from './settle.ts'
import type { Assignment, Id, Instant, Process, Seat } from './state.ts'

/** What a person can do with a document now. What is decided afresh when it is done may still be refused, but never for want of a right. */
export interface Available {
  readonly actions: readonly AvailableAction[]
  /** What waits for this person here. */
  readonly mine: readonly MyAssignment[]
  /** Commands on the whole document: `withdraw`, `return`, `suspend`, `resume`, `start-process`. */
  readonly commands: readonly string[]
  /** Commands that the schema permits on what is asked of others: `reassign`, `skip`, `extend`… */
  readonly others: readonly { readonly assignment: Id; readonly commands: readonly string[] }[]
}

export interface AvailableAction {
  /** As `take-action` names it: the stage, the fork, `bar` or `anywhere`. */
  readonly node: string
  readonly place: 'stage' | 'fork' | 'bar' | 'anywhere'
  readonly action: string
  readonly label: LocalText
  readonly comment: 'allowed' | 'none' | 'required'
  /** What must be filled before it: shown with the button, so that it can be filled in the same step. */
  readonly needs: readonly string[]
  readonly color: string | null
  readonly enabled: boolean
  /** Why it is not enabled, where the schema says so; values are put in. */
  readonly whyNot: Rendered | null
}

export interface MyAssignment {
  readonly assignment: Id
  readonly node: string
  readonly label: LocalText
  readonly line: string
  readonly text: Rendered | null
  readonly state: 'pool' | 'open'
  readonly kind: Seat['kind']
  readonly opened: Instant | null
  readonly due: Instant | null
  readonly late: boolean
  /** The directory from which a reason must be given now; null where none is asked. */
  readonly reasons: string | null
  readonly sign: 'none' | 'password'
  readonly outcomes: readonly {
    readonly id: string
    readonly label: LocalText
    readonly counts: 'for' | 'against' | 'neither' | 'at-once'
    readonly comment: 'allowed' | 'none' | 'required'
    readonly needs: readonly string[]
  }[]
  readonly commands: readonly string[]
}

/** What a person can do with a document now: its buttons, its own assignments, and the commands that it is permitted. */
export function availableTo(view: View, person: Id): Available {
  const { process } = view.document
  return {
    actions: process && !process.ended ? actionsOf(view, process, person) : [],
    mine: process ? mineIn(view, process, person) : [],
    commands: documentCommands(view, process, person),
    others: process && !process.ended ? onOthers(view, process, person) : [],
  }
}

function actionsOf(view: View, process: Process, person: Id): readonly AvailableAction[] {
  const { schema, nodes } = view.program
  const found: AvailableAction[] = []
  const add = (place: AvailableAction['place'], node: string, actions: readonly Action[] | undefined, at: Place) => {
    for (const action of actions ?? []) {
      if (action.retired || !isAmong(action.who, person, audienceAt(view, { ...at, me: person }))) continue
      found.push(asAvailable(view, place, node, action, { ...at, me: person }))
    }
  }
  for (const token of tokensOf(process)) {
    const node = nodes.get(token.node)
    if (node?.kind === 'stage') add('stage', node.id, node.actions, { in: token.in })
    if (schema?.bar?.stages.includes(token.node)) add('bar', 'bar', barSteps(view, token.node), { in: token.in })
  }
  for (const block of Object.values(process.blocks)) {
    const fork = nodes.get(block.fork)
    if (fork?.kind === 'fork') add('fork', fork.id, fork.actions, { in: block.in })
  }
  const anywhere = schema?.anywhere?.filter((action) => !action.notIn?.some((node) => isAt(process, node)))
  add('anywhere', 'anywhere', anywhere, {})
  return found
}

function barSteps({ program }: View, from: string): readonly Action[] {
  const { bar } = program.schema!
  const here = bar!.stages.indexOf(from)
  const reached = bar!.stages.filter((stage, index) => (bar!.move === 'any' ? stage !== from : index === here + 1))
  return reached.map((id) => {
    const node = program.nodes.get(id)
    const needs = node && 'needs' in node ? node.needs : undefined
    return { id, label: node?.label ?? id, who: bar!.who ?? [], ...(needs && { needs }) }
  })
}

function asAvailable(view: View, place: AvailableAction['place'], node: string, action: Action, at: Place): AvailableAction {
  const holds = holdsAt(view, action.when, at, `node "${node}", action "${action.id}"`)
  const { program, document, reader } = view
  return {
    node,
    place,
    action: action.id,
    label: action.label,
    comment: action.comment ?? 'allowed',
    needs: action.needs ?? [],
    color: action.color ?? null,
    enabled: holds && document.process?.suspended === null,
    whyNot:
      holds || action.whenNot === undefined ? null : renderEverywhere(action.whenNot, program, document, reader, { me: at.me ?? null }),
  }
}

function mineIn(view: View, process: Process, person: Id): readonly MyAssignment[] {
  const { site } = view.reader.facts
  return openIn(process)
    .filter((assignment) => mayDecide(assignment, person, site))
    .map((assignment) => asMine(view, process, assignment, person))
}

function asMine(view: View, process: Process, assignment: Assignment, person: Id): MyAssignment {
  const { program, document, reader } = view
  const seat = process.seats[assignment.seat]!
  const node = program.nodes.get(seat.node)
  const asking = node?.kind === 'approval' || node?.kind === 'task' ? node : null
  const text = asking?.ask.find((line) => line.id === seat.line)?.text ?? asking?.text
  const row = seat.row ? rowIn(program, document.card, seat.row) : null
  const { now } = reader.facts
  const due = assignment.clock?.due ?? null
  return {
    assignment: assignment.id,
    node: seat.node,
    label: node?.label ?? seat.node,
    line: seat.line,
    text: text === undefined ? null : renderEverywhere(text, program, document, reader, { me: person, ...(row && { row }) }),
    state: assignment.person === null ? 'pool' : 'open',
    kind: seat.kind,
    opened: assignment.opened,
    due,
    late: due !== null && (assignment.clock?.paused ?? now) > due,
    reasons: overdueOf(document, program, assignment, now)?.directory ?? null,
    sign: asking?.sign ?? 'none',
    outcomes: outcomesAt(program, seat).map(({ id, label, counts, comment, action }) => ({
      id,
      label,
      counts,
      comment,
      needs: action?.needs ?? [],
    })),
    commands: [...ownCommands(view, process, assignment, person), ...permittedOn(view, process, assignment, person)],
  }
}

/** What whoever holds an assignment, or belongs to its pool, may always do with it. */
function ownCommands(view: View, process: Process, assignment: Assignment, person: Id): readonly string[] {
  if (assignment.person === null) return mayClaim(assignment, person, view.reader.facts.site) ? ['claim', 'begin'] : []
  const last = assignment.hands.at(-1)
  const back = assignment.pool !== null || last?.how === 'delegated'
  return [...(assignment.begun === null && !process.suspended ? ['begin'] : []), ...(back ? ['give-back'] : [])]
}

const onAssignments: readonly AllowedCommand[] = [
  'delegate',
  'forward',
  'ask-opinion',
  'add-approver',
  'reassign',
  'skip',
  'drop-seat',
  'extend',
  'suspend',
  'resume',
]

function permittedOn(view: View, process: Process, assignment: Assignment, person: Id): readonly string[] {
  return onAssignments.filter((command) => isPossible(view, process, assignment, command) && permitted(view, command, person, assignment))
}

function isPossible(view: View, process: Process, assignment: Assignment, command: AllowedCommand): boolean {
  const seat = process.seats[assignment.seat]!
  const aside = process.tokens[seat.token]?.aside === true
  switch (command) {
    case 'delegate':
    case 'forward':
      return assignment.person !== null
    case 'ask-opinion':
      return !process.suspended
    case 'add-approver':
      return seat.kind === 'vote' && !aside && !process.suspended
    case 'drop-seat':
      return (
        seat.kind === 'opinion' || seatsOf(process, seat.token).some((each) => each.id !== seat.id && each.kind === 'vote' && counts(each))
      )
    case 'extend':
      return assignment.clock !== null && deadlineAt({ program: view.program, process }, assignment) !== undefined
    case 'suspend':
      return assignment.suspended === null
    case 'resume':
      return assignment.suspended !== null
    default:
      return true
  }
}

function counts(seat: Seat): boolean {
  return seat.state !== 'skipped' && seat.state !== 'withdrawn'
}

function onOthers(view: View, process: Process, person: Id): Available['others'] {
  return openIn(process)
    .filter((assignment) => assignment.person !== person)
    .map((assignment) => {
      const last = assignment.hands.at(-1)
      const takesBack = last?.how === 'delegated' && last.by === person ? ['claim'] : []
      return { assignment: assignment.id, commands: [...takesBack, ...permittedOn(view, process, assignment, person)] }
    })
    .filter(({ commands }) => commands.length > 0)
}

function documentCommands(view: View, process: Process | null, person: Id): readonly string[] {
  const { program, document, reader } = view
  if (!process || process.ended) {
    const starts =
      program.schema !== null &&
      !process &&
      (person === document.author || mayAdminister(view, person) || editableFields(program, document, person, reader).fields.length > 0)
    return [...(starts ? ['start-process'] : []), ...(process && permitted(view, 'return', person) ? ['return'] : [])]
  }
  const left = process.leftStage?.node
  const possible: readonly (readonly [AllowedCommand, boolean])[] = [
    ['withdraw', left !== undefined && !isAt(process, left) && !process.suspended],
    ['return', !process.suspended],
    ['suspend', !process.suspended],
  ]
  const may = possible.flatMap(([command, can]) => (can && permitted(view, command, person) ? [command as string] : []))
  const resumes = process.suspended && (permitted(view, 'resume', person) || permitted(view, 'suspend', person))
  return [...may, ...(resumes ? ['resume'] : []), ...(closable(view, process, person) ? ['close-vote'] : [])]
}

function closable(view: View, process: Process, person: Id): boolean {
  return tokensOf(process).some((token) => {
    const node = view.program.nodes.get(token.node)
    if (node?.kind !== 'approval' && node?.kind !== 'task') return false
    if (!seatsOf(process, token.id).some((seat) => seat.kind === 'vote' && seat.state === 'decided')) return false
    return isAmong(node.close, person, audienceAt(view, { in: token.in, me: person })) || permitted(view, 'close-vote', person)
  })
}

/** Open assignments in the order of the sheet. */
function openIn(process: Process): readonly Assignment[] {
  return Object.values(process.seats)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap((seat) => assignmentsOf(process, seat.id))
    .filter((assignment) => assignment.state === 'open')
}
