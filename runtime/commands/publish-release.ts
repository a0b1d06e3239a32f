import type { Finding } from '../../schemas/finding.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import { checkDefinitions, type DefinitionSet } from '../engine/check-definitions.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { drafts as readDrafts } from '../store/drafts.ts'
import { makeDue } from '../store/due.ts'
import { noteSwept } from '../store/notices.ts'
import { loadSite } from '../store/organisation.ts'
import { publish, type ReleasedDefinition, type ReleasedKind } from '../store/releases.ts'
import { lockSite } from '../store/site-stream.ts'
import type { Edges } from './edges.ts'

export interface DefinitionChange {
  readonly kind: ReleasedKind
  readonly id: string
  /** Null takes it out. */
  readonly body: object | null
}

export type Published =
  | { readonly ok: true; readonly release: number; readonly hints: readonly Finding[] }
  | { readonly ok: false; readonly problem: Problem }

/** Puts chosen drafts in use together, as the next release. */
export async function publishDrafts(
  edges: Edges,
  {
    by,
    chosen,
    message,
  }: {
    readonly by: Id
    readonly chosen: readonly { readonly kind: ReleasedKind; readonly id: string; readonly revision: number }[]
    readonly message: string
  },
): Promise<Published> {
  const published = await edges.database.transaction(async (tx): Promise<Published> => {
    await lockSite(tx)
    const all = await readDrafts(tx)
    const found = chosen.flatMap(
      ({ kind, id, revision }) => all.find((draft) => draft.kind === kind && draft.id === id && draft.rev === revision) ?? [],
    )
    if (found.length === 0 || found.length < chosen.length) return { ok: false, problem: { code: 'stale', revision: 0 } }
    return publishIn(edges, tx, { by, changes: found.map(({ kind, id, body }) => ({ kind, id, body: body as object | null })), message })
  })
  return announced(edges, published)
}

/** Publishes definitions that are no drafts: of a ready-made set, or of an earlier release. */
export async function publishDefinitions(
  edges: Edges,
  publication: { readonly by: Id | null; readonly changes: readonly DefinitionChange[]; readonly message: string },
): Promise<Published> {
  return announced(edges, await edges.database.transaction((tx): Promise<Published> => publishIn(edges, tx, publication)))
}

function announced(edges: Edges, published: Published): Published {
  if (published.ok) edges.announce({ kind: 'site' })
  return published
}

/**
 * Checks the changes over the newest release, under its lock, and publishes them where no problem stands in the way.
 * A problem that the newest release has already, in something that does not change, is told but blocks nothing.
 */
export async function publishIn(
  { clock, newSalt }: Pick<Edges, 'clock' | 'newSalt'>,
  tx: Queryable,
  {
    by,
    changes,
    message,
    peopleLater = false,
  }: {
    readonly by: Id | null
    readonly changes: readonly DefinitionChange[]
    readonly message: string
    /** A ready-made set may come before the people whom it asks: that a line finds nobody is then told, and blocks nothing. */
    readonly peopleLater?: boolean
  },
): Promise<Published> {
  await lockSite(tx)
  const site = await loadSite(tx)
  const shapes = changes.flatMap(({ kind, body }) => {
    const parsed = body === null ? null : parseDefinition(kind, body)
    return parsed && !parsed.ok ? parsed.findings : []
  })
  if (shapes.length > 0) return { ok: false, problem: { code: 'definition-invalid', findings: shapes } }

  const before = definitionsOf(site)
  const findings = checkDefinitions({ ...withChanges(before, changes), organisation: site, previous: before }).map(
    (finding): Finding => (peopleLater && aboutPeople.has(finding.code) ? { ...finding, level: 'hint' } : finding),
  )
  const changed = new Set(changes.map(({ kind, id }) => `${kind} ${id}`))
  const known = new Set(checkDefinitions({ ...before, organisation: site }).map(sameFinding))
  const blocking = findings.filter(
    (finding) => finding.level === 'problem' && (isAbout(finding, changed) || !known.has(sameFinding(finding))),
  )
  if (blocking.length > 0) return { ok: false, problem: { code: 'definition-invalid', findings: blocking } }

  const at = clock.now().toISOString()
  const { release } = await publish(tx, { changes, note: message || null }, { at, by, newSalt })
  for (const { kind, id, body } of changes) {
    if (kind !== 'reminder-rule' || !body) continue
    // A new rule begins with its publication, not when some clock first looks at it: what falls between is told.
    if (!site.rules.has(id)) await noteSwept(tx, id, at)
    await makeDue(tx, { kind: 'reminder-sweep', at, key: id })
  }
  return { ok: true, release, hints: findings.filter(({ level }) => level === 'hint') }
}

/** What must change for the newest release to be as an earlier one was. What came since is taken out only where nothing is pinned to it for ever. */
export function* releaseChanges(now: readonly ReleasedDefinition[], then: readonly ReleasedDefinition[]): Generator<DefinitionChange> {
  for (const item of then)
    if (!now.some(({ kind: k, id: i, hash }) => k === item.kind && i === item.id && hash === item.hash))
      yield { kind: item.kind, id: item.id, body: item.body as object }
  for (const item of now)
    if (!then.some(({ kind: k, id: i }) => k === item.kind && i === item.id) && item.kind !== 'document-type')
      yield { kind: item.kind, id: item.id, body: null }
}

/** What hangs on who works here today. */
const aboutPeople: ReadonlySet<string> = new Set(['nobody-to-ask', 'nobody-to-ask-for-some'])

/** What the newest release holds, as the check takes it. */
export function definitionsOf(site: Site): DefinitionSet {
  return {
    types: [...site.types.values()],
    schemas: [...site.schemas.values()],
    rules: [...site.rules.values()],
    directories: [...site.directories.values()],
    printForms: [],
    languages: site.languages,
  }
}

/** The release with the changes made. */
export function withChanges(set: DefinitionSet, changes: readonly DefinitionChange[]): DefinitionSet {
  const changedOf = <T extends { id: string }>(kind: ReleasedKind, present: readonly T[]): T[] => {
    const of = changes.filter((change) => change.kind === kind)
    return [
      ...present.filter(({ id }) => !of.some((change) => change.id === id)),
      ...of.flatMap(({ body }) => (body ? [body as unknown as T] : [])),
    ]
  }
  return {
    ...set,
    types: changedOf('document-type', set.types),
    schemas: changedOf('approval-schema', set.schemas),
    rules: changedOf('reminder-rule', set.rules),
    directories: changedOf<Directory>('directory', set.directories),
  }
}

function sameFinding({ code, definition, path, facts }: Finding): string {
  return JSON.stringify([code, definition, path, facts])
}

function isAbout({ definition }: Finding, changed: ReadonlySet<string>): boolean {
  return definition !== undefined && changed.has(`${definition.kind} ${definition.id}`)
}
