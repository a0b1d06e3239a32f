import type { ClockHolder } from './event.ts'
import type { Id } from './state.ts'

/** What a timer of the agenda is for: a step of a deadline, or a wait that is to be tried again. */
export type TimerKey =
  | { readonly kind: 'step'; readonly on: ClockHolder; readonly step: number; readonly round: number }
  | { readonly kind: 'wake'; readonly token: Id; readonly index: number }

/** The key of a deadline's step, the same at every reading. */
export function stepKey(on: ClockHolder, step: number, round: number): string {
  return on.kind === 'schema' ? `schema:${step}:${round}` : `${on.kind}:${on.id}:${step}:${round}`
}

/** The key of an alternative of a wait. */
export function wakeKey(token: Id, index: number): string {
  return `wake:${token}:${index}`
}

/** Reads a key; null where it is none. */
export function parseTimerKey(key: string): TimerKey | null {
  const [kind, ...rest] = key.split(':')
  if (kind === 'wake' && rest.length === 2) return { kind: 'wake', token: rest[0]!, index: Number(rest[1]) }
  if (kind === 'schema' && rest.length === 2) return { kind: 'step', on: { kind }, step: Number(rest[0]), round: Number(rest[1]) }
  if ((kind === 'assignment' || kind === 'token' || kind === 'block') && rest.length === 3) {
    return { kind: 'step', on: { kind, id: rest[0]! }, step: Number(rest[1]), round: Number(rest[2]) }
  }
  return null
}
