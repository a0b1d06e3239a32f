import type { Organisation } from '../../runtime/engine/check-world.ts'
import type { Finding } from '../../schemas/finding.ts'
import { type BrokenDraft, type Definition, type DraftEntry, type EditedKind, keyOf, type Released, type Workspace } from './workspace.ts'

/** Reads a definition by its schema: the caller brings the validator, for a page that allows no `eval` has another one than a server. */
export type ReadDefinition = (
  kind: EditedKind,
  body: unknown,
) => { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly findings: readonly Finding[] }

/** What the server keeps: `GET /api/definitions` and `GET /api/drafts`. */
export interface Stored {
  readonly released: readonly { readonly kind: EditedKind; readonly id: string; readonly hash: string; readonly body: unknown }[]
  readonly drafts: readonly { readonly kind: EditedKind; readonly id: string; readonly base: string | null; readonly body: unknown }[]
  readonly organisation: Organisation | null
  readonly languages: readonly string[]
}

/**
 * The workspace of what the server keeps. A draft that its schema does not admit, of 5 MB or of a newer version, is set apart
 * as broken and left as it is: whoever opens it gets its text and the findings, and everything else works on without it.
 */
export function openWorkspace(stored: Stored, read: ReadDefinition): Workspace {
  const drafts = new Map<string, DraftEntry>()
  const broken = new Map<string, BrokenDraft>()
  for (const draft of stored.drafts) {
    const key = keyOf(draft)
    if (draft.body === null) drafts.set(key, { body: null, base: draft.base })
    else {
      const parsed = read(draft.kind, draft.body)
      if (parsed.ok) drafts.set(key, { body: parsed.definition, base: draft.base })
      else broken.set(key, { body: draft.body, base: draft.base, findings: parsed.findings })
    }
  }
  const released = new Map<string, Released>(
    stored.released.map((each) => [keyOf(each), { body: each.body as Definition, hash: each.hash }]),
  )
  return { released, drafts, broken, organisation: stored.organisation, languages: stored.languages }
}
