// A pattern is played as people would: one approval schema, a script of what everybody does, and what must be so after each step.
import { checkDefinitions } from '../../runtime/engine/check-definitions.ts'
import { rehearsalSite } from '../../runtime/engine/simulation/rehearsal-site.ts'
import { runScenario } from '../../runtime/engine/simulation/run-scenario.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import type { ApprovalSchema, Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { People } from '../../schemas/generated/people.ts'
import type { Scenario, ScenarioStep } from '../../schemas/generated/scenario.ts'
import { validateDefinition } from '../../schemas/validate.ts'

/** Elena writes papers; Ana and Cristina are lawyers, Radu and Ioana finance; Mihai is the director, and head of all. */
const people: People = {
  departments: [
    { id: 'office', label: 'Office', head: 'mihai' },
    { id: 'contracts', label: 'Contracts', parent: 'office', head: 'bogdan' },
  ],
  roles: [
    { id: 'lawyer', label: 'Lawyer' },
    { id: 'director', label: 'Director' },
    { id: 'clerk', label: 'Clerk' },
  ],
  groups: [
    { id: 'finance', label: 'Finance', members: ['radu', 'ioana'] },
    { id: 'board', label: 'Board', members: ['radu', 'ioana', 'ana', 'cristina', 'mihai'] },
  ],
  people: [
    { id: 'elena', name: 'Elena', department: 'contracts', manager: 'bogdan' },
    { id: 'bogdan', name: 'Bogdan', department: 'contracts', manager: 'mihai' },
    { id: 'ana', name: 'Ana', manager: 'mihai', roles: ['lawyer'], language: 'ro' },
    { id: 'cristina', name: 'Cristina', manager: 'mihai', roles: ['lawyer'], language: 'en' },
    { id: 'radu', name: 'Radu', manager: 'mihai', signingLimit: 1000 },
    { id: 'ioana', name: 'Ioana', manager: 'mihai', signingLimit: 50_000 },
    { id: 'irina', name: 'Irina', roles: ['clerk'] },
    { id: 'vlad', name: 'Vlad', roles: ['clerk'] },
    { id: 'mihai', name: 'Mihai', department: 'office', roles: ['director'] },
  ],
}

const paper: DocumentType = {
  id: 'paper',
  label: 'Paper',
  kind: 'document',
  title: 'Paper',
  statuses: [
    { id: 'draft', label: 'Draft' },
    { id: 'running', label: 'Running' },
    { id: 'done', label: 'Done', closed: true },
    { id: 'refused', label: 'Refused', closed: true },
  ],
  number: { series: [{ pattern: 'P-{000}' }] },
  fields: [
    { id: 'amount', type: 'number', label: 'Amount' },
    { id: 'text', type: 'text', label: 'Text' },
    { id: 'toLegal', type: 'yes-no', label: 'To legal' },
    { id: 'toFinance', type: 'yes-no', label: 'To finance' },
    { id: 'answered', type: 'yes-no', label: 'Answered' },
    { id: 'reviewer', type: 'person', label: 'Reviewer' },
    { id: 'officer', type: 'person', label: 'Case officer' },
    {
      id: 'parts',
      type: 'table',
      label: 'Parts',
      fields: [
        { id: 'what', type: 'text', label: 'What' },
        { id: 'person', type: 'person', label: 'Person' },
      ],
    },
    { id: 'under', type: 'link', label: 'Annex of', to: ['paper'], parent: true, back: { id: 'annexes', label: 'Annexes' } },
    { id: 'openAnnexes', type: 'number', label: 'Open annexes', rollup: { of: 'annexes', count: true, where: 'that.status != "done"' } },
  ],
  layout: [
    {
      id: 'main',
      tab: 'Main',
      sections: [
        {
          id: 'all',
          columns: [['amount', 'text', 'toLegal', 'toFinance', 'answered', 'reviewer', 'officer', 'parts', 'under', 'openAnnexes']],
        },
      ],
    },
  ],
  access: [{ who: [{ the: 'everyone' }], can: ['read', 'create'] }],
  approval: [{ schema: 'way', start: 'on-create' }],
}

/** What a pattern's schema is made of; the rest is the same for all. */
export interface Drawn {
  readonly start?: string
  readonly nodes: readonly SchemaNode[]
  readonly routes: readonly Route[]
  readonly more?: Partial<ApprovalSchema>
}

function setOf({ start, nodes, routes, more }: Drawn): TemplateSet {
  const way: ApprovalSchema = {
    id: 'way',
    label: 'Way',
    start: start ?? nodes[0]!.id,
    nodes: nodes as ApprovalSchema['nodes'],
    routes: routes as Route[],
    ...more,
  }
  return {
    template: { id: 'patterns', label: 'Patterns', text: 'Patterns', version: '1.0.0', languages: ['en'] },
    types: [paper],
    schemas: [way],
    rules: [],
    directories: [],
    people,
    samples: [],
    scenarios: [],
  } as unknown as TemplateSet
}

/** What keeps a schema back from being published: the codes of its problems, with where each is. */
export function problemsOf(drawn: Drawn): readonly string[] {
  const set = setOf(drawn)
  const shape = validateDefinition('approval-schema', set.schemas[0])
  if (shape.length > 0) return shape.map(({ code, path }) => `${code} ${path}`)
  const { types, schemas, rules, directories } = set
  return checkDefinitions({ types, schemas, rules, directories, organisation: rehearsalSite(set), languages: ['en'] })
    .filter(({ level }) => level === 'problem')
    .map(({ code, path }) => `${code} ${path}`)
}

/**
 * Plays a script. `ana approved @legal` is Ana's decision at that step, `ana delegate >radu` passes on, `elena send {"amount":5}`
 * fills in before, `elena creates +annex {…}` makes another paper, which `ana approved +annex` decides on, `ana approved !not-your-turn` must be refused so, `wait P2D` lets time pass, and `= legal money : ana radu / running`
 * says where the paper is, who has something to do, and its status. Answers what differs; nothing where all is as said.
 */
export function play(drawn: Drawn, script: readonly string[], card: Record<string, unknown> = { amount: 100 }): readonly string[] {
  const set = setOf(drawn)
  const scenario: Scenario = {
    id: 'play',
    label: 'Play',
    now: '2026-10-05T09:00',
    document: { type: 'paper', as: 'paper', author: 'elena', card: card as Scenario['document']['card'] },
    steps: script.map(stepOf) as Scenario['steps'],
  }
  return runScenario(set, scenario).findings.map(({ code, path, facts }) => {
    const at = Number(/\/steps\/(\d+)/.exec(path ?? '')?.[1] ?? Number.NaN)
    return `${script[at] ?? path}: ${code} ${JSON.stringify(facts)}`
  })
}

function stepOf(line: string): ScenarioStep {
  if (line.startsWith('wait ')) return { wait: line.slice(5) } as ScenarioStep
  if (line.startsWith('=')) {
    const [places = '', status] = line.slice(1).split('/')
    const [at = '', asked = ''] = places.split(':')
    const words = (text: string) => text.trim().split(/\s+/).filter(Boolean)
    return { expect: { at: words(at), asked: words(asked), ...(status && { status: status.trim() }) } } as ScenarioStep
  }
  const json = /\{.*\}$/.exec(line)
  const [by, ...rest] = (json ? line.slice(0, json.index) : line).trim().split(/\s+/)
  const find = (mark: string) => rest.find((word) => word.startsWith(mark))?.slice(1)
  const at = find('@')
  const to = find('>')
  const refused = find('!')
  const document = find('+')
  const comment = rest.includes('#') ? 'Because.' : undefined
  const filled = json ? JSON.parse(json[0]) : {}
  if (rest[0] === 'creates') return { by, create: { type: 'paper', as: document, card: filled } } as ScenarioStep
  return {
    by,
    do: rest[0],
    ...(document && { document }),
    ...(at && { at }),
    ...(to && { to: [to] }),
    ...(refused && { refused }),
    ...(comment && { comment }),
    ...(json && { card: filled }),
  } as ScenarioStep
}
