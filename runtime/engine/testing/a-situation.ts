import type { ApprovalSchema, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { compileProgram, type Program } from '../approval/program.ts'
import { addTime } from '../calendar/due.ts'
import type { Card } from '../card/card.ts'
import type { Decision, Notice } from '../decision.ts'
import { agenda } from '../document/agenda.ts'
import type { Command } from '../document/command.ts'
import { decide, decideCreation } from '../document/decide.ts'
import type { DocumentEvent } from '../document/event.ts'
import type { Facts } from '../document/facts.ts'
import type { Document, Id } from '../document/state.ts'
import type { Site } from '../site.ts'
import { aSite, type SiteParts } from './a-site.ts'

/** Monday, nine o'clock in Bucharest: the office opens. */
export const monday = '2026-11-23T07:00:00.000Z'

/** A document type, valid as it stands: an amount, who is responsible, works, a number, and who may do what. */
export function aType(given: Partial<DocumentType> = {}): DocumentType {
  return {
    id: 'contract',
    label: 'Contract',
    kind: 'document',
    title: 'Contract {number}',
    statuses: [
      { id: 'draft', label: 'Draft' },
      { id: 'in-approval', label: 'In approval' },
      { id: 'in-force', label: 'In force' },
      { id: 'closed', label: 'Closed', closed: true },
    ],
    number: { series: [{ pattern: 'C-{yyyy}/{000}' }] },
    fields: [
      { id: 'subject', type: 'text', label: 'Subject' },
      { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
      { id: 'responsible', type: 'person', label: 'Responsible' },
      { id: 'signedOn', type: 'date', label: 'Signed on' },
      { id: 'reviewers', type: 'person', label: 'Reviewers', many: true },
      {
        id: 'works',
        type: 'table',
        label: 'Works',
        fields: [
          { id: 'what', type: 'text', label: 'Work' },
          { id: 'person', type: 'person', label: 'Who' },
          { id: 'due', type: 'date', label: 'Due' },
          { id: 'lead', type: 'yes-no', label: 'Leads' },
          { id: 'report', type: 'text', label: 'Report' },
        ],
      },
    ],
    access: [
      { who: [{ the: 'everyone' }], can: ['create'] },
      { who: [{ the: 'author' }], can: ['read', 'edit'] },
    ],
    approval: [{ schema: 'way', start: 'on-create' }],
    ...given,
  }
}

/** A draft that its author sends on, with whatever nodes and routes are wanted beyond it, and two ends. */
export function aSchema(nodes: readonly SchemaNode[], routes: readonly Route[], given: Partial<ApprovalSchema> = {}): ApprovalSchema {
  return {
    id: 'way',
    label: 'Way',
    start: 'draft',
    nodes: [
      {
        id: 'draft',
        kind: 'stage',
        label: 'Draft',
        status: 'draft',
        edit: [{ who: [{ the: 'author' }] }],
        actions: [{ id: 'submit', label: 'Send', who: [{ the: 'author' }] }],
      },
      ...nodes,
      { id: 'done', kind: 'end', status: 'in-force', result: 'done' },
      { id: 'dropped', kind: 'end', status: 'closed', result: 'dropped' },
    ],
    routes: [...routes],
    ...given,
  }
}

/** A document as it stands, with everything around it that a decision needs, and what has happened to it so far. */
export interface Situation {
  readonly program: Program
  readonly document: Document
  readonly facts: Facts
  readonly events: readonly DocumentEvent[]
  readonly notices: readonly Notice[]
}

export interface SituationParts extends SiteParts {
  readonly type?: DocumentType
  readonly schema: ApprovalSchema | null
  readonly card?: Card
  readonly author?: Id
  readonly now?: string
  readonly facts?: Partial<Facts>
}

/** A new document of `elena`, at its first rest. */
export function aDocument({
  type = aType(),
  schema,
  card = {},
  author = 'elena',
  now = monday,
  facts: more = {},
  ...site
}: SituationParts): Situation {
  const program = compileProgram(type, schema)
  const facts: Facts = { ...factsOn(aSite({ ...site, types: [type], schemas: schema ? [schema] : [] }), now), ...more }
  const decision = decideCreation(program, { type: 'create', by: { kind: 'person', id: author }, card }, 'd1', facts)
  return decided({ program, document: null as never, facts, events: [], notices: [] }, decision)
}

/** Facts of a site at a moment: ids are counted, so that a test can be read again. */
export function factsOn(site: Site, now: string): Facts {
  let count = 0
  const newId = () => `id-${String(++count).padStart(5, '0')}`
  return { now, newId, site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
}

/** What may happen in a test: a command, made when its turn comes, or time that passes. */
export type Step = (situation: Situation) => Command | { readonly now: string }

/** Lets steps happen that must be accepted. */
export function happened(situation: Situation, ...steps: readonly Step[]): Situation {
  return steps.reduce((before, step) => {
    const next = step(before)
    return 'now' in next ? passTime(before, next.now) : decided(before, decideIn(before, next))
  }, situation)
}

/** Decides a command in a situation; a number that is asked for is given, counted from 0. */
export function decideIn({ program, document, facts }: Situation, command: Command): Decision {
  const decision = decide(program, document, command, facts)
  if (decision.kind !== 'missing') return decision
  const series = decision.missing.flatMap((fact) => (fact.kind === 'number' ? [[fact.series, 0] as const] : []))
  return series.length > 0
    ? decide(program, document, command, { ...facts, numbers: { ...Object.fromEntries(series), ...facts.numbers } })
    : decision
}

export function decided(situation: Situation, decision: Decision): Situation {
  if (decision.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(decision)}`)
  const { document, events, notices } = decision
  return { ...situation, document, events: [...situation.events, ...events], notices: [...situation.notices, ...notices] }
}

/** Fires the timers in their order up to a moment, each at its own time, as the clock does. */
export function passTime(situation: Situation, until: string): Situation {
  let now = situation
  for (let fired = 0; fired < 500; fired++) {
    const due = agenda(now.program, now.document).timers[0]
    if (!due || due.at > until) return at(now, until)
    const then = at(now, due.at > now.facts.now ? due.at : now.facts.now)
    now = decided(then, decideIn(then, { type: 'fire-timer', by: { kind: 'clock' }, key: due.key }))
  }
  throw new Error('timers do not come to rest')
}

export function at(situation: Situation, now: string): Situation {
  return { ...situation, facts: { ...situation.facts, now } }
}

/** Lets working or calendar time pass, with every timer that falls due in it. */
export function waits(duration: string, kind: 'calendar-time' | 'working-time' = 'calendar-time'): Step {
  return ({ facts }) => {
    const then = addTime(facts.site.calendar, facts.now, duration, kind)
    if (!then.ok) throw new Error(`cannot wait ${duration}`)
    return { now: then.value }
  }
}
