import type { Action, ApprovalLine, ApprovalSchema, Deadline, EditRule, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../schemas/generated/audience.ts'
import type { Automation } from '../../schemas/generated/automation.ts'
import type { CardField, Column } from '../../schemas/generated/card-field.ts'
import type { Text } from '../../schemas/generated/common.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { PrintForm } from '../../schemas/generated/print-form.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../schemas/generated/time-step.ts'
import { type Pointer, step as stepTo } from '../../schemas/pointer.ts'
import { feelReferences } from './feel-references.ts'
import { documentShape, fieldShape, listShape, readPathIn, type Scope, type Shape } from './shapes.ts'
import { definitionsOf, type Target, travellersOf, type Workspace } from './workspace.ts'

/**
 * What a definition says of other things: each place where something is named, with which letters of the text name it. Used by
 * whoever asks "used by", and by whoever gives a new thing another id.
 */
export interface Reference {
  readonly definition: Target
  readonly at: Pointer
  /** The letters of the text at the pointer that are the name. */
  readonly from: number
  readonly to: number
  /** Whether the name is the last key of the pointer instead of a text at it: the fields of `set` and `map`. */
  readonly key?: true
  readonly thing: Thing
}

/**
 * A thing that can be named: `field:contract/amount`, `column:contract/works/price`, `status:contract/draft`, `back:contract/acts`,
 * `option:contract/side/sale`, `item:currencies/RON`, `item-column:reasons/ours`, `node:approval/legal`, `action:approval/draft/submit`,
 * `type:contract`, `schema:approval`, `directory:currencies`, `print-form:act`, `role: group: department: person:`.
 */
export type Thing = string

const known = new WeakMap<Workspace, readonly Reference[]>()

/** All references of a workspace; asked again of the same workspace, the same list. */
export function referencesOf(workspace: Workspace): readonly Reference[] {
  let found = known.get(workspace)
  if (!found) {
    const collecting = new Collecting(workspace)
    for (const type of definitionsOf(workspace, 'document-type')) collecting.type(type)
    for (const schema of definitionsOf(workspace, 'approval-schema')) collecting.schema(schema)
    for (const rule of definitionsOf(workspace, 'reminder-rule')) collecting.rule(rule)
    for (const directory of definitionsOf(workspace, 'directory')) collecting.directory(directory)
    for (const form of definitionsOf(workspace, 'print-form')) collecting.printForm(form)
    found = collecting.found
    known.set(workspace, found)
  }
  return found
}

class Collecting {
  readonly found: Reference[] = []
  readonly workspace: Workspace
  definition: Target = { kind: 'directory', id: '' }
  /** The approval schema whose nodes are spoken of. */
  schemaId: string | undefined

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  type(type: DocumentType): void {
    this.begin('document-type', type.id)
    const scope: Scope = { types: [type] }
    this.text('/title', type.title, scope)
    for (const [index, field] of type.fields.entries()) this.field(`/fields/${index}`, field, type, scope)
    for (const [index, check] of (type.checks ?? []).entries()) {
      const at = `/checks/${index}`
      this.feel(`${at}/must`, check.must, scope)
      this.text(`${at}/else`, check.else, scope)
      this.paths(`${at}/fields`, check.fields, scope)
      this.who(`${at}/override`, check.override, scope)
    }
    this.path('/number/date', type.number?.date, scope)
    this.who('/number/byHand', type.number?.byHand, scope)
    for (const [index, series] of (type.number?.series ?? []).entries()) {
      const at = `/number/series/${index}`
      this.feel(`${at}/when`, series.when, scope)
      this.text(`${at}/pattern`, series.pattern, scope)
      this.paths(`${at}/per`, series.per, scope)
    }
    this.name('/paper/places', type.paper?.places, 'directory')
    this.who('/paper/keepers', type.paper?.keepers, scope)
    for (const [nth, tab] of (type.layout ?? []).entries()) {
      this.feel(`/layout/${nth}/when`, tab.when, scope)
      for (const [mth, section] of tab.sections.entries()) {
        const at = `/layout/${nth}/sections/${mth}`
        this.feel(`${at}/when`, section.when, scope)
        for (const [column, cells] of section.columns.entries())
          for (const [row, cell] of cells.entries()) {
            const here = `${at}/columns/${column}/${row}`
            if (typeof cell === 'string') this.path(here, cell, scope)
            else if (cell.list !== undefined) this.path(`${here}/list`, cell.list, scope)
          }
      }
    }
    for (const [index, view] of (type.views ?? []).entries()) {
      const at = `/views/${index}`
      this.paths(`${at}/columns`, view.columns, scope)
      this.feel(`${at}/where`, view.where, scope)
      this.paths(`${at}/sort`, view.sort, scope)
      this.path(`${at}/group`, view.group, scope)
      this.path(`${at}/date`, view.date, scope)
    }
    for (const [index, rule] of (type.access ?? []).entries()) {
      this.who(`/access/${index}/who`, rule.who, scope)
      this.feel(`/access/${index}/when`, rule.when, scope)
    }
    for (const [index, one] of (type.approval ?? []).entries()) {
      this.name(`/approval/${index}/schema`, one.schema, 'schema')
      this.feel(`/approval/${index}/when`, one.when, scope)
    }
    for (const [index, conversion] of (type.conversions ?? []).entries()) {
      const at = `/conversions/${index}`
      this.who(`${at}/who`, conversion.who, scope)
      this.feel(`${at}/when`, conversion.when, scope)
      this.text(`${at}/whenNot`, conversion.whenNot, scope)
      const names = new Map<string, Shape>()
      for (const [nth, creation] of conversion.creates.entries()) {
        const here = `${at}/creates/${nth}`
        const within = { ...scope, names: new Map(names) }
        const target = { types: this.types([creation.type]) }
        this.name(`${here}/type`, creation.type, 'type')
        this.feel(`${here}/when`, creation.when, within)
        for (const [field, source] of Object.entries(creation.map ?? {})) {
          this.pathKey(stepTo(`${here}/map`, field), field, target)
          this.feel(stepTo(`${here}/map`, field), source, within)
        }
        this.paths(`${here}/askFor`, creation.askFor, target)
        names.set(creation.as, documentShape(target.types))
      }
    }
    for (const [index, twin] of (type.twins ?? []).entries()) {
      this.paths(`/twins/${index}/same`, twin.same, scope)
      this.paths(`/twins/${index}/similar`, twin.similar, scope)
      for (const [nth, other] of (twin.with ?? []).entries())
        this.name(
          typeof other === 'string' ? `/twins/${index}/with/${nth}` : `/twins/${index}/with/${nth}/type`,
          typeof other === 'string' ? other : other.type,
          'type',
        )
    }
    for (const [index, expected] of (type.expects ?? []).entries()) {
      const at = `/expects/${index}`
      const list = listShape(this.workspace, type, expected.of)
      this.feel(`${at}/when`, expected.when, scope)
      this.path(`${at}/of`, expected.of, scope)
      this.feel(`${at}/where`, expected.where, list?.kind === 'document' ? { ...scope, that: list.types } : scope)
    }
    for (const key of ['date', 'person', 'about', 'done'] as const) this.path(`/activity/${key}`, type.activity?.[key], scope)
  }

  field(at: Pointer, field: CardField | Column, type: DocumentType, scope: Scope): void {
    for (const key of ['requiredWhen', 'visibleWhen', 'editableWhen', 'defaultFrom', 'formula'] as const)
      this.feel(`${at}/${key}`, field[key], scope)
    this.path(`${at}/copyFrom`, field.copyFrom, scope)
    this.path(`${at}/from`, field.from, scope)
    this.who(`${at}/seenBy`, field.seenBy, scope)
    this.who(`${at}/editedBy`, field.editedBy, scope)
    if (field.rollup) {
      const { rollup } = field
      this.path(`${at}/rollup/of`, rollup.of, scope)
      const list = listShape(this.workspace, type, rollup.of)
      const inside: Scope =
        list?.kind === 'row' ? { ...scope, row: list } : list?.kind === 'document' ? { ...scope, that: list.types } : scope
      for (const key of ['sum', 'min', 'max', 'average'] as const) if (list) this.pathIn(`${at}/rollup/${key}`, rollup[key], list)
      this.feel(`${at}/rollup/where`, rollup.where, inside)
    }
    switch (field.type) {
      case 'choice':
        if (typeof field.options === 'string') this.name(`${at}/options`, field.options, 'directory')
        this.constant(`${at}/default`, field.default, fieldShape(this.workspace, type, field))
        break
      case 'person':
        this.who(`${at}/among`, field.among, scope)
        break
      case 'money':
        if (typeof field.currency === 'object') this.path(`${at}/currency/field`, field.currency.field, scope)
        break
      case 'link':
        for (const [index, to] of field.to.entries()) this.name(`${at}/to/${index}`, to, 'type')
        this.feel(`${at}/where`, field.where, { ...scope, that: this.types(field.to) })
        break
      case 'table':
        for (const [index, column] of field.fields.entries())
          this.field(`${at}/fields/${index}`, column, type, { ...scope, row: { kind: 'row', type, table: field } })
    }
  }

  schema(schema: ApprovalSchema): void {
    this.begin('approval-schema', schema.id)
    this.schemaId = schema.id
    const scope: Scope = { types: travellersOf(this.workspace, schema.id), schema: schema.id }
    this.node('/start', schema.start)
    this.deadline('/deadline', schema.deadline, scope, 'anywhere')
    this.allow('/allow', schema.allow, scope)
    for (const [index, action] of (schema.anywhere ?? []).entries()) {
      this.action(`/anywhere/${index}`, action, scope)
      this.nodes(`/anywhere/${index}/notIn`, action.notIn)
    }
    this.nodes('/bar/stages', schema.bar?.stages)
    this.who('/bar/who', schema.bar?.who, scope)
    for (const [index, node] of schema.nodes.entries()) this.schemaNode(`/nodes/${index}`, node, this.within(schema, node, scope))
    for (const [index, route] of schema.routes.entries()) {
      const at = `/routes/${index}`
      if (route.from !== 'anywhere') this.node(`${at}/from`, route.from)
      this.node(`${at}/to`, route.to)
      this.node(`${at}/then`, route.then)
      if (route.on !== undefined) this.add(`${at}/on`, 0, route.on.length, `action:${schema.id}/${route.from}/${route.on}`)
      const source = schema.nodes.find(({ id }) => id === route.from)
      this.feel(`${at}/when`, route.when, source ? this.within(schema, source, scope, true) : scope)
    }
  }

  /** The items of the blocks around a node, by the names that their forks give them. */
  within(schema: ApprovalSchema, node: SchemaNode, scope: Scope, own = false): Scope {
    const names = new Map<string, Shape>()
    const seen = new Set<string>()
    for (let id = own && node.kind === 'fork' ? node.id : node.in; id !== undefined && !seen.has(id); ) {
      seen.add(id)
      const fork = schema.nodes.find((each) => each.id === id)
      if (fork?.kind === 'fork' && fork.as !== undefined && fork.each !== undefined && !names.has(fork.as)) {
        const shape = readPathIn(this.workspace, fork.each, scope).shape
        if (shape) names.set(fork.as, shape)
      }
      id = fork?.in
    }
    return names.size > 0 ? { ...scope, names } : scope
  }

  schemaNode(at: Pointer, node: SchemaNode, scope: Scope): void {
    if (node.status !== undefined)
      for (const type of scope.types) this.add(`${at}/status`, 0, node.status.length, `status:${type.id}/${node.status}`)
    this.node(`${at}/in`, node.in)
    const rows =
      'ask' in node ? node.ask.flatMap(({ each }) => (each === undefined ? [] : [readPathIn(this.workspace, each, scope).shape])) : []
    const row = rows.find((shape) => shape?.kind === 'row')
    const inside: Scope = row?.kind === 'row' ? { ...scope, row } : scope
    if ('edit' in node) this.edit(`${at}/edit`, node.edit, inside)
    if ('actions' in node)
      for (const [index, action] of (node.actions ?? []).entries()) this.action(`${at}/actions/${index}`, action, inside)
    if ('deadline' in node) this.deadline(`${at}/deadline`, node.deadline, inside, node.id)
    if ('onEnter' in node) this.automations(`${at}/onEnter`, node.onEnter, inside)
    if ('allow' in node) this.allow(`${at}/allow`, node.allow, inside)
    if ('text' in node) this.text(`${at}/text`, node.text, inside)
    if ('needs' in node) this.paths(`${at}/needs`, node.needs, inside)
    switch (node.kind) {
      case 'approval':
      case 'task':
        for (const [index, line] of node.ask.entries()) this.line(`${at}/ask/${index}`, line, scope)
        for (const [index, line] of (node.ifNobody?.ask ?? []).entries()) this.line(`${at}/ifNobody/ask/${index}`, line, scope)
        this.who(`${at}/except`, node.except, inside)
        this.who(`${at}/close`, node.close, inside)
        break
      case 'fork':
        this.path(`${at}/each`, node.each, scope)
        break
      case 'join':
        this.node(`${at}/fork`, node.fork)
        break
      case 'wait':
        for (const [index, until] of node.until.entries()) {
          this.path(`${at}/until/${index}/date`, until.date, scope)
          this.feel(`${at}/until/${index}/when`, until.when, scope)
          this.node(`${at}/until/${index}/passed`, until.passed)
        }
        break
      case 'automation':
        this.automations(`${at}/does`, node.does, scope)
    }
  }

  line(at: Pointer, line: ApprovalLine, around: Scope): void {
    const shape = line.each === undefined ? undefined : readPathIn(this.workspace, line.each, around).shape
    const scope: Scope = shape?.kind === 'row' ? { ...around, row: shape } : around
    this.path(`${at}/each`, line.each, around)
    this.who(`${at}/who`, line.who, scope)
    this.who(`${at}/except`, line.except, scope)
    this.who(`${at}/recordedBy`, line.recordedBy, scope)
    this.feel(`${at}/when`, line.when, scope)
    this.feel(`${at}/lead`, line.lead, scope)
    this.nodes(`${at}/prefer`, line.prefer)
    this.paths(`${at}/sees`, line.sees, scope)
    this.text(`${at}/text`, line.text, scope)
  }

  action(at: Pointer, action: Action, scope: Scope): void {
    this.who(`${at}/who`, action.who, scope)
    this.feel(`${at}/when`, action.when, scope)
    this.text(`${at}/whenNot`, action.whenNot, scope)
    this.paths(`${at}/needs`, action.needs, scope)
  }

  edit(at: Pointer, rules: readonly EditRule[] | undefined, scope: Scope): void {
    for (const [index, rule] of (rules ?? []).entries()) {
      this.who(`${at}/${index}/who`, rule.who, scope)
      this.paths(`${at}/${index}/fields`, rule.fields, scope)
    }
  }

  allow(at: Pointer, rules: readonly { readonly who: Audience }[] | undefined, scope: Scope): void {
    for (const [index, rule] of (rules ?? []).entries()) this.who(`${at}/${index}/who`, rule.who, scope)
  }

  deadline(at: Pointer, deadline: Deadline | undefined, scope: Scope, owner: string): void {
    if (!deadline) return
    this.path(`${at}/on`, deadline.on, scope)
    this.node(`${at}/from`, deadline.from)
    this.nodes(`${at}/pauseAt`, deadline.pauseAt)
    this.name(`${at}/reason`, deadline.reason, 'directory')
    this.steps(`${at}/steps`, deadline.steps, scope, owner)
  }

  steps(at: Pointer, steps: readonly TimeStep[] | undefined, scope: Scope, owner?: string): void {
    for (const [index, step] of (steps ?? []).entries()) {
      this.who(`${at}/${index}/tell`, step.tell, scope)
      this.who(`${at}/${index}/pass`, step.pass, scope)
      if (step.choose !== undefined && owner !== undefined)
        this.add(`${at}/${index}/choose`, 0, step.choose.length, `action:${this.schemaId}/${owner}/${step.choose}`)
      this.automations(`${at}/${index}/does`, step.does, scope)
    }
  }

  automations(at: Pointer, does: readonly Automation[] | undefined, scope: Scope): void {
    for (const [index, step] of (does ?? []).entries()) {
      const here = `${at}/${index}`
      switch (step.do) {
        case 'set':
          for (const [path, source] of Object.entries(step.set)) {
            this.pathKey(stepTo(`${here}/set`, path), path, scope)
            this.feel(stepTo(`${here}/set`, path), source, scope)
          }
          break
        case 'notify':
          this.who(`${here}/who`, step.who, scope)
          this.text(`${here}/text`, step.text, scope)
          break
        case 'print':
          this.name(`${here}/form`, step.form, 'print-form')
          this.path(`${here}/field`, step.field, scope)
          break
        case 'hand-over':
          this.who(`${here}/to`, step.to, scope)
          break
        case 'absence':
          for (const key of ['person', 'from', 'to', 'substitute'] as const) this.path(`${here}/${key}`, step[key], scope)
          break
        case 'webhook':
          this.paths(`${here}/fields`, step.fields, scope)
      }
    }
  }

  rule(rule: ReminderRule): void {
    this.begin('reminder-rule', rule.id)
    const types = this.types([rule.type])
    const card: Scope = { types }
    this.name('/type', rule.type, 'type')
    const { around } = rule
    const table = around.rows === undefined ? undefined : types[0]?.fields.find(({ id }) => id === around.rows)
    const scope: Scope = table?.type === 'table' ? { types, row: { kind: 'row', type: types[0]!, table } } : card
    this.path('/around/rows', around.rows, card)
    if (around.field !== undefined) {
      if (scope.row) this.pathIn('/around/field', around.field, scope.row)
      else this.path('/around/field', around.field, card)
    }
    if (around.status !== undefined)
      for (const type of types) this.add('/around/status', 0, around.status.length, `status:${type.id}/${around.status}`)
    this.feel('/while', rule.while, scope)
    this.text('/text', rule.text, scope)
    this.steps('/steps', rule.steps, scope)
  }

  directory(directory: Directory): void {
    this.begin('directory', directory.id)
    for (const [index, column] of (directory.columns ?? []).entries()) {
      if (column.type === 'link') for (const [nth, to] of column.to.entries()) this.name(`/columns/${index}/to/${nth}`, to, 'type')
      if (column.type !== 'choice' || typeof column.options !== 'string') continue
      this.name(`/columns/${index}/options`, column.options, 'directory')
      const shape: Shape = { kind: 'choice', directory: column.options }
      for (const [nth, item] of directory.items.entries()) this.constant(`/items/${nth}/${column.id}`, item[column.id], shape)
    }
  }

  printForm(form: PrintForm): void {
    this.begin('print-form', form.id)
    const scope: Scope = { types: this.types([form.type]) }
    this.name('/type', form.type, 'type')
    this.feel('/when', form.when, scope)
    this.who('/who', form.who, scope)
  }

  // ——— the forms in which things are named

  begin(kind: Target['kind'], id: string): void {
    this.definition = { kind, id }
    this.schemaId = undefined
  }

  add(at: Pointer, from: number, to: number, thing: Thing, key?: true): void {
    this.found.push({ definition: this.definition, at, from, to, thing, ...(key && { key }) })
  }

  types(ids: readonly string[]): readonly DocumentType[] {
    return ids.flatMap((id) => definitionsOf(this.workspace, 'document-type').find((type) => type.id === id) ?? [])
  }

  name(at: Pointer, id: string | undefined, kind: 'type' | 'schema' | 'directory' | 'print-form'): void {
    if (id !== undefined) this.add(at, 0, id.length, `${kind}:${id}`)
  }

  node(at: Pointer, id: string | undefined): void {
    if (id !== undefined && this.schemaId !== undefined) this.add(at, 0, id.length, `node:${this.schemaId}/${id}`)
  }

  nodes(at: Pointer, ids: readonly string[] | undefined): void {
    for (const [index, id] of (ids ?? []).entries()) this.node(`${at}/${index}`, id)
  }

  constant(at: Pointer, value: unknown, shape: Shape | undefined): void {
    if (typeof value !== 'string' || shape?.kind !== 'choice') return
    this.add(at, 0, value.length, shape.directory !== undefined ? `item:${shape.directory}/${value}` : `option:${shape.options}/${value}`)
  }

  path(at: Pointer, path: string | undefined, scope: Scope): void {
    if (path === undefined) return
    const start = path.startsWith('-') ? 1 : 0
    for (const { from, to, thing } of readPathIn(this.workspace, path.slice(start), scope).named)
      this.add(at, from + start, to + start, thing)
  }

  /** A path that begins with what a row or another document has. */
  pathIn(at: Pointer, path: string | undefined, shape: Shape): void {
    if (path === undefined) return
    for (const { from, to, thing } of readPathIn(this.workspace, path, { types: [], first: shape }).named) this.add(at, from, to, thing)
  }

  pathKey(at: Pointer, path: string, scope: Scope): void {
    for (const { from, to, thing } of readPathIn(this.workspace, path, scope).named) this.add(at, from, to, thing, true)
  }

  paths(at: Pointer, paths: readonly string[] | undefined, scope: Scope): void {
    for (const [index, path] of (paths ?? []).entries()) this.path(`${at}/${index}`, path, scope)
  }

  feel(at: Pointer, source: string | undefined, scope: Scope): void {
    if (source === undefined) return
    for (const { from, to, thing } of feelReferences(this.workspace, source, scope)) this.add(at, from, to, thing)
  }

  text(at: Pointer, text: Text | undefined, scope: Scope): void {
    if (text === undefined) return
    const each =
      typeof text === 'string'
        ? [[at, text] as const]
        : Object.entries(text).map(([language, words]) => [stepTo(at, language), words] as const)
    for (const [here, words] of each)
      for (const match of words.matchAll(/\{([a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*)\}/g))
        for (const { from, to, thing } of readPathIn(this.workspace, match[1]!, scope).named)
          this.add(here, match.index + 1 + from, match.index + 1 + to, thing)
  }

  who(at: Pointer, audience: Audience | undefined, scope: Scope): void {
    for (const [index, entry] of (audience ?? []).entries()) {
      const here = `${at}/${index}`
      for (const key of ['role', 'group', 'department', 'person'] as const) {
        const id = entry[key]
        if (id !== undefined) this.add(`${here}/${key}`, 0, id.length, `${key}:${id}`)
      }
      this.path(`${here}/field`, entry.field, scope)
      this.path(`${here}/readersOf`, entry.readersOf, scope)
      this.path(`${here}/guest`, entry.guest, scope)
      if (typeof entry.managerOf === 'object') this.path(`${here}/managerOf/field`, entry.managerOf.field, scope)
      if (typeof entry.headOf === 'object') this.path(`${here}/headOf/field`, entry.headOf.field, scope)
      this.node(`${here}/whoActedAt`, entry.whoActedAt)
      this.feel(`${here}/where`, entry.where, { ...scope, person: true })
    }
  }
}
