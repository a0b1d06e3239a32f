import type { ApprovalSchema, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'

/** A sound schema of about so many steps: reviews in blocks, decisions, rejections that lead back. For measuring. */
export function aLongSchema(count: number): ApprovalSchema {
  const nodes: SchemaNode[] = [
    {
      id: 'start',
      kind: 'stage',
      label: 'Draft',
      edit: [{ who: [{ the: 'author' }] }],
      actions: [{ id: 'send', label: 'Send', who: [{ the: 'author' }] }],
    },
  ]
  const routes: Route[] = []
  let last: { from: string; on?: string; otherwise?: true } = { from: 'start', on: 'send' }
  for (let at = 0; nodes.length < count - 1; at++) {
    const approval = (id: string, around?: string): SchemaNode => ({
      id,
      kind: 'approval',
      label: `Review ${id}`,
      ask: [{ id: 'line', who: [{ role: 'lawyer' }], take: 'one' }],
      deadline: { within: 'P2D', in: 'working-time', steps: [{ at: 'P0D', tell: [{ managerOf: 'assignee' }] }] },
      ...(around !== undefined && { in: around }),
    })
    const decided = (id: string, to: string): Route[] => [
      { from: id, on: 'approved', to },
      { from: id, on: 'rejected', to: 'start' },
    ]
    if (at % 4 === 3) {
      const [fork, a, b, join] = [`f${at}`, `a${at}`, `b${at}`, `j${at}`]
      nodes.push({ id: fork, kind: 'fork', label: `Block ${at}` }, approval(a, fork), approval(b, fork), { id: join, kind: 'join', fork })
      routes.push({ ...last, to: fork }, { from: fork, to: a }, { from: fork, to: b }, ...decided(a, join), ...decided(b, join))
      last = { from: join }
    } else if (at % 4 === 1) {
      const [decision, side] = [`d${at}`, `s${at}`]
      const after = `t${at}`
      nodes.push({ id: decision, kind: 'decision', label: `Large ${at}?` }, approval(side), approval(after))
      routes.push(
        { ...last, to: decision },
        { from: decision, when: `amount > ${at * 100}`, to: side },
        { from: decision, otherwise: true, to: after },
      )
      routes.push(...decided(side, after))
      routes.push({ from: after, on: 'rejected', to: 'start' })
      last = { from: after, on: 'approved' }
    } else {
      const id = `n${at}`
      nodes.push(approval(id))
      routes.push({ ...last, to: id }, { from: id, on: 'rejected', to: 'start' })
      last = { from: id, on: 'approved' }
    }
  }
  nodes.push({ id: 'end', kind: 'end', label: 'Done' })
  routes.push({ ...last, to: 'end' })
  return { id: 'long', label: 'Long', start: 'start', nodes, routes }
}
