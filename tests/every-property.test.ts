// Every property of the language has a screen in the designer: what only the text of a definition can say is a short list, with reasons.
import { describe, expect, it } from 'vitest'
import { propertiesOfLanguage } from './support/properties-of-language.ts'
import { filesOf, type Written, writtenBy } from './support/properties-written.ts'

const kinds = ['approval-schema', 'document-type', 'reminder-rule', 'directory', 'print-form'] as const

const entries = 'designer/panels/entries'
const panels = 'designer/panels'
const forms = 'designer/forms'
const types = 'designer/types'

/** Where each object of the language is edited. What is read from these files is what they write, so that a control that goes is missed. */
const screens: Readonly<Record<string, readonly string[]>> = {
  // An approval schema and what hangs on its steps.
  ApprovalSchema: [`${panels}/schema-panel.tsx`, `${panels}/anywhere-panel.tsx`, 'designer/canvas'],
  NodeBase: [
    `${entries}/name-entry.tsx`,
    `${entries}/status-entry.tsx`,
    `${entries}/color-entry.tsx`,
    `${entries}/membership-entry.tsx`,
    'designer/canvas/landing.ts',
  ],
  StageNode: [`${panels}/stage-panel.tsx`, `${entries}/edit-entry.tsx`, `${entries}/deadline-entry.tsx`],
  ApprovalNode: [`${panels}/asking-panel.tsx`, `${entries}/edit-entry.tsx`, `${entries}/rule-entry.tsx`, `${entries}/lines-entry.tsx`],
  ForkNode: [`${panels}/block-panel.tsx`, `${entries}/edit-entry.tsx`],
  JoinNode: [`${panels}/block-panel.tsx`],
  WaitNode: [`${panels}/wait-panel.tsx`],
  WaitFor: [`${panels}/wait-panel.tsx`, `${entries}/moment-entry.tsx`],
  AutomationNode: [`${panels}/automation-panel.tsx`],
  EndNode: [`${panels}/end-panel.tsx`],
  DecisionNode: [],
  Route: [`${panels}/route-panel.tsx`, 'designer/canvas/schema-canvas.tsx'],
  Action: [`${entries}/actions-entry.tsx`],
  EditRule: [`${entries}/edit-entry.tsx`],
  AllowRule: [`${entries}/allow-entry.tsx`],
  StatusBar: [`${entries}/bar-entry.tsx`],
  ApprovalLine: [`${entries}/lines-entry.tsx`],
  IfNobody: [`${entries}/lines-entry.tsx`],
  Deadline: [`${entries}/deadline-entry.tsx`, `${entries}/moment-entry.tsx`, `${entries}/late-steps-entry.tsx`],
  TimeStep: [`${entries}/time-step-form.tsx`],
  AudienceEntry: [`${panels}/audience-offers.ts`, `${entries}/audience-entry.tsx`],
  Whose: [`${panels}/audience-offers.ts`],
  RegisterStep: [`${entries}/automation-list.tsx`],
  SetStep: [`${entries}/automation-list.tsx`, `${entries}/set-fields-form.tsx`],
  NotifyStep: [`${entries}/automation-list.tsx`],
  ConvertStep: [`${entries}/automation-list.tsx`],
  PrintStep: [`${entries}/automation-list.tsx`],
  HandOverStep: [`${entries}/automation-list.tsx`],
  AbsenceStep: [`${entries}/automation-list.tsx`],
  WebhookStep: [`${entries}/automation-list.tsx`, `${entries}/webhook-form.tsx`],
  // A document type.
  DocumentType: [`${forms}/type-panel.tsx`, `${forms}/new-field-command.ts`, types],
  Status: [`${types}/statuses-view.tsx`],
  Numbering: [`${types}/number-view.tsx`],
  NumberSeries: [`${types}/number-view.tsx`],
  Check: [`${types}/rules-view.tsx`],
  View: [`${types}/views-view.tsx`],
  AccessRule: [`${types}/access-view.tsx`],
  TypeApproval: [`${types}/approval-view.tsx`],
  LayoutTab: [`${forms}/tab-panel.tsx`, `${forms}/section-panel.tsx`],
  LayoutSection: [`${forms}/section-panel.tsx`],
  LayoutCell: [forms],
  FieldBase: [`${forms}/properties`, `${forms}/field-panel.tsx`],
  Rollup: [`${forms}/properties/total-property.tsx`],
  Option: [`${forms}/properties/options-property.tsx`],
  Back: [`${forms}/properties/link-property.tsx`],
  // A reminder rule.
  ReminderRule: ['designer/reminders'],
  Around: ['designer/reminders/moments.ts', 'designer/reminders/sentence.ts'],
  'reminder-rule TimeStep': ['designer/reminders/reminder-sentence.tsx'],
  // A list of choices.
  Directory: ['designer/directories'],
  DirectoryItem: ['designer/directories/items-grid.tsx'],
  'directory FieldBase': ['designer/directories/column-dialog.tsx', 'designer/directories/column-head.tsx'],
}
// A task is asked as an approval is; a button that works anywhere is a button. Every type of field is edited by the same properties.
const alike: Readonly<Record<string, string>> = { TaskNode: 'ApprovalNode', AnywhereAction: 'Action' }
const fieldScreens: Readonly<Record<string, readonly string[]>> = {
  'document-type': [`${forms}/properties`],
  directory: [
    'designer/directories/column-dialog.tsx',
    `${forms}/properties/limits-property.tsx`,
    `${forms}/properties/currency-property.tsx`,
  ],
}

/**
 * What is not written by name: the edits that are made instead, or the part of the panel that makes them, which must
 * all be there; before a # the file, where it is none of the object's own.
 */
const instead: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ApprovalSchema: {
    start: ['set-start'],
    deadline: ['DeadlineEntry'],
    nodes: ['add-node', 'remove-nodes'],
    routes: ['connect-nodes', 'remove-route'],
    anywhere: ['ActionsEntry'],
  },
  NodeBase: { xy: ['move-nodes'], in: ['move-into-block', 'move-out-of-block'] },
  StageNode: { edit: ['EditEntry'], actions: ['ActionsEntry'], deadline: ['DeadlineEntry'], onEnter: ['AutomationsEntry'] },
  ApprovalNode: {
    edit: ['EditEntry'],
    actions: ['ActionsEntry'],
    deadline: ['DeadlineEntry'],
    onEnter: ['AutomationsEntry'],
    ask: ['LinesEntry'],
    ifNobody: ['LinesEntry'],
    rule: ['RuleEntry'],
  },
  ForkNode: { edit: ['EditEntry'], actions: ['ActionsEntry'], deadline: ['DeadlineEntry'] },
  WaitNode: { deadline: ['DeadlineEntry'] },
  WaitFor: { hour: ['MomentEntry'], dayOff: ['MomentEntry'], on: ['set-wait-outcome'] },
  AutomationNode: { does: ['AutomationsEntry'] },
  Route: { from: ['connect-nodes'], arrives: ['set-route-arrival'] },
  IfNobody: { ask: ['add-line', 'move-line', 'remove-line'] },
  Deadline: { steps: ['LateStepsEntry'], hour: ['MomentEntry'], dayOff: ['MomentEntry'] },
  ReminderRule: { steps: ['add-time-step', 'remove-time-step'] },
  DocumentType: {
    statuses: ['add-status', 'move-status', 'remove-status'],
    fields: ['add-field'],
    checks: ['add-check', 'move-check', 'remove-check'],
    views: ['add-view', 'move-view', 'remove-view'],
    access: ['add-access-rule', 'remove-access-rule'],
    number: ['add-series', 'remove-series'],
    approval: ['set-approval'],
    layout: ['add-tab', 'add-section', 'place-cell', 'unplace-cell'].map((edit) => `${forms}/form-view.tsx#${edit}`),
  },
  LayoutTab: { sections: ['move-section'] },
  LayoutSection: { columns: ['set-column-count'] },
  FieldBase: { retired: ['restore-field'] },
  TableField: { fields: ['add-field', 'move-field'] },
  'directory FieldBase': { retired: ['remove-column', 'set-column-property'] },
  Directory: {
    label: ['rename-label'],
    items: ['add-item', 'move-item', 'remove-item'],
    columns: ['add-column', 'move-column', 'remove-column'],
  },
}

/** Said once, when a thing is made, and never changed or shown: of every object. */
const fixed: Readonly<Record<string, string>> = {
  $schema: 'an address for text editors',
  schemaVersion: 'written by the program',
  id: 'made from the name, never shown, for ever',
}
const chosenOnce = 'chosen when it is made, and for ever'
const noCard = 'a list of choices has no card: nothing is asked, hidden, worked out or copied there'
const noLinks = 'a list of choices is offered no column that leads to documents'
const notYet = 'not carried out yet: the check says so'

/** What only the text can say, with the reason. */
const leftToText: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'approval-schema Action': { convert: notYet },
  'approval-schema ApprovalLine': { recordedBy: notYet },
  'approval-schema StageNode': { kind: chosenOnce, text: 'nobody is asked at a stage, so nobody reads it' },
  'approval-schema JoinNode': { kind: chosenOnce, fork: 'a block is made and taken away whole' },
  ...Object.fromEntries(
    ['ApprovalNode', 'DecisionNode', 'ForkNode', 'WaitNode', 'AutomationNode', 'EndNode'].map((node) => [
      `approval-schema ${node}`,
      { kind: chosenOnce },
    ]),
  ),
  ...Object.fromEntries(kinds.map((kind) => [`${kind} AudienceEntry`, { guest: notYet }])),
  ...Object.fromEntries(
    ['TextField', 'NumberField', 'DateField', 'ChoiceField', 'DepartmentField', 'EmailField', 'PhoneField', 'WebField'].map((field) => [
      `directory ${field}`,
      { unique: noCard },
    ]),
  ),
  'directory PersonField': { unique: noCard, among: noCard, pick: noCard },
  'directory LinkField': { unique: noCard, to: noLinks, where: noLinks, pick: noLinks, parent: noLinks, back: noLinks },
  'document-type DocumentType': { paper: notYet, conversions: notYet, twins: notYet, expects: notYet, activity: notYet },
  'reminder-rule TimeStep': {
    pass: 'refused: a reminder tells, and decides nothing',
    choose: 'refused: a reminder tells, and decides nothing',
    does: notYet,
  },
  'directory FieldBase': Object.fromEntries(
    [
      ...['required', 'requiredWhen', 'visibleWhen', 'editableWhen', 'default', 'defaultFrom', 'copyFrom', 'formula', 'rollup'],
      ...['personal', 'confidential', 'seenBy', 'editedBy', 'copy', 'search', 'discloses', 'from'],
    ].map((property) => [property, noCard]),
  ),
}
/** What has no screen at all yet. */
const wholeLeftToText: Readonly<Record<string, string>> = {
  Paper: notYet,
  PaperCopy: notYet,
  Conversion: notYet,
  Creation: notYet,
  TwinRule: notYet,
  TwinType: notYet,
  Expectation: notYet,
  ActivityFields: notYet,
  PrintForm: notYet,
}

const sources = new Map<string, Written>()
function sourceOf(file: string): Written {
  const source = sources.get(file) ?? writtenBy(file)
  sources.set(file, source)
  return source
}

/** The properties of an object for which none of its screens has a control. */
function withoutControl(kind: string, title: string, properties: ReadonlySet<string>): readonly string[] {
  const owner = alike[title] ?? title
  const places = screens[`${kind} ${owner}`] ?? screens[owner] ?? (/Field$/.test(owner) ? fieldScreens[kind] : undefined) ?? []
  const read = places.flatMap(filesOf).map(sourceOf)
  return [...properties].filter((property) => {
    const marks = (instead[`${kind} ${owner}`] ?? instead[owner])?.[property]
    return marks
      ? !marks.every((mark) => {
          const [file, elsewhere] = mark.split('#')
          return elsewhere === undefined ? read.some((source) => source.marks.has(mark)) : sourceOf(file!).marks.has(elsewhere)
        })
      : !read.some((source) => source.properties.has(property))
  })
}

describe('every property of the language', () => {
  it.each(kinds)('of a definition of kind %s has a control, or a reason why only its text can say it', (kind) => {
    const missing = Object.fromEntries(
      [...propertiesOfLanguage(`${kind}.schema.json`)]
        .filter(([title]) => wholeLeftToText[title] === undefined)
        .map(([title, properties]) => {
          const excused = { ...fixed, ...leftToText[`${kind} ${alike[title] ?? title}`], ...(/Field$/.test(title) && { type: chosenOnce }) }
          return [title, withoutControl(kind, title, properties).filter((property) => !Object.hasOwn(excused, property))]
        })
        .filter(([, properties]) => properties!.length > 0),
    )
    expect(missing).toEqual({})
  })
  it('is excused only while it has no control', () => {
    const needless = kinds.flatMap((kind) =>
      [...propertiesOfLanguage(`${kind}.schema.json`)].flatMap(([title, properties]) => {
        const missing = withoutControl(kind, title, properties)
        return Object.keys(leftToText[`${kind} ${title}`] ?? {})
          .filter((property) => !missing.includes(property))
          .map((property) => `${kind} ${title}: ${property}`)
      }),
    )
    expect(needless).toEqual([])
  })
  it('is named as the language names it', () => {
    const known = new Map(kinds.map((kind) => [kind as string, propertiesOfLanguage(`${kind}.schema.json`)]))
    const all = new Map([...known.values()].flatMap((one) => [...one]))
    const named = [
      ...Object.entries(instead).flatMap(([owner, properties]) =>
        Object.keys(properties).map((property) => [all.get(owner.split(' ').at(-1)!), owner, property]),
      ),
      ...Object.entries(leftToText).flatMap(([place, properties]) => {
        const [kind = '', owner = ''] = place.split(' ')
        return Object.keys(properties).map((property) => [known.get(kind)?.get(owner), place, property])
      }),
    ] as const
    expect(named.filter(([properties, , property]) => !(properties as ReadonlySet<string> | undefined)?.has(property as string))).toEqual(
      [],
    )
    expect(
      [...Object.keys(screens).map((place) => place.split(' ').at(-1)!), ...Object.keys(wholeLeftToText)].filter(
        (owner) => !all.has(owner),
      ),
    ).toEqual([])
  })
})
