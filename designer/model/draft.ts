import type { LocalText } from '../../runtime/engine/site.ts'
import type { Refusal } from './refusal.ts'
import { definitionAt, type EditedKind, type EditedOf, type Target, type Workspace, withDraft } from './workspace.ts'

/** One definition as it is being edited, and the workspace around it. An immutable value. */
export interface Draft<K extends EditedKind = EditedKind> extends Target<K> {
  readonly workspace: Workspace
  readonly body: EditedOf[K]
}

/** Opens a definition for editing; undefined where there is none, or its draft cannot be read. */
export function openDraft<K extends EditedKind>(workspace: Workspace, kind: K, id: string): Draft<K> | undefined {
  const body = definitionAt(workspace, kind, id)
  return body && { workspace, kind, id, body }
}

/** What an edit came to: the draft after it, or why it cannot be. `name`: of what it was done to; `made`: the id of what to select next. */
export type Outcome =
  | { readonly ok: true; readonly draft: Draft; readonly name?: LocalText; readonly made?: string }
  | { readonly ok: false; readonly refusal: Refusal }

export function change(draft: Draft, facts: { readonly name?: LocalText | undefined; readonly made?: string | undefined } = {}): Outcome {
  return {
    ok: true,
    draft,
    ...(facts.name !== undefined && { name: facts.name }),
    ...(facts.made !== undefined && { made: facts.made }),
  }
}

export function refuse(refusal: Refusal): Outcome {
  return { ok: false, refusal }
}

/** The draft with its own definition changed. */
export function withBody<K extends EditedKind>(draft: Draft<K>, body: EditedOf[K]): Draft<K> {
  return body === draft.body ? draft : { ...draft, body, workspace: withDraft(draft.workspace, draft, body) }
}

/** The draft with another definition around it changed, or taken out (null). */
export function withOther<K extends EditedKind, O extends EditedKind>(
  draft: Draft<K>,
  target: Target<O>,
  body: EditedOf[O] | null,
): Draft<K> {
  return { ...draft, workspace: withDraft(draft.workspace, target, body) }
}
