import { describe, expect, it } from 'vitest'
import { commandOfEdit, tableOf } from './table.ts'
import { aWorkspace, edited, theSchema } from './testing/a-workspace.ts'
import { definitionAt } from './workspace.ts'

const workspace = aWorkspace()
const draft = theSchema(workspace)
const speech = { language: 'en' as const, workspace, type: definitionAt(workspace, 'document-type', 'request') }
const row = (schema: typeof draft.body, node: string) => tableOf(schema, speech).find((one) => one.node === node)!

describe('a schema as a table', () => {
  it('has a row for each step, with who, rule, deadline and where it goes', () => {
    expect(tableOf(draft.body, speech)).toHaveLength(draft.body.nodes.length)
    expect(row(draft.body, 'legal')).toMatchObject({
      step: 'Legal review',
      kindName: 'approval',
      depth: 1,
      who: [{ line: 'lawyer', words: 'one of the lawyers' }],
      deadline: { words: '2 working days' },
      next: [
        { label: 'approved', to: 'reviewed' },
        { label: 'rejected', to: 'writing', toName: 'Writing' },
      ],
    })
  })
  it('is changed by the same commands as the canvas', () => {
    const edit = (...edits: Parameters<typeof commandOfEdit>[1][]) =>
      edits.reduce((schema, one) => edited({ ...draft, body: schema }, commandOfEdit(schema, one)!), draft.body)
    expect(row(edit({ cell: 'who', node: 'legal', line: 'lawyer', audience: [{ role: 'director' }] }), 'legal').who[0]!.words).toBe(
      'one of the directors',
    )
    expect(row(edit({ cell: 'deadline', node: 'money', within: 'P3D', counting: 'working-time' }), 'money').deadline!.words).toBe(
      '3 working days',
    )
    expect(row(edit({ cell: 'deadline', node: 'legal', within: null }), 'legal').deadline).toBeUndefined()
    expect(row(edit({ cell: 'rule', node: 'money', rule: { atLeast: 2 } }), 'money').rule).toBe('at least 2')
    expect(row(edit({ cell: 'next', route: 'board:approved:closing', to: 'dropped' }), 'board').next[0]!.to).toBe('dropped')
    expect(row(edit({ cell: 'step', node: 'board', language: 'en', words: 'Council' }), 'board').step).toBe('Council')
  })
})
