import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { parseDefinition, validateDefinition } from '../../schemas/validate.ts'
import { applyCommand, type Command, commandTypes } from './commands.ts'
import type { Draft } from './draft.ts'
import { merge } from './merge.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { choose, conflictPlace, reconcile } from './reconcile.ts'
import { edited, theSchema, theType } from './testing/a-workspace.ts'
import { randomCommand } from './testing/random-command.ts'

const read = parseDefinition as ReadDefinition
const base = theSchema().body
const edit = (...commands: Command[]): ApprovalSchema => edited(theSchema(), ...commands)
const both = (mine: ApprovalSchema, theirs: ApprovalSchema) => reconcile({ kind: 'approval-schema', base, mine, theirs }, read)

describe('two edits of one draft', () => {
  it('are put together where they touch different things', () => {
    const mine = edit(
      { type: 'rename-label', thing: '/nodes/0', language: 'en', words: 'Typing' },
      { type: 'insert-node-on-route', route: 'closing::done', kind: 'approval', label: 'Chief' },
    )
    const theirs = edit(
      { type: 'set-deadline', node: 'legal', deadline: { within: 'P5D' } },
      { type: 'add-node', kind: 'stage', label: 'Archive' },
      { type: 'remove-nodes', nodes: ['board'] },
    )
    const merged = both(mine, theirs)
    expect(merged.state).toBe('merged')
    const body = merged.body as ApprovalSchema
    expect(body.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['chief', 'archive']))
    expect(body.nodes.some(({ id }) => id === 'board')).toBe(false)
    expect(body.nodes[0]!.label).toEqual({ en: 'Typing', ro: 'Writing' })
    expect(body.nodes.find(({ id }) => id === 'legal')).toMatchObject({ deadline: { within: 'P5D' } })
  })
  it('conflict where both changed one thing differently, and one is chosen', () => {
    const mine = edit({ type: 'set-deadline', node: 'legal', deadline: { within: 'P3D' } })
    const theirs = edit({ type: 'set-deadline', node: 'legal', deadline: { within: 'P5D' } }, { type: 'set-start', node: 'review' })
    const merged = both(mine, theirs)
    if (merged.state !== 'conflict') throw new Error('no conflict')
    expect(merged.conflicts).toEqual([{ at: '/nodes/2/deadline/within', base: 'P2D', mine: 'P3D', theirs: 'P5D' }])
    expect(conflictPlace(merged.body, merged.conflicts[0]!.at, 'en')).toBe('Request approval, Legal review, length of time')
    expect((merged.body as ApprovalSchema).start).toBe('review')
    expect(choose(merged.body, merged.conflicts, ['theirs'])).toMatchObject({ nodes: { 2: { deadline: { within: 'P5D' } } } })
    expect(choose(merged.body, merged.conflicts, ['mine'])).toMatchObject({ nodes: { 2: { deadline: { within: 'P3D' } } } })
  })
  it('conflict where one removed what the other changed', () => {
    const merged = both(
      edit({ type: 'remove-nodes', nodes: ['board'] }),
      edit({ type: 'set-node-property', node: 'board', property: 'color', value: 'red' } as Command),
    )
    if (merged.state !== 'conflict') throw new Error('no conflict')
    expect(merged.conflicts.map(({ mine, theirs }) => [mine === undefined, theirs === undefined])).toEqual([[true, false]])
    const gone = choose(merged.body, merged.conflicts, ['mine']) as ApprovalSchema
    expect(gone.nodes.some(({ id }) => id === 'board')).toBe(false)
  })
  it('keep the order of whoever changed it', () => {
    const { body } = theType()
    const sort = edited(theType(), { type: 'move-field', field: 'left', to: 0 })
    const add = edited(theType(), { type: 'add-field', fieldType: 'text', label: 'Note', at: 2 })
    const ids = (value: unknown) => (value as typeof body).fields.map(({ id }) => id)
    expect(ids(merge(body, sort, add).value).slice(0, 4)).toEqual(['left', 'company', 'taxNumber', 'note'])
    expect(ids(merge(body, add, sort).value).slice(0, 4)).toEqual(['left', 'company', 'taxNumber', 'note'])
  })
  it('that are one and the same, or of one person only, are that edit', () => {
    let seed = 1
    const dice = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...commandTypes), fc.constantFrom(...commandTypes), (start, one, other) => {
        seed = start
        const draft = theSchema()
        const apply = (type: (typeof commandTypes)[number]) => {
          const outcome = applyCommand(draft as Draft, randomCommand(draft as Draft, type, dice))
          return outcome.ok ? (outcome.draft.body as ApprovalSchema) : draft.body
        }
        const [mine, theirs] = [apply(one), apply(other)]
        expect(merge(draft.body, mine, draft.body)).toEqual({ value: mine, conflicts: [] })
        expect(merge(draft.body, draft.body, theirs)).toEqual({ value: theirs, conflicts: [] })
        expect(merge(draft.body, mine, mine).conflicts).toEqual([])
        const merged = reconcile({ kind: 'approval-schema', base: draft.body, mine, theirs }, read)
        expect(validateDefinition('approval-schema', merged.body)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
  it('are one taken out, the other not', () => {
    expect(reconcile({ kind: 'approval-schema', base, mine: null, theirs: base }, read)).toEqual({ state: 'merged', body: null })
    const changed = edit({ type: 'set-start', node: 'review' })
    expect(reconcile({ kind: 'approval-schema', base, mine: null, theirs: changed }, read)).toMatchObject({
      state: 'conflict',
      conflicts: [{ at: '' }],
    })
    expect(reconcile({ kind: 'approval-schema', base: null, mine: changed, theirs: changed }, read)).toEqual({
      state: 'merged',
      body: changed,
    })
  })
})
