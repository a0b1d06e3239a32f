import type { Program } from '../approval/program.ts'
import type { Accepted, Decision, Notice, Webhook } from '../decision.ts'
import type { Problem } from '../problem.ts'
import type { Actor } from './command.ts'
import type { DocumentEvent, EventBody, Leaf } from './event.ts'
import { evolve } from './evolve.ts'
import { type FactReader, readerOf } from './fact-reader.ts'
import type { Facts } from './facts.ts'
import type { Document, Id, Process } from './state.ts'

/** A notice without its recipient; what is left out has no text, no facts, and is told in the program. */
export type Telling = Pick<Notice, 'about'> & Partial<Omit<Notice, 'to' | 'about'>>

/** How many nodes one command may enter before it is refused: a circle that nobody can stop ends here. */
export const MOST_STEPS = 200

/**
 * One command while it is being decided: the document as it stands after the events so far, and what goes out with them.
 * It lives only inside `decide`. A refusal is noted, and everything that follows it does nothing; what is missing is
 * noted by the reader, and the command runs on to the end, so that all of it is asked for at once.
 */
export class Run {
  readonly program: Program
  readonly facts: Facts
  readonly reader: FactReader
  /** The person who commands; null for the clock. */
  readonly by: Id | null
  readonly events: DocumentEvent[] = []
  readonly notices: Notice[] = []
  readonly webhooks: Webhook[] = []
  takes: Accepted['takes'] = null
  problem: Problem | null = null
  steps = 0
  #document: Document | null

  constructor(program: Program, document: Document | null, by: Actor, facts: Facts, reader: FactReader = readerOf(facts)) {
    this.program = program
    this.#document = document
    this.facts = facts
    this.reader = reader
    this.by = by.kind === 'person' ? by.id : null
  }

  get document(): Document {
    if (!this.#document) throw new Error('the document is not created yet')
    return this.#document
  }

  get process(): Process {
    const { process } = this.document
    if (!process) throw new Error('the process is not started yet')
    return process
  }

  get stopped(): boolean {
    return this.problem !== null
  }

  /** Records something that follows from the command: the process does it, nobody by name. */
  emit(body: EventBody, leaves: readonly Leaf[] = []): undefined {
    this.#record(body, leaves, null, null)
  }

  /** Records what the one who commands did; `on`: on whose behalf, where that is somebody else. */
  did(body: EventBody, leaves: readonly Leaf[] = [], on: Id | null = null): undefined {
    this.#record(body, leaves, this.by, on)
  }

  #record(body: EventBody, leaves: readonly Leaf[], by: Id | null, on: Id | null): undefined {
    if (this.stopped) return
    const sequence = (this.#document?.sequence ?? 0) + 1
    const event: DocumentEvent = { sequence, at: this.facts.now, by, for: on, body, leaves }
    this.events.push(event)
    this.#document = evolve(this.#document, event)
  }

  /**
   * The first refusal counts: what follows it may only come of it. Like every step of a command it returns undefined, so that
   * `return run.refuse(…)` ends the step.
   */
  refuse(problem: Problem): undefined {
    this.problem ??= problem
  }

  /** Tells each of these people once. Whoever does something is not told of it, unless a definition asks for it (`told`). */
  tell(people: Iterable<Id>, { text = null, facts = {}, assignment = null, by = ['program'], about }: Telling): undefined {
    for (const to of new Set(people)) {
      if (to !== this.by || about === 'told') this.notices.push({ to, about, text, facts, assignment, by })
    }
  }

  /** What came of it. Missing facts come first: without them neither a refusal nor an acceptance can be trusted. */
  decision(): Decision {
    const [failure] = this.reader.failures
    if (this.reader.missing.length > 0) return { kind: 'missing', missing: this.reader.missing }
    if (this.problem) return { kind: 'refused', problem: this.problem }
    if (failure) return { kind: 'refused', problem: { code: 'expression-failed', ...failure } }
    const { events, document, notices, webhooks, takes } = this
    return { kind: 'accepted', events, document, notices, webhooks, takes }
  }
}
