import type { Context } from 'hono'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Edges } from '../commands/edges.ts'
import { momentText } from '../engine/card/display.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Person, Site } from '../engine/site.ts'
import type { Log } from '../log.ts'
import type { Live } from './live-hub.ts'
import { problemResponse } from './problem.ts'
import type { ProblemNames } from './problem-text.ts'
import type { Recent } from './recent.ts'
import type { KnownSession, SignIn } from './sign-in.ts'

/** What the API is made of. */
export interface ApiParts {
  readonly edges: Edges
  readonly signIn: SignIn
  readonly live: Live
  /** Documents as they were last seen, for commands to begin with. */
  readonly recent: Recent
  readonly log: Log
  /** Where people reach the site. */
  readonly origin: string
  /** Whether the demo may be opened by somebody who is not on this machine. */
  readonly demoAnywhere: boolean
  /** Whether a proxy in front of us is trusted to say who the caller is (`X-Forwarded-For`). */
  readonly trustProxy: boolean
  /** The built app; null where only the API is served. */
  readonly appFolder: string | null
  /** What webhooks are signed with: shown to the administrator, who gives it to their receivers. */
  readonly webhookKey: Uint8Array
  /** Where the ready-made sets lie. */
  readonly templatesFolder: string
}

/** Who asks, as the site knows them at this moment. */
export interface Reader {
  readonly person: Person
  readonly session: Id
}

export interface ApiEnv {
  Variables: {
    parts: ApiParts
    /** The live site at the beginning of the request. */
    site: Site
    /** Null where nobody is signed in. */
    reader: Reader | null
    /** What is known of the caller's cookie already; undefined: the sign-in has to be asked. */
    known: KnownSession | undefined
    language: string
    address: string
  }
}

export type ApiContext = Context<ApiEnv>

/** Answers a refusal, in the caller's language. */
export function refuse(c: ApiContext, problem: Problem, names?: Partial<ProblemNames>): Response {
  return problemResponse(problem, c.get('language'), { ...personNames(c), ...names }, new URL(c.req.url).pathname)
}

function personNames(c: ApiContext): Partial<ProblemNames> {
  const site = c.get('site')
  const language = c.get('language')
  return {
    person: (id) => site?.people.get(id)?.name ?? id,
    instant: (at) => momentText(at, language, site?.zone ?? 'UTC'),
  }
}

/**
 * Takes the site as of a rev that came with what was read, so that nothing is answered by older rules; false where the caller has
 * left the office by then.
 */
export async function atRev(c: ApiContext, rev: number): Promise<boolean> {
  if (c.get('site').rev >= rev) return true
  const { edges } = c.get('parts')
  const site = await edges.sites.at(edges.database, rev)
  const reader = c.get('reader')
  const person = reader && site.people.get(reader.person.id)
  c.set('site', site)
  if (!reader || !person || person.left) return false
  c.set('reader', { ...reader, person })
  return true
}

/** A type of the newest release; one that the site at hand does not know is looked for once more in the site of this moment. */
export async function liveType(c: ApiContext, id: string): Promise<DocumentType | undefined> {
  const known = c.get('site').types.get(id)
  if (known) return known
  const { edges } = c.get('parts')
  const site = await edges.sites.at(edges.database)
  c.set('site', site)
  return site.types.get(id)
}

/** Whoever asks; only behind `signedIn`. */
export function readerOf(c: ApiContext): Reader {
  const reader = c.get('reader')
  if (!reader) throw new Error('a route behind the sign-in was reached without one')
  return reader
}
