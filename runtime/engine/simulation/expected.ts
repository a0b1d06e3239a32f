import type { Finding } from '../../../schemas/finding.ts'
import type { ScenarioExpectation } from '../../../schemas/generated/scenario.ts'
import { tokensOf } from '../approval/tree.ts'
import { hasKey } from '../audience/keys.ts'
import type { CardValue } from '../card/card.ts'
import { fieldsOf } from '../card/field.ts'
import { cardValue } from '../card/path.ts'
import { sameValue } from '../card/same-value.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Document, Id } from '../document/state.ts'
import type { Site } from '../site.ts'
import type { SentNotice } from './office.ts'
import { officeFacts, withMissing } from './office-facts.ts'
import type { KeptDocument } from './office-shelf.ts'
import type { RehearsedOffice } from './rehearsed-office.ts'

/** One difference between what was expected and what is: the key of the expectation, and the facts of its sentence. */
export interface Difference {
  readonly code: string
  /** JSON Pointer within the expectation. */
  readonly path: string
  readonly facts: Finding['facts']
}

/** What differs from an expectation; empty where everything is as it should be. What it leaves out is not looked at. */
export function differences(
  expected: ScenarioExpectation,
  kept: KeptDocument,
  sent: readonly SentNotice[],
  rehearsed: RehearsedOffice,
): readonly Difference[] {
  const { document } = kept
  const { site } = rehearsed.office
  return [
    ...one('scenario-status', '/status', expected.status, document.status),
    ...several('scenario-at', '/at', expected.at, nodesOf(document)),
    ...several('scenario-asked', '/asked', expected.asked, askedOf(document, site)),
    ...one('scenario-number', '/number', expected.number, document.number ?? ''),
    ...one('scenario-title', '/title', expected.title, document.title[site.languages[0] ?? 'en'] ?? ''),
    ...cardDifferences(expected.card ?? {}, kept, rehearsed),
    ...noticeDifferences(expected.notices, sent, site),
  ]
}

/** Where a document is: the nodes that it rests on; the end that it came to. */
export function nodesOf({ process }: Document): readonly string[] {
  if (!process) return []
  return process.ended ? [process.ended.node] : [...new Set(tokensOf(process).map(({ node }) => node))]
}

/** Everybody who has something to do: who holds an open assignment, and of a pool each who may claim it. */
export function askedOf({ process }: Document, site: Site): readonly Id[] {
  const open = Object.values(process?.assignments ?? {}).filter(({ state }) => state === 'open')
  const people = open.flatMap(({ person, pool, except }) =>
    person !== null
      ? [person]
      : [...site.people.values()]
          .filter((each) => !each.left && !except.includes(each.id) && hasKey(pool ?? [], each.id, site))
          .map(({ id }) => id),
  )
  return [...new Set(people)]
}

function one(code: string, path: string, expected: string | undefined, found: string): readonly Difference[] {
  return expected === undefined || expected === found ? [] : [{ code, path, facts: { expected, found } }]
}

function several(code: string, path: string, expected: readonly string[] | undefined, found: readonly string[]): readonly Difference[] {
  if (expected === undefined) return []
  const [wanted, present] = [[...new Set(expected)].sort(), [...found].sort()]
  return sameValue(wanted, present) ? [] : [{ code, path, facts: { expected: wanted, found: present } }]
}

function cardDifferences(
  expected: NonNullable<ScenarioExpectation['card']>,
  kept: KeptDocument,
  rehearsed: RehearsedOffice,
): readonly Difference[] {
  const { document, program } = kept
  return Object.entries(expected).flatMap(([id, value]): readonly Difference[] => {
    const field = fieldsOf(program.type).get(id)
    const path = `/card/${id}`
    if (!field) return [{ code: 'scenario-field-unknown', path, facts: { field: id, type: document.type } }]
    const found = shown(kept, id, rehearsed)
    const wanted = value === null ? undefined : rehearsed.ready(document.type, { [id]: value })[id]
    if (matches(wanted, found)) return []
    return [{ code: 'scenario-card', path, facts: { field: id, expected: written(wanted, rehearsed), found: written(found, rehearsed) } }]
  })
}

/** A value as a reader of the card would see it now, totals and what is calculated from the clock included. */
function shown({ document, program }: KeptDocument, id: string, { office }: RehearsedOffice): CardValue | undefined {
  const field = fieldsOf(program.type).get(id)!
  let facts = officeFacts(office)
  for (let round = 0; ; round++) {
    const reader = readerOf(facts, { rollups: 'kept' })
    const value = cardValue(program.type, document, field, reader)
    if (reader.missing.length === 0 || round === 3) return value
    facts = withMissing(facts, reader.missing, program, document, office.shelf, office.numbers)
  }
}

/** Rows match where the cells that are named do; their ids were made here. Everything else must be the same. */
function matches(wanted: CardValue | undefined, found: CardValue | undefined): boolean {
  if (!Array.isArray(wanted) || !wanted.some(isRow)) return sameValue(wanted, found)
  return (
    Array.isArray(found) &&
    found.length === wanted.length &&
    wanted.every((row: CardValue, index) =>
      Object.entries(row).every(([column, cell]) => column === '_id' || sameValue(cell, (found[index] as Record<string, unknown>)[column])),
    )
  )
}

function isRow(value: CardValue): boolean {
  return typeof value === 'object' && '_id' in value
}

/** A value as the template's files would write it: links by their `as`, rows without their ids. */
function written(value: CardValue | undefined, rehearsed: RehearsedOffice): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (key, each: unknown) => {
    if (key === '_id') return undefined
    return key === 'id' && typeof each === 'string' ? (rehearsed.nameOf(each) ?? each) : each
  })
}

function noticeDifferences(expected: ScenarioExpectation['notices'], sent: readonly SentNotice[], site: Site): readonly Difference[] {
  if (!expected) return []
  const found = sent.map((notice) => `${notice.to}: ${textFor(notice, notice.to, site) ?? notice.about}`)
  if (expected.length === 0) return sent.length === 0 ? [] : [{ code: 'scenario-notices', path: '/notices', facts: { found } }]
  return expected.flatMap(({ to, text }, index): readonly Difference[] => {
    const arrived = sent.some((notice) => notice.to === to && (text === undefined || textFor(notice, to, site) === text))
    return arrived
      ? []
      : [{ code: 'scenario-notice', path: `/notices/${index}`, facts: { to, found, ...(text !== undefined && { text }) } }]
  })
}

/** The text of a notice in its reader's language; null where the screen makes the sentence. */
function textFor({ text }: SentNotice, person: Id, site: Site): string | null {
  if (text === null || typeof text === 'string') return text
  const { language } = site.people.get(person) ?? { language: 'en' }
  return text[language] ?? text[site.languages[0] ?? 'en'] ?? Object.values(text)[0] ?? null
}
