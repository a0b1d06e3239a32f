import type { LocalText } from '../../runtime/engine/site.ts'
import { change, type Draft, type Outcome, refuse, withBody } from './draft.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { EditedKind, EditedOf } from './workspace.ts'

/** An edit as data: what it is called, and what it needs to know. It can be kept, sent and repeated. */
export type CommandOf<Name extends string, Args> = { readonly type: Name } & Args

/** What an edit of one definition comes to: its new body, or a refusal, or, where more than one definition changes, a draft. */
export type Edit<Body> =
  | { readonly body: Body; readonly name?: LocalText | undefined; readonly made?: string | undefined }
  | { readonly outcome: Outcome }

/** A kind of edit. Called with its arguments it makes the command; `apply` is pure. */
export interface CommandDefinition<Name extends string = string, Args = never> {
  (args: Args): CommandOf<Name, Args>
  readonly type: Name
  readonly of: readonly EditedKind[]
  readonly apply: (draft: Draft, args: Args) => Outcome
}

/**
 * Defines an edit by its name, the kinds of definitions that it edits, and a pure function over the definition. The function
 * answers with `edited(body)` or `refused(code, facts)`; where other definitions change with it, with `changed(draft)`.
 */
export function defineCommand<Name extends string, K extends EditedKind, Args extends object>(
  type: Name,
  of: K | readonly K[],
  edit: (body: EditedOf[K], args: Args, draft: Draft<K>) => Edit<EditedOf[K]>,
): CommandDefinition<Name, Args> {
  const kinds: readonly EditedKind[] = typeof of === 'string' ? [of] : of
  const apply = (draft: Draft, args: Args): Outcome => {
    if (!kinds.includes(draft.kind)) return refuse({ code: 'not-of-this-kind' })
    const result = edit(draft.body as EditedOf[K], args, draft as Draft<K>)
    return 'outcome' in result ? result.outcome : change(withBody(draft as Draft<K>, result.body) as Draft, result)
  }
  return Object.assign((args: Args): CommandOf<Name, Args> => ({ type, ...args }), { type, of: kinds, apply })
}

export function edited<Body>(body: Body, facts: { name?: LocalText | undefined; made?: string | undefined } = {}): Edit<Body> {
  return { body, ...facts }
}

export function refused(code: RefusalCode, facts: Omit<Refusal, 'code'> = {}): { outcome: Outcome } {
  return { outcome: refuse({ code, ...facts } as Refusal) }
}

export function changed(draft: Draft, facts: { name?: LocalText | undefined; made?: string | undefined } = {}): { outcome: Outcome } {
  return { outcome: change(draft, facts) }
}
