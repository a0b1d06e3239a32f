/** A value, or the reason why there is none. Refusals are values: whoever asks shows them, and nothing throws. */
export type Answer<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem }

export function answer<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function noAnswer<Problem>(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem }
}
