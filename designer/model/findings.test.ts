import { describe, expect, it } from 'vitest'
import { checkDefinitions } from '../../runtime/engine/check-definitions.ts'
import type { Finding } from '../../schemas/finding.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import type { Command } from './commands.ts'
import { openDraft } from './draft.ts'
import { findingsAbout, findingsOf, shownFindings } from './findings.ts'
import { execute, newHistory } from './history.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { openWorkspace } from './open-workspace.ts'
import { aLongSchema } from './testing/a-long-schema.ts'
import { aTemplateWorkspace, aWorkspace } from './testing/a-workspace.ts'
import { definitionAt, definitionSetOf, type Workspace, withDraft } from './workspace.ts'

const read = parseDefinition as ReadDefinition
const schema = { kind: 'approval-schema', id: 'request-approval' } as const

describe('what is found', () => {
  it('is nothing where nothing is wrong', () => {
    expect(findingsOf(aWorkspace(), read)).toEqual([])
    expect(findingsOf(aTemplateWorkspace(), read).filter(({ level }) => level === 'problem')).toEqual([])
  })
  it('is a plain sentence, with its place and a jump', () => {
    const workspace = aWorkspace(({ approval }) => {
      approval.routes = approval.routes.filter(({ from, on }) => from !== 'board' || on !== 'rejected')
    })
    const [shown] = shownFindings(workspace, findingsOf(workspace, read), 'en', schema)
    expect(shown).toMatchObject({
      level: 'problem',
      place: 'Board',
      sentence: 'No arrow says where "rejected" leads from "Board".',
      jump: { definition: schema, panel: 'node', node: 'board' },
    })
    expect(shownFindings(workspace, findingsOf(workspace, read), 'ro')[0]!.sentence).toBe(
      'Nicio săgeată nu spune unde duce „respins” de la „Board”.',
    )
  })
  it('leads to the column of a table and to an arrow', () => {
    const workspace = aWorkspace(({ approval, request }) => {
      approval.routes[8]!.when = 'amounts > 3'
      const parts = request.fields[6] as { fields: { formula?: string }[] }
      parts.fields[4]!.formula = 'row.whatt'
    })
    const jumps = shownFindings(workspace, findingsOf(workspace, read), 'en').map(({ jump }) => jump)
    expect(jumps).toContainEqual({ definition: schema, panel: 'route', route: 'large::board', property: 'when' })
    expect(jumps).toContainEqual({
      definition: { kind: 'document-type', id: 'request' },
      panel: 'field',
      thing: 'parts.price',
      property: 'formula',
    })
  })
  it('says of a draft that cannot be read why, and goes on with the rest', () => {
    const stored = {
      released: [],
      drafts: [
        { kind: 'directory' as const, id: 'broken', base: null, body: { id: 'broken', label: 'Broken', things: [] } },
        { kind: 'directory' as const, id: 'newer', base: null, body: { schemaVersion: 99, id: 'newer' } },
        { kind: 'directory' as const, id: 'sound', base: null, body: { id: 'sound', label: 'Sound', items: [] } },
      ],
      organisation: null,
      languages: ['en'],
    }
    const workspace = openWorkspace(stored, read)
    expect([...workspace.broken.keys()]).toEqual(['directory/broken', 'directory/newer'])
    expect(workspace.broken.get('directory/newer')!.body).toEqual({ schemaVersion: 99, id: 'newer' })
    expect(definitionAt(workspace, 'directory', 'sound')).toBeDefined()
    const codes = findingsOf(workspace, read).map(({ code }) => code)
    expect(codes).toContain('unknown-key')
    expect(codes).toContain('newer-schema-version')
    expect(findingsAbout(findingsOf(workspace, read), { kind: 'directory', id: 'sound' })).toEqual([])
  })
  it('is the same after an edit as when all is looked at anew', () => {
    let history = newHistory(aTemplateWorkspace())
    const target = { kind: 'approval-schema', id: 'contract-approval' } as const
    findingsOf(history.workspace, read)
    const commands: Command[] = [
      { type: 'remove-route', route: 'director:rejected:draft' },
      { type: 'add-node', kind: 'stage', label: 'Lost' },
      { type: 'set-audience', at: '/nodes/2/ask/0/who', audience: [{ role: 'nobody' }] },
    ]
    for (const command of commands) {
      const done = execute(history, target, command)
      if (!done.ok) throw new Error(done.refusal.code)
      history = done.history
      const found = findingsOf(history.workspace, read)
      const anew = checkDefinitions(definitionSetOf({ ...history.workspace }))
      const sorted = (list: readonly Finding[]) => list.map((one) => JSON.stringify(one)).sort()
      expect(sorted(found)).toEqual(sorted(anew))
      expect(found.some(({ level }) => level === 'problem')).toBe(true)
    }
  })
  it('is found again in less than 50 ms after a keystroke in a schema of 200 steps', () => {
    let workspace: Workspace = aTemplateWorkspace()
    const long = aLongSchema(200)
    workspace = withDraft(workspace, { kind: 'approval-schema', id: 'long' }, long)
    const type = definitionAt(workspace, 'document-type', 'contract')!
    workspace = withDraft(
      workspace,
      { kind: 'document-type', id: 'contract' },
      { ...type, approval: [{ schema: 'long', start: 'on-create' }] },
    )
    let history = newHistory(workspace)
    const times: number[] = []
    for (let count = 0; count < 120; count++) {
      const draft = openDraft(history.workspace, 'approval-schema', 'long')!
      const node = draft.body.nodes.findIndex(({ kind }) => kind === 'approval')
      const done = execute(history, draft, { type: 'rename-label', thing: `/nodes/${node}`, language: 'en', words: `Review ${count}` })
      if (!done.ok) throw new Error('refused')
      history = done.history
      // Time of the processor, not of the wall: other tests run beside this one.
      const before = process.cpuUsage()
      findingsOf(history.workspace, read)
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1000)
    }
    const warm = times.slice(20).sort((a, b) => a - b)
    // The p99 is promised of a machine that does nothing else; one in twenty is what a busy one keeps too.
    expect(warm[Math.floor(warm.length * 0.95)]).toBeLessThan(50)
    expect(warm[Math.floor(warm.length / 2)]).toBeLessThan(25)
  })
})
