import type { Audience } from '../../../../schemas/generated/audience.ts'
import { at, parentOf, setAt } from '../../at-pointer.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { isAudiencePlace } from '../../places.ts'
import { editedKinds } from '../../workspace.ts'

export interface SetAudience {
  /** A pointer to where the audience stands or is to stand. */
  readonly at: string
  /** Undefined: nothing is said of who. An empty list is nobody. */
  readonly audience: Audience | undefined
}

/** Where somebody must be named, if only nobody: lines, rules of who may do what, and whom a message goes to. */
const required = /\/(ask|edit|allow|access|does|onEnter)\/\d+\/(who|to)$/

/** Says who, wherever a definition says so. Refused: a place that speaks of no people, and saying nothing where somebody must be named. */
export const setAudience = defineCommand('set-audience', editedKinds, (body, { at: pointer, audience }: SetAudience, { kind }) => {
  if (!isAudiencePlace(kind, body, pointer)) return refused('no-such-thing')
  if (audience === undefined && required.test(pointer)) return refused('last-one')
  // A step of a deadline or a reminder that would do nothing any more.
  const holder = at(body, parentOf(pointer)) ?? {}
  const doing = ['tell', 'pass', 'choose', 'does'].filter((key) => key in (holder as object))
  if (audience === undefined && /\/steps\/\d+\/(tell|pass)$/.test(pointer) && doing.length === 1) return refused('last-one')
  return edited(setAt(body, pointer, audience ? [...audience] : undefined))
})
