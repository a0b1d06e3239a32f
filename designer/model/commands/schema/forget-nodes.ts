import type { ApprovalSchema, Deadline, SchemaNode } from '../../../../schemas/generated/approval-schema.ts'
import { patched } from '../../lists.ts'

/** The schema without what merely lists nodes that are gone: pauses, buttons that work not there, bars, preferences. Rules that speak of them stay, for a person to mend. */
export function forgetNodes(schema: ApprovalSchema, gone: ReadonlySet<string>): ApprovalSchema {
  const stays = (id: string) => !gone.has(id)
  const listed = (ids: readonly string[] | undefined) => ids?.filter(stays)
  const deadline = (one: Deadline | undefined) =>
    one && patched(one, { pauseAt: listed(one.pauseAt), from: one.from !== undefined && gone.has(one.from) ? undefined : one.from })
  const nodes = schema.nodes.map((node): SchemaNode => {
    const withDeadline =
      'deadline' in node && node.deadline?.pauseAt ? ({ ...node, deadline: deadline(node.deadline) } as SchemaNode) : node
    if (
      (withDeadline.kind !== 'approval' && withDeadline.kind !== 'task') ||
      !withDeadline.ask.some(({ prefer }) => prefer?.some((id) => gone.has(id)))
    )
      return withDeadline
    return { ...withDeadline, ask: withDeadline.ask.map((line) => patched(line, { prefer: listed(line.prefer) }, ['who'])) }
  })
  const stages = listed(schema.bar?.stages)
  return patched(
    schema,
    {
      nodes,
      deadline: deadline(schema.deadline),
      anywhere: schema.anywhere?.map((action) => patched(action, { notIn: listed(action.notIn) }, ['who'])),
      bar: schema.bar && stages && stages.length >= 2 ? { ...schema.bar, stages } : undefined,
    },
    ['nodes', 'routes'],
  )
}
