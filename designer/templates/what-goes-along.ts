import { referencesOf, type Thing } from '../model/references.ts'
import { partsOf } from '../model/things.ts'
import { definitionAt, definitionsOf, type EditedKind, keyOf, type TargetKey, targetOf, type Workspace } from '../model/workspace.ts'

/** Which kind of definition a thing is part of, by the word before the colon of its name. */
const kinds: Readonly<Record<string, EditedKind>> = {
  type: 'document-type',
  field: 'document-type',
  status: 'document-type',
  column: 'document-type',
  option: 'document-type',
  schema: 'approval-schema',
  node: 'approval-schema',
  action: 'approval-schema',
  directory: 'directory',
  item: 'directory',
  'item-column': 'directory',
  rule: 'reminder-rule',
  'print-form': 'print-form',
}

/** The chosen definitions with everything that they name, so that a set of them stands by itself; those that came along last. */
export function whatGoesAlong(workspace: Workspace, chosen: Iterable<TargetKey>): readonly TargetKey[] {
  const named = new Map<TargetKey, Set<TargetKey>>()
  for (const { definition, thing } of referencesOf(workspace)) {
    const from = keyOf(definition)
    const known = named.get(from) ?? new Set()
    for (const key of holdersOf(workspace, thing)) named.set(from, known.add(key))
  }
  const all = new Set<TargetKey>()
  const waiting = [...chosen]
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    const { kind, id } = targetOf(key)
    if (all.has(key) || !definitionAt(workspace, kind, id)) continue
    all.add(key)
    waiting.push(...(named.get(key) ?? []))
  }
  return [...all]
}

/** The definitions that a thing is part of: of a relation seen from the other side, those whose links make it. */
function holdersOf(workspace: Workspace, thing: Thing): readonly TargetKey[] {
  const { what, ids } = partsOf(thing)
  const [first = '', second] = ids
  if (what === 'back')
    return definitionsOf(workspace, 'document-type')
      .filter(({ fields }) => fields.some((field) => field.type === 'link' && field.back?.id === second && field.to.includes(first)))
      .map(({ id }) => keyOf({ kind: 'document-type', id }))
  const kind = kinds[what]
  return kind && definitionAt(workspace, kind, first) ? [keyOf({ kind, id: first })] : []
}
