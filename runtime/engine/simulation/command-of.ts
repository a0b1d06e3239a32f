/**
 * Which command somebody means who says what they do by one word, as scenarios and samples do: an action or a decision of
 * the schema, or the name of a command. A word of the schema comes first, for its author chose it.
 */
import { type Program, pathOf } from '../approval/program.ts'
import { tokensOf } from '../approval/tree.ts'
import type { CardValue } from '../card/card.ts'
import type { Command } from '../document/command.ts'
import { outcomesAt } from '../document/decide-assignment.ts'
import type { Document, Id, Seat } from '../document/state.ts'
import type { Problem } from '../problem.ts'
import type { Site } from '../site.ts'
import { changesOf } from './changes-of.ts'
import { nearestAssignment } from './nearest-assignment.ts'

/** What somebody says they do. People are the site's; the card is ready (see `readyCard`). */
export interface Said {
  readonly do: string
  /** The node; needed where several fit. For `return` the node to go back to. */
  readonly at?: string
  readonly comment?: string
  readonly reason?: string
  /** To whom: exactly one person, where the command passes something on. */
  readonly to?: readonly Id[]
  readonly card?: Readonly<Record<string, CardValue | null>>
}

export type CommandFound = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly problem: Problem }

/**
 * The command that a person means on a document. Where several assignments fit it is the one that is most theirs: held by
 * them, then waiting in their pool, then theirs before, then somebody else's, so that the engine can say why it is refused.
 * Whether it is allowed is not asked here. A decision that is signed counts as signed: whoever rehearses has no password.
 */
export function commandFor(program: Program, document: Document, person: Id, said: Said, site: Site): CommandFound {
  const meaning = actionMeant(program, document, said) ?? decisionMeant(program, document, person, said, site)
  if (meaning) return done(complete(program, document, person, said, meaning))
  return commandNamed(program, document, person, said, site) ?? refuse(unknownWord(program, document, said))
}

type Meaning =
  | { readonly type: 'take-action'; readonly node: string; readonly action: string; readonly token?: Id }
  | { readonly type: 'decide-assignment'; readonly assignment: Id; readonly outcome: string }

function complete(program: Program, document: Document, person: Id, { comment, reason, card }: Said, meaning: Meaning): Command {
  const by = { kind: 'person', id: person } as const
  const words = { ...(comment !== undefined && { comment }), ...(card && { changes: changesOf(program.type, document.card, card) }) }
  return meaning.type === 'take-action'
    ? { ...meaning, by, ...words }
    : { ...meaning, by, ...words, signed: true, ...(reason !== undefined && { reason }) }
}

/** An action of a node where the document is, of the bar, or of anywhere; else of a node where it is not, to be refused as such. */
function actionMeant(program: Program, { process }: Document, { do: action, at }: Said): Meaning | null {
  const { schema, nodes } = program
  if (!schema) return null
  const has = (id: string) => {
    const node = nodes.get(id)
    return (node?.kind === 'stage' || node?.kind === 'fork') && (node.actions ?? []).some((each) => each.id === action && !each.retired)
  }
  const tokens = process ? tokensOf(process) : []
  const around = (id: string) => [...pathOf(program, id)].reverse()
  const token = tokens.find(({ node }) => has(node) && (at === undefined || at === node))
  if (token) return { type: 'take-action', node: token.node, action, token: token.id }
  const fork = tokens.flatMap(({ node }) => around(node)).find((id) => has(id) && (at === undefined || at === id))
  if (fork) return { type: 'take-action', node: fork, action }
  if (at === undefined || at === 'anywhere') {
    if (schema.anywhere?.some((each) => each.id === action && !each.retired)) return { type: 'take-action', node: 'anywhere', action }
  }
  if (at === 'bar' || (at === undefined && schema.bar?.stages.includes(action))) return { type: 'take-action', node: 'bar', action }
  const elsewhere = at === undefined ? [...nodes.keys()].find(has) : has(at) ? at : undefined
  // A decision that waits somewhere is meant before an action of a node where the document is not.
  if (elsewhere === undefined || (at === undefined && decides(program, process, action))) return null
  return { type: 'take-action', node: elsewhere, action }
}

function decides(program: Program, process: Document['process'], outcome: string): boolean {
  return Object.values(process?.seats ?? {}).some((seat) => answers(program, seat, outcome))
}

function answers(program: Program, seat: Seat, outcome: string): boolean {
  return outcomesAt(program, seat).some(({ id }) => id === outcome)
}

function decisionMeant(program: Program, document: Document, person: Id, { do: outcome, at }: Said, site: Site): Meaning | null {
  const fits = (seat: Seat) => (at === undefined || seat.node === at) && answers(program, seat, outcome)
  const assignment = nearestAssignment(document, person, fits, site)
  return assignment === null ? null : { type: 'decide-assignment', assignment, outcome }
}

/** Commands by their own names; null where the word is none. */
function commandNamed(program: Program, document: Document, person: Id, said: Said, site: Site): CommandFound | null {
  const { at, comment, to, card } = said
  const type = said.do
  const by = { kind: 'person', id: person } as const
  const words = comment === undefined ? {} : { comment }
  const changes = card ? changesOf(program.type, document.card, card) : []
  if (type === 'edit-card') return done({ type, by, changes })
  if (!isCommandName(type)) return null
  if (changes.length > 0) return refuse(invalid('card', 'unexpected', Object.keys(card ?? {}), `nothing to fill in with "${type}"`))

  const onAssignment = (make: (assignment: Id) => Command): CommandFound => {
    const assignment = nearestAssignment(document, person, (seat) => at === undefined || seat.node === at, site, type === 'reassign')
    return assignment ? done(make(assignment)) : refuse(notAt(document, at ?? type))
  }
  const toOne = (make: (to: Id) => CommandFound): CommandFound => {
    const [only, another] = to ?? []
    return only !== undefined && another === undefined ? make(only) : refuse(invalid('to', 'one-person', to ?? [], 'one person'))
  }
  switch (type) {
    case 'start-process':
      return done({ type, by })
    case 'claim':
    case 'begin':
    case 'give-back':
      return onAssignment((assignment) => ({ type, by, assignment }))
    case 'delegate':
    case 'forward':
    case 'reassign':
    case 'ask-opinion':
      return toOne((receiver) => onAssignment((assignment) => ({ type, by, assignment, to: receiver, ...words })))
    case 'add-approver':
      return toOne((receiver) => onAssignment((assignment) => ({ type, by, assignment, to: receiver, place: 'beside', ...words })))
    case 'skip':
    case 'drop-seat':
      return onAssignment((assignment) => ({ type, by, assignment, ...words }))
    case 'close-vote': {
      const node =
        at ?? (document.process && tokensOf(document.process).find((token) => program.nodes.get(token.node)?.kind === 'approval')?.node)
      return node ? done({ type, by, node, ...words }) : refuse(notAt(document, type))
    }
    case 'withdraw':
      return done({ type, by, ...words })
    case 'return':
      return at === undefined ? refuse(invalid('at', 'required', null, 'the node to return to')) : done({ type, by, to: at, ...words })
    case 'suspend':
    case 'resume':
      return at === undefined ? done({ type, by, ...words }) : onAssignment((assignment) => ({ type, by, assignment, ...words }))
  }
}

/** Commands that one word can say. `extend` needs a moment, `move` another release: neither can be said so. */
const commandNames = [
  'start-process',
  'claim',
  'begin',
  'give-back',
  'delegate',
  'forward',
  'reassign',
  'ask-opinion',
  'add-approver',
  'skip',
  'drop-seat',
  'close-vote',
  'withdraw',
  'return',
  'suspend',
  'resume',
] as const
type Named = (typeof commandNames)[number]

function isCommandName(word: string): word is Named {
  return (commandNames as readonly string[]).includes(word)
}

function unknownWord(program: Program, document: Document, { do: word, at }: Said): Problem {
  const schema = program.schema
  if (!schema) return { code: 'process-not-running' }
  const here = at === undefined ? schema.nodes : schema.nodes.filter(({ id }) => id === at)
  if (at !== undefined && at !== 'anywhere' && at !== 'bar' && here.length === 0) return notAt(document, at)
  const drawn = [...here.flatMap((node) => ('actions' in node ? (node.actions ?? []) : [])), ...(schema.anywhere ?? [])]
  // A decision of a node where nobody has been asked yet.
  const decision = here.find(
    (node) =>
      (node.kind === 'approval' || node.kind === 'task') &&
      (node.actions?.some(({ id }) => id === word) ??
        (node.kind === 'task' ? word === 'done' : word === 'approved' || word === 'rejected')),
  )
  if (decision) return notAt(document, decision.id)
  return { code: 'action-unknown', action: word, node: at ?? schema.id, expected: [...new Set(drawn.map(({ id }) => id))] }
}

function notAt({ process }: Document, node: string): Problem {
  return { code: 'not-at-node', node, at: process ? tokensOf(process).map((token) => token.node) : [] }
}

function invalid(path: string, rule: string, found: unknown, expected: string): Problem {
  return { code: 'request-invalid', errors: [{ path, rule, found, expected }] }
}

function done(command: Command): CommandFound {
  return { ok: true, command }
}

function refuse(problem: Problem): CommandFound {
  return { ok: false, problem }
}
