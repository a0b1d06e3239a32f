import type { Test } from './character-class.ts'
import type { PatternNode } from './parse-pattern.ts'

/** An instruction of the machine; `to` and `other` are places in the program, `to` is tried first. */
export type Instruction =
  | { readonly op: 'test'; readonly test: Test }
  | { readonly op: 'split'; to: number; other: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'begin' | 'end' | 'match' }

export interface Program {
  readonly code: readonly Instruction[]
  readonly groups: number
  readonly multiline: boolean
}

const MAX_CODE = 5000

/** Null where counted repetitions make it too large. */
export function assemble(node: PatternNode, groups: number, { multiline }: { multiline: boolean }): Program | null {
  const code: Instruction[] = [{ op: 'save', slot: 0 }]
  if (!emit(node, code)) return null
  code.push({ op: 'save', slot: 1 }, { op: 'match' })
  return { code, groups, multiline }
}

function emit(node: PatternNode, code: Instruction[]): boolean {
  if (code.length > MAX_CODE) return false
  switch (node.kind) {
    case 'empty':
      return true
    case 'test':
      code.push({ op: 'test', test: node.test })
      return true
    case 'begin':
    case 'end':
      code.push({ op: node.kind })
      return true
    case 'sequence':
      return node.parts.every((part) => emit(part, code))
    case 'choice':
      return emitChoice(node.parts, code)
    case 'group': {
      code.push({ op: 'save', slot: node.index * 2 })
      if (!emit(node.inner, code)) return false
      code.push({ op: 'save', slot: node.index * 2 + 1 })
      return true
    }
    case 'repeat':
      return emitRepeat(node, code)
  }
}

function emitChoice(parts: readonly PatternNode[], code: Instruction[]): boolean {
  const jumps: { to: number }[] = []
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    const split = { op: 'split' as const, to: code.length + 1, other: 0 }
    if (!last) code.push(split)
    if (!emit(part, code)) return false
    if (last) break
    const jump = { op: 'jump' as const, to: 0 }
    code.push(jump)
    jumps.push(jump)
    split.other = code.length
  }
  for (const jump of jumps) jump.to = code.length
  return true
}

function emitRepeat({ inner, least, most, greedy }: PatternNode & { kind: 'repeat' }, code: Instruction[]): boolean {
  for (let i = 0; i < least; i++) if (!emit(inner, code)) return false
  if (most === Infinity) {
    const start = code.length
    const split = { op: 'split' as const, to: 0, other: 0 }
    code.push(split)
    if (!emit(inner, code)) return false
    code.push({ op: 'jump', to: start })
    direct(split, start + 1, code.length, greedy)
    return true
  }
  const splits: { at: number; split: { op: 'split'; to: number; other: number } }[] = []
  for (let i = least; i < most; i++) {
    const split = { op: 'split' as const, to: 0, other: 0 }
    splits.push({ at: code.length, split })
    code.push(split)
    if (!emit(inner, code)) return false
  }
  for (const { at, split } of splits) direct(split, at + 1, code.length, greedy)
  return true
}

function direct(split: { to: number; other: number }, inside: number, outside: number, greedy: boolean): void {
  split.to = greedy ? inside : outside
  split.other = greedy ? outside : inside
}
