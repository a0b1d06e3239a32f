import { describe, expect, it } from 'vitest'
import { textIn } from '../../runtime/engine/card/local-text.ts'
import { aTemplateWorkspace } from '../model/testing/a-workspace.ts'
import { definitionAt } from '../model/workspace.ts'
import { homeRows } from './home-rows.ts'

describe('the first page of the designer', () => {
  it('counts a fork and its join as one step, as the canvas does', () => {
    const workspace = aTemplateWorkspace()
    const nodes = definitionAt(workspace, 'approval-schema', 'contract-approval')?.nodes ?? []
    const joins = nodes.filter(({ kind }) => kind === 'join').length
    const row = homeRows(workspace, [], (text) => textIn(text, 'en')).find(({ id }) => id === 'contract-approval')
    expect(joins).toBe(1)
    expect(row?.size).toBe(nodes.length - joins)
  })
})
