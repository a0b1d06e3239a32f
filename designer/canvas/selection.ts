import type { RouteKey } from '../model/schema-graph.ts'

/** What is chosen on the canvas: steps, one arrow, what may be done anywhere, or the schema itself where nothing is. */
export interface Selection {
  readonly steps: readonly string[]
  readonly route: RouteKey | null
  readonly anywhere: boolean
}

export const nothing: Selection = { steps: [], route: null, anywhere: false }
export const ofSteps = (...steps: readonly string[]): Selection => ({ ...nothing, steps })
export const ofRoute = (route: RouteKey): Selection => ({ ...nothing, route })
export const anywhere: Selection = { ...nothing, anywhere: true }

/** The selection without what is no longer there: what somebody else, or undoing, took away. */
export function stillThere(selection: Selection, steps: ReadonlySet<string>, routes: ReadonlySet<RouteKey>): Selection {
  const kept = selection.steps.filter((id) => steps.has(id))
  const route = selection.route !== null && routes.has(selection.route) ? selection.route : null
  return kept.length === selection.steps.length && route === selection.route ? selection : { ...selection, steps: kept, route }
}
