import { defineCommand, edited } from '../../define-command.ts'
import { layoutSchema } from '../../layout.ts'

/** Draws the schema anew from left to right. One step, undone at once; no document is moved by it. */
export const autoLayout = defineCommand('auto-layout', 'approval-schema', (schema, _: object) => {
  const places = layoutSchema(schema)
  return edited({ ...schema, nodes: schema.nodes.map((node) => ({ ...node, xy: places.get(node.id) ?? node.xy ?? [0, 0] })) })
})
