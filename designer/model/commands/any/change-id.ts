import { camelCase } from '../../../../runtime/engine/card/scope.ts'
import { at, lastKey, parentOf, setAt } from '../../at-pointer.ts'
import { changed, defineCommand, refused } from '../../define-command.ts'
import { type Draft, withBody } from '../../draft.ts'
import { type Reference, referencesOf, type Thing } from '../../references.ts'
import { findThing } from '../../things.ts'
import { definitionAt, editedKinds, keyOf, targetOf, type Workspace, withDraft } from '../../workspace.ts'

export interface ChangeId {
  /** What is renamed: a field, column, status, option, choice, step or button of this definition. */
  readonly thing: Thing
  readonly id: string
}

/**
 * Gives something new another id, and rewrites whatever names it: expressions by the positions of their trees, paths, texts in
 * braces, arrows, reminders, views. Refused for what is in use, for ids are for ever; for an id that is taken or malformed.
 */
export const changeId = defineCommand('change-id', editedKinds, (_, { thing, id }: ChangeId, draft) => {
  const found = findThing(draft.workspace, thing)
  if (!found || found.definition.kind !== draft.kind || found.definition.id !== draft.id) return refused('no-such-thing')
  if (found.released) return refused('id-published', { found: found.id })
  const pattern =
    found.style === 'camel' ? /^[a-z][A-Za-z0-9]*$/ : found.style === 'item' ? /^[A-Za-z0-9-]+$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
  if (!pattern.test(id) || id.length > 63) return refused('id-malformed', { found: id })
  if (found.siblings.includes(id) && id !== found.id) return refused('id-taken', { found: id })
  const references = referencesOf(draft.workspace).filter((reference) => reference.thing === thing)
  const rewritten = rewrite(draft.workspace, references, found.id, id)
  const own = definitionAt(rewritten, draft.kind, draft.id)!
  const named = setAt(own, `${found.at}/id`, id)
  const body = found.values === undefined ? named : found.values(named, id)
  const moved: Draft = { ...draft, workspace: rewritten, body: own }
  return changed(withBody(moved, body as never), { name: found.label, made: id })
})

/** The workspace with the names at all these places written anew. */
export function rewrite(workspace: Workspace, references: readonly Reference[], before: string, after: string): Workspace {
  const places = new Map<string, Reference[]>()
  for (const reference of references) {
    const key = `${keyOf(reference.definition)} ${reference.at}`
    places.set(key, [...(places.get(key) ?? []), reference])
  }
  let now = workspace
  // A key is the last of its pointer: what stands under it is written before it moves.
  const ordered = [...places.values()].sort((a, b) => Number(a[0]!.key ?? false) - Number(b[0]!.key ?? false))
  for (const list of ordered) {
    const { definition, at: pointer, key } = list[0]!
    const body = definitionAt(now, definition.kind, definition.id)
    if (!body) continue
    const text = key ? lastKey(pointer) : at(body, pointer)
    if (typeof text !== 'string') continue
    let made = text
    const spans = [...new Map(list.map((each) => [each.from, each])).values()].sort((a, b) => b.from - a.from)
    for (const { from, to } of spans) {
      const found = made.slice(from, to)
      const word = found === before ? after : found === camelCase(before) ? camelCase(after) : undefined
      if (word !== undefined) made = made.slice(0, from) + word + made.slice(to)
    }
    const written = key ? withKey(body, pointer, made) : setAt(body, pointer, made)
    now = withDraft(now, targetOf(keyOf(definition)), written)
  }
  return now
}

function withKey<T>(body: T, pointer: string, key: string): T {
  const holder = parentOf(pointer)
  const old = lastKey(pointer)
  const value = at(body, holder) as Record<string, unknown>
  return setAt(body, holder, Object.fromEntries(Object.entries(value).map(([name, one]) => [name === old ? key : name, one])))
}
