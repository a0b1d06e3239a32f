/**
 * The route of a document drawn as a line: what is done, where it stands, and what will most likely follow. A drawing for
 * people, not a rule: behind the place where the document rests the way is guessed by taking each decision as the card
 * stands now, and each approval as given.
 */
import type { ForkNode, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Assignment, Document, Id, Instant, Process, Token } from '../document/state.ts'
import type { LocalText, Site } from '../site.ts'
import { outcomesOf } from './outcomes.ts'
import { poolLabel } from './pool-label.ts'
import { type IndexedRoute, type Program, routesFrom } from './program.ts'

export type StripState = 'done' | 'now' | 'late' | 'next' | 'withdrawn' | 'passed-by'

/** A step, or a block of steps that run at the same time, one lane for each branch. */
export type StripItem = StripStep | StripBlock

export interface StripStep {
  readonly kind: Exclude<SchemaNode['kind'], 'fork' | 'join'>
  readonly node: string
  readonly label: LocalText
  readonly state: StripState
  /** Who acted, or who is asked. */
  readonly people: readonly Id[]
  readonly pool: LocalText | null
  readonly since: Instant | null
  readonly due: Instant | null
  /** How many seats have spoken, of how many. */
  readonly votes: { readonly given: number; readonly of: number } | null
  /** The outcome it ended with; of a decision the label of the way taken or expected is not known, so it has none. */
  readonly outcome: string | null
}

export interface StripBlock {
  readonly kind: 'block'
  readonly fork: string
  readonly label: LocalText
  readonly rule: 'all' | 'any' | { readonly atLeast: number }
  readonly state: StripState
  readonly lanes: readonly (readonly StripItem[])[]
}

/** What the drawing asks beside the document. `holds` answers a condition of a route as things stand now. */
export interface StripFacts {
  readonly site: Site
  readonly now: Instant
  readonly holds: (when: string) => boolean
}

/** The strip of a document whose process has begun; empty where it has none. */
export function stripOf(program: Program, document: Document, facts: StripFacts): readonly StripItem[] {
  const { process } = document
  if (!process || !program.schema) return []
  const drawing = new Drawing(program, process, facts)
  const line = drawing.walk(program.schema.start, null)
  return drawing.finish(line)
}

class Drawing {
  readonly #program: Program
  readonly #process: Process
  readonly #facts: StripFacts
  readonly #seen = new Set<string>()
  readonly #tokens = new Map<string, Token[]>()

  constructor(program: Program, process: Process, facts: StripFacts) {
    this.#program = program
    this.#process = process
    this.#facts = facts
    for (const token of Object.values(process.tokens))
      if (!token.aside) this.#tokens.set(token.node, [...(this.#tokens.get(token.node) ?? []), token])
  }

  /** The steps from a node on, up to the join of the block that they lie in, or an end. */
  walk(from: string, join: string | null): StripItem[] {
    const line: StripItem[] = []
    for (let at: string | null = from; at !== null && at !== join && !this.#seen.has(at); ) {
      const node = this.#program.nodes.get(at)
      if (!node) break
      this.#seen.add(at)
      if (node.kind === 'fork') line.push(this.#block(node))
      else if (node.kind !== 'join' && this.#shows(node)) line.push(this.#step(node))
      at = this.#after(node)
    }
    return line
  }

  /** Adds where the document stands when the guess led past it, and marks what was passed by once it has ended. */
  finish(line: StripItem[]): readonly StripItem[] {
    const missed = [...this.#tokens.keys(), ...(this.#process.ended ? [this.#process.ended.node] : [])].filter((id) => !this.#seen.has(id))
    for (const id of missed) {
      const node = this.#program.nodes.get(id)
      if (!node || node.kind === 'fork' || node.kind === 'join') continue
      const behind = line.findLastIndex(({ state }) => state === 'done' || state === 'withdrawn')
      line.splice(this.#process.ended ? line.length : behind + 1, 0, this.#step(node))
    }
    if (!this.#process.ended) return line
    return line.map((item) => (item.state === 'next' ? { ...item, state: 'passed-by' } : item))
  }

  /** What happens by itself is not drawn, unless the document is held up there. */
  #shows(node: SchemaNode): boolean {
    return node.kind !== 'automation' || this.#tokens.has(node.id)
  }

  #block(fork: ForkNode): StripBlock {
    const join = this.#program.joins.get(fork.id)
    const block = Object.values(this.#process.blocks).find((running) => running.fork === fork.id)
    const starts = block ? [...new Set(block.branches.map(({ first }) => first))] : this.#branches(fork)
    const lanes = starts.map((first) => this.walk(first, join?.id ?? null)).filter((lane) => lane.length > 0)
    const states = lanes.flat().map(({ state }) => state)
    const visited = (this.#process.visits[fork.id] ?? 0) > 0
    const state: StripState = block
      ? states.includes('late')
        ? 'late'
        : 'now'
      : visited && (join ? (this.#process.passed[join.id] ?? 0) > 0 : true)
        ? 'done'
        : visited
          ? 'withdrawn'
          : 'next'
    return { kind: 'block', fork: fork.id, label: fork.label ?? '', rule: join?.rule ?? 'all', state, lanes }
  }

  /** The branches that a fork would start now, by its conditions. */
  #branches(fork: ForkNode): string[] {
    const routes = routesFrom(this.#program, fork.id)
    const held = routes.filter(({ when, otherwise }) => !otherwise && (when === undefined || this.#facts.holds(when)))
    return (held.length > 0 ? held : routes.filter(({ otherwise }) => otherwise)).map(({ to }) => to)
  }

  #step(node: Exclude<SchemaNode, { kind: 'fork' | 'join' }>): StripStep {
    const tokens = this.#tokens.get(node.id) ?? []
    const here = Object.values(this.#process.seats).filter(
      (seat) => seat.node === node.id && (tokens.length === 0 || tokens.some(({ id }) => id === seat.token)),
    )
    const seats = here.filter(({ kind, state }) => kind === 'vote' && state !== 'skipped' && state !== 'withdrawn')
    // By id: what the store gives back has its members in another order than what was just decided.
    const open = Object.values(this.#process.assignments)
      .filter((one) => one.state === 'open' && seats.some(({ id }) => id === one.seat))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const dues = [...open.map(({ clock }) => clock), ...tokens.map(({ clock }) => clock)]
      .flatMap((clock) => (clock && !clock.paused ? [clock.due] : []))
      .sort()
    const late = dues[0] !== undefined && dues[0] < this.#facts.now
    const passed = (this.#process.passed[node.id] ?? 0) > 0
    const ended = this.#process.ended?.node === node.id
    const state: StripState =
      tokens.length > 0
        ? late
          ? 'late'
          : 'now'
        : ended || passed
          ? 'done'
          : (this.#process.visits[node.id] ?? 0) > 0
            ? 'withdrawn'
            : 'next'
    const acting = tokens.length > 0
    return {
      kind: node.kind,
      node: node.id,
      label: node.label ?? node.id,
      state,
      people: acting ? holders(open) : state === 'next' ? [] : (this.#process.actors[node.id] ?? []),
      pool: acting
        ? (open
            .map(({ person, pool }) => (person === null && pool ? poolLabel(pool, this.#facts.site) : null))
            .find((label) => label !== null) ?? null)
        : null,
      since: tokens[0]?.since ?? (ended ? this.#process.ended!.at : null),
      due: dues[0] ?? null,
      votes: seats.length > 0 && acting ? { given: seats.filter(({ state: seat }) => seat === 'decided').length, of: seats.length } : null,
      outcome: state === 'done' ? (this.#process.outcomes[node.id] ?? null) : null,
    }
  }

  /** The node that follows: by what came of this one, else by what most likely will. */
  #after(node: SchemaNode): string | null {
    if (node.kind === 'end') return null
    if (node.kind === 'fork') return this.#program.joins.get(node.id)?.id ?? null
    const routes = routesFrom(this.#program, node.id)
    const known = this.#tokens.has(node.id) ? undefined : this.#process.outcomes[node.id]
    const taken = known === undefined ? undefined : routes.find(({ on, to }) => on === known && !this.#seen.has(to))
    return (taken ?? this.#expected(node, routes))?.to ?? null
  }

  #expected(node: SchemaNode, routes: readonly IndexedRoute[]): IndexedRoute | undefined {
    const onward = routes.filter(({ to }) => !this.#seen.has(to))
    switch (node.kind) {
      case 'decision':
        return onward.find(({ when, otherwise }) => otherwise || when === undefined || this.#facts.holds(when))
      case 'approval':
      case 'task': {
        const wished = outcomesOf(node)
          .filter(({ counts }) => counts === 'for')
          .map(({ id }) => id)
        return onward.find(({ on }) => on === undefined || wished.includes(on)) ?? onward[0]
      }
      case 'stage': {
        const pressed = (node.actions ?? []).filter(({ who }) => who?.length).map(({ id }) => id)
        return onward.find(({ on }) => on !== undefined && pressed.includes(on)) ?? onward[0]
      }
      default:
        return onward.find(({ on }) => on === undefined || on === 'done') ?? onward[0]
    }
  }
}

function holders(open: readonly Assignment[]): readonly Id[] {
  return [...new Set(open.flatMap(({ person }) => (person === null ? [] : [person])))]
}
