import { keyOf, type Target } from '../model/workspace.ts'

/** Above this it stays in memory only: the browser keeps about five million letters for all. */
const MOST = 1_000_000
const nameOf = (target: Target) => `dosar-text ${keyOf(target)}`
const memory = new Map<string, string>()

/** Text that is no definition yet, from before: a closed tab and a lost connection leave it. */
export function keptText(target: Target): string | null {
  const known = memory.get(nameOf(target))
  if (known !== undefined) return known
  try {
    return localStorage.getItem(nameOf(target))
  } catch {
    return null
  }
}

/** Keeps a text, or forgets it (null). */
export function keepText(target: Target, text: string | null): void {
  const name = nameOf(target)
  if (text === null) memory.delete(name)
  else memory.set(name, text)
  try {
    if (text === null || text.length > MOST) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {
    // A browser that keeps nothing still has it in memory.
  }
}
