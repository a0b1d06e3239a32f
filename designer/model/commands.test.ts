import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateDefinition } from '../../schemas/validate.ts'
import { applyCommand, type Command, commandTypes } from './commands.ts'
import { type Draft, openDraft } from './draft.ts'
import { execute, newHistory, redo, undo } from './history.ts'
import { aWorkspace } from './testing/a-workspace.ts'
import { type Dice, randomCommand } from './testing/random-command.ts'
import { type EditedKind, keyOf, type Target } from './workspace.ts'

const targets: Target[] = [
  { kind: 'approval-schema', id: 'request-approval' },
  { kind: 'document-type', id: 'request' },
  { kind: 'document-type', id: 'company' },
  { kind: 'reminder-rule', id: 'part-due' },
  { kind: 'directory', id: 'late-reasons' },
]

/** Numbers that look random and hang on the seed alone. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    // Mixed well (mulberry32): of a plain congruence, the definition chosen would say much about the edit chosen after it.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The office, with a choice that has options of its own, and a step that waits. */
const office = (released: boolean) =>
  aWorkspace(
    ({ request, approval }) => {
      approval.nodes.push({ id: 'waiting', kind: 'wait', until: [{ after: 'P3D' }, { date: 'signedOn', on: 'signed' }] })
      request.fields.push({
        id: 'side',
        type: 'choice',
        label: 'Side',
        options: [
          { id: 'sale', label: 'Sale' },
          { id: 'purchase', label: 'Purchase' },
        ],
      })
    },
    { released },
  )

const runs = { numRuns: 500 }

describe('edits at random', () => {
  it('never make a definition that its schema does not admit, and are undone and done again exactly', { timeout: 120_000 }, () => {
    const applied = new Set<string>()
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, released) => {
        const dice = diceOf(seed)
        let history = newHistory(office(released))
        for (let count = 0; count < 60; count++) {
          const target = targets[dice(targets.length)]!
          const draft = openDraft(history.workspace, target.kind, target.id) as Draft | undefined
          if (!draft) continue
          const type = commandTypes[dice(commandTypes.length)]!
          const command: Command = randomCommand(draft, type, dice)
          const done = execute(history, target, command)
          if (!done.ok) continue
          applied.add(type)
          for (const [key, entry] of done.history.workspace.drafts)
            if (entry !== history.workspace.drafts.get(key) && entry.body)
              expect(validateDefinition(key.slice(0, key.indexOf('/')) as EditedKind, entry.body), JSON.stringify(command)).toEqual([])
          if (done.history.past !== history.past) {
            expect(undo(done.history).workspace.drafts).toEqual(history.workspace.drafts)
            expect(redo(undo(done.history)).workspace.drafts).toEqual(done.history.workspace.drafts)
          }
          history = done.history
        }
        let back = history
        while (back.past.length > 0) back = undo(back)
        expect(back.workspace.drafts).toEqual(office(released).drafts)
      }),
      { ...runs, seed: 7 },
    )
    // Every kind of edit has had its turn; one that was always refused would have proved nothing.
    expect(commandTypes.filter((type) => !applied.has(type))).toEqual([])
  })
  it('leave the draft that they were applied to as it was', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = diceOf(seed)
        const workspace = aWorkspace()
        const before = structuredClone([...workspace.drafts])
        for (const type of commandTypes) {
          const target = targets[dice(targets.length)]!
          const draft = openDraft(workspace, target.kind, target.id) as Draft
          applyCommand(draft, randomCommand(draft, type, dice))
        }
        expect([...workspace.drafts]).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })
  it('are refused by a definition of another kind', () => {
    const workspace = aWorkspace()
    const rule = openDraft(workspace, 'reminder-rule', 'part-due') as Draft
    expect(applyCommand(rule, { type: 'remove-route', route: 'a::b' })).toEqual({ ok: false, refusal: { code: 'not-of-this-kind' } })
    expect(workspace.drafts.has(keyOf(rule))).toBe(true)
  })
})
