import type { Meter } from '../budget.ts'
import type { Program } from './program.ts'

/** Where each group begins and ends, the whole match first; -1 where a group took no part. */
export type Captures = readonly number[]

interface Thread {
  readonly at: number
  readonly captures: Captures
}

/**
 * Runs a program over a text (its code points) from a position, and finds the leftmost match, preferring what the
 * pattern prefers (Pike's machine; Cox, "Regular Expression Matching: the Virtual Machine Approach"). All ways are
 * followed side by side, each place of the program at most once for each character.
 */
export function execute(program: Program, text: readonly string[], from: number, meter: Meter | null): Captures | null {
  const { code } = program
  const blank: Captures = new Array((program.groups + 1) * 2).fill(-1)
  const seen = new Int32Array(code.length).fill(-1)
  let threads: Thread[] = []
  let found: Captures | null = null
  for (let position = from; position <= text.length; position++) {
    const next: Thread[] = []
    const add = (threads: Thread[], start: number, captures: Captures, here: number) => {
      // A stack of our own, for patterns nest; the later pushed is tried first.
      const stack: Thread[] = [{ at: start, captures }]
      while (stack.length > 0) {
        const thread = stack.pop()!
        if (seen[thread.at] === here) continue
        seen[thread.at] = here
        const instruction = code[thread.at]!
        switch (instruction.op) {
          case 'jump':
            stack.push({ at: instruction.to, captures: thread.captures })
            break
          case 'split':
            stack.push({ at: instruction.other, captures: thread.captures }, { at: instruction.to, captures: thread.captures })
            break
          case 'save':
            stack.push({ at: thread.at + 1, captures: thread.captures.with(instruction.slot, here) })
            break
          case 'begin':
            if (here === 0 || (program.multiline && text[here - 1] === '\n')) stack.push({ at: thread.at + 1, captures: thread.captures })
            break
          case 'end':
            if (here === text.length || (program.multiline && text[here] === '\n'))
              stack.push({ at: thread.at + 1, captures: thread.captures })
            break
          default:
            threads.push(thread)
        }
      }
    }
    if (position === from) add(threads, 0, blank, position)
    else if (!found) add(threads, 0, blank, position)
    if (threads.length === 0 && found) break
    meter?.spend(1 + (threads.length >> 6))
    for (const { at, captures } of threads) {
      const instruction = code[at]!
      if (instruction.op === 'match') {
        found = captures
        break
      }
      if (instruction.op === 'test' && position < text.length && instruction.test(text[position]!))
        add(next, at + 1, captures, position + 1)
    }
    threads = next
    if (found && threads.length === 0) break
  }
  return found
}
