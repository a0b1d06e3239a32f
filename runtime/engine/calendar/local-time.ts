/** A time on the wall clock, `HH:mm`, 00:00 to 23:59; as the end of working hours also 24:00. */
export type LocalTime = string

/** Milliseconds since midnight on the wall clock; undefined for what is no time. `24:00` only where an end may stand. */
export function wallOf(time: unknown, { end = false } = {}): number | undefined {
  const match = typeof time === 'string' ? /^(\d{2}):(\d{2})$/.exec(time) : null
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2])
  if (minutes > 59 || hours > 24 || (hours === 24 && (minutes > 0 || !end))) return undefined
  return (hours * 60 + minutes) * 60_000
}

/** `HH:mm` of milliseconds since midnight; what is below a minute is left out. */
export function timeOfWall(wall: number): LocalTime {
  const minutes = Math.floor(wall / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
