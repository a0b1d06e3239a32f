import { describe, expect, it } from 'vitest'
import type { Command } from '../../commands.ts'
import type { Draft } from '../../draft.ts'
import { aTemplateWorkspace, aWorkspace, edited, opened, refusal, theDirectory } from '../../testing/a-workspace.ts'
import { definitionAt } from '../../workspace.ts'

const items = (...commands: Command[]) => edited(theDirectory(), ...commands).items

describe('a list of choices', () => {
  it('gets, changes and loses choices; one in use is retired', () => {
    expect(items({ type: 'add-item', label: 'Lipsesc acte', values: { ours: true } }).at(-1)).toEqual({
      id: 'lipsesc-acte',
      label: 'Lipsesc acte',
      ours: true,
    })
    expect(items({ type: 'set-item', item: 'papers', set: { ours: true, color: 'red' } })[0]).toMatchObject({ ours: true, color: 'red' })
    expect(items({ type: 'remove-item', item: 'papers' })).toEqual([])
    const released = theDirectory(aWorkspace(() => {}, { released: true }))
    expect(edited(released, { type: 'remove-item', item: 'papers' }).items[0]).toMatchObject({ retired: true })
    expect(refusal(theDirectory() as Draft, { type: 'set-item', item: 'papers', set: { id: 'x' } })).toBe('no-such-thing')
  })
  it('takes a column pasted from a spreadsheet', () => {
    expect(items({ type: 'paste-items', text: 'Weather\nStrike\n\nWeather\r\n' }).map(({ id }) => id)).toEqual([
      'papers',
      'weather',
      'strike',
    ])
  })
  it('takes columns by their heads, and values that fit', () => {
    const pasted = items(
      { type: 'add-column', fieldType: 'number', label: 'Days' },
      {
        type: 'paste-items',
        text: 'Reason\tDays\tOur own fault\nWeather\t1.204,5\tno\nPapers are missing\tmany\tda\n"Quoted ""one"""\t3\tx',
      },
    )
    expect(pasted).toEqual([
      { id: 'papers', label: 'Papers are missing', ours: true },
      { id: 'weather', label: 'Weather', days: 1204.5, ours: false },
      { id: 'quoted-one', label: 'Quoted "one"', days: 3, ours: true },
    ])
  })
  it('is left as it is by nothing', () => {
    expect(refusal(theDirectory() as Draft, { type: 'paste-items', text: ' \n\t\n' })).toBe('nothing-to-paste')
  })
  it('says of a column what its values may be, and takes one out of use into use again', () => {
    const columns = (...commands: Command[]) => edited(released, ...commands).columns!
    const released = theDirectory(aWorkspace(() => {}, { released: true }))
    const add: Command = { type: 'add-column', fieldType: 'number', label: 'Days' }
    expect(columns(add, { type: 'set-column-property', column: 'days', property: 'max', value: 30 }).at(-1)).toMatchObject({ max: 30 })
    expect(columns(add, { type: 'set-column-property', column: 'days', property: 'help', value: 'At most a month.' }).at(-1)).toMatchObject(
      { help: 'At most a month.' },
    )
    const retire: Command = { type: 'remove-column', column: 'ours' }
    expect(columns(retire)[0]).toMatchObject({ retired: true })
    expect(columns(retire, { type: 'set-column-property', column: 'ours', property: 'retired', value: undefined })[0]).not.toHaveProperty(
      'retired',
    )
    expect(refusal(released as Draft, { type: 'set-column-property', column: 'ours', property: 'max', value: 3 })).toBe('no-such-thing')
  })
  it('takes what a column offers from another list', () => {
    const regions = opened(aTemplateWorkspace(), 'directory', 'regions')
    const column = edited(regions, { type: 'add-column', fieldType: 'choice', label: 'Kind' }).columns!.at(-1)! as { options: string }
    expect(column.options).not.toBe('regions')
    expect(definitionAt(regions.workspace, 'directory', column.options)).toBeDefined()
    // Where there is no other list, it has choices of its own.
    expect(edited(theDirectory(), { type: 'add-column', fieldType: 'choice', label: 'Kind' }).columns!.at(-1)).toMatchObject({
      options: [{ id: 'first' }, { id: 'second' }],
    })
  })
  it('has columns, which go with their values', () => {
    const without = edited(theDirectory(), { type: 'remove-column', column: 'ours' })
    expect(without).toEqual({ id: 'late-reasons', label: 'Reasons for being late', items: [{ id: 'papers', label: 'Papers are missing' }] })
  })
})
