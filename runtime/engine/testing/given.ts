import { expect } from 'vitest'
import type { Accepted, Decision } from '../decision.ts'
import type { EventType } from '../document/event.ts'
import { evolve } from '../document/evolve.ts'
import type { Document } from '../document/state.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import { decided, decideIn, happened, passTime, type Situation, type Step } from './a-situation.ts'

/** A situation, then what is tried in it, then what must come of it. Earlier steps must be accepted; the last one is judged. */
export function given(situation: Situation) {
  return {
    when(...steps: readonly [Step, ...Step[]]) {
      const before = happened(situation, ...steps.slice(0, -1))
      const next = steps.at(-1)!(before)
      if ('now' in next) return new Outcome(before, null, passTime(before, next.now))
      const decision = decideIn(before, next)
      return new Outcome(before, decision, decision.kind === 'accepted' ? decided(before, decision) : before)
    },
  }
}

/** What came of it. */
export class Outcome {
  readonly before: Situation
  readonly decision: Decision | null
  readonly situation: Situation

  constructor(before: Situation, decision: Decision | null, situation: Situation) {
    this.before = before
    this.decision = decision
    this.situation = situation
  }

  get document(): Document {
    return this.situation.document
  }

  get accepted(): Accepted {
    if (this.decision?.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(this.decision)}`)
    return this.decision
  }

  /** The events of the last step, all of them and in order. (Not `then`: a test that returns this would be awaited by it.) */
  thenHappened(...types: readonly EventType[]): this {
    expect(this.#last().map((event) => event.body.type)).toEqual(types)
    return this
  }

  /** The last step is refused for this reason, and left no trace. */
  thenRefused(code: ProblemCode, facts: Partial<Problem> = {}): this {
    expect(this.decision).toMatchObject({ kind: 'refused', problem: { code, ...facts } })
    return this
  }

  /** Where the document rests, and whom it asks now (pools by their keys). */
  thenAt(nodes: readonly string[], asked: readonly string[] = []): this {
    expect(this.decision?.kind ?? 'accepted', JSON.stringify(this.decision)).toBe('accepted')
    const process = this.document.process!
    const rests = Object.values(process.tokens).filter((token) => !token.aside)
    expect(rests.map((token) => token.node).sort()).toEqual([...nodes].sort())
    expect(askedNow(this.document)).toEqual([...asked].sort())
    return this
  }

  thenStatus(status: string): this {
    expect(this.document.status).toBe(status)
    return this
  }

  /** Who was told what in the last step: `ana: asked`. */
  thenTold(...notices: readonly string[]): this {
    const told = this.situation.notices.slice(this.before.notices.length)
    expect(told.map(({ to, about }) => `${to}: ${about}`).sort()).toEqual([...notices].sort())
    return this
  }

  #last() {
    return this.situation.events.slice(this.before.events.length)
  }
}

/** Whom a document asks now: holders by name, pools by their keys. */
export function askedNow(document: Document): readonly string[] {
  const open = Object.values(document.process?.assignments ?? {}).filter((each) => each.state === 'open')
  return open.map((each) => each.person ?? each.pool?.join('+') ?? '').sort()
}

/** The fold of everything that happened is the document as it stands. */
export function expectFolded({ events, document }: Situation): void {
  expect(events.reduce<Document | null>((folded, event) => evolve(folded, event), null)).toEqual(document)
}
