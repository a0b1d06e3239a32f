import type { DefinitionsAnswer, DraftRow } from '../../runtime/api/answers.ts'
import type { Organisation } from '../../runtime/engine/check-world.ts'
import { openWorkspace } from '../model/open-workspace.ts'
import { keyOf, type TargetKey, type Workspace } from '../model/workspace.ts'
import { readDefinition } from './read-definition.ts'

/** A draft as the server keeps it: what a later save is compared with. */
export interface ServerDraft {
  readonly body: unknown
  readonly base: string | null
  readonly revision: number
  readonly by: string | null
}

/** All that the server answered when the designer was opened. */
export interface Opened {
  readonly release: number
  readonly workspace: Workspace
  readonly server: ReadonlyMap<TargetKey, ServerDraft>
  readonly office: DefinitionsAnswer['organisation']
}

/** Makes the workspace of the server's two answers. */
export function openedFrom(definitions: DefinitionsAnswer, drafts: readonly DraftRow[]): Opened {
  const { organisation: office, items, release } = definitions
  const workspace = openWorkspace(
    { released: items, drafts, organisation: organisationOf(office), languages: office.languages },
    readDefinition,
  )
  return { release, workspace, office, server: serverDrafts(drafts) }
}

export function serverDrafts(drafts: readonly DraftRow[]): ReadonlyMap<TargetKey, ServerDraft> {
  return new Map(drafts.map(({ body, base, revision, by, ...target }) => [keyOf(target), { body, base, revision, by }]))
}

function organisationOf({ people, roles, groups, departments, webhooks }: DefinitionsAnswer['organisation']): Organisation {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
  return {
    people: byId(people),
    roles: byId(roles),
    groups: byId(groups),
    departments: byId(departments),
    webhooks: new Map(webhooks.map((name) => [name, true])),
  }
}
