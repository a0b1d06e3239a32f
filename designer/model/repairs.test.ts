import { describe, expect, it } from 'vitest'
import type { Draft as SetDraft } from '../../runtime/engine/testing/a-definition-set.ts'
import { nodeOf } from '../../runtime/engine/testing/a-definition-set.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import { findingsOf } from './findings.ts'
import { executeAll, newHistory } from './history.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { repairsOf } from './repairs.ts'
import { aWorkspace } from './testing/a-workspace.ts'
import { definitionAt, withDraft } from './workspace.ts'

const read = parseDefinition as ReadDefinition

/** The mends of what is found first, each tried: how many of its kind are left. */
function mended(change: (set: SetDraft) => void, code: string, language: 'en' | 'ro' = 'en') {
  const workspace = aWorkspace(change)
  const finding = findingsOf(workspace, read).find((one) => one.code === code)
  if (!finding) throw new Error(`${code} is not found: ${findingsOf(workspace, read).map((one) => one.code)}`)
  const repairs = repairsOf(workspace, finding, { language, workspace })
  return repairs.map(({ label, target, commands }) => {
    const done = executeAll(newHistory(workspace), target, 'repair', commands)
    if (!done.ok) throw new Error(`${label}: ${done.refusal.code}`)
    expect(done.history.past).toHaveLength(1)
    const left = findingsOf(done.history.workspace, read)
    expect(left.filter((one) => one.code === code && one.path === finding.path)).toEqual([])
    return { label, left: left.filter(({ level }) => level === 'problem').map((one) => one.code) }
  })
}
const withoutRoute =
  (from: string, on?: string) =>
  ({ approval }: SetDraft) => {
    approval.routes = approval.routes.filter((route) => route.from !== from || route.on !== on)
  }

describe('a mend', () => {
  it('is named by what it does', () => {
    expect(mended(withoutRoute('board', 'rejected'), 'outcome-without-route')).toEqual([
      { label: 'Send it back to Writing', left: [] },
      { label: 'Go on to Register', left: [] },
    ])
    expect(mended(withoutRoute('board', 'rejected'), 'outcome-without-route', 'ro')[0]!.label).toBe('Trimite înapoi la Writing')
  })
  it('draws what must follow', () => {
    expect(mended(withoutRoute('closing'), 'outcome-without-route')[0]).toEqual({ label: 'Go on to Done', left: [] })
    expect(mended(({ approval }) => void delete approval.routes[9]!.otherwise, 'decision-without-otherwise')[0]).toEqual({
      label: 'Otherwise go to Register',
      left: [],
    })
  })
  it('takes away what is never used', () => {
    expect(mended(({ approval }) => void approval.nodes.push({ id: 'lost', kind: 'end', label: 'Lost' }), 'unreachable-node')[0]).toEqual({
      label: 'Remove Lost',
      left: [],
    })
    expect(mended(({ approval }) => void approval.routes.push({ from: 'done', to: 'writing' }), 'route-from-end')[0]!.left).toEqual([])
  })
  it('names somebody where nobody is left', () => {
    const alone = (draft: SetDraft) => {
      delete nodeOf(draft, 'legal', 'approval').ifNobody
    }
    expect(mended(alone, 'nobody-to-ask-for-some').map(({ label }) => label)).toEqual([
      'Then ask the author’s manager',
      'Let authors decide about their own',
    ])
    expect(mended((draft) => void delete nodeOf(draft, 'writing', 'stage').actions![0]!.who, 'action-without-who')[0]).toEqual({
      label: 'The author may press it',
      left: [],
    })
  })
  it('puts a step where its block needs it', () => {
    expect(mended((draft) => void delete (nodeOf(draft, 'money', 'approval') as { in?: string }).in, 'branch-begins-outside')[0]).toEqual({
      label: 'Move Finance into the block',
      left: [],
    })
    const cut = ({ approval }: SetDraft) => {
      approval.nodes = approval.nodes.filter(({ id }) => id !== 'reviewed')
      approval.routes = approval.routes.filter(({ from, to }) => from !== 'reviewed' && to !== 'reviewed')
    }
    expect(mended(cut, 'fork-without-join')[0]!.label).toBe('Add the step that waits for all')
  })
  it('writes the name that was meant', () => {
    expect(
      mended(({ approval }) => {
        approval.routes[8]!.when = 'amuont > 1000'
      }, 'expression-unknown-name')[0],
    ).toEqual({
      label: 'Write “amount”',
      left: [],
    })
    expect(
      mended((draft) => {
        nodeOf(draft, 'legal', 'approval').ask[0]!.who = [{ role: 'lawyr' }]
      }, 'unknown-role')[0],
    ).toEqual({
      label: 'Write “lawyer”',
      left: [],
    })
  })
  it('puts a field on the form that has to be filled', () => {
    expect(
      mended(({ request }) => {
        request.layout![0]!.sections[0]!.columns[0] = ['company', 'signedOn', 'reason', 'responsible']
      }, 'not-in-layout')[0],
    ).toEqual({
      label: 'Put “Amount” on the form',
      left: [],
    })
  })
  it('brings back, out of use, what documents have', () => {
    const workspace = aWorkspace(() => {}, { released: true })
    const request = definitionAt(workspace, 'document-type', 'request')!
    const cut = withDraft(workspace, { kind: 'document-type', id: 'request' }, { ...request, statuses: request.statuses!.slice(0, 2) })
    const finding = findingsOf(cut, read).find(({ code }) => code === 'status-deleted')!
    const [repair] = repairsOf(cut, finding, { language: 'en', workspace: cut })
    expect(repair!.label).toBe('Keep “Done”, out of use')
    const done = executeAll(newHistory(cut), repair!.target, 'repair', repair!.commands)
    expect(done.ok && findingsOf(done.history.workspace, read).filter(({ code }) => code === 'status-deleted')).toEqual([])
  })
  it('makes a new field of one that changed its kind', () => {
    const workspace = aWorkspace(() => {}, { released: true })
    const request = definitionAt(workspace, 'document-type', 'request')!
    const fields = request.fields.map((field) =>
      field.id === 'taxNumber' ? ({ id: 'taxNumber', type: 'number', label: 'Tax number' } as const) : field,
    )
    const changed = withDraft(workspace, { kind: 'document-type', id: 'request' }, { ...request, fields })
    const finding = findingsOf(changed, read).find(({ code }) => code === 'field-changed-kind')!
    const [repair] = repairsOf(changed, finding, { language: 'en', workspace: changed })
    const done = executeAll(newHistory(changed), repair!.target, 'repair', repair!.commands)
    if (!done.ok) throw new Error('refused')
    const type = definitionAt(done.history.workspace, 'document-type', 'request')!
    expect(type.fields.find(({ id }) => id === 'taxNumber')).toMatchObject({ type: 'text', retired: true })
    expect(type.fields.find(({ id }) => id === 'taxNumber2')).toMatchObject({ type: 'number', from: 'taxNumber' })
  })
})
