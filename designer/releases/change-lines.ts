import type { LocalText } from '../../runtime/engine/site.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Words } from '../language/words.tsx'
import { sameValue } from '../model/same-value.ts'
import { tellSchema } from '../model/sentences.ts'
import type { Speech } from '../model/words/speech.ts'
import type { Definition, EditedKind, Workspace } from '../model/workspace.ts'
import { travellersOf } from '../model/workspace.ts'

/** One difference in words; `was`: how the same thing read before. */
export interface ChangeLine {
  readonly key: string
  readonly change: 'added' | 'changed' | 'removed'
  readonly text: string
  readonly was?: string
}

interface Sides {
  readonly kind: EditedKind
  readonly before: Definition | undefined
  readonly after: Definition | undefined
}

/** What differs between two states of a definition, in the reader's words. A schema is told step by step in its own sentences. */
export function changeLines({ kind, before, after }: Sides, from: Workspace, to: Workspace, words: Words): readonly ChangeLine[] {
  const { t } = words
  if (!before && !after) return []
  if (!before) return [{ key: 'all', change: 'added', text: t('changes.new') }]
  if (!after) return [{ key: 'all', change: 'removed', text: t('changes.gone') }]
  const label: ChangeLine[] = sameValue(before.label, after.label)
    ? []
    : [{ key: 'label', change: 'changed', text: t('changes.called', { name: words.of(after.label) }), was: words.of(before.label) }]
  const own =
    kind === 'approval-schema'
      ? schemaLines(before as ApprovalSchema, after as ApprovalSchema, from, to, words)
      : listLines(before as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>, words)
  const lines = [...label, ...own]
  // Something always differs where there is a draft: what no sentence tells is how it is drawn.
  return lines.length > 0 ? lines : [{ key: 'drawing', change: 'changed', text: t('changes.drawing') }]
}

function schemaLines(before: ApprovalSchema, after: ApprovalSchema, from: Workspace, to: Workspace, words: Words): readonly ChangeLine[] {
  const speech = (workspace: Workspace, schema: ApprovalSchema): Speech => ({
    language: words.language,
    workspace,
    schema,
    type: travellersOf(workspace, schema.id)[0],
  })
  const [old, now] = [tellSchema(before, speech(from, before)), tellSchema(after, speech(to, after))]
  const told = new Map(old.steps.map((step) => [step.node, step]))
  const lines: ChangeLine[] = now.steps.flatMap((step): ChangeLine[] => {
    const text = step.sentences.join(' ')
    const known = told.get(step.node)
    told.delete(step.node)
    if (!known) return [{ key: step.node, change: 'added', text }]
    const was = known.sentences.join(' ')
    return was === text ? [] : [{ key: step.node, change: 'changed', text, was }]
  })
  const removed = [...told.values()].map(
    (step): ChangeLine => ({ key: step.node, change: 'removed', text: words.t('changes.stepGone', { name: step.title }) }),
  )
  const around = (
    [
      ['opening', old.opening, now.opening],
      ['closing', old.closing, now.closing],
    ] as const
  ).flatMap(([key, one, other]): ChangeLine[] => {
    const [was, text] = [one.join(' '), other.join(' ')]
    return was === text ? [] : [{ key, change: 'changed', text: text || words.t('changes.noLonger'), ...(was && { was }) }]
  })
  return [...lines, ...removed, ...around]
}

interface Item {
  readonly id?: string
  readonly label?: LocalText
  readonly tab?: LocalText
  readonly title?: LocalText
}

/** The lists of a type, a rule or a directory that people know by a name, and how one of their things is called. */
const lists = {
  fields: 'changes.field',
  statuses: 'changes.status',
  checks: 'changes.check',
  views: 'changes.view',
  conversions: 'changes.conversion',
  items: 'changes.item',
  columns: 'changes.column',
} as const
const isNamed = (key: string): key is keyof typeof lists => Object.hasOwn(lists, key)

/** Everything else of a definition that is spoken of as a whole. */
const wholes = {
  layout: 'changes.layout',
  number: 'changes.number',
  access: 'changes.access',
  approval: 'changes.approval',
  title: 'changes.title',
  paper: 'changes.paper',
  kind: 'changes.kind',
  around: 'changes.around',
  while: 'changes.while',
  steps: 'changes.steps',
  text: 'changes.text',
  type: 'changes.type',
} as const

function listLines(before: Record<string, unknown>, after: Record<string, unknown>, words: Words): readonly ChangeLine[] {
  const { t } = words
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => key !== 'label' && !sameValue(before[key], after[key]),
  )
  const others = keys.filter((key) => !isNamed(key) && !Object.hasOwn(wholes, key))
  return [
    ...keys.filter(isNamed).flatMap((key) => itemLines(key, before[key] as Item[] | undefined, after[key] as Item[] | undefined, words)),
    ...keys
      .filter((key): key is keyof typeof wholes => Object.hasOwn(wholes, key))
      .map(
        (key): ChangeLine => ({
          key,
          change: before[key] === undefined ? 'added' : after[key] === undefined ? 'removed' : 'changed',
          text: t(wholes[key]),
        }),
      ),
    ...(others.length > 0 ? [{ key: 'others', change: 'changed' as const, text: t('changes.others') }] : []),
  ]
}

function itemLines(
  list: keyof typeof lists,
  before: readonly Item[] = [],
  after: readonly Item[] = [],
  { t, of }: Words,
): readonly ChangeLine[] {
  const what = t(lists[list])
  const old = new Map(before.map((item) => [item.id, item]))
  const name = (item: Item) => of(item.label ?? item.title ?? item.id ?? '')
  const lines = after.flatMap((item): ChangeLine[] => {
    const known = old.get(item.id)
    old.delete(item.id)
    const key = `${list} ${item.id}`
    if (!known) return [{ key, change: 'added', text: t('changes.added', { what, name: name(item) }) }]
    if (sameValue(known, item)) return []
    return [{ key, change: 'changed', text: t('changes.changed', { what, name: name(item), properties: propertiesOf(known, item, t) }) }]
  })
  const gone = [...old.values()].map(
    (item): ChangeLine => ({ key: `${list} ${item.id}`, change: 'removed', text: t('changes.removed', { what, name: name(item) }) }),
  )
  const moved =
    lines.length + gone.length === 0 ? [{ key: `${list} order`, change: 'changed' as const, text: t('changes.order', { what }) }] : []
  return [...lines, ...gone, ...moved]
}

/** What people call the properties of a thing. */
const properties = {
  label: 'changes.p.label',
  help: 'changes.p.help',
  required: 'changes.p.required',
  requiredWhen: 'changes.p.required',
  visibleWhen: 'changes.p.visible',
  editableWhen: 'changes.p.editable',
  default: 'changes.p.default',
  defaultFrom: 'changes.p.default',
  options: 'changes.p.options',
  formula: 'changes.p.formula',
  rollup: 'changes.p.formula',
  seenBy: 'changes.p.seenBy',
  retired: 'changes.p.retired',
  color: 'changes.p.color',
  where: 'changes.p.where',
  columns: 'changes.p.columns',
  fields: 'changes.p.columns',
  sort: 'changes.p.sort',
  must: 'changes.p.must',
  min: 'changes.p.limits',
  max: 'changes.p.limits',
  currency: 'changes.p.currency',
  to: 'changes.p.to',
} as const

function propertiesOf(before: object, after: object, t: Words['t']): string {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !sameValue(one[key], other[key]))
  const named = keys.map((key) => (Object.hasOwn(properties, key) ? t(properties[key as keyof typeof properties]) : t('changes.p.other')))
  return [...new Set(named)].join(', ')
}
