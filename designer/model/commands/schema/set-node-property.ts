import type { SchemaNode } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

type Fixed = 'id' | 'kind' | 'in' | 'fork'
type PropertyOf<N> = N extends unknown
  ? { [P in Exclude<keyof N, Fixed>]-?: { readonly property: P; readonly value: N[P] | undefined } }[Exclude<keyof N, Fixed>]
  : never

/** A property of a node with a value of its type; undefined takes it away. */
export type SetNodeProperty = { readonly node: string } & PropertyOf<SchemaNode>

const every = ['label', 'status', 'color', 'xy']
const resting = [...every, 'edit', 'actions', 'deadline', 'onEnter', 'allow', 'text', 'needs']
const asking = [...resting, 'ask', 'except', 'rule', 'order', 'rejection', 'again', 'late', 'ifNobody', 'sign', 'close']
const properties: Readonly<Record<SchemaNode['kind'], readonly string[]>> = {
  stage: [...resting, 'follows'],
  approval: asking,
  task: asking,
  decision: every,
  fork: [...every, 'each', 'as', 'actions', 'deadline', 'edit'],
  join: [...every, 'rule', 'rest'],
  wait: [...every, 'until', 'deadline'],
  automation: [...every, 'does'],
  end: [...every, 'result'],
}
const required = new Set(['ask', 'until', 'does'])
/** What the language takes where nothing is said: not written down. */
const defaults: Readonly<Record<string, unknown>> = {
  rule: 'all',
  order: 'together',
  rejection: 'at-once',
  again: 'everybody',
  late: 'withdraw',
  sign: 'none',
  rest: 'withdraw',
}

/** Sets one property of a step. Refused: a property that its kind has not, and leaving nothing where something must be. */
export const setNodeProperty = defineCommand('set-node-property', 'approval-schema', (schema, args: SetNodeProperty) => {
  const { node: id, property, value } = args
  const node = nodeById(schema, id)
  if (!node || !properties[node.kind].includes(property)) return refused('no-such-thing')
  const empty = value === undefined || (Array.isArray(value) && value.length === 0)
  if (empty && required.has(property)) return refused('last-one', { name: node.label })
  const written = value === defaults[property] ? undefined : value
  return edited(
    withNode(schema, id, (each) => patched(each, { [property]: written })),
    { name: node.label },
  )
})
