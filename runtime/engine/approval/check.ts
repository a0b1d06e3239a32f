import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { checkForType } from './check-for-type.ts'
import { checkOutcomes } from './check-outcomes.ts'
import { checkSoundness } from './check-soundness.ts'
import { checkStructure } from './check-structure.ts'

/**
 * What makes an approval schema fit to be published: that it holds together, that no document can get stuck in it, and that
 * all it says is true of each type whose documents travel it. Takes a schema that its JSON Schema admits.
 */
export function checkSchema(world: World, schema: ApprovalSchema, checking: Checking): void {
  const whole = checkStructure(schema, checking)
  checkOutcomes(schema, checking)
  // Ways through a drawing with holes would only repeat, in many words, where the holes are.
  if (whole) checkSoundness(schema, checking)
  const types = world.travellers(schema.id)
  if (types.length === 0) checking.hint('schema-unused', '', { schema: schema.id })
  for (const type of types.length > 0 ? types : [null]) checkForType(world, schema, type, checking)
}
