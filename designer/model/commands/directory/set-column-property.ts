import type { Column } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { propertiesOf } from '../type/set-field-property.ts'

export interface SetColumnProperty {
  readonly column: string
  readonly property: string
  readonly value: unknown
}

const every = new Set(['label', 'help', 'required', 'personal', 'confidential', 'retired', 'search'])
const needed = new Set(['label', 'currency', 'options', 'to'])

/** Sets one property of a column of a list of choices. */
export const setColumnProperty = defineCommand(
  'set-column-property',
  'directory',
  (directory, { column, property, value }: SetColumnProperty) => {
    const found = directory.columns?.find((each) => each.id === column)
    if (!found || !(every.has(property) || propertiesOf[found.type].includes(property))) return refused('no-such-thing')
    const empty = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
    if (empty && needed.has(property)) return refused('name-empty', { name: found.label })
    const columns = directory.columns!.map(
      (each): Column => (each === found ? patched(each, { [property]: value === false ? undefined : value }) : each),
    )
    return edited({ ...directory, columns }, { name: found.label })
  },
)
