// How values come out of both stores: the same text gives the same JavaScript value, whichever driver read it.
// bigint becomes a number (our counters stay below 2^53), an instant ISO text of one width, other dates stay text.

const asIs = (text: string): string => text

/** `2026-11-23 09:00:00.5+00` as `2026-11-23T09:00:00.500Z`. Sessions run in UTC; another zone is converted. */
export function instantText(text: string): string {
  if (text.endsWith('+00') && text.charCodeAt(4) === 45 && !text.endsWith('BC')) {
    const point = text.indexOf('.', 19)
    const fraction =
      point < 0
        ? '000'
        : text
            .slice(point + 1, -3)
            .padEnd(3, '0')
            .slice(0, 3)
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
  }
  const date = new Date(text.replace(' ', 'T'))
  return Number.isNaN(date.getTime()) ? text : date.toISOString()
}

/** `2026-11-23T09:00:00.5+00:00`, as PostgreSQL writes an instant into JSON, as `2026-11-23T09:00:00.500Z`. */
export const instantInJson = (text: string): string => instantText(text.replace('T', ' ').replace('+00:00', '+00'))

const safeNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is too large for a number: select it as text`)
  return number
}

/** By PostgreSQL's type id. Arrays of dates stay raw text: no table has one. */
export const parsersOf: Record<number, (text: string) => unknown> = {
  20: safeNumber,
  1184: instantText,
  1082: asIs,
  1083: asIs,
  1114: asIs,
  1186: asIs,
  1700: asIs,
  1231: asIs,
  1115: asIs,
  1182: asIs,
  1185: asIs,
  1187: asIs,
}

/** JSON parameters may be given as values or as JSON text already made. A string is always JSON text. */
export const jsonParameter = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const instantParameter = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)
