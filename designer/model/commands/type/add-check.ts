import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted, patched } from '../../lists.ts'

export interface AddCheck {
  readonly must: string
  /** What people read when it fails. */
  readonly else: Text
  readonly fields?: readonly string[]
  readonly at?: number
}

/** Adds a rule that every saved card keeps. */
export const addCheck = defineCommand('add-check', 'document-type', (type, args: AddCheck) => {
  const { must, fields, at } = args
  const id = idFrom(fields?.[0] ?? 'rule', 'kebab', idsOf(type.checks), 'rule')
  const check = patched({ id, must, else: args.else }, { fields: fields && [...fields] })
  return edited({ ...type, checks: inserted(type.checks, check, at) }, { name: args.else, made: id })
})
