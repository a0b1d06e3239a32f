import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { editableFields } from '../../runtime/engine/access/editable.ts'
import { chooseSchema } from '../../runtime/engine/approval/choose-schema.ts'
import { compileProgram, type Program } from '../../runtime/engine/approval/program.ts'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { Accepted, Decision } from '../../runtime/engine/decision.ts'
import { agenda } from '../../runtime/engine/document/agenda.ts'
import { availableTo } from '../../runtime/engine/document/available.ts'
import type { Command } from '../../runtime/engine/document/command.ts'
import { decide, decideCreation } from '../../runtime/engine/document/decide.ts'
import { evolve } from '../../runtime/engine/document/evolve.ts'
import { readerOf } from '../../runtime/engine/document/fact-reader.ts'
import type { Facts, LinkedDocument, Missing } from '../../runtime/engine/document/facts.ts'
import type { Document } from '../../runtime/engine/document/state.ts'
import { readyCard } from '../../runtime/engine/simulation/ready-card.ts'
import { rehearsalSite } from '../../runtime/engine/simulation/rehearsal-site.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Sample } from '../../schemas/generated/sample.ts'

const folder = fileURLToPath(new URL('../../templates', import.meta.url))
const templates = await Promise.all(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => {
      const read = await readTemplateFolder(`${folder}/${name}`)
      if (!read.ok) throw new Error(`cannot read ${name}`)
      return { name, set: read.folder, site: rehearsalSite(read.folder) }
    }),
)

/** A document on its way, with what the rest of the office is said to be. */
interface Walk {
  readonly shipped: Shipped
  readonly program: Program
  readonly document: Document
  readonly facts: Facts
}

type Shipped = (typeof templates)[number]

/** Whatever a decision asks for: other samples as they stand linked, totals of nothing, numbers from the first. */
function provided(shipped: Shipped, facts: Facts, missing: readonly Missing[]): Facts {
  const documents = { ...facts.documents }
  const rollups = { ...facts.rollups }
  const numbers = { ...facts.numbers }
  const workload = { ...facts.workload }
  const lastInTurn = { ...facts.lastInTurn }
  for (const fact of missing) {
    if (fact.kind === 'document') documents[`${fact.type}/${fact.id}`] = linkedOf(shipped, fact.id)
    else if (fact.kind === 'rollup') rollups[fact.field] = 0
    else if (fact.kind === 'number') numbers[fact.series] = 0
    else if (fact.kind === 'workload') for (const person of fact.people) workload[person] = 0
    else lastInTurn[fact.line] = null
  }
  return { ...facts, documents, rollups, numbers, workload, lastInTurn }
}

function linkedOf(shipped: Shipped, as: string): LinkedDocument | null {
  const sample = shipped.set.samples.find((each) => each.as === as)
  const type = sample && shipped.site.types.get(sample.type)
  if (!sample || !type) return null
  const status = type.statuses?.find((each) => ['in-force', 'accepted', 'active'].includes(each.id))?.id ?? type.statuses?.[0]?.id ?? ''
  const card = cardOf(shipped, sample, type)
  return {
    id: as,
    type: type.id,
    number: 'N-1',
    title: { en: as },
    status,
    author: sample.author,
    createdOn: '2026-01-05T08:00:00.000Z',
    card,
    derived: {},
  }
}

/** The card of a sample, with what its people would still fill in on the way. */
function cardOf({ set }: Shipped, sample: Sample, type: DocumentType): Card {
  const written = Object.assign({}, sample.card, ...(sample.commands ?? []).map((command) => command.card ?? {}))
  let rows = 0
  return readyCard(type, written, {
    document: (as) => {
      const target = set.samples.find((each) => each.as === as)
      return target && { type: target.type, id: as }
    },
    person: (name) => name,
    today: '2026-10-05',
    newId: () => `row-${++rows}`,
  })
}

function decideFully(
  shipped: Shipped,
  given: Facts,
  decideWith: (facts: Facts) => Decision,
): { readonly decision: Exclude<Decision, { kind: 'missing' }>; readonly facts: Facts } {
  let facts = given
  for (let round = 0; round < 8; round++) {
    const decision = decideWith(facts)
    if (decision.kind !== 'missing') return { decision, facts }
    facts = provided(shipped, facts, decision.missing)
  }
  throw new Error('a decision never had enough')
}

/** A command with what it must bring along: a date that an action needs is filled in with it, as the dialog of its button does. */
function followed(walk: Walk, command: Command): { readonly walk: Walk; readonly decision: Exclude<Decision, { kind: 'missing' }> } {
  const { decision, facts } = decideFully(walk.shipped, walk.facts, (known) => decide(walk.program, walk.document, command, known))
  if (decision.kind === 'refused' && decision.problem.code === 'card-incomplete' && command.type === 'take-action' && !command.changes) {
    const { fields } = decision.problem
    const { id } = command.by as { readonly id: string }
    const editable = editableFields(walk.program, walk.document, id, facts)
    if (fields.every((field) => walk.program.fields.get(field)?.type === 'date' && editable.has(field))) {
      return followed({ ...walk, facts }, { ...command, changes: fields.map((path) => ({ path, to: '2026-10-06' })) })
    }
  }
  if (decision.kind === 'accepted') expectFolded(walk.document, decision)
  return { walk: decision.kind === 'accepted' ? { ...walk, document: decision.document, facts } : { ...walk, facts }, decision }
}

function expectFolded(before: Document, { events, document }: Accepted): void {
  expect(events.reduce(evolve, before)).toEqual(document)
}

/** Everything that somebody could do now, by what the screens would show. */
function possible({ program, document, facts }: Walk): readonly Command[] {
  const view = { program, document, reader: readerOf(facts, { rollups: 'kept' }) }
  return [...facts.site.people.values()].flatMap(({ id }): Command[] => {
    const by = { kind: 'person' as const, id }
    const { actions, mine, commands } = availableTo(view, id)
    const words = (comment: string) => (comment === 'none' ? {} : { comment: 'So be it.' })
    return [
      ...actions
        .filter((action) => action.enabled)
        .map(({ node, action, comment }): Command => ({ type: 'take-action', by, node, action, ...words(comment) })),
      ...mine.flatMap(({ assignment, outcomes, reasons }) =>
        outcomes.map((outcome): Command => {
          const reason = reasons ? facts.site.directories.get(reasons)!.items.find((item) => !item.retired)!.id : undefined
          return {
            type: 'decide-assignment',
            by,
            assignment,
            outcome: outcome.id,
            signed: true,
            ...words(outcome.comment),
            ...(reason && { reason }),
          }
        }),
      ),
      ...(commands.includes('withdraw') ? [{ type: 'withdraw', by } as const] : []),
    ]
  })
}

/** Of what could be done, what leads on: most dice shall not end in a drawer. */
function leadingOn(commands: readonly Command[], thrown: number): readonly Command[] {
  const against = (command: Command) =>
    command.type === 'withdraw' ||
    (command.type === 'take-action' && command.node === 'anywhere') ||
    (command.type === 'decide-assignment' && command.outcome === 'rejected')
  const onward = commands.filter((command) => !against(command))
  return thrown % 6 === 0 || onward.length === 0 ? commands : onward
}

describe.each(templates)('the template $name', (shipped) => {
  const { set, site } = shipped
  const ways = set.types.flatMap((type) =>
    (type.approval ?? []).map(({ schema }) => ({ way: schema, type, schema: set.schemas.find((each) => each.id === schema)! })),
  )
  const begin = (): Facts => {
    let count = 0
    const newId = () => `id-${String(++count).padStart(6, '0')}`
    return { now: '2026-10-05T06:00:00.000Z', newId, site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
  }

  function started(program: Program, sample: Sample): Walk {
    const command = { type: 'create', by: { kind: 'person', id: sample.author }, card: cardOf(shipped, sample, program.type) } as const
    const { decision, facts } = decideFully(shipped, begin(), (given) => decideCreation(program, command, sample.as, given))
    if (decision.kind === 'refused') throw new Error(`${sample.as}: ${JSON.stringify(decision.problem)}`)
    return { shipped, program, document: decision.document, facts }
  }

  it.each(ways)('walks $way to its ends, and keeps what its buttons promise', ({ type, schema }) => {
    const program = compileProgram(type, schema)
    const travels = ({ document, facts }: Walk) => {
      const known = decideFully(shipped, facts, (given) => decide(program, document, { type: 'nudge', by: { kind: 'clock' } }, given)).facts
      return chooseSchema(program, document, document.card, readerOf(known))?.id === schema.id
    }
    const starts = set.samples
      .filter((sample) => sample.type === type.id)
      .map((sample) => started(program, sample))
      .filter(travels)
    expect(starts.length, 'samples that take this way').toBeGreaterThan(0)
    const ended = new Set<string>()
    const visited = new Set<string>()
    fc.assert(
      fc.property(fc.nat(starts.length - 1), fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), (which, dice) => {
        const start = starts[which]!
        let walk: Walk = { ...start, facts: { ...start.facts, newId: begin().newId } }
        for (const thrown of dice) {
          const { process } = walk.document
          if (process?.ended) break
          const [timer] = agenda(program, walk.document).timers
          const commands = possible(walk)
          const standing = Object.values(process!.tokens).map((token) => token.node)
          expect(commands.length + (timer ? 1 : 0), `nobody can do anything at ${standing}`).toBeGreaterThan(0)
          const fires = timer && (thrown % 7 === 0 || commands.length === 0)
          const choice = leadingOn(commands, thrown)
          const command: Command = fires ? { type: 'fire-timer', by: { kind: 'clock' }, key: timer.key } : choice[thrown % choice.length]!
          const now = fires && timer.at > walk.facts.now ? timer.at : walk.facts.now
          const done = followed({ ...walk, facts: { ...walk.facts, now } }, command)
          // A card that is not filled, or breaks a rule of its own, is the sample's affair; every other refusal is a promise broken.
          const why = done.decision.kind === 'refused' ? done.decision.problem.code : 'accepted'
          expect(['accepted', 'card-incomplete', 'check-failed'], JSON.stringify({ command, decision: done.decision })).toContain(why)
          walk = done.walk
        }
        for (const node of Object.keys(walk.document.process!.visits)) visited.add(node)
        if (walk.document.process!.ended) ended.add(walk.document.process!.ended.node)
      }),
      { numRuns: 80 },
    )
    expect(ended.size).toBeGreaterThan(0)
    expect(schema.nodes.filter((node) => node.kind === 'stage' && !visited.has(node.id)).map((node) => node.id)).toEqual([])
  })
})
