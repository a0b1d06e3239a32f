import { describe, expect, it } from 'vitest'
import type { LayoutTab } from '../../schemas/generated/document-type.ts'
import { placeCell } from '../model/commands/type/place-cell.ts'
import { applyCommand } from '../model/commands.ts'
import { type Draft, openDraft } from '../model/draft.ts'
import type { Workspace } from '../model/workspace.ts'
import { notPlaced, otherCells, placeAfter, placeBeside, placeOf } from './layout-places.ts'

const layout: LayoutTab[] = [
  {
    id: 'main',
    tab: 'Main',
    sections: [
      { id: 'one', columns: [['a', 'b'], ['c']] },
      { id: 'two', columns: [['d', { list: 'acts' }]] },
    ],
  },
]
const fields = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, type: 'text' as const, label: id }))
const type = { id: 'thing', label: 'Thing', kind: 'document' as const, fields, layout }

/** What the form is after a cell was moved that way, by the edit that the screen executes. */
function moved(key: string, ...ways: Parameters<typeof placeBeside>[2][]): string[][][] {
  const workspace: Workspace = {
    released: new Map([['document-type/thing', { body: type, hash: 'x' }]]),
    drafts: new Map(),
    broken: new Map(),
    organisation: null,
    languages: ['en'],
  }
  let draft = openDraft(workspace, 'document-type', 'thing')!
  for (const way of ways) {
    const place = placeBeside(draft.body.layout!, key, way)
    if (!place) continue
    const outcome = applyCommand(draft as Draft, placeCell({ cell: key, place }))
    if (outcome.ok) draft = outcome.draft as typeof draft
  }
  return draft.body.layout![0]!.sections.map(({ columns }) =>
    columns.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.list!))),
  )
}

describe('a cell that is moved by keys', () => {
  it('goes up and down in its column, one at a time', () => {
    expect(moved('a', 'down')[0]).toEqual([['b', 'a'], ['c']])
    expect(moved('b', 'up')[0]).toEqual([['b', 'a'], ['c']])
    expect(moved('a', 'down', 'up')[0]).toEqual([['a', 'b'], ['c']])
  })
  it('goes over the end of a section into the next one', () => {
    expect(moved('b', 'down')).toEqual([[['a'], ['c']], [['b', 'd', 'acts']]])
    expect(moved('d', 'up')).toEqual([[['a', 'b', 'd'], ['c']], [['acts']]])
  })
  it('goes to the column beside, at its own height or the end', () => {
    expect(moved('a', 'right')[0]).toEqual([['b'], ['a', 'c']])
    expect(moved('b', 'right')[0]).toEqual([['a'], ['c', 'b']])
  })
  it('stays where there is nothing that way', () => {
    expect(moved('c', 'right', 'up')).toEqual(moved('c'))
  })
})

describe('the places of a form', () => {
  it('are found by what stands there', () => {
    expect(placeOf(layout, 'list:acts')).toEqual({ tab: 'main', section: 'two', column: 0, row: 1 })
    expect(placeOf(layout, 'e')).toBeUndefined()
  })
  it('lack what waits in the palette', () => {
    expect(notPlaced(type, layout).map(({ id }) => id)).toEqual(['e'])
    expect(otherCells(layout, ['acts', 'payments'], ['paper'])).toEqual([{ list: 'payments' }, { block: 'paper' }])
  })
  it('take something new after what is chosen, else in the shortest column of the last section', () => {
    expect(placeAfter(layout, 'a', 'main')).toEqual({ tab: 'main', section: 'one', column: 0, row: 1 })
    expect(placeAfter(layout, undefined, 'main')).toEqual({ tab: 'main', section: 'two', column: 0 })
    expect(placeAfter(layout, undefined, 'gone')).toBeUndefined()
  })
})
