import type { AccessRule } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched, replaced } from '../../lists.ts'

export interface SetAccessRule {
  readonly index: number
  readonly set: { readonly [K in keyof AccessRule]?: AccessRule[K] | undefined }
}

/** Sets to whom a rule gives what, and for which documents. A rule gives at least one right. */
export const setAccessRule = defineCommand('set-access-rule', 'document-type', (type, { index, set }: SetAccessRule) => {
  const rule = type.access?.[index]
  if (!rule) return refused('no-such-thing')
  if (('can' in set && !set.can?.length) || ('who' in set && !set.who)) return refused('last-one')
  return edited({ ...type, access: replaced(type.access!, index, patched(rule, set, ['who'])) })
})
