// Short words for drawing the schemas of patterns.
import type { Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'

type Of<K extends SchemaNode['kind']> = Extract<SchemaNode, { kind: K }>
type Who = NonNullable<Of<'approval'>['ask']>[number]['who']

export const lawyers: Who = [{ role: 'lawyer' }]
export const finance: Who = [{ group: 'finance' }]
export const board: Who = [{ group: 'board' }]
export const director: Who = [{ role: 'director' }]
export const clerks: Who = [{ role: 'clerk' }]
export const one = (person: string): Who => [{ person }]

/** Somebody decides; whom and how as given. */
export const approval = (id: string, who: Who, more: Partial<Of<'approval'>> = {}): SchemaNode =>
  ({ id, kind: 'approval', label: id, ask: [{ id: 'line', who }], ...more }) as SchemaNode
export const task = (id: string, who: Who, more: Partial<Of<'task'>> = {}): SchemaNode =>
  ({ id, kind: 'task', label: id, ask: [{ id: 'line', who }], ...more }) as SchemaNode
/** Where the author works until the button is pressed. */
export const stage = (id: string, actions: readonly string[], more: Partial<Of<'stage'>> = {}): SchemaNode =>
  ({
    id,
    kind: 'stage',
    label: id,
    edit: [{ who: [{ the: 'author' }] }],
    actions: actions.map((action) => ({ id: action, label: action, who: [{ the: 'author' }] })),
    ...more,
  }) as SchemaNode
export const decision = (id: string): SchemaNode => ({ id, kind: 'decision', label: id }) as SchemaNode
export const fork = (id: string, more: Partial<Of<'fork'>> = {}): SchemaNode => ({ id, kind: 'fork', label: id, ...more }) as SchemaNode
export const join = (id: string, of: string, more: Partial<Of<'join'>> = {}): SchemaNode =>
  ({ id, kind: 'join', label: id, fork: of, ...more }) as SchemaNode
export const wait = (id: string, until: Of<'wait'>['until'], more: Partial<Of<'wait'>> = {}): SchemaNode =>
  ({ id, kind: 'wait', label: id, until, ...more }) as SchemaNode
export const automation = (id: string, does: Of<'automation'>['does']): SchemaNode =>
  ({ id, kind: 'automation', label: id, does }) as SchemaNode
export const end = (id: string, status = 'done'): SchemaNode => ({ id, kind: 'end', label: id, status }) as SchemaNode

/** `a approved b` leads from a on approved to b; `a b` on a plain arrow; more is added to the last. */
export const routes = (...lines: readonly (string | readonly [string, Partial<Route>])[]): Route[] =>
  lines.map((line) => {
    const [text, more] = typeof line === 'string' ? [line, {}] : line
    const words = text.split(' ')
    const [from, to] = [words[0]!, words.at(-1)!]
    return { from, to, ...(words.length === 3 && { on: words[1] }), ...more } as Route
  })
/** Inside a block. */
export const within = (block: string, node: SchemaNode): SchemaNode => ({ ...node, in: block }) as SchemaNode
