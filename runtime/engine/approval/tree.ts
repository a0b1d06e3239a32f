import type { Block, Branch, Id, Process, Seat, Token } from '../document/state.ts'

/** A running block and the one of its branches that something lies in. */
export interface Around {
  readonly block: Block
  readonly branch: Branch
}

/** The blocks around a branch (null: the top), the outermost first. */
export function blocksAround(process: Process, branch: Id | null): readonly Around[] {
  const around: Around[] = []
  for (let id = branch; id; ) {
    const found = ownerOf(process, id)
    if (!found) throw new Error(`no block has the branch ${id}`)
    around.unshift(found)
    id = found.block.in
  }
  return around
}

/** The block that a branch belongs to. */
export function ownerOf(process: Process, branch: Id): Around | null {
  for (const block of Object.values(process.blocks)) {
    const found = block.branches.find((each) => each.id === branch)
    if (found) return { block, branch: found }
  }
  return null
}

/** The tokens in play, in the order in which they came to rest; those set aside are not among them. */
export function tokensOf(process: Process): readonly Token[] {
  return Object.values(process.tokens)
    .filter((token) => !token.aside)
    .sort(bySince)
}

/** The tokens that rest somewhere inside a block. */
export function tokensInside(process: Process, block: Id): readonly Token[] {
  return tokensOf(process).filter((token) => blocksAround(process, token.in).some((each) => each.block.id === block))
}

/** The blocks that run somewhere inside a block, the innermost first, without itself. */
export function blocksInside(process: Process, block: Id): readonly Block[] {
  return Object.values(process.blocks)
    .map((each) => ({ each, around: blocksAround(process, each.in) }))
    .filter(({ around }) => around.some((outer) => outer.block.id === block))
    .sort((a, b) => b.around.length - a.around.length || bySince(a.each, b.each))
    .map(({ each }) => each)
}

/** The seats of a visit to a node, in the order of the sheet. */
export function seatsOf(process: Process, token: Id): readonly Seat[] {
  return Object.values(process.seats)
    .filter((seat) => seat.token === token)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The assignments of a seat, in their turn. */
export function assignmentsOf(process: Process, seat: Id) {
  return Object.values(process.assignments)
    .filter((each) => each.seat === seat)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** Whether a document is at a node: a token rests there, or the block of a fork runs. */
export function isAt(process: Process, node: string): boolean {
  return tokensOf(process).some((token) => token.node === node) || Object.values(process.blocks).some((block) => block.fork === node)
}

/** Things by id, in one order: an object that was stored has lost the order in which it was filled. */
export function inOrder<T extends { readonly id: Id }>(things: { readonly [id: Id]: T }): readonly T[] {
  return Object.values(things).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function bySince(a: { readonly since: string; readonly id: Id }, b: { readonly since: string; readonly id: Id }): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1
}
