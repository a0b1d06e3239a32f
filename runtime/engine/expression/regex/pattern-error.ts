/** Thrown inside this folder only; `parsePattern` turns it into a refusal. */
export class PatternError extends Error {
  readonly reason: 'syntax' | 'back-reference'
  constructor(reason: 'syntax' | 'back-reference') {
    super(reason)
    this.reason = reason
  }
}
