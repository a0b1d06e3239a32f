import { DEEPEST_JSON, jsonFault } from './json-fault.ts'

/** What came of reading JSON: its value, or why there is none, with the line and column where reading stopped. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly code: 'not-utf8' | 'not-json' | 'nested-too-deep'
      readonly facts: Readonly<Record<string, string | number>>
    }

/** Reads JSON from the bytes of a file: UTF-8, with or without a byte order mark, nested no deeper than definitions are. */
export function parseJson(bytes: Uint8Array): JsonRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, code: 'not-utf8', facts: {} }
  }
  const fault = jsonFault(text)
  if (!fault) return { ok: true, value: JSON.parse(text) as unknown }
  const { line, column } = placeOf(text, fault.at)
  return fault.kind === 'too-deep'
    ? { ok: false, code: 'nested-too-deep', facts: { line, column, limit: DEEPEST_JSON } }
    : { ok: false, code: 'not-json', facts: { line, column, found: wordAt(text, fault.at) } }
}

/** Line and column, from 1. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** What stands there, for a sentence; empty at the end of the text. */
function wordAt(text: string, at: number): string {
  return text
    .slice(at, at + 20)
    .split('\n')[0]!
    .trim()
}
