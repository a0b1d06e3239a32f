import { type Program, pathOf } from '../approval/program.ts'
import type { Card } from '../card/card.ts'
import { settleCard } from '../card/edit-card.ts'
import { valueFault } from '../card/validate-card.ts'
import type { Decision } from '../decision.ts'
import type { Problem } from '../problem.ts'
import type { CommandOf } from './command.ts'
import { cardLeaves, titleLeaves } from './evolve.ts'
import type { Facts } from './facts.ts'
import { permitted } from './rights.ts'
import { Run } from './run.ts'
import { settle } from './settle.ts'
import type { Document } from './state.ts'

/**
 * Moves a document to another program. It keeps its tree, seats, due times and steps already taken, so every node where it
 * is must exist there, by its id or as the move maps it, with the same kind in the same blocks. Fields that take over from
 * retired ones (`from`) are filled, and what is calculated is calculated anew.
 */
export function decideMove(from: Program, to: Program, document: Document, command: CommandOf<'move'>, facts: Facts): Decision {
  const asking = new Run(from, document, command.by, facts)
  if (!permitted(asking, 'move', asking.by)) return { kind: 'refused', problem: { code: 'not-allowed', what: 'move', type: document.type } }
  const run = new Run(to, document, command.by, facts, asking.reader)
  move(run, from, command.nodes ?? {})
  if (!run.stopped) settle(run)
  return run.decision()
}

/** The nodes because of which a document cannot move, and why; none where it can. */
export function obstacles(from: Program, to: Program, document: Document, nodes: Readonly<Record<string, string>> = {}): Obstacles {
  const { process } = document
  if (!process) return []
  const name = (node: string) => nodes[node] ?? node
  const standing = new Set([
    ...Object.values(process.tokens).map((token) => token.node),
    ...Object.values(process.blocks).map((block) => block.fork),
  ])
  return [...standing].flatMap((node): Obstacles => {
    const before = from.nodes.get(node)
    const after = to.nodes.get(name(node))
    if (!after) return [{ node, why: 'missing' }]
    if (before && before.kind !== after.kind) return [{ node, why: 'other-kind' }]
    const path = pathOf(from, node).map(name).join('/')
    return path === pathOf(to, name(node)).join('/') ? [] : [{ node, why: 'other-block' }]
  })
}

/** The nodes that one may stand for in another program: of its kind, in the same blocks; those that are new there come first. */
export function standIns(from: Program, to: Program, node: string, nodes: Readonly<Record<string, string>> = {}): readonly string[] {
  const kind = from.nodes.get(node)?.kind
  const name = (one: string) => nodes[one] ?? one
  const path = pathOf(from, node).map(name).join('/')
  const found = [...to.nodes.values()].filter((each) => each.kind === kind && pathOf(to, each.id).join('/') === path)
  return [...found.filter(({ id }) => !from.nodes.has(id)), ...found.filter(({ id }) => from.nodes.has(id))].map(({ id }) => id)
}

type Obstacles = Extract<Problem, { readonly code: 'cannot-move' }>['nodes']

function move(run: Run, from: Program, mapped: Readonly<Record<string, string>>): undefined {
  const { program: to, document } = run
  if (from.hash === to.hash) return
  const nodes = obstacles(from, to, document, mapped)
  if (nodes.length > 0) return run.refuse({ code: 'cannot-move', nodes })
  const settled = settleCard(to, document, takenOver(to, document.card), run.reader)
  if (!settled.ok) return run.refuse(settled.problem)
  const leaves = [...cardLeaves(settled.card, settled.fields), ...titleLeaves(document.title, settled.title)]
  run.did({ type: 'document-moved', program: to.hash, from: from.hash, nodes: renames(mapped) }, leaves)
}

/** Names that change nothing are left out of what is recorded. */
function renames(mapped: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapped).filter(([before, after]) => before !== after))
}

/** The card with the fields filled that take over from retired ones, where the old value fits the new kind. */
function takenOver(to: Program, before: Card): Card {
  const card = { ...before }
  for (const field of to.fields.values()) {
    const old = field.from === undefined ? undefined : card[field.from]
    if (old !== undefined && card[field.id] === undefined && valueFault(field, old) === null) card[field.id] = old
  }
  return card
}
