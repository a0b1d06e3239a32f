/** JSON Schemas of what the API answers with, as `answers.ts` has it in types: the components of the API's description. */
import { kinds } from './definitions.ts'
import { problemCodes, statusOfProblem } from './problem.ts'
import { problemTitle } from './problem-text.ts'

export type Shape = { readonly [keyword: string]: unknown }

export const text: Shape = { type: 'string' }
export const number: Shape = { type: 'number' }
export const whole: Shape = { type: 'integer' }
export const flag: Shape = { type: 'boolean' }
export const anything: Shape = {}
export const id: Shape = { type: 'string', format: 'uuid' }
export const instant: Shape = { type: 'string', format: 'date-time' }
export const orNull = (shape: Shape): Shape => ({ anyOf: [shape, { type: 'null' }] })
export const listOf = (items: Shape): Shape => ({ type: 'array', items })
export const mapOf = (values: Shape): Shape => ({ type: 'object', additionalProperties: values })
export const oneOf = (...values: readonly string[]): Shape => ({ enum: values })
export const ref = (name: string): Shape => ({ $ref: `#/components/schemas/${name}` })

/** A closed object whose properties are always there, except those whose names end in `?`. */
export function object(properties: Readonly<Record<string, Shape>>): Shape {
  const named = Object.entries(properties)
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(([name, shape]) => [name.replace('?', ''), shape])),
    required: named.flatMap(([name]) => (name.endsWith('?') ? [] : [name])),
    additionalProperties: false,
  }
}

/** A page of a list. */
export const pageOf = (item: Shape, more: Readonly<Record<string, Shape>> = {}): Shape =>
  object({ items: listOf(item), after: orNull(text), 'count?': object({ total: whole, capped: flag }), ...more })

const localText: Shape = { anyOf: [text, mapOf(text)] }
const named = { linked: mapOf(ref('document-ref')), people: mapOf(ref('person-ref')) }
const documentRef = { type: text, id, number: orNull(text), title: ref('rendered'), status: text }

/** The row of a list and the whole document of a type, whose cards have a schema of their own. */
export function rowShape(card: Shape): Shape {
  return object({
    ...documentRef,
    author: id,
    createdOn: instant,
    updatedOn: instant,
    card,
    waitsFor: listOf(object({ person: orNull(id), pool: orNull(localText), due: orNull(instant), node: text })),
    revision: whole,
  })
}

export function registryShape(row: Shape): Shape {
  return pageOf(row, { ...named, 'view?': orNull(text) })
}

export function documentShape(card: Shape): Shape {
  return object({
    ...documentRef,
    program: text,
    author: id,
    createdOn: instant,
    updatedOn: instant,
    closedOn: orNull(instant),
    revision: whole,
    card,
    editable: listOf(text),
    process: orNull(object({ state: { type: 'object' }, strip: listOf({ type: 'object' }) })),
    actions: listOf({ type: 'object' }),
    mine: listOf({ type: 'object' }),
    commands: listOf(text),
    others: listOf({ type: 'object' }),
    failing: listOf(object({ check: text, text: mapOf(text), fields: listOf(text), mayOverride: flag })),
    ...named,
    refused: listOf(object({ at: instant, what: text, problem: { type: 'object' } })),
  })
}

export function pastShape(card: Shape): Shape {
  return object({
    at: instant,
    sequence: whole,
    program: text,
    status: text,
    number: orNull(text),
    title: ref('rendered'),
    card,
    ...named,
  })
}

const labelledShape = { id: text, label: localText }
const labelled = object(labelledShape)
const personRef = { id, name: text, what: orNull(localText), 'left?': flag }
const absence = object({ id, person: id, substitute: id, from: instant, to: instant, openToo: flag })
const definition = { kind: oneOf(...kinds), id: text }
const step = { node: text, label: localText }
const planned = {
  type: text,
  id,
  title: orNull(ref('rendered')),
  number: orNull(text),
  fate: oneOf('follows', 'can-move', 'cannot-move', 'stays'),
  at: listOf(object(step)),
}
const templateRow = {
  id: text,
  label: localText,
  text: localText,
  version: text,
  languages: listOf(text),
  counts: object({ types: whole, schemas: whole, rules: whole, directories: whole, scenarios: whole }),
  installed: oneOf('no', 'partly', 'yes'),
  otherwise: whole,
  schema: orNull({ type: 'object' }),
}

/** The components that do not hang on what is released. */
export function sharedShapes(language: string): Record<string, Shape> {
  return {
    problem: {
      ...object({
        type: { type: 'string', format: 'uri' },
        title: text,
        status: whole,
        detail: text,
        'instance?': text,
        problem: { type: 'object', properties: { code: ref('problem-code') }, required: ['code'] },
      }),
    },
    'problem-code': {
      oneOf: problemCodes.map((code) => ({ const: code, description: `${statusOfProblem({ code })}: ${problemTitle(code, language)}` })),
    },
    'local-text': localText,
    rendered: mapOf(text),
    'person-ref': object(personRef),
    'document-ref': object(documentRef),
    session: object({
      site: object({ name: text, languages: listOf(text), zone: text, empty: flag, demo: flag, release: whole }),
      person: orNull(
        object({ ...personRef, email: orNull(text), language: text, roles: listOf(text), administrator: flag, designer: flag }),
      ),
      demoPeople: listOf(ref('person-ref')),
      menu: listOf(object({ type: text, kind: text, label: localText, plural: localText, mayCreate: flag })),
    }),
    setup: object({
      demoAllowed: flag,
      templates: listOf(object({ id: text, label: localText, text: localText, version: text, people: whole, samples: whole })),
      countries: listOf(object({ id: text, label: localText, nextHoliday: orNull({ type: 'string', format: 'date' }) })),
      zones: listOf(text),
    }),
    'type-answer': object({
      program: text,
      type: { type: 'object' },
      schema: orNull({ type: 'object' }),
      directories: mapOf({ type: 'object' }),
      mayCreate: flag,
      mayExport: flag,
      views: listOf({ type: 'object' }),
    }),
    search: object({
      documents: listOf(
        object({
          ...documentRef,
          kind: text,
          typeLabel: localText,
          shownStatus: orNull(
            object({ label: localText, 'color?': oneOf('green', 'yellow', 'red', 'blue'), 'closed?': flag, first: flag }),
          ),
          updatedOn: instant,
        }),
      ),
      people: listOf(ref('person-ref')),
    }),
    'inbox-page': pageOf(
      object({
        assignment: id,
        document: object({ ...documentRef, author: id, typeLabel: localText }),
        node: text,
        label: localText,
        state: oneOf('pool', 'open'),
        pool: orNull(localText),
        from: orNull(id),
        since: instant,
        due: orNull(instant),
        late: flag,
        amount: orNull(object({ value: number, currency: orNull(text) })),
      }),
      { people: mapOf(ref('person-ref')) },
    ),
    'history-page': pageOf(
      object({
        sequence: whole,
        at: instant,
        by: orNull(id),
        for: orNull(id),
        what: text,
        node: orNull(text),
        nodeLabel: orNull(localText),
        action: orNull(text),
        actionLabel: orNull(localText),
        person: orNull(id),
        comment: orNull(text),
        reason: orNull(text),
        changes: listOf(object({ path: text, label: localText, before: anything, after: anything })),
        details: mapOf({ type: ['string', 'number', 'null'] }),
      }),
      named,
    ),
    'notices-page': pageOf(
      object({
        id,
        at: instant,
        read: orNull(instant),
        about: text,
        text: ref('rendered'),
        document: orNull(ref('document-ref')),
        assignment: orNull(id),
      }),
      { unread: whole },
    ),
    'people-page': pageOf(ref('person-ref')),
    'labels-page': pageOf(labelled),
    office: object({
      people: listOf(
        object({
          ...personRef,
          email: orNull(text),
          language: text,
          department: orNull(text),
          manager: orNull(id),
          calendar: orNull(text),
          signingLimit: orNull({ type: 'number' }),
          roles: listOf(text),
          groups: listOf(text),
          maySignIn: flag,
        }),
      ),
      roles: listOf(object({ ...labelledShape, usedBy: listOf(object({ kind: text, ...labelledShape })) })),
      groups: listOf(object({ ...labelledShape, usedBy: listOf(object({ kind: text, ...labelledShape })) })),
      departments: listOf(
        object({ ...labelledShape, usedBy: listOf(object({ kind: text, ...labelledShape })), parent: orNull(text), head: orNull(id) }),
      ),
      calendars: listOf(labelled),
      absences: listOf(absence),
    }),
    calendars: object({
      items: listOf(object({ id: text, calendar: { type: 'object' }, people: whole })),
      country: orNull(text),
      countries: listOf(object({ id: text, label: text })),
    }),
    absences: object({ items: listOf(absence), after: { type: 'null' }, people: mapOf(ref('person-ref')) }),
    'person-answer': object({
      ...personRef,
      email: orNull(text),
      department: orNull(localText),
      manager: orNull(ref('person-ref')),
      away: orNull(object({ to: instant, substitute: orNull(ref('person-ref')) })),
    }),
    webhooks: object({
      items: listOf(object({ id: text, url: orNull(text), usedBy: listOf(object({ kind: text, ...labelledShape })) })),
      key: text,
    }),
    finding: { type: 'object', properties: { code: text, level: oneOf('problem', 'hint') }, required: ['code', 'level'] },
    definitions: object({
      release: whole,
      items: listOf({
        type: 'object',
        properties: { ...definition, hash: text, body: { type: 'object' } },
        required: ['kind', 'id', 'hash', 'body'],
      }),
      organisation: object({
        people: listOf({ type: 'object' }),
        roles: listOf({ type: 'object' }),
        groups: listOf({ type: 'object' }),
        departments: listOf({ type: 'object' }),
        calendar: { type: 'object' },
        webhooks: listOf(text),
        zone: text,
        languages: listOf(text),
      }),
    }),
    'reminder-preview': object({
      from: instant,
      to: instant,
      items: listOf(
        object({
          at: instant,
          movedFrom: orNull(instant),
          step: whole,
          round: whole,
          document: ref('document-ref'),
          by: listOf(oneOf('program', 'email', 'webhook')),
          text: ref('rendered'),
          to: listOf(object({ person: id, because: whole })),
        }),
      ),
      hidden: whole,
      more: flag,
      people: mapOf(ref('person-ref')),
      holidays: listOf(text),
    }),
    draft: object({
      ...definition,
      body: orNull({ type: 'object' }),
      base: orNull(text),
      revision: whole,
      updatedOn: instant,
      by: orNull(id),
    }),
    published: object({ release: whole, hints: listOf(ref('finding')) }),
    'releases-page': pageOf(
      object({
        number: whole,
        at: instant,
        by: orNull(id),
        message: text,
        items: listOf(object({ ...definition, hash: orNull(text), change: oneOf('added', 'changed', 'removed') })),
      }),
    ),
    'planned-move': object({
      ...planned,
      obstacles: listOf(object({ ...step, why: oneOf('missing', 'other-kind', 'other-block'), to: listOf(object(step)) })),
      problem: orNull({ type: 'object' }),
    }),
    moves: {
      anyOf: [
        object({ items: listOf(ref('planned-move')), after: orNull(id) }),
        object({ moved: listOf(id), refused: listOf(ref('planned-move')), after: orNull(id) }),
      ],
    },
    'moves-plan': object({
      items: listOf(
        object({
          ...planned,
          obstacles: listOf(object({ ...step, why: oneOf('missing', 'other-kind', 'other-block') })),
        }),
      ),
      counts: object({ follows: whole, canMove: whole, cannotMove: whole, stays: whole }),
      more: flag,
    }),
    scenario: object({ id: text, body: { type: 'object' }, revision: whole, updatedOn: instant, by: orNull(id) }),
    template: object(templateRow),
    'template-answer': object({
      ...templateRow,
      definitions: listOf(object({ ...definition, body: { type: 'object' }, standing: oneOf('new', 'same', 'otherwise') })),
      structure: object({ roles: listOf(labelled), groups: listOf(labelled), departments: listOf(labelled) }),
    }),
    'failures-page': pageOf(
      object({
        id: text,
        kind: text,
        document: orNull(ref('document-ref')),
        to: orNull(text),
        attempts: whole,
        lastError: text,
        at: instant,
      }),
    ),
  }
}
