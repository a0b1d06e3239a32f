import type { Finding } from '../../schemas/finding.ts'
import type { ReadDefinition } from './open-workspace.ts'
import type { Definition, EditedKind } from './workspace.ts'

/** No definition that people wrote is longer: the largest of ours has 40 kB. */
export const LONGEST_SOURCE = 1_000_000

/** Why a text is no definition: it is too long, no JSON, another definition's, or what its schema says. */
export type SourceProblem =
  | { readonly code: 'too-long'; readonly found: number; readonly expected: number }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number }
  | { readonly code: 'other-id'; readonly found: string; readonly expected: string }
  | { readonly code: 'schema'; readonly findings: readonly Finding[] }

export type ReadSource = { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly problem: SourceProblem }

/** Reads the text form of a definition. Whatever stands there, nothing is changed by it. */
export function readSource(
  text: string,
  { kind, id }: { readonly kind: EditedKind; readonly id: string },
  read: ReadDefinition,
): ReadSource {
  if (text.length > LONGEST_SOURCE) return { ok: false, problem: { code: 'too-long', found: text.length, expected: LONGEST_SOURCE } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, problem: { code: 'not-json', ...placeOf(text, error) } }
  }
  const parsed = read(kind, value)
  if (!parsed.ok) return { ok: false, problem: { code: 'schema', findings: parsed.findings } }
  if (parsed.definition.id !== id) return { ok: false, problem: { code: 'other-id', found: parsed.definition.id, expected: id } }
  return { ok: true, definition: parsed.definition }
}

/** The text form: two spaces, short lists and objects on one line, so that a step of a schema can be taken in at a glance. */
export function sourceOf(definition: Definition): string {
  return `${written(definition, 0)}\n`
}

const WIDTH = 120

function written(value: unknown, depth: number): string {
  const inLine = JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return inLine
  const short = spaced(value)
  if (depth > 0 && short.length + depth * 2 <= WIDTH) return short
  const indent = '  '.repeat(depth + 1)
  const end = '  '.repeat(depth)
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[\n${value.map((item) => `${indent}${written(item, depth + 1)}`).join(',\n')}\n${end}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return entries.length === 0
    ? '{}'
    : `{\n${entries.map(([key, one]) => `${indent}${JSON.stringify(key)}: ${written(one, depth + 1)}`).join(',\n')}\n${end}}`
}

function spaced(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`).join(', ')} }`
}

/** Engines say the place in different words; where none is told, the end of the text. */
function placeOf(text: string, error: unknown): { line: number; column: number } {
  const message = error instanceof Error ? error.message : ''
  const told = /line (\d+) column (\d+)/.exec(message)
  if (told) return { line: Number(told[1]), column: Number(told[2]) }
  const position = /position (\d+)/.exec(message)
  const before = text.slice(0, position ? Number(position[1]) : text.length).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
