import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { boardColumns, boardGroup } from './board-columns.ts'

const type: DocumentType = {
  id: 'lead',
  label: 'Lead',
  kind: 'record',
  statuses: [
    { id: 'new', label: 'New' },
    { id: 'old', label: 'Old', retired: true },
    { id: 'won', label: 'Won', closed: true },
  ],
  fields: [
    { id: 'region', type: 'choice', label: 'Region', options: 'regions' },
    { id: 'tags', type: 'choice', label: 'Tags', many: true, options: [] },
  ],
}
const directories = { regions: { id: 'regions', label: 'Regions', items: [{ id: 'north', label: 'North' }] } }
const view = (group: string) => ({ id: 'board', label: 'Board', as: 'board' as const, group })

describe('a board', () => {
  it('has a column for each status in use', () => {
    expect(boardGroup(type, undefined)).toBe('status')
    expect(boardColumns(type, 'status', {})).toMatchObject([
      { id: 'new', first: true, filter: { field: 'status', comparison: 'one-of', values: ['new'] } },
      { id: 'won', closed: true },
    ])
  })
  it('has one for each item of a choice, and one for what is blank', () => {
    expect(boardGroup(type, view('region'))).toBe('region')
    expect(boardColumns(type, 'region', directories)).toMatchObject([{ id: 'north' }, { label: null, filter: { comparison: 'blank' } }])
  })
  it('is not made by what may have several values, nor where there is nothing to make it by', () => {
    expect(boardGroup(type, view('tags'))).toBe('status')
    expect(boardGroup({ ...type, statuses: [] }, undefined)).toBeUndefined()
  })
})
