import type { Action, ApprovalSchema, Deadline, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Checking } from '../checking.ts'
import { isActionOf } from './block-graph.ts'
import { outcomesOf } from './outcomes.ts'

/**
 * Every action and every outcome has a route that is always found, routes leave on what can come of their node, every
 * decision and every fork that may start nothing has an `otherwise`, and every button has somebody who may press it.
 */
export function checkOutcomes(schema: ApprovalSchema, checking: Checking): void {
  const routes = new Map<string, { route: Route; index: number }[]>()
  for (const [index, route] of schema.routes.entries()) routes.set(route.from, [...(routes.get(route.from) ?? []), { route, index }])
  const from = (id: string) => routes.get(id) ?? []
  for (const [index, node] of schema.nodes.entries()) checkNode(node, from(node.id), checking, `/nodes/${index}`)
  for (const [index, action] of (schema.anywhere ?? []).entries()) {
    const at = `/anywhere/${index}`
    checkWho(action, chosenBy(schema.deadline), checking, at)
    checkRouted(from('anywhere'), action.id, 'anywhere', action.retired, checking, at)
  }
  checkRoutesOf('anywhere', new Set((schema.anywhere ?? []).map(({ id }) => id)), from('anywhere'), checking)
}

type Routes = readonly { readonly route: Route; readonly index: number }[]

function checkNode(node: SchemaNode, routes: Routes, checking: Checking, at: string): void {
  switch (node.kind) {
    case 'stage':
      for (const [index, action] of (node.actions ?? []).entries()) {
        const here = `${at}/actions/${index}`
        checkWho(action, chosenBy(node.deadline), checking, here)
        checkRouted(routes, action.id, node.id, action.retired, checking, here)
      }
      checkRoutesOf(node.id, new Set((node.actions ?? []).map(({ id }) => id)), routes, checking)
      return
    case 'approval':
    case 'task': {
      const outcomes = outcomesOf(node)
      for (const [index, { id, action }] of outcomes.entries()) {
        const here = action ? `${at}/actions/${index}` : at
        if (action?.who) checking.hint('who-is-asked', `${here}/who`, { action: id })
        checkRouted(routes, id, node.id, action?.retired, checking, here)
      }
      if (!outcomes.some(({ counts, action }) => counts === 'for' && !action?.retired))
        checking.problem('nothing-counts-for', `${at}/actions`, { node: node.id })
      checkRoutesOf(node.id, new Set(outcomes.map(({ id }) => id)), routes, checking)
      return
    }
    case 'decision':
      if (routes.length === 0 || !routes.some(({ route }) => route.otherwise))
        checking.problem('decision-without-otherwise', at, { node: node.id }, addOtherwise(node.id))
      for (const { route, index } of routes)
        if (!route.otherwise && route.when === undefined)
          checking.problem(
            'route-without-when',
            `/routes/${index}`,
            { from: node.id, to: route.to },
            { code: 'make-otherwise', facts: { route: index } },
          )
      checkRoutesOf(node.id, new Set(), routes, checking)
      return
    case 'fork': {
      const starting = routes.filter(({ route }) => !isActionOf(node, route))
      for (const [index, action] of (node.actions ?? []).entries()) {
        const here = `${at}/actions/${index}`
        checkWho(action, chosenBy(node.deadline), checking, here)
        checkRouted(routes, action.id, node.id, action.retired, checking, here)
      }
      const sure = node.each === undefined && starting.some(({ route }) => route.when === undefined && !route.otherwise)
      if (starting.length === 0) checking.problem('fork-starts-nothing', at, { node: node.id })
      else if (!sure && !starting.some(({ route }) => route.otherwise))
        checking.problem('fork-without-otherwise', at, { node: node.id }, addOtherwise(node.id))
      if (node.as !== undefined && node.each === undefined) checking.problem('as-without-each', `${at}/as`, { node: node.id })
      checkRoutesOf(node.id, new Set((node.actions ?? []).map(({ id }) => id)), routes, checking, true)
      return
    }
    case 'join':
      checkSure(
        routes.filter(({ route }) => route.on === undefined),
        node.id,
        'done',
        checking,
        at,
      )
      checkSure(
        routes.filter(({ route }) => route.on === 'unreached'),
        node.id,
        'unreached',
        checking,
        at,
      )
      checkRoutesOf(node.id, new Set(['unreached']), routes, checking, true)
      return
    case 'wait': {
      const outcomes = new Set(node.until.map(({ on }) => on ?? 'done'))
      for (const on of outcomes) checkRouted(routes, on, node.id, undefined, checking, at, on === 'done')
      checkRoutesOf(node.id, outcomes, routes, checking, true)
      return
    }
    case 'automation':
      checkRouted(routes, 'done', node.id, undefined, checking, at, true)
      checkRoutesOf(node.id, new Set(['done']), routes, checking, true)
      return
    case 'end':
      for (const { index } of routes) checking.problem('route-from-end', `/routes/${index}`, { from: node.id })
  }
}

function addOtherwise(node: string) {
  return { code: 'add-otherwise', facts: { node } }
}

function checkRouted(
  routes: Routes,
  outcome: string,
  node: string,
  retired: true | undefined,
  checking: Checking,
  at: string,
  plain = false,
): void {
  if (retired) return
  const found = routes.filter(({ route }) => route.on === outcome || (plain && route.on === undefined))
  const facts = { node, outcome }
  if (found.length === 0) checking.problem('outcome-without-route', at, facts, { code: 'draw-route', facts })
  else checkSure(found, node, outcome, checking, at)
}

/** Where every route has a condition, all of them may fail. */
function checkSure(routes: Routes, node: string, outcome: string, checking: Checking, at: string): void {
  if (routes.length > 0 && routes.every(({ route }) => route.when !== undefined && !route.otherwise))
    checking.problem('outcome-without-otherwise', at, { node, outcome }, addOtherwise(node))
}

/** Routes that leave on nothing that can come of their node. */
function checkRoutesOf(node: string, outcomes: ReadonlySet<string>, routes: Routes, checking: Checking, plain = false): void {
  const after = new Map<string, number>()
  for (const { route, index } of routes) {
    const at = `/routes/${index}`
    if (route.on !== undefined) checking.exists('unknown-outcome', `${at}/on`, route.on, outcomes, { node })
    else if (!plain && outcomes.size > 0) checking.problem('route-without-outcome', at, { from: node, to: route.to })
    if (route.otherwise && route.when !== undefined) checking.problem('otherwise-with-when', at, { from: node, to: route.to })
    if ((route.atMost === undefined) !== (route.then === undefined))
      checking.problem('at-most-without-then', at, { from: node, to: route.to })
    const earlier = after.get(route.on ?? '')
    if (earlier !== undefined && route.when === undefined && !plain)
      checking.problem('second-route', at, { from: node, to: route.to, outcome: route.on ?? '' })
    if (route.when === undefined && !route.otherwise && route.on !== undefined) after.set(route.on, index)
  }
}

function chosenBy(deadline: Deadline | undefined): ReadonlySet<string> {
  return new Set((deadline?.steps ?? []).flatMap(({ choose }) => (choose === undefined ? [] : [choose])))
}

/** A button has somebody who may press it; an empty list leaves it to a deadline. */
function checkWho(action: Action, chosen: ReadonlySet<string>, checking: Checking, at: string): void {
  if (action.retired) return
  if (action.who === undefined) checking.problem('action-without-who', at, { action: action.id }, { code: 'add-who', facts: { path: at } })
  else if (action.who.length === 0 && !chosen.has(action.id)) checking.problem('action-of-nobody', `${at}/who`, { action: action.id })
}
