import type { AccessRule, Conversion, DocumentType, LayoutTab, View } from '../../../schemas/generated/document-type.ts'
import { checkAudience } from '../audience/check-audience.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { checkNumbering } from '../numbering/check-numbering.ts'
import { checkBraces } from './check-braces.ts'
import { checkCondition, checkExpression, checkValue } from './check-expression.ts'
import { checkField } from './check-field.ts'
import { checkFilter, isSortable } from './check-filter.ts'
import { checkPath, type PathPlace, resolvePath } from './check-path.ts'
import { columnsOf, type Field, fieldsOf, isComputed } from './field.ts'
import { planOf } from './formulas.ts'
import { fieldFeelType } from './types.ts'

/** What makes a document type fit to be published. Takes one that its schema admits. */
export function checkType(world: World, type: DocumentType, checking: Checking): void {
  const place: PathPlace = { type }
  const anybody = { type, assignee: false, grants: true }
  for (const [index, field] of (type.fields as readonly Field[]).entries()) {
    const at = `/fields/${index}`
    checkField(world, type, field, null, checking, at)
    if (field.type === 'table')
      for (const [nth, column] of (field.fields ?? []).entries()) checkField(world, type, column, field, checking, `${at}/fields/${nth}`)
  }
  for (const cycle of planOf(type).cycles) checking.problem('formula-circle', `/fields/${indexOf(type, cycle[0]!)}`, { fields: [...cycle] })
  checkBraces(world, checking, '/title', type.title, place, 'title')
  for (const [index, check] of (type.checks ?? []).entries()) {
    const at = `/checks/${index}`
    checkCondition(world, checking, `${at}/must`, check.must, place)
    checkBraces(world, checking, `${at}/else`, check.else, place, 'screen')
    for (const [nth, path] of (check.fields ?? []).entries())
      checkPath(world, checking, `${at}/fields/${nth}`, path, { ...place, ...rowOf(type, path) })
    checkAudience(world, checking, `${at}/override`, check.override, anybody)
  }
  checkNumbers(world, type, checking)
  checkLayout(world, type, checking)
  for (const [index, view] of (type.views ?? []).entries()) checkView(world, type, view, checking, `/views/${index}`)
  for (const [index, rule] of (type.access ?? []).entries()) checkAccess(world, type, rule, checking, `/access/${index}`)
  for (const [index, { schema, when }] of (type.approval ?? []).entries()) {
    const at = `/approval/${index}`
    checking.exists('unknown-schema', `${at}/schema`, schema, world.schemas)
    if (when !== undefined) checkCondition(world, checking, `${at}/when`, when, { ...place, me: false })
    else if (index < type.approval!.length - 1) checking.hint('schema-never-chosen', at, { schema })
  }
  if (type.approval?.length && !type.statuses?.length) checking.hint('no-statuses', '/statuses')
  for (const [index, conversion] of (type.conversions ?? []).entries())
    checkConversion(world, type, conversion, checking, `/conversions/${index}`)
  checkBacks(world, type, checking)
  for (const part of ['paper', 'twins', 'expects', 'activity'] as const)
    if (type[part] !== undefined) checking.hint('not-supported-yet', `/${part}`, { what: part })
  if (type.kind === 'activity') checking.hint('not-supported-yet', '/kind', { what: 'activity' })
  if (type.paper?.places !== undefined) checking.exists('unknown-directory', '/paper/places', type.paper.places, world.directories)
}

function checkNumbers(world: World, type: DocumentType, checking: Checking): void {
  if (!type.number) return
  const place: PathPlace = { type }
  const typeOf = (path: string) => {
    const end = resolvePath(world, path, place)
    return end.ok ? end.fields[0]?.type : undefined
  }
  for (const { level, code, path, facts } of checkNumbering(type.number, typeOf)) checking.find(level, code, path, facts)
  for (const [index, { when }] of type.number.series.entries())
    if (when !== undefined) checkCondition(world, checking, `/number/series/${index}/when`, when, { ...place, me: false })
  checkAudience(world, checking, '/number/byHand', type.number.byHand, { type, assignee: false })
}

/** The form names what exists, and holds what has to be filled. Without a form of its own, a type shows all fields. */
function checkLayout(world: World, type: DocumentType, checking: Checking): void {
  const { layout } = type
  if (!layout) return
  const fields = fieldsOf(type)
  const shown = new Map<string, string>()
  const condition = (at: string, when: string | undefined) =>
    when !== undefined && checkCondition(world, checking, `${at}/when`, when, { type })
  for (const [tab, { when, sections }] of layout.entries()) {
    condition(`/layout/${tab}`, when)
    for (const [nth, section] of sections.entries()) {
      const at = `/layout/${tab}/sections/${nth}`
      condition(at, section.when)
      for (const [column, cells] of section.columns.entries())
        for (const [row, cell] of cells.entries()) {
          const here = `${at}/columns/${column}/${row}`
          if (typeof cell === 'string') {
            if (!checking.exists('unknown-field', here, cell, fields, { type: type.id, name: cell })) continue
            if (shown.has(cell)) checking.hint('twice-in-layout', here, { field: cell })
            shown.set(cell, here)
          } else if (cell.list !== undefined)
            checking.exists('unknown-back', `${here}/list`, cell.list, world.backs(type.id), { type: type.id })
          else if (cell.block !== undefined) checking.hint('not-supported-yet', `${here}/block`, { what: cell.block })
        }
    }
  }
  for (const [index, field] of (type.fields as readonly Field[]).entries()) {
    const needed = field.required || field.requiredWhen !== undefined
    if (needed && !field.retired && !isComputed(field) && !shown.has(field.id)) outsideLayout(checking, `/fields/${index}`, type, field.id)
  }
}

/** The fields that stand in the form of a type; all where it has none of its own. */
export function shownFields({ fields, layout }: DocumentType): ReadonlySet<string> {
  const all = layout ? layout.flatMap(cellsOf).filter((cell) => typeof cell === 'string') : fields.map(({ id }) => id)
  return new Set(all)
}

function cellsOf({ sections }: LayoutTab) {
  return sections.flatMap(({ columns }) => columns.flat())
}

export function outsideLayout(checking: Checking, at: string, type: DocumentType, field: string): void {
  const facts = { field, type: type.id }
  checking.problem('not-in-layout', at, facts, { code: 'add-to-layout', facts })
}

const groupable = new Set(['choice', 'person', 'department', 'link', 'yes-no', 'text', 'rating'])

function checkView(world: World, type: DocumentType, view: View, checking: Checking, at: string): void {
  const place: PathPlace = { type, step: true }
  for (const [index, path] of (view.columns ?? []).entries()) checkPath(world, checking, `${at}/columns/${index}`, path, place)
  for (const [index, key] of (view.sort ?? []).entries()) {
    const here = `${at}/sort/${index}`
    const path = key.replace(/^-/, '')
    const end = checkPath(world, checking, here, path, { type })
    if (!end) continue
    if (end.guarded) checking.hint('sorted-by-hidden', here, { field: path })
    if (path !== 'title' && !isSortable(world, type, path)) checking.problem('not-sortable', here, { field: path })
  }
  if (view.where !== undefined) {
    const expression = checkCondition(world, checking, `${at}/where`, view.where, { type })
    if (expression) checkFilter(world, type, expression, checking, `${at}/where`)
    for (const path of expression?.uses ?? []) {
      const end = resolvePath(world, path, { type })
      if (end.ok && end.guarded) checking.hint('filtered-by-hidden', `${at}/where`, { field: path })
    }
  }
  if (view.group !== undefined) {
    const end = checkPath(world, checking, `${at}/group`, view.group, place)
    const other = end?.fields.find((field) => !groupable.has(field.type))
    if (other) checking.problem('not-groupable', `${at}/group`, { field: view.group, type: other.type })
  } else if (view.as === 'board') checking.problem('board-without-group', at)
  if (view.date !== undefined) {
    const end = checkPath(world, checking, `${at}/date`, view.date, { type })
    if (end && !isDate(end.fields)) checking.problem('no-date', `${at}/date`, { field: view.date })
  } else if (view.as === 'calendar') checking.problem('calendar-without-date', at)
}

export function isDate(fields: readonly Field[]): boolean {
  return fields.every(({ type }) => type === 'date' || type === 'date-time')
}

function checkAccess(world: World, type: DocumentType, { who, can, when }: AccessRule, checking: Checking, at: string): void {
  checkAudience(world, checking, `${at}/who`, who, { type, assignee: false, grants: true })
  const expression = when === undefined ? undefined : checkCondition(world, checking, `${at}/when`, when, { type })
  // Who may read is asked of all documents at once.
  if (expression && (can.includes('read') || can.includes('administer'))) checkFilter(world, type, expression, checking, `${at}/when`)
  if (can.includes('convert')) checking.hint('not-supported-yet', `${at}/can`, { what: 'conversion' })
}

/** Conversions do not run yet; what they name has to exist all the same. */
function checkConversion(world: World, type: DocumentType, conversion: Conversion, checking: Checking, at: string): void {
  checking.hint('not-supported-yet', at, { what: 'conversion' })
  checkAudience(world, checking, `${at}/who`, conversion.who, { type, assignee: false })
  if (conversion.when !== undefined) checkCondition(world, checking, `${at}/when`, conversion.when, { type })
  const names = new Map<string, ReturnType<typeof fieldFeelType>>()
  for (const [index, creation] of conversion.creates.entries()) {
    const here = `${at}/creates/${index}`
    if (creation.when !== undefined) checkCondition(world, checking, `${here}/when`, creation.when, { type, names })
    if (checking.exists('unknown-type', `${here}/type`, creation.type, world.types)) {
      const target = world.types.get(creation.type)!
      for (const [id, source] of Object.entries(creation.map ?? {})) {
        if (!checking.exists('unknown-field', `${here}/map/${id}`, id, fieldsOf(target), { type: target.id, name: id })) continue
        checkValue(world, checking, `${here}/map/${id}`, source, { type, names }, fieldsOf(target).get(id)!)
      }
      for (const [nth, path] of (creation.askFor ?? []).entries())
        checkPath(world, checking, `${here}/askFor/${nth}`, path, { type: target })
    } else
      for (const [id, source] of Object.entries(creation.map ?? {}))
        checkExpression(world, checking, `${here}/map/${id}`, source, { type, names })
    names.set(creation.as, fieldFeelType({ id: creation.as, type: 'link', label: '', to: [creation.type] }, world))
  }
}

/** A link's `back` is a name among the fields of the type that it points at. */
function checkBacks(world: World, type: DocumentType, checking: Checking): void {
  for (const [index, field] of (type.fields as readonly Field[]).entries()) {
    if (!field.back) continue
    const at = `/fields/${index}/back/id`
    for (const id of field.to ?? []) {
      const target = world.types.get(id)
      if (target && fieldsOf(target).has(field.back.id)) checking.problem('back-is-a-field', at, { back: field.back.id, type: id })
      const twice = (world.backs(id).get(field.back.id) ?? []).filter((one) => one.type === type)
      if (twice.length > 1 && twice[0]!.field !== field.id)
        checking.problem('back-twice', at, { back: field.back.id, field: twice[0]!.field })
    }
  }
}

/** `row.due` beside a check means whichever table has such a column. */
export function rowOf(type: DocumentType, path: string): { row?: Field } {
  const [head, column = ''] = path.split('.')
  const table =
    head === 'row' ? [...fieldsOf(type).values()].find((field) => field.type === 'table' && columnsOf(field).has(column)) : undefined
  return table ? { row: table } : {}
}

function indexOf(type: DocumentType, key: string): string {
  const [id = '', column] = key.split('.')
  const index = type.fields.findIndex((field) => field.id === id)
  const table = type.fields[index] as Field | undefined
  return column === undefined ? `${index}` : `${index}/fields/${(table?.fields ?? []).findIndex((field) => field.id === column)}`
}
