/** What came of reading JSON: its value, or why there is none, with the line and column where reading stopped. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'not-utf8' | 'not-json'; readonly facts: Readonly<Record<string, string | number>> }

/** Reads JSON from the bytes of a file: UTF-8, with or without a byte order mark. */
export function parseJson(bytes: Uint8Array): JsonRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, code: 'not-utf8', facts: {} }
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, code: 'not-json', facts: placeOf(text, error instanceof Error ? error.message : '') }
  }
}

/** Line and column, from 1. The platform says a position, or that the text ended. */
function placeOf(text: string, message: string): Readonly<Record<string, string | number>> {
  const position = /at position (\d+)/.exec(message)?.[1]
  const before = text.slice(0, position === undefined ? text.length : Number(position))
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, found: foundAt(text, before.length) }
}

function foundAt(text: string, position: number): string {
  return text
    .slice(position, position + 20)
    .split('\n')[0]!
    .trim()
}
