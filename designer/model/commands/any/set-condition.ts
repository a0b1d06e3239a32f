import { parse } from '../../../../runtime/engine/expression/parse.ts'
import { at, lastKey, parentOf, setAt } from '../../at-pointer.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { editedKinds } from '../../workspace.ts'

export interface SetCondition {
  /** A pointer to where the expression stands or is to stand. */
  readonly at: string
  /** FEEL; undefined or empty for none. */
  readonly feel: string | undefined
}

const keys = new Set(['when', 'where', 'while', 'must', 'lead', 'requiredWhen', 'visibleWhen', 'editableWhen', 'defaultFrom', 'formula'])

/** Writes a condition or a calculation, wherever a definition has one. Refused: what is no expression at all, and leaving a rule without what it demands. */
export const setCondition = defineCommand('set-condition', editedKinds, (body, { at: pointer, feel }: SetCondition) => {
  const holder = at(body, parentOf(pointer))
  const key = lastKey(pointer)
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder) || !keys.has(key)) return refused('no-such-thing')
  const text = feel?.trim()
  if (text && !parse(text).ok) return refused('not-a-condition', { found: text })
  const isWait = /^\/nodes\/\d+\/until\/\d+$/.test(parentOf(pointer))
  if (!text && (key === 'must' || isWait)) return refused('last-one')
  return edited(setAt(body, pointer, text || undefined))
})
