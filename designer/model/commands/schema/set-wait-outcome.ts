import type { Route } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

export interface SetWaitOutcome {
  readonly node: string
  readonly index: number
  /** What the outcome is called; undefined: no name of its own, it is done. */
  readonly name: string | undefined
}

/**
 * Names how a wait ends when one of the things that it waits for comes true. The arrow and the deadline that spoke of the
 * outcome by its old name follow, unless another of these things still ends so.
 */
export const setWaitOutcome = defineCommand('set-wait-outcome', 'approval-schema', (schema, { node: id, index, name }: SetWaitOutcome) => {
  const node = nodeById(schema, id)
  const until = node?.kind === 'wait' ? node.until[index] : undefined
  if (node?.kind !== 'wait' || !until) return refused('no-such-thing')
  const words = name?.trim() ?? ''
  const on = words === '' ? undefined : idFrom(words, 'kebab', [])
  const before = until.on
  if (on === before) return edited(schema)
  const others = node.until.filter((_, at) => at !== index)
  const follows = !others.some((other) => other.on === before)
  const taken = schema.routes.some((route) => route.from === id && route.on === on)
  const renamed = (route: Route) =>
    follows && !taken && route.from === id && route.on === before ? patched(route, { on: on as string }) : route
  const deadline = node.deadline && {
    ...node.deadline,
    ...(node.deadline.steps && {
      steps: node.deadline.steps.map((step) =>
        follows && step.choose !== undefined && step.choose === (before ?? 'done') ? { ...step, choose: on ?? 'done' } : step,
      ),
    }),
  }
  const changed = withNode(schema, id, (each) =>
    each.kind === 'wait'
      ? patched({ ...each, until: each.until.map((one, at) => (at === index ? patched(one, { on: on as string }) : one)) }, { deadline })
      : each,
  )
  return edited({ ...changed, routes: changed.routes.map(renamed) }, { name: node.label })
})
