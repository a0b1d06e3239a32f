/** How much one evaluation may do. */
export interface Budget {
  /** Calls of functions, rounds of loops, items looked at. */
  readonly steps: number
  /** Length of a text, a list or a numeric range that is made. */
  readonly size: number
}

export const DEFAULT_BUDGET: Budget = { steps: 100_000, size: 100_000 }

/**
 * Thrown by `evaluate` when an expression asks for more than its budget; the one exception that callers must
 * catch, treat as blank and report, because a blank that came of being too slow must not pass for an answer.
 */
export class BudgetExceeded extends Error {
  readonly code = 'budget-exceeded'
  readonly limit: 'steps' | 'size'
  constructor(limit: 'steps' | 'size') {
    super(`expression exceeded its budget of ${limit}`)
    this.name = 'BudgetExceeded'
    this.limit = limit
  }
}

/** Counts down through one evaluation. */
export class Meter {
  steps: number
  readonly size: number
  depth = 0
  constructor(budget: Budget) {
    this.steps = budget.steps
    this.size = budget.size
  }
  step(): void {
    if (--this.steps < 0) throw new BudgetExceeded('steps')
  }
  spend(steps: number): void {
    this.steps -= steps
    if (this.steps < 0) throw new BudgetExceeded('steps')
  }
  /** A function may look at all of a long text or list, so they cost by their length. */
  read(value: unknown): void {
    if (typeof value === 'string') {
      if (value.length >= 64) this.spend(value.length >> 6)
    } else if (Array.isArray(value) && value.length >= 8) this.spend(value.length >> 3)
  }
  fits(size: number): void {
    if (size > this.size) throw new BudgetExceeded('size')
  }
  /** Functions that call functions: the machine's stack is a budget too. */
  deeper<T>(most: number, call: () => T): T {
    this.step()
    if (++this.depth > most) throw new BudgetExceeded('steps')
    const result = call()
    this.depth--
    return result
  }
}
