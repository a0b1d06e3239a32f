/**
 * A moment, as UTC text of one width: `YYYY-MM-DDTHH:mm:ss.sssZ`, years 0001 to 9999. Because the width never changes, text order is
 * time order, in JavaScript as in a column compared `collate "C"`.
 */
export type Instant = string

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const earliest = Date.parse('0001-01-01T00:00:00.000Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether a text is an instant that exists (no 31 February, no hour 24) in exactly the stored form. */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !shape.test(text)) return false
  const milliseconds = Date.parse(text)
  return milliseconds >= earliest && new Date(milliseconds).toISOString() === text
}

/** Whether a count of milliseconds since 1970 (UTC) can be written as an instant. */
export function isInRange(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && milliseconds >= earliest && milliseconds <= latest
}

/** Milliseconds since 1970 (UTC). A text that is no instant is a bug of the caller, who checks what comes from outside with `isInstant`. */
export function millisecondsOf(instant: Instant): number {
  const milliseconds = shape.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`)
  return milliseconds
}

/** The instant of a count of milliseconds since 1970 (UTC). What `isInRange` refuses is a bug of the caller. */
export function instantOf(milliseconds: number): Instant {
  if (!isInRange(milliseconds)) throw new RangeError(`no instant has ${milliseconds} milliseconds since 1970`)
  return new Date(milliseconds).toISOString()
}

/** Negative if `a` is earlier, positive if later, 0 if the same. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlierOf(a: Instant, b: Instant): Instant {
  return a <= b ? a : b
}

export function laterOf(a: Instant, b: Instant): Instant {
  return a >= b ? a : b
}

/** So many milliseconds later (or earlier, if negative), counted on no clock on a wall. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOf(millisecondsOf(instant) + milliseconds)
}

/** How many milliseconds lie between; negative if `to` is the earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return millisecondsOf(to) - millisecondsOf(from)
}
