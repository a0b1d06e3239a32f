import type { ApprovalSchema, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { checkAudience } from '../audience/check-audience.ts'
import { checkCondition, type Place } from '../card/check-expression.ts'
import { type PathPlace, resolvePath } from '../card/check-path.ts'
import type { Field } from '../card/field.ts'
import { fieldFeelType } from '../card/types.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import type { Expression } from '../expression/compile.ts'
import type { FeelType } from '../expression/type.ts'

/** What the checks of one schema, for one type of documents, share. `type` is null where nothing travels it yet. */
export interface Travel {
  readonly world: World
  readonly schema: ApprovalSchema
  readonly type: DocumentType | null
  readonly checking: Checking
  readonly nodes: ReadonlyMap<string, SchemaNode>
}

/** Where something of a schema stands: in a node, or nowhere in particular. */
export interface Standpoint {
  readonly items: ReadonlyMap<string, Field>
  readonly row?: Field
  readonly assignee?: boolean
  readonly me?: boolean
}

/** Checks an audience of a schema. `asks`: people are asked by it. */
export function audience(travel: Travel, who: Parameters<typeof checkAudience>[3], at: string, point: Standpoint, asks = false): void {
  const { world, type, checking, nodes } = travel
  const { assignee = true, me = true } = point
  checkAudience(world, checking, at, who, { ...placeOf(travel, point), type, nodes, assignee, me, ...(asks && { asks }) })
}

/** Checks a condition of a schema, which may ask where the document is and was. */
export function condition(travel: Travel, source: string, at: string, point: Standpoint & Pick<Place, 'today'>): Expression | undefined {
  const { world, type, checking, nodes } = travel
  const { me = true, today = true } = point
  const expression = checkCondition(world, checking, at, source, { type, ...placeOf(travel, point), me, today, process: true })
  for (const call of expression?.calls ?? []) checking.exists('unknown-node', at, call.node, nodes, { function: call.function })
  return expression
}

/** The names that a place of a schema adds to those of the card. */
export function placeOf({ world }: Travel, { items, row }: Standpoint): Omit<PathPlace, 'type'> {
  const names = new Map<string, FeelType>()
  for (const [name, field] of items) {
    const whole = fieldFeelType(field, world)
    names.set(name, whole.kind === 'list' ? whole.of : whole)
  }
  return { items, names, ...(row && { row }) }
}

/** The table or list at a path. */
export function tableAt(travel: Travel, path: string | undefined, point: Standpoint): Field | undefined {
  if (path === undefined || !travel.type) return undefined
  const end = resolvePath(travel.world, path, { ...placeOf(travel, point), type: travel.type })
  return end.ok ? end.fields[0] : undefined
}
