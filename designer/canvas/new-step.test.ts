import { describe, expect, it } from 'vitest'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { onwardRoute } from './new-step.tsx'

const schema: ApprovalSchema = {
  id: 'way',
  label: 'Way',
  start: 'legal',
  nodes: [
    { id: 'legal', kind: 'approval', ask: [] },
    { id: 'large', kind: 'decision' },
    { id: 'done', kind: 'end' },
  ],
  routes: [
    { from: 'legal', on: 'approved', to: 'large' },
    { from: 'legal', on: 'rejected', to: 'done' },
    { from: 'large', otherwise: true, to: 'done' },
  ],
}

describe('a new step after one', () => {
  it('whose decisions all lead somewhere comes on the arrow that mostly goes on', () => {
    expect(onwardRoute(schema, 'legal')).toBe('legal:approved:large')
  })
  it('with a decision that leads nowhere yet follows that one', () => {
    expect(onwardRoute({ ...schema, routes: schema.routes.slice(0, 1) }, 'legal')).toBeUndefined()
  })
  it('where the way divides is another way', () => expect(onwardRoute(schema, 'large')).toBeUndefined())
})
