import { describe, expect, it } from 'vitest'
import type { Command } from './commands.ts'
import { beginGroup, cancelGroup, endGroup, execute, executeAll, type History, newHistory, redo, takeIn, undo } from './history.ts'
import { aWorkspace } from './testing/a-workspace.ts'
import { refusalText } from './texts/refusals.ts'
import { stepText } from './texts/steps.ts'
import { definitionAt, type Target, withDraft } from './workspace.ts'
import { executeOnWorkspace } from './workspace-commands.ts'

const schema: Target = { kind: 'approval-schema', id: 'request-approval' }
const start = () => newHistory(aWorkspace(() => {}, { released: true }))
const done = (history: History, command: Command, target = schema): History => {
  const result = execute(history, target, command)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.history
}
const move = (x: number): Command => ({ type: 'move-nodes', to: { board: [x, 0] } })

describe('the history', () => {
  it('undoes across definitions, in the order in which they were changed', () => {
    let history = done(start(), move(10))
    history = done(history, { type: 'add-status', label: 'Archived' }, { kind: 'document-type', id: 'request' })
    expect(history.workspace.drafts.size).toBe(2)
    history = undo(history)
    expect([...history.workspace.drafts.keys()]).toEqual(['approval-schema/request-approval'])
    history = undo(history)
    expect(history.workspace.drafts.size).toBe(0)
    history = redo(redo(history))
    expect(definitionAt(history.workspace, 'document-type', 'request')!.statuses).toHaveLength(4)
  })
  it('has no draft where an edit comes back to what is in use', () => {
    const there = done(start(), { type: 'set-start', node: 'review' })
    expect(done(there, { type: 'set-start', node: 'writing' }).workspace.drafts.size).toBe(0)
  })
  it('undoes a gesture at once, and leaves no step for one that changed nothing', () => {
    let history = beginGroup(start(), schema, 'gesture')
    for (const x of [1, 2, 3]) history = done(history, move(x))
    history = endGroup(history)
    expect(history.past).toHaveLength(1)
    expect(undo(history).workspace.drafts.size).toBe(0)
    expect(endGroup(beginGroup(start(), schema, 'gesture')).past).toHaveLength(0)
    expect(cancelGroup(done(beginGroup(start(), schema, 'gesture'), move(1))).workspace.drafts.size).toBe(0)
  })
  it('executes several commands as one step, all or none', () => {
    const both = executeAll(start(), schema, 'repair', [move(1), { type: 'remove-route', route: 'board:approved:closing' }])
    expect(both.ok && both.history.past).toHaveLength(1)
    const history = start()
    expect(executeAll(history, schema, 'repair', [move(1), { type: 'remove-route', route: 'nothing' }])).toMatchObject({
      ok: false,
      refusal: { code: 'no-such-thing' },
    })
    expect(history.workspace.drafts.size).toBe(0)
  })
  it('keeps nothing of what was undone once something else is done', () => {
    const history = done(undo(done(start(), move(1))), move(2))
    expect(history.future).toEqual([])
  })
  it('takes in what somebody else did without making it a step, and undoes one’s own', () => {
    const mine = done(start(), move(1))
    const other = { kind: 'directory', id: 'late-reasons' } as const
    const directory = definitionAt(mine.workspace, 'directory', 'late-reasons')!
    const both = takeIn(mine, (workspace) => withDraft(workspace, other, { ...directory, label: 'Theirs' }))
    expect(both.past).toHaveLength(1)
    expect([...undo(both).workspace.drafts.keys()]).toEqual(['directory/late-reasons'])
    expect(takeIn(mine, (workspace) => workspace, ['approval-schema/request-approval']).past).toEqual([])
  })
  it('makes, removes and gives up definitions as steps', () => {
    const made = executeOnWorkspace(start(), { type: 'new-definition', kind: 'reminder-rule', label: 'Înștiințare', about: 'request' })
    if (!made.ok) throw new Error('refused')
    expect(made.made).toBe('instiintare')
    expect(definitionAt(made.history.workspace, 'reminder-rule', 'instiintare')).toMatchObject({
      type: 'request',
      around: { field: 'signedOn' },
    })
    expect(undo(made.history).workspace.drafts.size).toBe(0)
    expect(executeOnWorkspace(made.history, { type: 'remove-definition', target: { kind: 'document-type', id: 'request' } })).toMatchObject(
      { ok: false, refusal: { code: 'published-stays' } },
    )
    const gone = executeOnWorkspace(made.history, { type: 'remove-definition', target: schema })
    expect(gone.ok && definitionAt(gone.history.workspace, 'approval-schema', 'request-approval')).toBeUndefined()
    const back = gone.ok && executeOnWorkspace(gone.history, { type: 'discard-draft', target: schema })
    expect(back !== false && back.ok && definitionAt(back.history.workspace, 'approval-schema', 'request-approval')).toBeDefined()
  })
  it('names each step and each refusal in both languages', () => {
    const [step] = done(start(), { type: 'remove-nodes', nodes: ['board'] }).past
    expect(stepText(step!, 'en')).toBe('Remove a step, “Board”')
    expect(stepText(step!, 'ro')).toBe('Șterge un pas, „Board”')
    expect(refusalText({ code: 'outcome-already-routed', name: 'Board' }, 'ro')).toBe(
      'Fiecare decizie de la „Board” duce deja undeva. Mută o săgeată sau adaugă întâi un buton.',
    )
  })
})
