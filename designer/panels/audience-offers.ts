import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { AudienceEntry } from '../../schemas/generated/audience.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { definitionAt, type Workspace } from '../model/workspace.ts'

/** One way to name people that can be chosen, under the heading where it stands. */
export interface AudienceOffer {
  readonly group: 'around' | 'role' | 'group' | 'department' | 'field' | 'step' | 'person'
  readonly entry: AudienceEntry
}

/** Where an audience stands, which decides whom it can name. */
export interface AudiencePlace {
  /** The types whose fields can name somebody. */
  readonly types: readonly DocumentType[]
  /** Whose steps can be spoken of. */
  readonly schema?: ApprovalSchema | undefined
  /** Whether somebody is asked there, so that they and their manager can be meant. */
  readonly assignee?: boolean | undefined
  /** The table whose row is in question. */
  readonly row?: string | undefined
  /** Whether somebody looks there, who can be meant: not where the clock acts, nor where people are sought to be asked. */
  readonly me?: boolean | undefined
}

/** Everybody who can be named at a place, in the order in which they are mostly meant. */
export function audienceOffers(workspace: Workspace, { types, schema, assignee, row, me }: AudiencePlace): readonly AudienceOffer[] {
  const { organisation } = workspace
  const around: AudienceEntry[] = [
    ...(assignee ? [{ the: 'assignee' }, { managerOf: 'assignee' }, { headOf: 'assignee' }] : []),
    { the: 'author' },
    { managerOf: 'author' },
    { headOf: 'author' },
    { the: 'everyone' },
    ...(me ? [{ the: 'me' }, { managerOf: 'me' }, { headOf: 'me' }] : []),
  ] as AudienceEntry[]
  const fields = [...new Set(types.flatMap((type) => personPaths(workspace, type, row)))].flatMap((field): AudienceEntry[] => [
    { field },
    { managerOf: { field } },
    { headOf: { field } },
  ])
  // A process does not look yet at who may read another document.
  const links = [...new Set(schema ? [] : types.flatMap(linkPaths))].map((readersOf): AudienceEntry => ({ readersOf }))
  const steps = (schema?.nodes ?? []).filter(({ kind }) => kind === 'stage' || kind === 'approval' || kind === 'task')
  const people = [...(organisation?.people.values() ?? [])].filter(({ left }) => !left)
  const offers = (group: AudienceOffer['group'], entries: readonly AudienceEntry[]) => entries.map((entry) => ({ group, entry }))
  return [
    ...offers('around', around),
    ...offers(
      'role',
      [...(organisation?.roles.keys() ?? [])].map((role) => ({ role })),
    ),
    ...offers(
      'group',
      [...(organisation?.groups.keys() ?? [])].map((group) => ({ group })),
    ),
    ...offers(
      'department',
      [...(organisation?.departments.keys() ?? [])].map((department) => ({ department })),
    ),
    ...offers('field', [...fields, ...links]),
    ...offers(
      'step',
      steps.map(({ id }) => ({ whoActedAt: id })),
    ),
    ...offers(
      'person',
      people.map(({ id }) => ({ person: id })),
    ),
  ]
}

/** The paths of a type whose values are people or departments: its own fields, the row's, and one link away. */
function personPaths(workspace: Workspace, type: DocumentType, row: string | undefined): readonly string[] {
  const named = (fields: readonly { id: string; type: string; retired?: true }[], before: string) =>
    fields.filter((field) => (field.type === 'person' || field.type === 'department') && !field.retired).map(({ id }) => before + id)
  const table = row === undefined ? undefined : type.fields.find(({ id }) => id === row)
  const links = type.fields.flatMap((field) =>
    field.type === 'link'
      ? field.to.flatMap((id) => named(definitionAt(workspace, 'document-type', id)?.fields ?? [], `${field.id}.`))
      : [],
  )
  return [...(table?.type === 'table' ? named(table.fields, 'row.') : []), ...named(type.fields, ''), ...links]
}

/** The links of a card: whoever may read what stands there can be meant. */
const linkPaths = (type: DocumentType): readonly string[] =>
  type.fields.filter((field) => field.type === 'link' && !field.retired).map(({ id }) => id)

/** A key under which an entry is the same as another. */
export const entryKey = (entry: AudienceEntry): string => JSON.stringify(entry)
