import type { AccessRule } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { inserted } from '../../lists.ts'

/** Adds a rule that gives people rights. Rules add up, and nothing takes away. */
export const addAccessRule = defineCommand(
  'add-access-rule',
  'document-type',
  (type, { rule, at }: { readonly rule: AccessRule; readonly at?: number }) =>
    edited({ ...type, access: inserted(type.access, rule, at) }, { made: String(at ?? type.access?.length ?? 0) }),
)
