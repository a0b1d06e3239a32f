import type { ShownFinding } from '../model/findings.ts'
import type { Mark } from './flow-parts.ts'

/** The worst that was found at each step and at each arrow, to mark them on the canvas. */
export function marksOf(findings: readonly ShownFinding[]): {
  readonly steps: ReadonlyMap<string, Mark>
  readonly routes: ReadonlyMap<string, Mark>
} {
  const steps = new Map<string, Mark>()
  const routes = new Map<string, Mark>()
  for (const { level, jump } of findings) {
    const [marks, id] = jump?.route !== undefined ? [routes, jump.route] : [steps, jump?.node]
    if (id !== undefined && marks.get(id) !== 'problem') marks.set(id, level)
  }
  return { steps, routes }
}
