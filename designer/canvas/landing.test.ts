import { describe, expect, it } from 'vitest'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { readSchema } from '../model/reading.ts'
import type { Workspace } from '../model/workspace.ts'
import { landing } from './landing.ts'

const empty: Workspace = {
  released: new Map(),
  drafts: new Map(),
  broken: new Map(),
  organisation: null,
  languages: ['en'],
}
const schema: ApprovalSchema = {
  id: 'way',
  label: 'Way',
  start: 'draft',
  nodes: [
    { id: 'draft', kind: 'stage', label: 'Draft', xy: [0, 0] },
    { id: 'both', kind: 'fork', label: 'Both', xy: [300, 0] },
    { id: 'legal', kind: 'approval', label: 'Legal', xy: [360, 0], in: 'both', ask: [{ id: 'line', who: [] }] },
    { id: 'met', kind: 'join', fork: 'both', xy: [640, 0] },
  ],
  routes: [
    { from: 'both', to: 'legal' },
    { from: 'legal', on: 'approved', to: 'met' },
  ],
}
const reading = readSchema(schema, { language: 'en', workspace: empty, schema })

describe('letting go of a step', () => {
  it('where it was is no edit', () => {
    expect(landing(schema, reading, [{ id: 'draft', isBlock: false, x: 0, y: 0 }])).toEqual([])
  })
  it('elsewhere puts it there, and nothing else', () => {
    expect(landing(schema, reading, [{ id: 'draft', isBlock: false, x: -200, y: 40 }])).toEqual([
      { type: 'move-nodes', to: { draft: [-200, 40] } },
    ])
  })
  it('over a block takes it into the block', () => {
    const commands = landing(schema, reading, [{ id: 'draft', isBlock: false, x: 380, y: 10 }])
    expect(commands).toContainEqual({ type: 'move-into-block', node: 'draft', fork: 'both' })
  })
  it('far outside of its block takes it out', () => {
    const commands = landing(schema, reading, [{ id: 'legal', isBlock: false, x: 360, y: 700 }])
    expect(commands).toContainEqual({ type: 'move-out-of-block', node: 'legal' })
  })
  it('a little outside only makes room', () => {
    const commands = landing(schema, reading, [{ id: 'legal', isBlock: false, x: 360, y: 60 }])
    expect(commands.map(({ type }) => type)).toEqual(['move-nodes'])
  })
  it('of a block moves the block, by as much as its frame was moved, and what lies in it only once', () => {
    const frame = reading.blocks[0]!
    const commands = landing(schema, reading, [
      { id: 'both', isBlock: true, x: frame.x + 50, y: frame.y + 20 },
      { id: 'legal', isBlock: false, x: 410, y: 20 },
    ])
    expect(commands).toEqual([{ type: 'move-nodes', to: { both: [350, 20] } }])
  })
})
