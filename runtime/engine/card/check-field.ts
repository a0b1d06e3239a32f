import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { checkAudience } from '../audience/check-audience.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { patternOf } from '../expression/regex/pattern.ts'
import { checkBraces } from './check-braces.ts'
import { checkCondition, checkValue } from './check-expression.ts'
import { checkPath, type PathPlace, resolvePath } from './check-path.ts'
import { checkRollup } from './check-rollup.ts'
import { isVolatile, pathsRead } from './expression.ts'
import { type Field, fieldsOf, isComputed } from './field.ts'
import { valueFault } from './validate-card.ts'

/** What makes a field of a card, or a column of a table (`table`), fit to be published. */
export function checkField(world: World, type: DocumentType, field: Field, table: Field | null, checking: Checking, at: string): void {
  const place: PathPlace = { type, ...(table && { row: table }) }
  for (const key of ['requiredWhen', 'visibleWhen', 'editableWhen'] as const)
    if (field[key] !== undefined) checkCondition(world, checking, `${at}/${key}`, field[key], place)
  if (field.defaultFrom !== undefined) checkValue(world, checking, `${at}/defaultFrom`, field.defaultFrom, place, field)
  checkBraces(world, checking, `${at}/help`, field.help, place, 'screen')
  checkAudience(world, checking, `${at}/seenBy`, field.seenBy, { type, assignee: false, grants: true })
  checkAudience(world, checking, `${at}/editedBy`, field.editedBy, { type, assignee: true, grants: true })
  checkFormula(world, type, field, table, checking, at)
  if (field.rollup !== undefined) checkRollup(world, type, field, checking, `${at}/rollup`)
  if (field.copyFrom !== undefined) checkCopy(world, field, checking, `${at}/copyFrom`, place)
  if (field.from !== undefined) checkFrom(type, field, checking, `${at}/from`)
  if (field.search && (field.confidential || field.seenBy)) checking.problem('hidden-is-searched', `${at}/search`, { field: field.id })
  if (field.default !== undefined) checkFits(field, field.default, checking, `${at}/default`)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max && typeof field.min === typeof field.max)
    checking.problem('min-above-max', `${at}/min`, { min: field.min, max: field.max })
  if (field.pattern !== undefined && !patternOf(field.pattern, '').ok)
    checking.problem('pattern-not-supported', `${at}/pattern`, { found: field.pattern })
  checkKind(world, type, field, table, checking, at)
}

/** Kinds of fields whose values name nothing else: what they hold can be looked at by itself. */
const selfContained = new Set<Field['type']>([
  ...(['text', 'long-text', 'email', 'phone', 'web', 'color'] as const),
  ...(['number', 'money', 'percent', 'rating', 'date', 'date-time', 'time', 'duration', 'yes-no'] as const),
])

/** A value that a definition gives to a field: a default, a column of a choice. */
export function checkFits(field: Field, value: unknown, checking: Checking, at: string): void {
  if (!selfContained.has(field.type)) return
  const values = field.many && Array.isArray(value) ? value : [value]
  // A pattern that cannot be tested is said already.
  const plain: Field = { ...field, many: false }
  const tested = field.pattern !== undefined && !patternOf(field.pattern, '').ok ? withoutPattern(plain) : plain
  if (values.some((one) => valueFault(tested, one) !== null))
    checking.problem('value-does-not-fit', at, { found: String(value), field: field.id })
}

function withoutPattern({ pattern: _, ...field }: Field): Field {
  return field
}

function checkKind(world: World, type: DocumentType, field: Field, table: Field | null, checking: Checking, at: string): void {
  const place: PathPlace = { type, ...(table && { row: table }) }
  switch (field.type) {
    case 'money':
      if (typeof field.currency === 'object') {
        const end = checkPath(world, checking, `${at}/currency/field`, field.currency.field, place)
        const other = end?.fields.find((one) => one.type !== 'choice' && one.type !== 'text')
        if (other) checking.problem('currency-of-no-choice', `${at}/currency/field`, { field: field.currency.field, type: other.type })
      }
      return
    case 'choice': {
      const items = typeof field.options === 'string' ? world.directories.get(field.options)?.items : field.options
      if (typeof field.options === 'string') checking.exists('unknown-directory', `${at}/options`, field.options, world.directories)
      if (items && field.default !== undefined) {
        const ids = new Set(items.map(({ id }) => id))
        for (const id of [field.default].flat()) if (typeof id === 'string') checking.exists('unknown-item', `${at}/default`, id, ids)
      }
      return
    }
    case 'link':
      for (const [index, id] of (field.to ?? []).entries()) checking.exists('unknown-type', `${at}/to/${index}`, id, world.types)
      if (field.where !== undefined) checkCondition(world, checking, `${at}/where`, field.where, { ...place, that: field.to ?? [] })
      return
    case 'person':
      checkAudience(world, checking, `${at}/among`, field.among, { ...place, assignee: false })
      return
    case 'file':
    case 'signature': {
      const needed = !field.retired && (field.required || field.requiredWhen !== undefined)
      checking.find(needed ? 'problem' : 'hint', 'not-supported-yet', at, { what: field.type, field: field.id })
    }
  }
}

/** A stored formula reads its own card and one link away; what reads the clock is kept nowhere. */
function checkFormula(world: World, type: DocumentType, field: Field, table: Field | null, checking: Checking, at: string): void {
  const { formula } = field
  if (formula === undefined) return
  const here = `${at}/formula`
  const place: PathPlace = { type, ...(table && { row: table }) }
  if (!checkValue(world, checking, here, formula, place, field)) return
  if (isVolatile(formula)) {
    if (field.search || field.unique) checking.problem('clock-is-kept', here, { field: field.id })
    return
  }
  for (const path of pathsRead(formula)) if (linksOn(world, path, place) > 1) checking.problem('formula-reads-too-far', here, { path })
}

/** How many links a path goes through. */
function linksOn(world: World, path: string, place: PathPlace): number {
  const steps = path.split('.')
  return steps.slice(0, -1).filter((_, index) => {
    const end = resolvePath(world, steps.slice(0, index + 1).join('.'), place)
    return end.ok && steps[index] !== 'this' && end.fields.some(({ type }) => type === 'link')
  }).length
}

const texts = new Set(['text', 'long-text', 'email', 'phone', 'web'])

function checkCopy(world: World, field: Field, checking: Checking, at: string, place: PathPlace): void {
  const path = field.copyFrom!
  const end = checkPath(world, checking, at, path, place)
  if (!end) return
  const [head = ''] = path.split('.')
  const link = resolvePath(world, head === 'row' ? path.split('.').slice(0, 2).join('.') : head, place)
  if (!path.includes('.') || !link.ok || link.fields.some(({ type }) => type !== 'link')) {
    checking.problem('copy-of-no-link', at, { found: path })
    return
  }
  const alike = (one: Field) => one.type === field.type || (texts.has(one.type) && texts.has(field.type))
  const other = end.fields.find((one) => !alike(one))
  if (other) checking.problem('copy-of-another-type', at, { found: other.type, expected: field.type, path })
}

function checkFrom(type: DocumentType, field: Field, checking: Checking, at: string): void {
  const fields = fieldsOf(type)
  if (!checking.exists('unknown-field', at, field.from!, fields, { type: type.id, name: field.from! })) return
  const old = fields.get(field.from!)!
  if (!old.retired) checking.problem('from-is-in-use', at, { field: old.id }, { code: 'retire-field', facts: { field: old.id } })
  if (isComputed(field)) checking.hint('from-of-calculated', at, { field: field.id })
}
