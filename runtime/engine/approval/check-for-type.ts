import type {
  Action,
  AllowRule,
  ApprovalSchema,
  EditRule,
  ForkNode,
  SchemaNode,
  StageNode,
  WaitNode,
} from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { checkBraces } from '../card/check-braces.ts'
import { checkPath } from '../card/check-path.ts'
import { isDate, outsideLayout, shownFields } from '../card/check-type.ts'
import { type Field, isComputed } from '../card/field.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { checkAutomations } from '../reminder/check-steps.ts'
import { checkAsking } from './check-asking.ts'
import { checkDeadline } from './check-deadline.ts'
import { audience, condition, placeOf, type Standpoint, type Travel, tableAt } from './check-standpoint.ts'

/** Checks what a schema says about the cards and people of the documents that travel it. */
export function checkForType(world: World, schema: ApprovalSchema, type: DocumentType | null, checking: Checking): void {
  const travel: Travel = { world, schema, type, checking, nodes: new Map(schema.nodes.map((node) => [node.id, node])) }
  const nowhere: Standpoint = { items: new Map() }
  checkAllow(travel, schema.allow, '/allow')
  if (schema.deadline)
    checkDeadline(
      travel,
      schema.deadline,
      '/deadline',
      { ...nowhere, assignee: false },
      new Set((schema.anywhere ?? []).map(({ id }) => id)),
    )
  for (const [index, action] of (schema.anywhere ?? []).entries()) {
    checkAction(travel, action, `/anywhere/${index}`, nowhere, false)
    for (const [nth, id] of (action.notIn ?? []).entries())
      checking.exists('unknown-node', `/anywhere/${index}/notIn/${nth}`, id, travel.nodes)
  }
  audience(travel, schema.bar?.who, '/bar/who', { ...nowhere, assignee: false })
  for (const [index, node] of schema.nodes.entries()) checkNode(travel, node, `/nodes/${index}`)
  for (const [index, { from, when }] of schema.routes.entries())
    if (when !== undefined) condition(travel, when, `/routes/${index}/when`, { items: itemsAt(travel, from), me: false })
}

function checkNode(travel: Travel, node: SchemaNode, at: string): void {
  const { world, type, checking } = travel
  if (node.status !== undefined && type)
    checking.exists('unknown-status', `${at}/status`, node.status, new Set((type.statuses ?? []).map(({ id }) => id)), { type: type.id })
  const point: Standpoint = { items: itemsAt(travel, node.id) }
  switch (node.kind) {
    case 'stage':
      checkCommon(travel, node, at, { ...point, assignee: false })
      return
    case 'approval':
    case 'task': {
      const tables = type ? node.ask.flatMap(({ each }) => tableAt(travel, each, point) ?? []) : []
      const within: Standpoint = { ...point, ...(tables[0] && { row: tables[0] }) }
      checkCommon(travel, node, at, within)
      checkAsking(travel, node, at, within)
      return
    }
    case 'fork':
      checkFork(travel, node, at, point)
      return
    case 'wait':
      checkWait(travel, node, at, point)
      return
    case 'automation':
      checkAutomations(
        world,
        checking,
        `${at}/does`,
        node.does,
        { type, ...placeOf(travel, point), assignee: false, me: false, nodes: travel.nodes },
        'problem',
      )
  }
}

function checkCommon(
  travel: Travel,
  node: Pick<StageNode, 'edit' | 'actions' | 'deadline' | 'onEnter' | 'allow' | 'text' | 'needs'> & SchemaNode,
  at: string,
  point: Standpoint,
): void {
  const { world, type, checking } = travel
  checkEdit(travel, node.edit, `${at}/edit`, point)
  for (const [index, action] of (node.actions ?? []).entries()) checkAction(travel, action, `${at}/actions/${index}`, point, true)
  if (node.deadline) checkDeadline(travel, node.deadline, `${at}/deadline`, point, actionsOf(node))
  checkAutomations(
    world,
    checking,
    `${at}/onEnter`,
    node.onEnter,
    { type, ...placeOf(travel, point), assignee: false, me: false, nodes: travel.nodes },
    'problem',
  )
  checkAllow(travel, node.allow, `${at}/allow`)
  if (type) checkBraces(world, checking, `${at}/text`, node.text, { ...placeOf(travel, point), type }, 'message')
  checkNeeds(travel, node.needs, `${at}/needs`, point)
}

function checkFork(travel: Travel, node: ForkNode, at: string, point: Standpoint): void {
  if (node.each !== undefined && travel.type) {
    const end = checkPath(travel.world, travel.checking, `${at}/each`, node.each, { ...placeOf(travel, point), type: travel.type })
    if (end?.fields.some((field) => field.type !== 'table' && !field.many))
      travel.checking.problem('each-of-no-list', `${at}/each`, { field: node.each })
  }
  checkEdit(travel, node.edit, `${at}/edit`, point)
  for (const [index, action] of (node.actions ?? []).entries())
    checkAction(travel, action, `${at}/actions/${index}`, { ...point, assignee: false }, true)
  if (node.deadline) checkDeadline(travel, node.deadline, `${at}/deadline`, { ...point, assignee: false }, actionsOf(node))
}

function checkWait(travel: Travel, node: WaitNode, at: string, point: Standpoint): void {
  const { world, type, checking } = travel
  if (node.deadline)
    checkDeadline(travel, node.deadline, `${at}/deadline`, { ...point, assignee: false }, new Set(node.until.map(({ on }) => on ?? 'done')))
  for (const [index, until] of node.until.entries()) {
    const here = `${at}/until/${index}`
    if (until.date !== undefined && type) {
      const end = checkPath(world, checking, `${here}/date`, until.date, { ...placeOf(travel, point), type })
      if (end && !isDate(end.fields)) checking.problem('no-date', `${here}/date`, { field: until.date })
    }
    if (until.passed !== undefined) checking.exists('unknown-node', `${here}/passed`, until.passed, travel.nodes)
    if (until.when === undefined) continue
    const read = condition(travel, until.when, `${here}/when`, { ...point, me: false, today: false })
    // Nothing that it reads ever changes: it is true at once, or never.
    if (read && read.uses.length === 0) checking.problem('nothing-wakes', `${here}/when`, { source: until.when })
  }
}

function checkEdit(travel: Travel, rules: readonly EditRule[] | undefined, at: string, point: Standpoint): void {
  for (const [index, { who, fields }] of (rules ?? []).entries()) {
    audience(travel, who, `${at}/${index}/who`, point)
    for (const [nth, path] of (fields ?? []).entries()) checkFillable(travel, path, `${at}/${index}/fields/${nth}`, point, 'edit')
  }
}

function checkAction(travel: Travel, action: Action, at: string, point: Standpoint, resting: boolean): void {
  const { world, type, checking } = travel
  if (action.who) audience(travel, action.who, `${at}/who`, resting ? point : { ...point, assignee: false })
  if (action.when !== undefined) condition(travel, action.when, `${at}/when`, point)
  if (type) checkBraces(world, checking, `${at}/whenNot`, action.whenNot, { ...placeOf(travel, point), type }, 'screen')
  checkNeeds(travel, action.needs, `${at}/needs`, point)
  if (action.convert === undefined) return
  checking.problem('not-supported-yet', `${at}/convert`, { what: 'conversion' })
  if (type) checking.exists('unknown-conversion', `${at}/convert`, action.convert, new Set((type.conversions ?? []).map(({ id }) => id)))
}

function checkNeeds(travel: Travel, needs: readonly string[] | undefined, at: string, point: Standpoint): void {
  for (const [index, path] of (needs ?? []).entries()) checkFillable(travel, path, `${at}/${index}`, point, 'needs')
}

/** A field that somebody fills exists, is not calculated, runs already and stands in the form. */
function checkFillable(
  { world, type, checking, ...travel }: Travel,
  path: string,
  at: string,
  point: Standpoint,
  use: 'needs' | 'edit',
): void {
  if (!type) return
  const end = checkPath(world, checking, at, path, { ...placeOf({ world, type, checking, ...travel }, point), type })
  if (!end) return
  const [field] = end.fields
  if (field && (field.type === 'file' || field.type === 'signature'))
    checking.find(use === 'needs' ? 'problem' : 'hint', 'not-supported-yet', at, { what: field.type, field: path })
  const head = path.split('.', 1)[0]!
  const own = head === 'row' ? point.row?.id : head
  if (own !== undefined && type.fields.some(({ id }) => id === own) && !shownFields(type).has(own)) outsideLayout(checking, at, type, own)
  if (use === 'edit' && field && isComputed(field)) checking.problem('edit-of-calculated', at, { field: path })
  if (use === 'edit' && field?.retired) checking.hint('edit-of-retired', at, { field: path })
}

function checkAllow(travel: Travel, rules: readonly AllowRule[] | undefined, at: string): void {
  for (const [index, { who }] of (rules ?? []).entries()) audience(travel, who, `${at}/${index}/who`, { items: new Map() })
}

function actionsOf(node: SchemaNode): ReadonlySet<string> {
  if (node.kind === 'approval' && !node.actions?.length) return new Set(['approved', 'rejected'])
  if (node.kind === 'task' && !node.actions?.length) return new Set(['done'])
  return new Set('actions' in node ? (node.actions ?? []).map(({ id }) => id) : [])
}

/** The items of the branches around a node, by the names that their forks give them. */
function itemsAt(travel: Travel, node: string): ReadonlyMap<string, Field> {
  const items = new Map<string, Field>()
  const seen = new Set<string>()
  const first = travel.nodes.get(node)
  // The conditions of a fork's own branches know the item too.
  for (let fork = first?.kind === 'fork' ? first.id : first?.in; fork !== undefined && !seen.has(fork); fork = travel.nodes.get(fork)?.in) {
    seen.add(fork)
    const around = travel.nodes.get(fork)
    if (around?.kind !== 'fork' || around.as === undefined || items.has(around.as)) continue
    const list = tableAt(travel, around.each, { items: new Map() })
    if (list) items.set(around.as, list)
  }
  return items
}
