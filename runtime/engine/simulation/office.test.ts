import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { aTemplateSet } from '../testing/a-template-set.ts'
import { Office } from './office.ts'
import { rehearsalSite } from './rehearsal-site.ts'
import type { TemplateSet } from './template-set.ts'

const by = (id: string) => ({ kind: 'person', id }) as const
const monday = '2026-10-05T06:00:00.000Z'

function anOffice(set: TemplateSet = aTemplateSet()) {
  const office = new Office({ site: rehearsalSite(set), now: monday })
  const made = (type: string, card: Parameters<Office['create']>[0]['card'], author = 'elena') => {
    const outcome = office.create({ type, by: by(author), card })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    return { type, id: outcome.document.id }
  }
  return { office, made }
}

describe('an office in memory', () => {
  it('adds up what points at a document, at once and wherever it is read', () => {
    const { office, made } = anOffice()
    const order = made('order', { amount: 100 })
    expect(office.document(order)?.derived).toEqual({ billed: 0, left: 100 })
    const bill = made('bill', { order, amount: 30 })
    expect(office.document(order)?.derived).toEqual({ billed: 30, left: 70 })
    expect(office.give(bill, { type: 'edit-card', by: by('elena'), changes: [{ path: 'amount', to: 45 }] }).ok).toBe(true)
    expect(office.document(order)?.derived).toEqual({ billed: 45, left: 55 })
  })

  it('refuses what would break a rule over a total of another document, and leaves everything as it was', () => {
    const { office, made } = anOffice()
    const order = made('order', { amount: 100 })
    made('bill', { order, amount: 80 })
    const refused = office.create({ type: 'bill', by: by('elena'), card: { order, amount: 21 } })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'check-failed', checks: [{ check: 'ceiling' }] } })
    expect(office.shelf.all).toHaveLength(2)
    expect(office.document(order)?.derived.billed).toBe(80)
  })

  it('keeps what must be unique unique, and names the twin', () => {
    const { office, made } = anOffice()
    const first = made('supplier', { name: 'Stejaru', taxNumber: 'RO1' })
    expect(office.create({ type: 'supplier', by: by('elena'), card: { name: 'Other', taxNumber: 'ro1' } })).toEqual({
      ok: false,
      problem: { code: 'not-unique', field: 'taxNumber', twin: first },
    })
  })

  it('gives numbers one after the other', () => {
    const { office, made } = anOffice()
    const numbers = [1, 2].map(() => {
      const order = made('order', { amount: 1 })
      office.give(order, { type: 'take-action', by: by('elena'), node: 'draft', action: 'submit' })
      for (const person of ['ana', 'radu', 'ioana']) {
        const open = Object.values(office.document(order)!.process!.assignments).find(
          (each) => each.state === 'open' && (each.person ?? 'ana') === person,
        )
        office.give(order, { type: 'decide-assignment', by: by(person), assignment: open!.id, outcome: 'approved' })
      }
      return office.document(order)?.number
    })
    expect(numbers).toEqual(['O-2026/001', 'O-2026/002'])
    expect([...office.numbers.values()]).toEqual([2])
  })

  it('never goes back in time', () => {
    const { office } = anOffice()
    office.moveTo('2026-10-04T06:00:00.000Z')
    expect(office.now).toBe(monday)
    office.moveTo('2026-10-06T06:00:00.000Z')
    expect(office.now).toBe('2026-10-06T06:00:00.000Z')
  })

  it('moves what rests where the newest release is followed, with its next command, and nothing else', () => {
    const set = aTemplateSet()
    const { office, made } = anOffice(set)
    const resting = made('order', { amount: 100 })
    const running = made('order', { amount: 100 })
    office.give(running, { type: 'take-action', by: by('elena'), node: 'draft', action: 'submit' })
    const pinned = office.document(running)!.program

    const withNotes = set.types.map(
      (type): DocumentType =>
        type.id === 'order' ? { ...type, fields: [...type.fields, { id: 'notes', type: 'text', label: 'Notes' }] } : type,
    )
    office.publish(rehearsalSite({ ...set, types: withNotes }))
    expect(office.document(resting)!.program).toBe(pinned)
    const edit = { type: 'edit-card', by: by('elena'), changes: [{ path: 'notes', to: 'New' }] } as const
    expect(office.give(resting, edit).ok).toBe(true)
    expect(office.document(resting)).toMatchObject({ card: { notes: 'New' } })
    expect(office.document(resting)!.program).not.toBe(pinned)
    expect(office.give(running, edit)).toMatchObject({ ok: false })
    expect(office.document(running)!.program).toBe(pinned)
  })

  it('refuses a type and a document that do not exist', () => {
    const { office } = anOffice()
    expect(office.create({ type: 'ordr', by: by('elena'), card: {} })).toEqual({
      ok: false,
      problem: { code: 'type-unknown', type: 'ordr' },
    })
    expect(office.give({ type: 'order', id: 'x' }, { type: 'withdraw', by: by('elena') })).toMatchObject({
      problem: { code: 'document-unknown' },
    })
  })
})
