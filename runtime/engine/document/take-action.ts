import type { Action } from '../../../schemas/generated/approval-schema.ts'
import { clear, endBlock, go, leave, leaveBy, routeFor, targetOf } from '../approval/advance.ts'
import { audienceAt, holdsAt, type Place } from '../approval/place.ts'
import { inOrder, isAt, tokensInside, tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import { requiredMissing } from '../card/visibility.ts'
import { changeCard } from './change-card.ts'
import type { CommandOf } from './command.ts'
import type { Leaf } from './event.ts'
import type { Run } from './run.ts'
import type { Block, Id, Token } from './state.ts'

type Taking = Pick<CommandOf<'take-action'>, 'node' | 'action' | 'comment' | 'changes' | 'overrides' | 'token'>

/** Takes an action: of a stage, of a fork while its block runs, of the bar, or of anywhere. */
export function takeAction(run: Run, command: CommandOf<'take-action'>): undefined {
  takeActionAt(run, command)
}

/** The same by the clock (`choose`), which asks nobody's right and writes no comment. */
export function takeActionAt(run: Run, command: Taking, byClock = false): undefined {
  const found = findAction(run, command)
  if (!found) return
  const { action, place, leaves } = found
  const { node } = command
  if (!byClock && !isAmong(action.who, run.by ?? '', audienceAt(run, { ...place, me: run.by }))) {
    return run.refuse({ code: 'not-allowed', what: action.id, node })
  }
  if (action.convert) return run.refuse({ code: 'not-supported', what: 'convert' })
  changeCard(run, command.changes ?? [], command.overrides)
  if (run.stopped) return
  if (!holdsAt(run, action.when, { ...place, me: run.by }, `node "${node}", action "${action.id}"`)) {
    return run.refuse({ code: 'action-not-now', action: action.id, node, ...(action.whenNot !== undefined && { whenNot: action.whenNot }) })
  }
  const comment = byClock ? [] : commentLeaves(run, action, command.comment)
  if (!comment) return
  // What is required binds when a node is left by a person; to drop a document altogether it need not be complete.
  const required = !byClock && leaves.kind === 'token'
  const fields = byClock
    ? []
    : requiredMissing(run.program, run.document, run.reader, { needs: action.needs ?? [], required, around: { me: run.by } })
  if (fields.length > 0) return run.refuse({ code: 'card-incomplete', fields })
  follow(run, command, leaves, comment, byClock)
}

/** The comment as a leaf, none where nothing was written; null where the action forbids or lacks it, which is noted as the refusal. */
export function commentLeaves(run: Run, action: Pick<Action, 'id' | 'comment'>, comment: string | undefined): readonly Leaf[] | null {
  const written = comment?.trim() ?? ''
  if (action.comment === 'required' && written === '') run.refuse({ code: 'comment-missing', action: action.id })
  else if (action.comment === 'none' && written !== '') run.refuse({ code: 'not-allowed', what: 'comment' })
  else return written === '' ? [] : [{ path: 'comment', value: written }]
  return null
}

type Leaves =
  | { readonly kind: 'token'; readonly token: Token; readonly to: string | null }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'all' }

interface Found {
  readonly action: Action
  readonly place: Place
  readonly leaves: Leaves
}

function findAction(run: Run, { node: id, action: wanted, token: which }: Taking): Found | null {
  const { schema, nodes } = run.program
  if (id === 'anywhere') {
    const action = pick(run, schema?.anywhere, id, wanted)
    if (!action) return null
    const forbidden = schema?.anywhere?.find((each) => each.id === wanted)?.notIn ?? []
    const standing = forbidden.find((node) => isAt(run.process, node))
    if (standing === undefined) return { action, place: {}, leaves: { kind: 'all' } }
    run.refuse({ code: 'action-not-now', action: wanted, node: standing })
    return null
  }
  if (id === 'bar') return findStep(run, wanted)
  const node = nodes.get(id)
  if (node?.kind === 'stage') {
    const token = tokensOf(run.process).find((each) => each.node === id && (which === undefined || each.id === which))
    if (!token) return notAt(run, id)
    const action = pick(run, node.actions, id, wanted)
    return action && { action, place: { in: token.in }, leaves: { kind: 'token', token, to: null } }
  }
  if (node?.kind === 'fork') {
    const block = inOrder(run.process.blocks).find((each) => each.fork === id && (which === undefined || holdsToken(run, each, which)))
    if (!block) return notAt(run, id)
    const action = pick(run, node.actions, id, wanted)
    return action && { action, place: { in: block.in }, leaves: { kind: 'block', block } }
  }
  return notAt(run, id)
}

/** A step along the bar: from the stage where the document rests to another, or with `next` to the one after it. */
function findStep(run: Run, stage: string): Found | null {
  const bar = run.program.schema?.bar
  if (!bar?.stages.includes(stage)) {
    run.refuse({ code: 'action-unknown', action: stage, node: 'bar', expected: bar?.stages ?? [] })
    return null
  }
  const token = tokensOf(run.process).find((each) => bar.stages.includes(each.node))
  if (!token) return notAt(run, 'bar')
  const allowed = bar.move === 'any' ? token.node !== stage : bar.stages.indexOf(stage) === bar.stages.indexOf(token.node) + 1
  if (!allowed) {
    run.refuse({ code: 'action-not-now', action: stage, node: 'bar' })
    return null
  }
  const action: Action = { id: stage, label: stage, who: bar.who ?? [] }
  return { action, place: { in: token.in }, leaves: { kind: 'token', token, to: stage } }
}

function pick(run: Run, actions: readonly Action[] | undefined, node: string, wanted: string): Action | null {
  const known = (actions ?? []).filter((action) => !action.retired)
  const action = known.find((each) => each.id === wanted)
  if (!action) run.refuse({ code: 'action-unknown', action: wanted, node, expected: known.map((each) => each.id) })
  return action ?? null
}

function notAt(run: Run, node: string): null {
  run.refuse({ code: 'not-at-node', node, at: tokensOf(run.process).map((token) => token.node) })
  return null
}

function holdsToken(run: Run, block: Block, token: Id): boolean {
  return tokensInside(run.process, block.id).some((each) => each.id === token)
}

function follow(run: Run, { node, action }: Taking, leaves: Leaves, comment: readonly Leaf[], byClock: boolean): undefined {
  const record = byClock ? run.emit.bind(run) : run.did.bind(run)
  if (leaves.kind === 'token') {
    const { token, to } = leaves
    record({ type: 'action-taken', node: token.node, action, token: token.id }, comment)
    if (to === null) return leaveBy(run, token, action)
    leave(run, token, 'done', action)
    return go(run, token.in, to)
  }
  const branch = leaves.kind === 'block' ? leaves.block.in : null
  const route = routeFor(run, node, action, branch)
  if (!route) return
  record({ type: 'action-taken', node, action, token: null, route: route.index }, comment)
  if (leaves.kind === 'block') endBlock(run, leaves.block)
  else clear(run)
  go(run, branch, targetOf(run, route), route.arrives === 'uncounted')
}
