import { describe, expect, it } from 'vitest'
import { aSite, contractType } from '../../runtime/engine/card/sample-contract.ts'
import { validateCard } from '../../runtime/engine/card/validate-card.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { previewCard, restingSteps } from './preview.ts'
import { sampleCard } from './sample-card.ts'

const now = '2026-11-23T09:00:00.000Z'
const type: DocumentType = {
  ...contractType,
  fields: [
    ...contractType.fields,
    { id: 'fine', type: 'money', label: 'Fine', currency: 'RON', visibleWhen: 'status = "in-force"', requiredWhen: 'status = "in-force"' },
    { id: 'twice', type: 'number', label: 'Twice', formula: 'amount * 2' },
    { id: 'secret', type: 'text', label: 'Secret', seenBy: [{ role: 'director' }] },
  ],
}
const site = aSite({ types: new Map([[type.id, type]]) })
const schema: ApprovalSchema = {
  id: 'way',
  label: 'Way',
  start: 'draft',
  nodes: [
    { id: 'draft', kind: 'stage', label: 'Draft', status: 'draft', edit: [{ who: [{ the: 'author' }], fields: ['amount'] }] },
    { id: 'legal', kind: 'approval', label: 'Legal', ask: [{ id: 'a', who: [{ role: 'lawyer' }] }] },
    { id: 'force', kind: 'stage', label: 'In force', status: 'in-force' },
    { id: 'end', kind: 'end', label: 'End' },
  ],
  routes: [
    { from: 'draft', on: 'send', to: 'legal' },
    { from: 'legal', on: 'approved', to: 'force' },
  ],
}
const card = sampleCard(type, { today: '2026-11-23', me: 'elena', site })
const seen = (person: string, node: string | null) => previewCard({ type, schema, site, card, seenAs: { person, node }, now })

describe('a sample card', () => {
  it('keeps what its type asks of values, and is the same every time', () => {
    expect(validateCard(type, card)).toEqual([])
    expect(sampleCard(type, { today: '2026-11-23', me: 'elena', site })).toEqual(card)
  })
})

describe('a form seen as somebody', () => {
  it('lets them change what the step lets them change', () => {
    expect([...seen('elena', 'draft').editable]).toEqual(['amount'])
    expect(seen('elena', 'force').editable.size).toBe(0)
  })
  it('shows and asks for what holds in the status of the step', () => {
    expect(seen('elena', 'draft').states.get('fine')).toMatchObject({ visible: false, required: false })
    expect(seen('elena', 'force').states.get('fine')).toMatchObject({ visible: true, required: true })
  })
  it('has at a step that sets no status the one of the step before', () => {
    expect(seen('elena', 'legal').document.status).toBe('draft')
  })
  it('hides what only others see', () => {
    expect(seen('elena', 'draft').seen.has('secret')).toBe(false)
    expect(seen('mihai', 'draft').seen.has('secret')).toBe(true)
  })
  it('calculates as the server does', () => {
    expect(seen('elena', 'draft').shown.twice).toBe((card.amount as number) * 2)
    expect(seen('elena', 'draft').valueOf('amount > 1')).toBe(true)
    expect(seen('elena', 'draft').valueOf('amount >')).toBeUndefined()
  })
  it('can rest at every stage, approval and task', () => {
    expect(restingSteps(schema).map(({ id }) => id)).toEqual(['draft', 'legal', 'force'])
  })
})
