import type { ApprovalLine, ApprovalSchema, Deadline, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../schemas/generated/audience.ts'
import type { Command } from './commands.ts'
import { deadlineWords, kindWords, outcomeWords, ruleWords } from './reading.ts'
import { pathTo, type RouteKey, routeKeys } from './schema-graph.ts'
import { readingOrder } from './sentences.ts'
import { lineWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { nodeName, type Speech, say } from './words/speech.ts'

/** A schema as a table: a row for each step, in reading order. A view of the same model as the canvas; its edits are commands. */
export interface TableRow {
  readonly node: string
  readonly kind: SchemaNode['kind']
  readonly kindName: string
  readonly step: string
  /** How deep in blocks it lies. */
  readonly depth: number
  readonly who: readonly {
    readonly line: string
    readonly words: string
    readonly audience: Audience
    readonly take: ApprovalLine['take']
  }[]
  readonly rule: string | undefined
  readonly deadline: { readonly words: string; readonly value: Deadline } | undefined
  readonly next: readonly { readonly route: RouteKey; readonly label: string; readonly to: string; readonly toName: string }[]
  /** What may be changed in this row. */
  readonly editable: { readonly who: boolean; readonly rule: boolean; readonly deadline: boolean }
}

const withDeadlines = new Set<SchemaNode['kind']>(['stage', 'approval', 'task', 'fork', 'wait'])

export function tableOf(schema: ApprovalSchema, speech: Speech): readonly TableRow[] {
  const speaking: Speech = { ...speech, schema }
  const keys = routeKeys(schema)
  return readingOrder(schema).flatMap((id): TableRow[] => {
    const node = schema.nodes.find((one) => one.id === id)
    if (!node) return []
    const asks = node.kind === 'approval' || node.kind === 'task'
    const lines = asks ? node.ask : []
    const deadline = 'deadline' in node ? node.deadline : undefined
    return [
      {
        node: id,
        kind: node.kind,
        kindName: kindWords(speaking, node.kind),
        step: node.label === undefined ? kindWords(speaking, node.kind) : nodeName(speaking, id),
        depth: pathTo(schema, id).length,
        who: lines.map((line) => ({ line: line.id, words: lineWords(speaking, line), audience: line.who, take: line.take })),
        rule: ruleWords(node, speaking),
        deadline: deadline && { words: deadlineWords(speaking, deadline), value: deadline },
        next: schema.routes.flatMap((route, index) => {
          if (route.from !== id) return []
          const outcome = outcomeWords(schema, id, route.on, speaking)
          const condition = route.otherwise
            ? say(speaking, 'otherwise', 'altfel')
            : route.when === undefined
              ? ''
              : conditionWords(speaking, route.when)
          return [
            {
              route: keys[index]!,
              label: [outcome, condition].filter((part) => part !== '').join(', '),
              to: route.to,
              toName: nodeName(speaking, route.to),
            },
          ]
        }),
        editable: { who: asks, rule: asks || node.kind === 'join', deadline: withDeadlines.has(node.kind) },
      },
    ]
  })
}

/** An edit of a cell. */
export type TableEdit =
  | { readonly cell: 'step'; readonly node: string; readonly language: string; readonly words: string }
  | { readonly cell: 'who'; readonly node: string; readonly line: string; readonly audience: Audience }
  | { readonly cell: 'take'; readonly node: string; readonly line: string; readonly take: ApprovalLine['take'] }
  | { readonly cell: 'rule'; readonly node: string; readonly rule: 'all' | 'any' | 'majority' | { readonly atLeast: number } }
  | { readonly cell: 'deadline'; readonly node: string; readonly within: string | null; readonly counting?: Deadline['in'] }
  | { readonly cell: 'next'; readonly route: RouteKey; readonly to: string }

/** The command that an edit of a cell is; undefined where the row is gone. */
export function commandOfEdit(schema: ApprovalSchema, edit: TableEdit): Command | undefined {
  switch (edit.cell) {
    case 'step': {
      const index = schema.nodes.findIndex(({ id }) => id === edit.node)
      return index < 0 ? undefined : { type: 'rename-label', thing: `/nodes/${index}`, language: edit.language, words: edit.words }
    }
    case 'who':
      return { type: 'set-line-property', node: edit.node, line: edit.line, property: 'who', value: edit.audience }
    case 'take':
      return { type: 'set-line-property', node: edit.node, line: edit.line, property: 'take', value: edit.take }
    case 'rule':
      return { type: 'set-node-property', node: edit.node, property: 'rule', value: edit.rule } as Command
    case 'deadline':
      return edit.within === null
        ? { type: 'set-deadline', node: edit.node, deadline: null }
        : { type: 'set-deadline', node: edit.node, deadline: { within: edit.within, ...(edit.counting && { in: edit.counting }) } }
    case 'next':
      return { type: 'reconnect-route', route: edit.route, to: edit.to }
  }
}
