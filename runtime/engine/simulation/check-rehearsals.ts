import type { Finding } from '../../../schemas/finding.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Sample } from '../../../schemas/generated/sample.ts'
import type { Scenario, ScenarioExpectation } from '../../../schemas/generated/scenario.ts'
import { columnsOf, type Field, fieldsOf } from '../card/field.ts'
import { Checking } from '../checking.ts'
import type { TemplateSet } from './template-set.ts'

/**
 * What can be said about samples and scenarios without running them: that every type, person, field, status, node and
 * earlier document that they name exists. A misspelt one would only show as a refusal far from where it is written.
 */
export function checkRehearsals(set: TemplateSet): Finding[] {
  const names = new Names(set)
  // A sample may name what is older than it, wherever its file stands.
  const samples = new Map(set.samples.map((sample) => [sample.as, sample]))
  return [
    ...set.samples.flatMap((sample) => checkSample(sample, samples, names)),
    ...set.scenarios.flatMap((scenario) => checkScenario(scenario, names)),
  ]
}

function checkSample(sample: Sample, samples: ReadonlyMap<string, Sample>, names: Names): Finding[] {
  const checking = new Checking('sample', sample.as)
  const known = new Map([...samples].filter(([as]) => as !== sample.as).map(([as, { type }]) => [as, type]))
  names.made(checking, '', sample, sample.author, known)
  for (const [as, path] of names.links(sample.type, sample.card)) {
    const other = samples.get(as)
    if (other && (other.daysAgo ?? 0) < (sample.daysAgo ?? 0)) checking.problem('link-to-later', `/card/${path}`, { found: as })
  }
  for (const [index, command] of (sample.commands ?? []).entries()) names.doing(checking, `/commands/${index}`, command, sample.type, known)
  return checking.findings
}

function checkScenario({ id, given = [], document, steps }: Scenario, names: Names): Finding[] {
  const checking = new Checking('scenario', id)
  const known = new Map<string, string>()
  for (const [index, made] of given.entries()) {
    names.made(checking, `/given/${index}`, made, made.author, known)
    if (known.has(made.as)) checking.problem('repeated-name', `/given/${index}/as`, { found: made.as })
    known.set(made.as, made.type)
    for (const [at, command] of (made.commands ?? []).entries())
      names.doing(checking, `/given/${index}/commands/${at}`, command, made.type, known)
  }
  names.made(checking, '/document', document, document.author, known)
  known.set(document.as ?? '', document.type)
  for (const [index, step] of steps.entries()) {
    const path = `/steps/${index}`
    if (step.create) {
      names.made(checking, `${path}/create`, step.create, step.by ?? document.author, known)
      if (step.create.as !== undefined) known.set(step.create.as, step.create.type)
    }
    const about = step.document ?? document.as ?? ''
    if (step.document !== undefined && !exists(checking, 'document', `${path}/document`, step.document, named(known))) continue
    const type = known.get(about)!
    if (step.do !== undefined) names.doing(checking, path, { by: document.author, ...step }, type, known)
    if (step.expect) names.expected(checking, `${path}/expect`, step.expect, type, known)
  }
  return checking.findings
}

type Documents = ReadonlyMap<string, string>

interface Done {
  readonly by: string
  readonly at?: string
  readonly to?: readonly string[]
  readonly card?: Readonly<Record<string, unknown>>
}

/** The names that a set has, and the places where samples and scenarios use them. */
class Names {
  readonly #types: ReadonlyMap<string, DocumentType>
  readonly #people: ReadonlySet<string>
  readonly #nodes: ReadonlyMap<string, readonly string[]>

  constructor({ types, schemas, people }: TemplateSet) {
    this.#types = new Map(types.map((type) => [type.id, type]))
    this.#people = new Set((people?.people ?? []).map(({ id }) => id))
    const nodesOf = new Map(schemas.map(({ id, nodes }) => [id, nodes.map((node) => node.id)]))
    this.#nodes = new Map(types.map(({ id, approval = [] }) => [id, approval.flatMap(({ schema }) => nodesOf.get(schema) ?? [])]))
  }

  made(checking: Checking, path: string, made: { readonly type: string; readonly card: object }, author: string, known: Documents): void {
    exists(checking, 'type', `${path}/type`, made.type, this.#types.keys())
    this.#person(checking, `${path}/author`, author)
    this.#card(checking, `${path}/card`, made.card as Record<string, unknown>, made.type, known)
  }

  doing(checking: Checking, path: string, { by, at, to = [], card = {} }: Done, type: string, known: Documents): void {
    this.#person(checking, `${path}/by`, by)
    for (const [index, person] of to.entries()) this.#person(checking, `${path}/to/${index}`, person)
    if (at !== undefined) this.#node(checking, `${path}/at`, at, type, ['anywhere', 'bar'])
    this.#card(checking, `${path}/card`, card, type, known)
  }

  expected(checking: Checking, path: string, expected: ScenarioExpectation, typeId: string, known: Documents): void {
    const type = this.#types.get(typeId)
    if (expected.status !== undefined && type?.statuses)
      exists(
        checking,
        'status',
        `${path}/status`,
        expected.status,
        type.statuses.map(({ id }) => id),
      )
    for (const [index, node] of (expected.at ?? []).entries()) this.#node(checking, `${path}/at/${index}`, node, typeId)
    for (const [index, person] of (expected.asked ?? []).entries()) this.#person(checking, `${path}/asked/${index}`, person)
    for (const [index, { to }] of (expected.notices ?? []).entries()) this.#person(checking, `${path}/notices/${index}/to`, to)
    this.#card(checking, `${path}/card`, expected.card ?? {}, typeId, known)
  }

  /** Every link of a card as it is written: the `as` that it names, and its path. */
  links(typeId: string, card: object): readonly (readonly [as: string, path: string])[] {
    const type = this.#types.get(typeId)
    return type ? linksIn(fieldsOf(type), card as Record<string, unknown>, '') : []
  }

  #person(checking: Checking, path: string, person: string): void {
    exists(checking, 'person', path, person, this.#people)
  }

  #node(checking: Checking, path: string, node: string, type: string, also: readonly string[] = []): void {
    const nodes = this.#nodes.get(type)
    if (nodes) exists(checking, 'node', path, node, [...nodes, ...also])
  }

  #card(checking: Checking, path: string, card: Readonly<Record<string, unknown>>, typeId: string, known: Documents): void {
    const type = this.#types.get(typeId)
    if (!type) return
    for (const key of Object.keys(card)) exists(checking, 'field', `${path}/${key}`, key, fieldsOf(type).keys())
    for (const [as, at] of this.links(typeId, card)) exists(checking, 'document', `${path}/${at}`, as, named(known))
  }
}

function exists(checking: Checking, what: string, path: string, name: string, among: Iterable<string>): boolean {
  return checking.exists('not-in-the-set', path, name, new Set(among), { what })
}

/** The names of documents; one that has none cannot be named. */
function named(known: Documents): ReadonlySet<string> {
  return new Set([...known.keys()].filter(Boolean))
}

function linksIn(
  fields: ReadonlyMap<string, Field>,
  values: Readonly<Record<string, unknown>>,
  path: string,
): readonly (readonly [as: string, path: string])[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const field = fields.get(id)
    if (!field || value === null) return []
    const at = `${path}${id}`
    const each = Array.isArray(value) ? value.map((one, index) => [one, `${at}/${index}`] as const) : [[value, at] as const]
    return each.flatMap(([one, place]) => {
      if (field.type === 'table') return linksIn(columnsOf(field), one as Record<string, unknown>, `${place}/`)
      const as = (one as { readonly id?: unknown }).id
      return field.type === 'link' && typeof as === 'string' ? [[as, place] as const] : []
    })
  })
}
