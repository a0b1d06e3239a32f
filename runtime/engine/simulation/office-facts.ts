import type { Program } from '../approval/program.ts'
import type { CardValue } from '../card/card.ts'
import { evaluateRollup, rollupSource } from '../card/rollup.ts'
import type { Subject } from '../card/scope.ts'
import type { Facts, LinkedDocument, Missing } from '../document/facts.ts'
import type { Id } from '../document/state.ts'
import type { OfficeShelf } from './office-shelf.ts'

/** What an office in memory knows beside its documents: the last number of each series, by `<type> <series>`. */
export type Numbers = ReadonlyMap<string, number>

/** The facts with what was missing added, as the store would fetch it. */
export function withMissing(
  facts: Facts,
  missing: readonly Missing[],
  program: Program,
  subject: Subject,
  shelf: OfficeShelf,
  numbers: Numbers,
): Facts {
  const documents: { [key: string]: LinkedDocument | null } = { ...facts.documents }
  const rollups: { [field: string]: CardValue | null } = { ...facts.rollups }
  const found: { [series: string]: number } = { ...facts.numbers }
  const workload: { [person: Id]: number } = { ...facts.workload }
  const lastInTurn: { [line: string]: Id | null } = { ...facts.lastInTurn }
  for (const fact of missing) {
    switch (fact.kind) {
      case 'document':
        documents[`${fact.type}/${fact.id}`] = shelf.get(fact)?.document ?? null
        break
      case 'rollup':
        rollups[fact.field] = rolledUp(facts.site, program, fact.field, subject, shelf)
        break
      case 'number':
        found[fact.series] = numbers.get(`${program.type.id} ${fact.series}`) ?? 0
        break
      case 'workload':
        for (const person of fact.people) workload[person] = openOf(person, shelf)
        break
      case 'last-in-turn':
        lastInTurn[fact.line] = lastAsked(fact.line, shelf)
    }
  }
  return { ...facts, documents, rollups, numbers: found, workload, lastInTurn }
}

/** A total of other documents as it is now; null is blank. */
export function rolledUp(site: Facts['site'], program: Program, field: string, subject: Subject, shelf: OfficeShelf): CardValue | null {
  const source = rollupSource(site, program.type, field)
  return source && evaluateRollup(site, program.type, field, shelf.children(source.from, subject), subject)
}

function openOf(person: Id, shelf: OfficeShelf): number {
  return shelf.all.reduce(
    (count, { document }) =>
      count + Object.values(document.process?.assignments ?? {}).filter((each) => each.state === 'open' && each.person === person).length,
    0,
  )
}

/** Whom a line (`<schema>/<node>/<line>`) asked last, in whatever document. */
function lastAsked(key: string, shelf: OfficeShelf): Id | null {
  const [schema, node, line] = key.split('/')
  const asked = shelf.all.flatMap(({ document }) =>
    document.schema !== schema || !document.process
      ? []
      : Object.values(document.process.assignments).filter((each) => {
          const seat = document.process!.seats[each.seat]!
          return seat.node === node && seat.line === line && each.order === 0 && each.hands.length > 0
        }),
  )
  const last = asked
    .sort((a, b) => (a.hands[0]!.at < b.hands[0]!.at ? -1 : a.hands[0]!.at > b.hands[0]!.at ? 1 : a.id < b.id ? -1 : 1))
    .at(-1)
  return last?.hands[0]?.person ?? null
}

/** Facts as they are before anything was fetched. */
export function officeFacts({ now, newId, site }: Pick<Facts, 'now' | 'newId' | 'site'>): Facts {
  return { now, newId, site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
}
