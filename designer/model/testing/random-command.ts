import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../schemas/generated/audience.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { copyNodes } from '../clip.ts'
import type { Command, CommandType } from '../commands.ts'
import type { Draft } from '../draft.ts'
import { routeKeys } from '../schema-graph.ts'

/** A source of whole numbers from 0 up to (not with) a bound. */
export type Dice = (below: number) => number

const labels = ['Review', 'Draft', 'Aviz juridic', 'Проверка', '***', 'number', 'Ștampilă', 'if', '2nd look', 'Review']
const audiences: Audience[] = [
  [],
  [{ role: 'lawyer' }],
  [{ the: 'author' }],
  [{ group: 'finance' }, { managerOf: 'author' }],
  [{ field: 'responsible' }],
]
const conditions = ['amount > 100', 'status = "open"', 'amount > 5 and reason = "papers"', 'count(parts) > 0', 'signedOn = null']
const durations = ['P1D', 'P2D', 'PT4H', 'P1W']
const nodeKinds = ['stage', 'approval', 'task', 'decision', 'fork', 'wait', 'automation', 'end'] as const
const fieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'person',
  'link',
  'table',
  'file',
  'rating',
  'percent',
] as const

/** One random command for a definition; made of what is there, and now and then of what is not. Its arguments are of their types. */
export function randomCommand(draft: Draft, type: CommandType, dice: Dice): Command {
  const one = <T>(list: readonly T[]): T => list[dice(list.length)]!
  const some = <T>(list: readonly T[]): T | undefined => (list.length > 0 ? one(list) : undefined)
  const label = () => one(labels)
  const who = () => one(audiences)
  const when = () => (dice(4) === 0 ? undefined : one(conditions))
  const schema = draft.body as Partial<ApprovalSchema>
  const doc = draft.body as Partial<DocumentType>
  const nodes = schema.nodes ?? []
  const node = () => some(nodes)?.id ?? 'none'
  const fork = () => some(nodes.filter(({ kind }) => kind === 'fork'))?.id ?? 'none'
  const asking = () => some(nodes.filter(({ kind }) => kind === 'approval' || kind === 'task'))?.id ?? node()
  const waiting = () => some(nodes.filter(({ kind }) => kind === 'wait'))?.id ?? node()
  const acting = () =>
    dice(4) === 0 ? 'anywhere' : (some(nodes.filter((each) => ['stage', 'approval', 'task', 'fork'].includes(each.kind)))?.id ?? node())
  const route = () => (schema.routes ? (some(routeKeys(schema as ApprovalSchema)) ?? 'none') : 'none')
  const actionOf = (id: string) => {
    const actions =
      id === 'anywhere' ? schema.anywhere : (nodes.find((each) => each.id === id) as { actions?: { id: string }[] } | undefined)?.actions
    return some(actions ?? [])?.id ?? 'approved'
  }
  const automated = () => some(nodes.filter(({ kind }) => kind === 'automation'))?.id ?? node()
  const xy = (): [number, number] => [dice(2000), dice(900)]
  const newNode = () => ({ kind: one(nodeKinds), label: label(), ...(dice(2) === 0 && { branches: ['One', 'Two'] }) })
  const fields = doc.fields ?? []
  const path = () => {
    const field = some(fields)
    if (field?.type === 'table' && dice(2) === 0) return `${field.id}.${some(field.fields)?.id}`
    return field?.id ?? 'none'
  }
  const choice = () => some(fields.filter((field) => field.type === 'choice' && typeof field.options !== 'string'))
  const optionOf = (id: string | undefined) => {
    const field = fields.find((each) => each.id === id)
    return (field?.type === 'choice' && typeof field.options !== 'string' && some(field.options)?.id) || 'none'
  }
  const tab = () => some(doc.layout ?? [])?.id ?? 'main'
  const section = (of: string) => some(doc.layout?.find(({ id }) => id === of)?.sections ?? [])?.id ?? 'all'
  const place = () => {
    const of = tab()
    return { tab: of, section: section(of), column: dice(3), row: dice(5) }
  }
  const directory = draft.body as Partial<Directory>
  const item = () => some(directory.items ?? [])?.id ?? 'none'
  const column = () => some(directory.columns ?? [])?.id ?? 'none'
  const step = () => ({ at: one(['-P2D', 'P0D', 'P1D']), tell: who() })
  const steps = () => (draft.kind === 'approval-schema' && dice(3) > 0 ? { node: node() } : {})
  const index = () => dice(3)
  switch (type) {
    case 'add-node':
      return { type, ...newNode(), xy: xy(), ...(dice(2) === 0 && { from: { node: node() } }), ...(dice(4) === 0 && { in: fork() }) }
    case 'insert-node-on-route':
      return { type, ...newNode(), route: route() }
    case 'remove-nodes':
      return { type, nodes: dice(2) === 0 ? [node()] : [node(), node()] }
    case 'move-nodes':
      return { type, to: { [node()]: xy(), [node()]: xy() } }
    case 'connect-nodes':
      return { type, from: dice(6) === 0 ? 'anywhere' : node(), to: node(), ...(dice(3) === 0 && { when: one(conditions) }) }
    case 'reconnect-route':
      return { type, route: route(), ...(dice(2) === 0 ? { to: node() } : { from: node() }) }
    case 'remove-route':
      return { type, route: route() }
    case 'set-route-condition':
      return { type, route: route(), when: when() }
    case 'set-route-outcome':
      return { type, route: route(), on: one(['approved', 'rejected', undefined]) }
    case 'set-route-otherwise':
      return { type, route: route(), otherwise: dice(2) === 0 }
    case 'set-route-limit':
      return { type, route: route(), limit: dice(3) === 0 ? null : { atMost: 1 + dice(4), then: node() } }
    case 'set-wait-outcome':
      return { type, node: waiting(), index: index(), name: one(['Signed', 'Not in time', undefined]) }
    case 'set-route-arrival':
      return { type, route: route(), counts: dice(2) === 0 }
    case 'move-route':
      return { type, route: route(), to: index() }
    case 'set-node-property':
      return one<Command>([
        { type, node: node(), property: 'color', value: one(['green', undefined]) },
        { type, node: asking(), property: 'rule', value: one(['all', 'any', { atLeast: 2 }]) },
        { type, node: node(), property: 'status', value: one(['open', undefined]) },
        { type, node: asking(), property: 'except', value: who() },
        { type, node: asking(), property: 'ask', value: [] },
        { type, node: node(), property: 'edit', value: one([[], [{ who: who(), fields: ['amount'] }]]) },
        { type, node: node(), property: 'until', value: [{ after: one(durations) }] },
      ])
    case 'set-start':
      return { type, node: node() }
    case 'add-line':
      return { type, node: asking(), who: who(), ...(dice(2) === 0 && { ifNobody: true }), take: one(['one', 'each']) }
    case 'remove-line':
    case 'move-line': {
      const of = some(nodes.filter((each) => 'ask' in each && each.ask.length > 1))?.id ?? asking()
      const lines = (nodes.find(({ id }) => id === of) as { ask?: { id: string }[] } | undefined)?.ask ?? []
      const line = some(lines)?.id ?? 'none'
      return type === 'move-line' ? { type, node: of, line, to: index() } : { type, node: of, line }
    }
    case 'set-line-property': {
      const of = asking()
      const line = some((nodes.find(({ id }) => id === of) as { ask?: { id: string }[] } | undefined)?.ask ?? [])?.id ?? 'none'
      return one<Command>([
        { type, node: of, line, property: 'take', value: one(['one', 'each']) },
        { type, node: of, line, property: 'who', value: one([undefined, who()]) },
        { type, node: of, line, property: 'when', value: when() },
      ])
    }
    case 'set-deadline':
      return {
        type,
        ...(dice(4) > 0 && { node: node() }),
        deadline: one([null, { within: one(durations) }, { on: 'signedOn' }, { in: 'working-time' }, { reason: 'late-reasons' }]),
      }
    case 'add-action':
      return { type, node: acting(), label: label(), ...(dice(2) === 0 && { to: node() }), ...(dice(2) === 0 && { who: who() }) }
    case 'remove-action':
    case 'move-action': {
      const of = acting()
      return type === 'move-action' ? { type, node: of, action: actionOf(of), to: index() } : { type, node: of, action: actionOf(of) }
    }
    case 'set-action-property': {
      const of = acting()
      return one<Command>([
        { type, node: of, action: actionOf(of), property: 'who', value: who() },
        { type, node: of, action: actionOf(of), property: 'label', value: label() },
        { type, node: of, action: actionOf(of), property: 'comment', value: one(['required', 'allowed']) },
        { type, node: of, action: actionOf(of), property: 'notIn', value: [node()] },
      ])
    }
    case 'wrap-in-block':
      return { type, nodes: [node(), node()], label: label() }
    case 'unwrap-block':
      return { type, fork: fork() }
    case 'move-into-block':
      return { type, node: node(), fork: fork() }
    case 'move-out-of-block':
      return { type, node: some(nodes.filter((each) => each.in !== undefined))?.id ?? node() }
    case 'set-schema-property':
      return one<Command>([
        { type, property: 'allow', value: one([undefined, [{ can: ['delegate'], who: who() }]]) },
        { type, property: 'label', value: label() },
      ])
    case 'auto-layout':
      return { type }
    case 'paste-nodes':
      return {
        type,
        clip: schema.nodes ? copyNodes(schema as ApprovalSchema, [node(), node(), node()]) : { dosar: 'steps', nodes: [], routes: [] },
      }
    case 'add-time-step':
      return { type, ...steps(), step: step() }
    case 'remove-time-step':
      return { type, ...steps(), index: index() }
    case 'move-time-step':
      return { type, ...steps(), from: index(), to: index() }
    case 'set-time-step':
      return {
        type,
        ...steps(),
        index: index(),
        step: one([{ tell: undefined }, { tell: who() }, { at: 'P3D' }, { every: 'P1D', atMost: 4 }, { by: [] }]),
      }
    case 'add-automation':
      return { type, node: node(), does: one([{ do: 'register' }, { do: 'set', set: { signedOn: 'today()' } }]) }
    case 'remove-automation':
      return { type, node: automated(), index: dice(2) }
    case 'move-automation':
      return { type, node: node(), from: index(), to: index() }
    case 'set-automation':
      return { type, node: node(), index: index(), does: { do: 'notify', who: who(), text: 'x' } }
    case 'add-field':
      return {
        type,
        fieldType: one(fieldTypes),
        label: label(),
        ...(dice(3) === 0 && { table: 'parts' }),
        ...(dice(2) === 0 && { place: place() }),
        at: index(),
      }
    case 'restore-field':
      return { type, field: some(fields.filter(({ retired }) => retired))?.id ?? path() }
    case 'remove-field':
    case 'retire-field':
      return { type, field: path() }
    case 'move-field':
      return { type, field: path(), to: index() }
    case 'set-field-property':
      return one<Command>([
        { type, field: path(), property: 'required', value: dice(2) === 0 },
        { type, field: path(), property: 'requiredWhen', value: when() },
        { type, field: path(), property: 'help', value: one(['Help', undefined]) },
        { type, field: path(), property: 'unique', value: true },
        { type, field: path(), property: 'currency', value: one(['EUR', undefined]) },
        { type, field: path(), property: 'to', value: one([['company'], []]) },
      ])
    case 'set-formula':
      return { type, field: path(), formula: one(['amount * 2', undefined, ' ']) }
    case 'set-rollup':
      return { type, field: path(), rollup: one([undefined, { of: 'parts', sum: 'price' }, { of: 'parts', count: true }]) }
    case 'place-cell':
      return { type, cell: one([path().split('.')[0]!, { list: 'requests' }, { block: 'files' }]), place: place() }
    case 'unplace-cell':
      return { type, cell: path() }
    case 'add-tab':
      return { type, tab: label(), at: index() }
    case 'remove-tab':
      return { type, tab: tab() }
    case 'move-tab':
      return { type, tab: tab(), to: index() }
    case 'set-tab-property':
      return { type, tab: tab(), set: one([{ tab: label() }, { when: when() }]) }
    case 'add-section':
      return { type, tab: tab(), ...(dice(2) === 0 && { title: label() }), columns: dice(6) }
    case 'remove-section':
    case 'move-section':
    case 'set-section-property':
    case 'set-column-count': {
      const of = tab()
      const at = { tab: of, section: section(of) }
      if (type === 'remove-section') return { type, ...at }
      if (type === 'move-section') return { type, ...at, toTab: tab(), to: index() }
      return type === 'set-column-count'
        ? { type, ...at, count: dice(6) }
        : { type, ...at, set: one([{ title: label() }, { title: undefined }, { when: when() }]) }
    }
    case 'add-option':
      return { type, field: choice()?.id ?? path(), label: label(), at: index() }
    case 'remove-option':
    case 'move-option':
    case 'set-option': {
      const field = choice()?.id ?? path()
      const option = optionOf(field)
      if (type === 'remove-option') return { type, field, option }
      return type === 'move-option'
        ? { type, field, option, to: index() }
        : { type, field, option, set: one([{ label: label() }, { color: 'red' }]) }
    }
    case 'add-status':
      return { type, label: label(), ...(dice(2) === 0 && { closed: true }) }
    case 'remove-status':
      return { type, status: some(doc.statuses ?? [])?.id ?? 'none' }
    case 'move-status':
      return { type, status: some(doc.statuses ?? [])?.id ?? 'none', to: index() }
    case 'set-status':
      return {
        type,
        status: some(doc.statuses ?? [])?.id ?? 'none',
        set: one([{ label: label() }, { color: 'green' }, { closed: undefined }]),
      }
    case 'add-check':
      return { type, must: one(conditions), else: label(), ...(dice(2) === 0 && { fields: ['amount'] }) }
    case 'remove-check':
      return { type, check: some(doc.checks ?? [])?.id ?? 'none' }
    case 'move-check':
      return { type, check: some(doc.checks ?? [])?.id ?? 'none', to: index() }
    case 'set-check':
      return {
        type,
        check: some(doc.checks ?? [])?.id ?? 'none',
        set: one([{ must: one(conditions) }, { fields: [] }, { override: who() }]),
      }
    case 'add-series':
      return { type, series: one([{ pattern: 'X-{000}' }, { pattern: 'Y-{yyyy}/{0}', when: one(conditions) }, { pattern: 'none' }]) }
    case 'remove-series':
      return { type, index: index() }
    case 'move-series':
      return { type, from: index(), to: index() }
    case 'set-series':
      return { type, index: index(), set: one([{ when: when() }, { per: ['company'] }, { per: [] }]) }
    case 'set-numbering':
      return { type, set: one([{ date: 'signedOn' }, { date: undefined }, { byHand: who() }]) }
    case 'add-view':
      return { type, label: label(), as: one(['table', 'board', 'calendar']), with: { columns: ['number'] } }
    case 'remove-view':
      return { type, view: some(doc.views ?? [])?.id ?? 'none' }
    case 'move-view':
      return { type, view: some(doc.views ?? [])?.id ?? 'none', to: index() }
    case 'set-view':
      return {
        type,
        view: some(doc.views ?? [])?.id ?? 'none',
        set: one([{ columns: [] }, { where: when() }, { sort: ['-amount'] }, { label: label() }]),
      }
    case 'add-access-rule':
      return { type, rule: { who: who(), can: ['read'] } }
    case 'remove-access-rule':
      return { type, index: index() }
    case 'set-access-rule':
      return { type, index: index(), set: one([{ who: who() }, { can: [] }, { can: ['edit', 'read'] }, { when: when() }]) }
    case 'set-type-property':
      return one<Command>([
        { type, property: 'plural', value: one(['Requests', undefined]) },
        { type, property: 'title', value: one(['{company}', undefined]) },
        { type, property: 'kind', value: one(['record', undefined]) },
      ])
    case 'set-approval':
      return { type, approval: one([[], [{ schema: 'request-approval', start: 'by-hand' }]]) }
    case 'set-around':
      return { type, around: one([{ field: 'signedOn' }, { status: 'open' }, { assignment: 'due' }, { rows: 'parts', field: 'due' }]) }
    case 'set-reminder-property':
      return one<Command>([
        { type, property: 'while', value: when() },
        { type, property: 'dayOff', value: one(['keep', 'after']) },
        { type, property: 'hour', value: one(['09:00', undefined]) },
        { type, property: 'text', value: one(['{title}', undefined]) },
      ])
    case 'add-item':
      return { type, label: label(), at: index() }
    case 'remove-item':
      return { type, item: item() }
    case 'move-item':
      return { type, item: item(), to: index() }
    case 'set-item':
      return { type, item: item(), set: one([{ label: label() }, { color: 'red' }, { ours: true }, { nothing: 1 }, { retired: true }]) }
    case 'paste-items':
      return { type, text: one(['One\tyes\nTwo\tno', '', 'Papers are missing\tda', '"a\tb"\n\n  \n7']) }
    case 'add-column':
      return { type, fieldType: one(['text', 'number', 'choice', 'yes-no', 'money']), label: label() }
    case 'remove-column':
      return { type, column: column() }
    case 'move-column':
      return { type, column: column(), to: index() }
    case 'set-column-property':
      return {
        type,
        column: column(),
        ...one([
          { property: 'label', value: label() },
          { property: 'required', value: true },
          { property: 'currency', value: undefined },
        ]),
      }
    case 'rename-label':
      return {
        type,
        thing: one(['', '/nodes/0', '/fields/0', '/items/0', '/nowhere']),
        language: one(['en', 'ro']),
        words: one([...labels, '']),
      }
    case 'set-audience':
      return {
        type,
        at: one(['/nodes/2/ask/0/who', '/access/0/who', '/steps/0/tell', '/nodes/0/actions/0/who', '/fields/0/seenBy']),
        audience: one([undefined, who()]),
      }
    case 'set-condition':
      return {
        type,
        at: one(['/checks/0/must', '/routes/0/when', '/while', '/views/0/where', '/fields/0/visibleWhen']),
        feel: one([undefined, 'amount >', ...conditions]),
      }
    case 'replace-source':
      return { type, definition: dice(2) === 0 ? draft.body : { ...draft.body, id: 'other' } }
    case 'change-id':
      return {
        type,
        thing: one([`node:${draft.id}/${node()}`, `field:${draft.id}/${path()}`, `item:${draft.id}/${item()}`, `status:${draft.id}/open`]),
        id: one(['fresh', 'freshId', 'legal', 'fresh-id']),
      }
  }
}
