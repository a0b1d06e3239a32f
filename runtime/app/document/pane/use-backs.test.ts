import { describe, expect, it } from 'vitest'
import type { TypeAnswer } from '../../../api/answers.ts'
import { backsOf } from './use-backs.ts'

const type = (id: string, to: string[], back: string | null, mayCreate = false): TypeAnswer => ({
  program: id,
  type: {
    id,
    label: id,
    kind: 'document',
    fields: [{ id: 'under', type: 'link', label: 'Under', to, ...(back ? { back: { id: back, label: back } } : {}) }],
  },
  schema: null,
  directories: {},
  mayCreate,
  mayExport: false,
  views: [],
})

describe('the lists of what points at a document', () => {
  it('are the links with a back to its type, joined by their name', () => {
    const lists = backsOf('contract', [
      type('act', ['contract'], 'acts', true),
      type('invoice', ['act', 'contract'], 'papers'),
      type('letter', ['contract'], 'papers'),
      type('note', ['contract'], null),
      type('visit', ['counterparty'], 'visits'),
    ])
    expect(lists.map(({ id, sources }) => [id, sources.map((source) => source.type)])).toEqual([
      ['acts', ['act']],
      ['papers', ['invoice', 'letter']],
    ])
    expect(lists[0]?.sources[0]).toMatchObject({ field: 'under', mayCreate: true })
  })
})
