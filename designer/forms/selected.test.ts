import { expect, it } from 'vitest'
import { layoutOf } from '../model/commands/type/layout-cells.ts'
import { aTemplateWorkspace } from '../model/testing/a-workspace.ts'
import { definitionAt } from '../model/workspace.ts'
import { selectedAt } from './selected.ts'

const workspace = aTemplateWorkspace()
const type = definitionAt(workspace, 'document-type', 'contract')!
const layout = layoutOf(type, workspace.languages)
const index = (id: string) => type.fields.findIndex((field) => field.id === id)

it('a place in a type is a field on its tab, a column, a section or a tab', () => {
  expect(selectedAt(type, layout, `/fields/${index('amount')}/required`)).toEqual({
    selected: { kind: 'field', field: 'amount' },
    tab: layout[0]!.id,
  })
  const table = type.fields.find((field) => field.type === 'table')!
  const column = table.type === 'table' ? table.fields[1]!.id : ''
  expect(selectedAt(type, layout, `/fields/${index(table.id)}/fields/1/label`)?.selected).toEqual({
    kind: 'field',
    field: `${table.id}.${column}`,
  })
  expect(selectedAt(type, layout, '/layout/0/sections/1/columns/0')?.selected).toEqual({
    kind: 'section',
    tab: layout[0]!.id,
    section: layout[0]!.sections[1]!.id,
  })
  expect(selectedAt(type, layout, '/layout/1')?.selected).toEqual({ kind: 'tab', tab: layout[1]!.id })
  expect(selectedAt(type, layout, '/checks/0')).toBeUndefined()
  expect(selectedAt(type, layout, '/fields/999')).toBeUndefined()
})
