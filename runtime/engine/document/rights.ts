import type { AllowedCommand, AllowRule } from '../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../schemas/generated/audience.ts'
import { mayOn } from '../access/access.ts'
import { audienceAt, type Place, type View } from '../approval/place.ts'
import { tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Assignment, Id } from './state.ts'

/** Whether a person is among those who may let a check pass. */
export function mayOverride(view: View, person: Id | null, audience: Audience): boolean {
  return person === null || isAmong(audience, person, audienceAt(view, { me: person }))
}

/** Whether a person may make documents of this type. */
export function mayCreate(view: View, person: Id): boolean {
  const { program, reader } = view
  // Nothing is known of a document that is not there yet: a condition over its card grants no creation.
  return mayOn(reader.facts.site, program.type.id, person, null, 'create', { reader })
}

/** Whether a person may administer the documents of this type: every command beyond deciding. */
export function mayAdminister(view: View, person: Id): boolean {
  const { document, reader } = view
  return mayOn(reader.facts.site, document.type, person, document, 'administer', { reader })
}

/**
 * Whether a person may give a command beyond deciding: by the `allow` of the node (of any node with a token, for the whole
 * document), which stands in the place of the schema's for the commands that it names. Where nothing names it, and always,
 * whoever may administer the type may.
 */
export function permitted(view: View, command: AllowedCommand, person: Id | null, assignment: Assignment | null = null): boolean {
  if (person === null) return true
  const { program, document } = view
  const { process } = document
  const naming = (rules: readonly AllowRule[] = []) => rules.filter((rule) => rule.can.includes(command))
  const allowAt = (id: string): readonly AllowRule[] => {
    const node = program.nodes.get(id)
    const own = naming(node && 'allow' in node ? node.allow : undefined)
    return own.length > 0 ? own : naming(program.schema?.allow)
  }
  const grants = (rules: readonly AllowRule[], place: Place) => rules.some((rule) => isAmong(rule.who, person, audienceAt(view, place)))
  const seat = assignment && process?.seats[assignment.seat]
  const granted = seat
    ? grants(allowAt(seat.node), {
        in: process?.tokens[seat.token]?.in ?? null,
        row: seat.row ?? null,
        assignee: assignment.person,
        me: person,
      })
    : process && tokensOf(process).length > 0
      ? tokensOf(process).some((token) => grants(allowAt(token.node), { in: token.in, me: person }))
      : grants(naming(program.schema?.allow), { me: person })
  return granted || mayAdminister(view, person)
}
