import { describe, expect, it } from 'vitest'
import type { Command } from './commands.ts'
import { differencesBetween, draftDifferences } from './differences.ts'
import { aWorkspace, opened, reached, theType } from './testing/a-workspace.ts'
import { definitionAt, type EditedKind } from './workspace.ts'

const workspace = aWorkspace(() => {}, { released: true })

function sentences(kind: EditedKind, id: string, commands: readonly Command[], language: 'en' | 'ro' = 'en') {
  const draft = opened(workspace, kind, id)
  const after = reached(draft, ...commands).body
  return differencesBetween(kind, draft.body, after, { language, workspace }).map(({ change, sentence }) => `${change}: ${sentence}`)
}
const ofSchema = (...commands: Command[]) => sentences('approval-schema', 'request-approval', commands)
const ofType = (...commands: Command[]) => sentences('document-type', 'request', commands)

describe('what differs between two versions', () => {
  it('says of a reminder that is new whom it tells, and when', () => {
    const rule = workspace.released
      .keys()
      .find((key) => key.startsWith('reminder-rule/'))!
      .slice('reminder-rule/'.length)
    const body = definitionAt(workspace, 'reminder-rule', rule)
    const [found] = differencesBetween('reminder-rule', undefined, body, { language: 'en', workspace })
    expect(found?.sentence).toMatch(/ is new\. For each Request: .+, tell .+\.$/)
  })
  it('is said of steps and of where they lead', () => {
    expect(ofSchema({ type: 'reconnect-route', route: 'board:rejected:writing', to: 'dropped' })).toEqual([
      'changed: Board: “rejected” now goes to “Dropped”, at most 2 times (before: “Writing”, at most 2 times).',
    ])
    expect(ofSchema({ type: 'remove-nodes', nodes: ['board'] })).toEqual([
      'removed: “Board” is no longer asked.',
      'changed: Large? now goes to “Register” if Amount is above 1,000 and “visits("writing") < 3”; otherwise “Register” (before: “Board” if Amount is above 1,000 and “visits("writing") < 3”; otherwise “Register”).',
    ])
    expect(ofSchema({ type: 'insert-node-on-route', route: 'closing::done', kind: 'approval', label: 'Chief' })).toEqual([
      'added: The step “Chief” is new: the author’s manager decides.',
      'changed: Register now goes to “Chief” (before: “Done”).',
    ])
  })
  it('is said of deadlines, people and names', () => {
    expect(ofSchema({ type: 'set-deadline', node: 'legal', deadline: { within: 'P3D', reason: undefined } })).toEqual([
      'changed: Legal review is due within 3 working days (before: 2 working days), and no longer says why when late.',
    ])
    expect(ofSchema({ type: 'set-line-property', node: 'legal', line: 'lawyer', property: 'who', value: [{ role: 'director' }] })).toEqual([
      'changed: Legal review: now asks the directors (before: the lawyers).',
    ])
    expect(ofSchema({ type: 'rename-label', thing: '/nodes/6', language: 'en', words: 'Council' })).toEqual([
      'changed: “Board” is now called “Council”.',
    ])
  })
  it('is one sentence where only the drawing is another', () => {
    expect(ofSchema({ type: 'auto-layout' })).toEqual(['changed: Only the drawing is different; no document is moved by it.'])
  })
  it('is said of fields, rules, views and the form', () => {
    expect(ofType({ type: 'add-field', fieldType: 'date', label: 'Valid until', with: { required: true } })).toEqual([
      'added: The field “Valid until” is new, required.',
    ])
    expect(ofType({ type: 'set-field-property', field: 'signedOn', property: 'requiredWhen', value: 'status = "open"' })).toEqual([
      'added: Signed on: when it is required: Status is “Open”.',
    ])
    expect(ofType({ type: 'remove-field', field: 'taxNumber' })).toEqual([
      'changed: Tax number is out of use.',
      'changed: The form is arranged differently.',
    ])
    expect(ofType({ type: 'set-view', view: 'open', set: { columns: ['number', 'amount'] } })[0]).toMatch(
      /^changed: Open: columns: “Number” and “Amount” \(before: /,
    )
    expect(sentences('document-type', 'request', [{ type: 'set-check', check: 'within', set: { must: 'priced < amount' } }], 'ro')).toEqual(
      ['changed: Părțile costă {priced}.: condiția: Priced este sub „Amount” (înainte: Priced este cel mult „Amount”).'],
    )
  })
  it('is said of each draft over what is in use', () => {
    const drafted = reached(theType(workspace), { type: 'add-status', label: 'Archived' }).workspace
    expect(draftDifferences(drafted, { language: 'en', workspace: drafted })).toMatchObject([
      {
        name: 'Request',
        change: 'changed',
        differences: [{ change: 'added', what: 'status', at: '/statuses/3', sentence: 'The status “Archived” is new.' }],
      },
    ])
    expect(draftDifferences(aWorkspace(), { language: 'en', workspace: aWorkspace() }).every(({ change }) => change === 'added')).toBe(true)
    expect(draftDifferences(workspace, { language: 'en', workspace })).toEqual([])
  })
})
