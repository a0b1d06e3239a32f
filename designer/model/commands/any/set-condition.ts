import { parse } from '../../../../runtime/engine/expression/parse.ts'
import { lastKey, setAt } from '../../at-pointer.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { isConditionPlace } from '../../places.ts'
import { editedKinds } from '../../workspace.ts'

export interface SetCondition {
  /** A pointer to where the expression stands or is to stand. */
  readonly at: string
  /** FEEL; undefined or empty for none. */
  readonly feel: string | undefined
}

/** Writes a condition or a calculation, wherever a definition has one. Refused: what is no expression at all, and leaving a rule without what it demands. */
export const setCondition = defineCommand('set-condition', editedKinds, (body, { at: pointer, feel }: SetCondition, { kind }) => {
  if (!isConditionPlace(kind, body, pointer)) return refused('no-such-thing')
  const text = feel?.trim()
  if (text && !parse(text).ok) return refused('not-a-condition', { found: text })
  if (!text && (lastKey(pointer) === 'must' || /\/until\/\d+\/when$/.test(pointer))) return refused('last-one')
  return edited(setAt(body, pointer, text || undefined))
})
