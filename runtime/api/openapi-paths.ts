/** The routes that do not hang on what is released, described; requests are read from the very schemas that check them. */
import { z } from 'zod'
import { calendarRequest } from './calendars.ts'
import { backRequest, draftRequest, kinds, publishRequest } from './definitions.ts'
import { moveRequest } from './moves.ts'
import { movesPlanRequest } from './moves-plan.ts'
import { readRequest } from './notices.ts'
import { absenceRequest, languageRequest, peopleRequest, personRequest } from './office.ts'
import { departmentRequest, labelRequest } from './office-structure.ts'
import { id, listOf, object, oneOf, orNull, ref, type Shape, text, whole } from './openapi-shapes.ts'
import type { Words } from './openapi-words.ts'
import { reminderPreviewRequest } from './reminder-preview.ts'
import { assignmentCommands, decisionRequest } from './requests.ts'
import { scenarioRequest } from './scenarios.ts'
import { demoRequest, setupRequest } from './setup.ts'
import { installRequest } from './templates.ts'
import { webhookRequest } from './webhooks.ts'

type Word = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words]
export type Operation = { readonly [keyword: string]: unknown }
export type Paths = { readonly [path: string]: { readonly [method: string]: Operation } }

/** A schema that checks requests, as JSON Schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return shape
}

export const parameter = (name: string): Shape => ({ $ref: `#/components/parameters/${name}` })
export const inPath = (name: string, schema: Shape = id): Shape => ({ name, in: 'path', required: true, schema })
export const json = (schema: Shape): Shape => ({ 'application/json': { schema } })
export const bodyIn = (schema: Shape): Shape => ({ required: true, content: json(schema) })

/** What every route may answer besides: signed out, refused, not there, not fitting. */
export const refusals = { default: { $ref: '#/components/responses/problem' } }

const paging = [parameter('limit'), parameter('after')]
const key = parameter('idempotency-key')

/** An operation with one good answer; an answer without a shape has no body. */
function operation(
  words: Words,
  tag: string,
  summary: Word,
  {
    parameters = [],
    request,
    status = 200,
    answer,
    content,
    open = false,
  }: {
    parameters?: readonly Shape[]
    request?: Shape
    status?: number
    answer?: Shape
    content?: Shape
    /** Whether it is answered without a sign-in. */
    open?: boolean
  },
): Operation {
  const described = words[status === 201 ? 'answer.made' : status === 204 ? 'answer.done' : 'answer.found']
  const body = content ?? (answer && json(answer))
  return {
    operationId: summary,
    tags: [tag],
    summary: words[summary],
    ...(parameters.length > 0 && { parameters }),
    ...(request && { requestBody: bodyIn(request) }),
    responses: { [status]: { description: described, ...(body && { content: body }) }, ...refusals },
    ...(open && { security: [] }),
  }
}

/** Every route except those of the document types. */
export function staticPaths(words: Words): Paths {
  const [start, work, office, drawn] = [words['tag.start'], words['tag.work'], words['tag.office'], words['tag.definitions']]
  const definitionAt = [inPath('kind', oneOf(...kinds)), inPath('id', text)]
  return {
    '/api/session': { get: operation(words, start, 'session', { answer: ref('session'), open: true }) },
    '/api/auth/sign-in/email': {
      post: operation(words, start, 'sign-in', {
        request: object({ email: { type: 'string', format: 'email' }, password: text }),
        answer: { type: 'object' },
        open: true,
      }),
    },
    '/api/auth/sign-out': { post: operation(words, start, 'sign-out', { request: object({}), answer: { type: 'object' } }) },
    '/api/auth/demo/step-into': {
      post: operation(words, start, 'step-into', { request: object({ person: id }), answer: object({ person: id }), open: true }),
    },
    '/api/setup': {
      get: operation(words, start, 'setup', { answer: ref('setup'), open: true }),
      post: operation(words, start, 'set-up', { request: shapeOf(setupRequest), status: 201, answer: object({ person: id }), open: true }),
    },
    '/api/demo': {
      post: operation(words, start, 'open-demo', { request: shapeOf(demoRequest), status: 201, answer: ref('session'), open: true }),
      delete: operation(words, start, 'remove-demo', { status: 204, open: true }),
    },
    '/api/programs/{hash}': {
      get: operation(words, drawn, 'program', { parameters: [inPath('hash', text)], answer: ref('type-answer') }),
    },
    '/api/assignments': { get: operation(words, work, 'inbox', { parameters: paging, answer: ref('inbox-page') }) },
    '/api/assignments/{id}/decision': {
      post: operation(words, work, 'decide', {
        parameters: [inPath('id'), key, parameter('if-match')],
        request: shapeOf(decisionRequest),
        answer: ref('document'),
      }),
    },
    '/api/assignments/{id}/{command}': {
      post: operation(words, work, 'assignment', {
        parameters: [inPath('id'), inPath('command', oneOf(...Object.keys(assignmentCommands))), key, parameter('if-match')],
        request: { anyOf: [...new Set(Object.values(assignmentCommands))].map(shapeOf) },
        answer: ref('document'),
      }),
    },
    '/api/notices': { get: operation(words, work, 'notices', { parameters: paging, answer: ref('notices-page') }) },
    '/api/notices/read': {
      post: operation(words, work, 'read-notices', { request: shapeOf(readRequest), answer: object({ unread: whole }) }),
    },
    '/api/live': { get: operation(words, work, 'live', { content: { 'text/event-stream': { schema: text } } }) },
    '/api/search': {
      get: operation(words, work, 'search', { parameters: [parameter('q'), parameter('limit')], answer: ref('search') }),
    },
    '/api/people': {
      get: operation(words, office, 'people', { parameters: [parameter('search'), ...paging], answer: ref('people-page') }),
    },
    '/api/people/{id}': { get: operation(words, office, 'person', { parameters: [inPath('id')], answer: ref('person-answer') }) },
    '/api/departments': { get: operation(words, office, 'departments', { answer: ref('labels-page') }) },
    '/api/office': { get: operation(words, office, 'office', { answer: ref('office') }) },
    '/api/office/people': {
      post: operation(words, office, 'add-person', { request: shapeOf(personRequest), status: 201, answer: { type: 'object' } }),
      put: operation(words, office, 'save-people', { request: shapeOf(peopleRequest), answer: ref('office') }),
    },
    '/api/office/people/{id}': {
      put: operation(words, office, 'save-person', {
        parameters: [inPath('id')],
        request: shapeOf(personRequest),
        answer: { type: 'object' },
      }),
    },
    '/api/office/roles': { post: operation(words, office, 'save-role', { request: shapeOf(labelRequest), status: 204 }) },
    '/api/office/roles/{id}': { delete: operation(words, office, 'drop-role', { parameters: [inPath('id', text)], status: 204 }) },
    '/api/office/groups': { post: operation(words, office, 'save-group', { request: shapeOf(labelRequest), status: 204 }) },
    '/api/office/groups/{id}': { delete: operation(words, office, 'drop-group', { parameters: [inPath('id', text)], status: 204 }) },
    '/api/office/departments': {
      post: operation(words, office, 'save-department', { request: shapeOf(departmentRequest), status: 204 }),
    },
    '/api/office/departments/{id}': {
      delete: operation(words, office, 'drop-department', { parameters: [inPath('id', text)], status: 204 }),
    },
    '/api/office/calendars': { get: operation(words, office, 'calendars', { answer: ref('calendars') }) },
    '/api/office/calendars/{id}': {
      put: operation(words, office, 'save-calendar', {
        parameters: [inPath('id', text)],
        request: shapeOf(calendarRequest),
        answer: ref('calendars'),
      }),
      delete: operation(words, office, 'drop-calendar', { parameters: [inPath('id', text)], answer: ref('calendars') }),
    },
    '/api/office/holidays': {
      get: operation(words, office, 'holidays', {
        parameters: [parameter('country'), parameter('year')],
        answer: object({ items: listOf(object({ date: text, name: text })) }),
      }),
    },
    '/api/office/absences': {
      get: operation(words, office, 'absences', { answer: ref('absences') }),
      post: operation(words, office, 'add-absence', { request: shapeOf(absenceRequest), status: 201, answer: object({ id }) }),
    },
    '/api/office/absences/{id}': { delete: operation(words, office, 'end-absence', { parameters: [inPath('id')], status: 204 }) },
    '/api/office/webhooks': { get: operation(words, office, 'webhooks', { answer: ref('webhooks') }) },
    '/api/office/webhooks/{id}': {
      put: operation(words, office, 'save-webhook', {
        parameters: [inPath('id', text)],
        request: shapeOf(webhookRequest),
        answer: ref('webhooks'),
      }),
      delete: operation(words, office, 'drop-webhook', { parameters: [inPath('id', text)], answer: ref('webhooks') }),
    },
    '/api/office/language': { put: operation(words, office, 'language', { request: shapeOf(languageRequest), status: 204 }) },
    '/api/definitions': { get: operation(words, drawn, 'definitions', { answer: ref('definitions') }) },
    '/api/definitions/reminder-preview': {
      post: operation(words, drawn, 'reminder-preview', { request: shapeOf(reminderPreviewRequest), answer: ref('reminder-preview') }),
    },
    '/api/drafts': { get: operation(words, drawn, 'drafts', { answer: object({ items: listOf(ref('draft')) }) }) },
    '/api/drafts/findings': { get: operation(words, drawn, 'findings', { answer: object({ findings: listOf(ref('finding')) }) }) },
    '/api/drafts/{kind}/{id}': {
      put: operation(words, drawn, 'save-draft', {
        parameters: definitionAt,
        request: shapeOf(draftRequest),
        answer: object({ draft: orNull(ref('draft')), findings: listOf(ref('finding')) }),
      }),
      delete: operation(words, drawn, 'drop-draft', { parameters: definitionAt, status: 204 }),
    },
    '/api/releases': {
      get: operation(words, drawn, 'releases', { parameters: paging, answer: ref('releases-page') }),
      post: operation(words, drawn, 'publish', { request: shapeOf(publishRequest), status: 201, answer: ref('published') }),
    },
    '/api/releases/{number}/back': {
      post: operation(words, drawn, 'back', {
        parameters: [inPath('number', whole)],
        request: shapeOf(backRequest),
        status: 201,
        answer: ref('published'),
      }),
    },
    '/api/moves': {
      get: operation(words, drawn, 'behind', { answer: object({ items: listOf(object({ type: text, count: whole })) }) }),
      post: operation(words, drawn, 'moves', { request: shapeOf(moveRequest), answer: ref('moves') }),
    },
    '/api/moves/plan': { post: operation(words, drawn, 'moves-plan', { request: shapeOf(movesPlanRequest), answer: ref('moves-plan') }) },
    '/api/scenarios': { get: operation(words, drawn, 'scenarios', { answer: object({ items: listOf(ref('scenario')) }) }) },
    '/api/scenarios/{id}': {
      put: operation(words, drawn, 'save-scenario', {
        parameters: [inPath('id', text)],
        request: shapeOf(scenarioRequest),
        answer: object({ revision: whole }),
      }),
      delete: operation(words, drawn, 'drop-scenario', { parameters: [inPath('id', text)], status: 204 }),
    },
    '/api/templates': { get: operation(words, drawn, 'templates', { answer: object({ items: listOf(ref('template')) }) }) },
    '/api/templates/{id}': {
      get: operation(words, drawn, 'template', { parameters: [inPath('id', text)], answer: ref('template-answer') }),
    },
    '/api/templates/{id}/install': {
      post: operation(words, drawn, 'install-template', {
        parameters: [inPath('id', text)],
        request: shapeOf(installRequest),
        answer: object({ release: orNull(whole) }),
      }),
    },
    '/api/failures': { get: operation(words, office, 'failures', { parameters: paging, answer: ref('failures-page') }) },
    '/api/failures/{id}/retry': { post: operation(words, office, 'retry', { parameters: [inPath('id', whole)], status: 204 }) },
  }
}
