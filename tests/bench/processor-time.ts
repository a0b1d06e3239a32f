// Processor time of processes and their children, from the kernel's own books. Where there is no /proc, not known.
import { readdirSync, readFileSync } from 'node:fs'

const tick = 1 / 100

interface Stat {
  readonly parent: number
  /** Seconds of the process itself, and of its children that have ended. */
  readonly own: number
  readonly ended: number
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index]) * tick
    return { parent: Number(fields[1]), own: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return null
  }
}

/** Seconds of processor time that a process and all its children have used; null where the system does not tell. */
export function processorSeconds(pid: number): number | null {
  const own = statOf(pid)
  if (!own) return null
  let seconds = own.own + own.ended
  for (const name of readdirSync('/proc')) {
    const child = /^\d+$/.test(name) ? statOf(Number(name)) : null
    if (child?.parent === pid) seconds += child.own + child.ended
  }
  return seconds
}

/** Memory that a process holds, in megabytes; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}
