import { describe, expect, it } from 'vitest'
import { aTemplateSet } from '../testing/a-template-set.ts'
import { commandFor, type Said } from './command-of.ts'
import { RehearsedOffice } from './rehearsed-office.ts'

/** An order after these words of these people; `means` says what somebody's word would mean now. */
function anOrderAfter(...done: readonly (readonly [by: string, said: Said])[]) {
  const rehearsed = new RehearsedOffice(aTemplateSet(), '2026-10-05T06:00:00.000Z')
  rehearsed.create('order', 'order', 'elena', { amount: 100, lines: [{ what: 'Bricks', price: 5 }] })
  for (const [by, said] of done) {
    const outcome = rehearsed.does('order', { by, ...said })
    if (!outcome.ok) throw new Error(`${by} ${said.do}: ${JSON.stringify(outcome.problem)}`)
  }
  const { document, program } = rehearsed.office.shelf.get(rehearsed.referenceTo('order')!)!
  const nodeOf = (assignment: string) => document.process!.seats[document.process!.assignments[assignment]!.seat]!.node
  const means = (person: string, said: Said) => commandFor(program, document, person, said, rehearsed.office.site)
  const assignmentOf = (person: string, said: Said) => {
    const found = means(person, said)
    if (!found.ok || !('assignment' in found.command)) throw new Error(JSON.stringify(found))
    const assignment = document.process!.assignments[found.command.assignment!]!
    return { type: found.command.type, node: nodeOf(assignment.id), person: assignment.person, state: assignment.state }
  }
  return { document, means, assignmentOf }
}

const submit = ['elena', { do: 'submit' }] as const

describe('what a word means', () => {
  it('is an action of the stage where the document is', () => {
    expect(anOrderAfter().means('elena', { do: 'submit' })).toMatchObject({
      ok: true,
      command: { type: 'take-action', node: 'draft', action: 'submit' },
    })
  })

  it('is an action of anywhere, said without a place', () => {
    expect(anOrderAfter(submit).means('elena', { do: 'drop', comment: 'No.' })).toEqual({
      ok: true,
      command: { type: 'take-action', by: { kind: 'person', id: 'elena' }, node: 'anywhere', action: 'drop', comment: 'No.' },
    })
  })

  it('is an action of a stage that was left, so that the engine can say where the document is', () => {
    expect(anOrderAfter(submit).means('elena', { do: 'submit' })).toMatchObject({
      ok: true,
      command: { type: 'take-action', node: 'draft' },
    })
  })

  it('is a decision of what one holds, wherever that is', () => {
    const office = anOrderAfter(submit)
    expect(office.assignmentOf('radu', { do: 'approved' })).toEqual({
      type: 'decide-assignment',
      node: 'money',
      person: 'radu',
      state: 'open',
    })
    expect(office.assignmentOf('ana', { do: 'approved' })).toEqual({
      type: 'decide-assignment',
      node: 'legal',
      person: null,
      state: 'open',
    })
  })

  it('is a decision of what waits for its turn, before what is somebody else’s', () => {
    expect(anOrderAfter(submit).assignmentOf('ioana', { do: 'approved', at: 'money' })).toMatchObject({ person: 'ioana', state: 'waiting' })
  })

  it('is a decision of what one has decided already, so that it is refused as closed', () => {
    expect(anOrderAfter(submit, ['radu', { do: 'approved' }]).assignmentOf('radu', { do: 'approved', at: 'money' })).toMatchObject({
      person: 'radu',
      state: 'done',
    })
  })

  it('is a decision of somebody else’s for a stranger, so that the engine can say whose it is', () => {
    expect(anOrderAfter(submit).assignmentOf('elena', { do: 'approved', at: 'money' })).toMatchObject({ person: 'radu', state: 'open' })
  })

  it('is of the newest visit where a node was visited twice', () => {
    const again = anOrderAfter(submit, ['radu', { do: 'rejected', comment: 'Too much.' }], submit)
    expect(again.assignmentOf('radu', { do: 'approved', at: 'money' })).toMatchObject({ state: 'open' })
  })

  it('is a command by its own name, on what is most one’s own', () => {
    const office = anOrderAfter(submit)
    expect(office.assignmentOf('ana', { do: 'claim' })).toEqual({ type: 'claim', node: 'legal', person: null, state: 'open' })
    expect(office.means('radu', { do: 'delegate', to: ['mihai'] })).toMatchObject({ ok: true, command: { type: 'delegate', to: 'mihai' } })
    expect(office.assignmentOf('mihai', { do: 'reassign', at: 'money', to: ['ana'], comment: 'Ill.' })).toMatchObject({ person: 'radu' })
    expect(office.means('elena', { do: 'withdraw' })).toMatchObject({ ok: true, command: { type: 'withdraw' } })
    expect(office.means('elena', { do: 'return', at: 'draft' })).toMatchObject({ ok: true, command: { type: 'return', to: 'draft' } })
    expect(office.means('elena', { do: 'close-vote' })).toMatchObject({ ok: true, command: { type: 'close-vote' } })
  })

  it('fills the card before, a table by the places of its rows', () => {
    const { document, means } = anOrderAfter()
    const [row] = document.card.lines as { _id: string }[]
    const found = means('elena', {
      do: 'submit',
      card: {
        amount: 7,
        until: null,
        lines: [
          { _id: 'a', price: 6 },
          { _id: 'b', what: 'Sand' },
        ],
      },
    })
    expect(found).toMatchObject({
      command: {
        changes: [
          { path: 'amount', to: 7 },
          { path: 'until', to: null },
          { path: `lines/${row!._id}/price`, to: 6 },
          { path: 'lines/b', to: { _id: 'b', what: 'Sand' } },
        ],
      },
    })
  })
})

describe('a word that means nothing', () => {
  it('is refused with the words that there are', () => {
    expect(anOrderAfter(submit).means('elena', { do: 'aproved' })).toEqual({
      ok: false,
      problem: { code: 'action-unknown', action: 'aproved', node: 'order-approval', expected: ['submit', 'drop'] },
    })
  })

  it('is a decision of a node where nobody is asked yet', () => {
    expect(anOrderAfter().means('ana', { do: 'approved', at: 'legal' })).toEqual({
      ok: false,
      problem: { code: 'not-at-node', node: 'legal', at: ['draft'] },
    })
  })

  it('is a command that passes something on to nobody, or to two', () => {
    const office = anOrderAfter(submit)
    for (const to of [undefined, ['mihai', 'ana']])
      expect(office.means('radu', { do: 'delegate', ...(to && { to }) })).toMatchObject({
        problem: { code: 'request-invalid', errors: [{ path: 'to' }] },
      })
  })

  it('is a command that fills nothing in, with a card', () => {
    expect(anOrderAfter(submit).means('radu', { do: 'claim', card: { amount: 1 } })).toMatchObject({
      problem: { code: 'request-invalid', errors: [{ path: 'card' }] },
    })
  })
})
