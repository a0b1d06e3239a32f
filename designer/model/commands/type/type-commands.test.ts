import { describe, expect, it } from 'vitest'
import type { Command } from '../../commands.ts'
import type { Draft } from '../../draft.ts'
import { aWorkspace, edited, made, refusal, theType } from '../../testing/a-workspace.ts'

const released = () => theType(aWorkspace(() => {}, { released: true }))
const cells = (...commands: Command[]) =>
  edited(theType(), ...commands).layout!.map(({ sections }) => sections.map(({ columns }) => columns))
const place = { tab: 'main', section: 'all', column: 0 }

describe('a field', () => {
  it('is added with what its type needs, and put on the form', () => {
    const add: Command = { type: 'add-field', fieldType: 'money', label: 'Garanție', place: { ...place, row: 1 } }
    expect(edited(theType(), add).fields.at(-1)).toEqual({ id: 'garantie', type: 'money', label: 'Garanție', currency: 'RON' })
    expect(cells(add)[0]![0]![0]!.slice(0, 3)).toEqual(['company', 'garantie', 'amount'])
    expect(made(theType() as Draft, { type: 'add-field', fieldType: 'date', label: 'Due', table: 'parts' })).toBe('parts.due2')
    expect(refusal(theType() as Draft, { type: 'add-field', fieldType: 'table', label: 'X', table: 'parts' })).toBe('table-in-table')
  })
  it('that is new is removed wherever it is listed; one in use is retired', () => {
    expect(edited(theType(), { type: 'remove-field', field: 'signedOn' }).fields.some(({ id }) => id === 'signedOn')).toBe(false)
    expect(cells({ type: 'remove-field', field: 'signedOn' })[0]![0]![0]).not.toContain('signedOn')
    expect(edited(released(), { type: 'remove-field', field: 'signedOn' }).fields.find(({ id }) => id === 'signedOn')).toMatchObject({
      retired: true,
    })
    const back = edited(released(), { type: 'remove-field', field: 'signedOn' }, { type: 'restore-field', field: 'signedOn' })
    expect(back.fields.find(({ id }) => id === 'signedOn')).not.toHaveProperty('retired')
  })
  it('takes the properties of its type; one takes the place of another', () => {
    const amount = (...commands: Command[]) => edited(theType(), ...commands).fields.find(({ id }) => id === 'amount')
    expect(amount({ type: 'set-field-property', field: 'amount', property: 'requiredWhen', value: 'signedOn != null' })).not.toHaveProperty(
      'required',
    )
    expect(amount({ type: 'set-formula', field: 'amount', formula: 'priced * 2' })).toEqual({
      id: 'amount',
      type: 'money',
      label: 'Amount',
      currency: 'RON',
      min: 0,
      formula: 'priced * 2',
    })
    expect(amount({ type: 'set-rollup', field: 'amount', rollup: { of: 'parts', sum: 'price' } })).toMatchObject({
      rollup: { of: 'parts', sum: 'price' },
    })
    expect(refusal(theType() as Draft, { type: 'set-field-property', field: 'amount', property: 'pattern', value: 'x' })).toBe(
      'no-such-thing',
    )
    expect(refusal(theType() as Draft, { type: 'set-field-property', field: 'amount', property: 'currency', value: undefined })).toBe(
      'name-empty',
    )
  })
  it('of a choice has options', () => {
    const side: Command = { type: 'add-field', fieldType: 'choice', label: 'Side' }
    const options = (...commands: Command[]) =>
      (edited(theType(), side, ...commands).fields.at(-1) as { options: { id: string }[] }).options
    expect(options({ type: 'add-option', field: 'side', label: 'Third' }).map(({ id }) => id)).toEqual(['first', 'second', 'third'])
    expect(options({ type: 'move-option', field: 'side', option: 'second', to: 0 })[0]!.id).toBe('second')
    expect(options({ type: 'set-option', field: 'side', option: 'first', set: { color: 'green' } })[0]).toMatchObject({ color: 'green' })
    expect(options({ type: 'remove-option', field: 'side', option: 'first' })).toHaveLength(1)
  })
})

describe('the form', () => {
  it('takes a field where it is dropped, and from where it was', () => {
    const [main] = cells({ type: 'place-cell', cell: 'amount', place: { ...place, column: 1, row: 0 } })
    expect(main![0]![0]).not.toContain('amount')
    expect(main![0]![1]![0]).toBe('amount')
    expect(cells({ type: 'place-cell', cell: 'company', place: { ...place, row: 2 } })[0]![0]![0]!.slice(0, 3)).toEqual([
      'amount',
      'company',
      'signedOn',
    ])
    expect(cells({ type: 'unplace-cell', cell: 'company' })[0]![0]![0]).not.toContain('company')
    expect(refusal(theType() as Draft, { type: 'place-cell', cell: 'nothing', place })).toBe('no-such-thing')
  })
  it('has tabs, sections and columns', () => {
    const tab: Command = { type: 'add-tab', tab: 'Terms' }
    expect(edited(theType(), tab).layout!.map(({ id }) => id)).toEqual(['main', 'terms'])
    expect(edited(theType(), tab, { type: 'move-tab', tab: 'terms', to: 0 }).layout![0]!.id).toBe('terms')
    expect(edited(theType(), { type: 'add-section', tab: 'main', title: 'Sums', columns: 2 }).layout![0]!.sections[1]).toEqual({
      id: 'sums',
      title: 'Sums',
      columns: [[], []],
    })
    expect(
      edited(theType(), tab, { type: 'move-section', tab: 'main', section: 'all', toTab: 'terms', to: 0 }).layout![1]!.sections.map(
        ({ id }) => id,
      ),
    ).toEqual(['all-2', 'all'])
    const one = cells({ type: 'set-column-count', tab: 'main', section: 'all', count: 1 })
    expect(one[0]![0]).toHaveLength(1)
    expect(one[0]![0]![0]).toHaveLength(9)
    expect(refusal(theType() as Draft, { type: 'remove-tab', tab: 'main' })).toBe('last-one')
    expect(
      edited(theType(), { type: 'set-section-property', tab: 'main', section: 'all', set: { title: 'All', when: 'amount > 0' } })
        .layout![0]!.sections[0],
    ).toMatchObject({ title: 'All' })
  })
})

describe('the rest of a type', () => {
  it('has statuses, rules, views, rights and numbers', () => {
    expect(edited(theType(), { type: 'add-status', label: 'Arhivat', closed: true }).statuses!.at(-1)).toEqual({
      id: 'arhivat',
      label: 'Arhivat',
      closed: true,
    })
    expect(edited(released(), { type: 'remove-status', status: 'open' }).statuses![1]).toMatchObject({ retired: true })
    expect(edited(theType(), { type: 'remove-status', status: 'open' }).statuses).toHaveLength(2)
    expect(edited(theType(), { type: 'add-check', must: 'amount > 0', else: 'More.', fields: ['amount'] }).checks!.at(-1)).toEqual({
      id: 'amount',
      must: 'amount > 0',
      else: 'More.',
      fields: ['amount'],
    })
    expect(edited(theType(), { type: 'set-view', view: 'open', set: { sort: [] } }).views![0]).not.toHaveProperty('sort')
    expect(edited(theType(), { type: 'move-view', view: 'days', to: 0 }).views![0]!.id).toBe('days')
    expect(edited(theType(), { type: 'add-access-rule', rule: { who: [{ the: 'author' }], can: ['export'] } }).access).toHaveLength(3)
    expect(refusal(theType() as Draft, { type: 'set-access-rule', index: 0, set: { can: [] } })).toBe('last-one')
  })
  it('asks series with a condition before those without', () => {
    const series = edited(theType(), { type: 'add-series', series: { pattern: 'B-{000}', when: 'amount > 5' } }).number!.series
    expect(series.map(({ pattern }) => pattern)).toEqual(['B-{000}', 'R-{yyyy}/{0000}'])
    expect(refusal(theType() as Draft, { type: 'add-series', series: { pattern: 'B' } })).toBe('schema-refuses')
    expect(edited(theType(), { type: 'remove-series', index: 0 })).not.toHaveProperty('number')
  })
})
