import { describe, expect, it } from 'vitest'
import { aTemplateWorkspace } from '../model/testing/a-workspace.ts'
import { definitionAt } from '../model/workspace.ts'
import { type AudiencePlace, audienceOffers } from './audience-offers.ts'

const workspace = aTemplateWorkspace()
const type = definitionAt(workspace, 'document-type', 'contract')!
const offered = (place: Partial<AudiencePlace> = {}) => audienceOffers(workspace, { types: [type], ...place }).map(({ entry }) => entry)

describe('whom a place can name', () => {
  it('is the person in a field, their manager and the head of their department', () => {
    expect(offered()).toEqual(
      expect.arrayContaining([{ field: 'responsible' }, { managerOf: { field: 'responsible' } }, { headOf: { field: 'responsible' } }]),
    )
  })
  it('is whoever may read what a link leads to, but not on a way', () => {
    expect(offered()).toContainEqual({ readersOf: 'counterparty' })
    expect(
      offered({ schema: definitionAt(workspace, 'approval-schema', 'contract-approval') }).filter(
        ({ readersOf }) => readersOf !== undefined,
      ),
    ).toEqual([])
  })
  it('is whoever looks, where somebody does', () => {
    expect(offered({ me: true })).toEqual(expect.arrayContaining([{ the: 'me' }, { managerOf: 'me' }, { headOf: 'me' }]))
    expect(offered().filter(({ the, managerOf }) => the === 'me' || managerOf === 'me')).toEqual([])
  })
  it('is the one who is asked, only where somebody is', () => {
    expect(offered({ assignee: true })).toContainEqual({ the: 'assignee' })
    expect(offered()).not.toContainEqual({ the: 'assignee' })
  })
})
