import type { DocumentAnswer, Me, PersonRef, TypeAnswer } from '../../../api/answers.ts'
import type { Facts, LinkedDocument } from '../../../engine/document/facts.ts'
import type { Instant } from '../../../engine/document/state.ts'
import type { Person, Site } from '../../../engine/site.ts'

/** What a browser can know of the office: what came with the answers, and nothing else. */
export interface KnownHere {
  readonly now: Instant
  readonly newId: () => string
  readonly zone: string
  readonly languages: readonly string[]
  readonly me: Me | null
  readonly people: Readonly<Record<string, PersonRef>>
  /** The type of the document, and those of linked cards that were fetched. */
  readonly types: readonly TypeAnswer[]
  /** Linked cards by `<type>/<id>`; null where there is none that the reader may see. */
  readonly documents: Readonly<Record<string, LinkedDocument | null>>
}

/**
 * The facts for the engine in a browser, seen with the reader's eyes. What is not known here is left blank: an
 * expression that reads it comes to blank and claims nothing, and the server, which knows all, has the last word.
 */
export function browserFacts(known: KnownHere): Facts {
  const site: Site = {
    rev: 0,
    name: '',
    languages: known.languages,
    zone: known.zone,
    // Without any hours a calendar gives no answer: working days are the server's to count, for it knows the holidays.
    calendar: { zone: known.zone, hours: {}, holidays: [] },
    people: new Map([...Object.values(known.people).map(personKnown), ...(known.me ? [meKnown(known.me)] : [])]),
    departments: new Map(),
    roles: new Map(),
    groups: new Map(),
    substitutions: [],
    release: 0,
    types: new Map(known.types.map(({ type }) => [type.id, type])),
    schemas: new Map(),
    rules: new Map(),
    directories: new Map(known.types.flatMap(({ directories }) => Object.entries(directories))),
  }
  return {
    now: known.now,
    newId: known.newId,
    site,
    documents: known.documents,
    rollups: {},
    numbers: {},
    workload: {},
    lastInTurn: {},
  }
}

const nobody: Omit<Person, 'id' | 'name'> = {
  email: null,
  language: 'en',
  department: null,
  manager: null,
  roles: [],
  calendar: null,
  left: false,
  attributes: {},
}
const personKnown = ({ id, name, left }: PersonRef): [string, Person] => [id, { ...nobody, id, name, left: left ?? false }]
const meKnown = ({ id, name, email, roles }: Me): [string, Person] => [id, { ...nobody, id, name, email, roles }]

/** A document that was fetched, as conditions of another one see it. What is kept beside its card came with the card. */
export const linkedFrom = (answer: DocumentAnswer): LinkedDocument => ({
  id: answer.id,
  type: answer.type,
  number: answer.number,
  title: answer.title,
  status: answer.status,
  author: answer.author,
  createdOn: answer.createdOn,
  card: answer.card,
  derived: answer.card,
})
