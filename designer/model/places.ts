import type { Pointer } from '../../schemas/pointer.ts'
import { at, lastKey, parentOf } from './at-pointer.ts'
import type { Definition, EditedKind } from './workspace.ts'

/** Where in a definition a thing of some form can stand: what the edits that work anywhere ask before they write. */

type Patterns = Readonly<Record<EditedKind, readonly string[]>>

const FIELD = '/fields/#(/fields/#)?'
const LINE = '/nodes/#/(ask|ifNobody/ask)/#'
const STEPS = '(/nodes/#)?/deadline/steps/#'

const conditions: Patterns = {
  'document-type': [
    `${FIELD}/(requiredWhen|visibleWhen|editableWhen|defaultFrom|formula|where|rollup/where)`,
    '/checks/#/must',
    '/number/series/#/when',
    '/layout/#(/sections/#)?/when',
    '/views/#/where',
    '/(access|approval)/#/when',
    '/conversions/#(/creates/#)?/when',
    '/expects/#/(when|where)',
    `(${FIELD}/(seenBy|editedBy|among)|/checks/#/override|/number/byHand|/access/#/who|/conversions/#/who)/#/where`,
  ],
  'approval-schema': [
    '/routes/#/when',
    `${LINE}/(when|lead)`,
    '(/nodes/#/actions|/anywhere)/#/when',
    '/nodes/#/until/#/when',
    `(${LINE}/(who|except|recordedBy)|/nodes/#/(except|close)|(/nodes/#)?/allow/#/who|/nodes/#/(edit|actions)/#/who|/anywhere/#/who|/bar/who|${STEPS}/(tell|pass)|/nodes/#/(does|onEnter)/#/(who|to))/#/where`,
  ],
  'reminder-rule': ['/while', '/steps/#/tell/#/where'],
  directory: [],
  'print-form': ['/when', '/who/#/where'],
}

const audiences: Patterns = {
  'document-type': [
    `${FIELD}/(seenBy|editedBy|among)`,
    '/checks/#/override',
    '/number/byHand',
    '/paper/keepers',
    '/(access|conversions)/#/who',
  ],
  'approval-schema': [
    '/nodes/#/(except|close)',
    `${LINE}/(who|except|recordedBy)`,
    `${STEPS}/(tell|pass)`,
    '/nodes/#/(edit|allow|actions)/#/who',
    '/(allow|anywhere)/#/who',
    '/bar/who',
    '/nodes/#/(does|onEnter)/#/(who|to)',
  ],
  'reminder-rule': ['/steps/#/tell'],
  directory: [],
  'print-form': ['/who'],
}

const texts: Patterns = {
  'document-type': [
    '/(label|plural|title)',
    `${FIELD}/(label|help|back/label)`,
    `${FIELD}/options/#/label`,
    '/(statuses|views|expects)/#/label',
    '/paper/copies/#/label',
    '/checks/#/else',
    '/layout/#/tab',
    '/layout/#/sections/#/title',
    '/conversions/#/(label|whenNot)',
  ],
  'approval-schema': [
    '/label',
    '/nodes/#/(label|text)',
    '(/nodes/#/actions|/anywhere)/#/(label|whenNot)',
    `${LINE}/text`,
    '/nodes/#/(does|onEnter)/#/text',
  ],
  'reminder-rule': ['/(label|text)'],
  directory: ['/label', '/items/#/label', '/columns/#(/options/#)?/label', '/columns/#/help'],
  'print-form': ['/label'],
}

const compiled = new Map<Patterns, Map<EditedKind, RegExp>>()

function fits(patterns: Patterns, kind: EditedKind, pointer: Pointer): boolean {
  const byKind = compiled.get(patterns) ?? new Map<EditedKind, RegExp>()
  compiled.set(patterns, byKind)
  const pattern = byKind.get(kind) ?? new RegExp(`^(${patterns[kind].map((one) => one.replaceAll('#', '\\d+')).join('|') || '(?!)'})$`)
  byKind.set(kind, pattern)
  return pattern.test(pointer)
}

type Holder = { readonly [key: string]: unknown; readonly kind?: unknown; readonly type?: unknown; readonly do?: unknown }

/** What holds the place, if it is there to hold it. */
function holderOf(body: Definition, pointer: Pointer): Holder | undefined {
  const holder = pointer.lastIndexOf('/') === 0 ? body : at(body, parentOf(pointer))
  return typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? (holder as Holder) : undefined
}

/** Whether a condition or a calculation may stand there. */
export function isConditionPlace(kind: EditedKind, body: Definition, pointer: Pointer): boolean {
  const holder = fits(conditions, kind, pointer) && holderOf(body, pointer)
  if (!holder) return false
  if (/\/fields\/\d+\/where$/.test(pointer)) return holder.type === 'link'
  return !/\/until\/\d+\/when$/.test(pointer) || 'when' in holder
}

/** Whether people may be named there. */
export function isAudiencePlace(kind: EditedKind, body: Definition, pointer: Pointer): boolean {
  const holder = fits(audiences, kind, pointer) && holderOf(body, pointer)
  if (!holder) return false
  const key = lastKey(pointer)
  if (/^\/nodes\/\d+\/(except|close)$/.test(pointer)) return 'ask' in holder
  if (/\/(does|onEnter)\/\d+\/(who|to)$/.test(pointer)) return holder.do === (key === 'who' ? 'notify' : 'hand-over')
  return key !== 'among' || holder.type === 'person'
}

const withText = new Set(['stage', 'approval', 'task'])

/** Whether a text for people may stand there. */
export function isTextPlace(kind: EditedKind, body: Definition, pointer: Pointer): boolean {
  const holder = fits(texts, kind, pointer) && holderOf(body, pointer)
  if (!holder) return false
  if (/^\/nodes\/\d+\/text$/.test(pointer)) return withText.has(String(holder.kind))
  return !/\/(does|onEnter)\/\d+\/text$/.test(pointer) || holder.do === 'notify'
}
