import type { LocalText } from '../../runtime/engine/site.ts'

/** Why an edit cannot be: facts, of which `texts/refusals.ts` makes the sentence. */
export type Refusal = { readonly code: RefusalCode; readonly [fact: string]: LocalText | number | undefined }

export type RefusalCode =
  | 'no-such-thing'
  | 'last-one'
  | 'name-empty'
  | 'id-taken'
  | 'id-published'
  | 'id-malformed'
  | 'published-stays'
  | 'kind-differs'
  | 'outcome-already-routed'
  | 'route-from-end'
  | 'route-into-join'
  | 'cannot-follow'
  | 'not-on-one-level'
  | 'block-holds-start'
  | 'cannot-move-into-itself'
  | 'nothing-to-paste'
  | 'not-of-this-kind'
  | 'not-a-condition'
  | 'not-a-duration'
  | 'table-in-table'
  | 'in-use'
  | 'already-there'
  | 'schema-refuses'
