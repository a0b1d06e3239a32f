import type { CardField } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'

type PropertyOf<F> = F extends unknown
  ? { [P in Exclude<keyof F, 'id' | 'type' | 'fields'>]-?: { readonly property: P; readonly value: F[P] | undefined } }[Exclude<
      keyof F,
      'id' | 'type' | 'fields'
    >]
  : never
export type SetFieldProperty = { readonly field: FieldPath } & PropertyOf<CardField>

const every = [
  ...[
    'label',
    'help',
    'required',
    'requiredWhen',
    'visibleWhen',
    'editableWhen',
    'default',
    'defaultFrom',
    'copyFrom',
    'formula',
    'rollup',
  ],
  ...['personal', 'confidential', 'seenBy', 'editedBy', 'copy', 'search', 'discloses', 'from', 'retired'],
]
/** Which properties a type of field has beyond those that every field has; the schema's own list. */
export const propertiesOf: Readonly<Record<CardField['type'], readonly string[]>> = {
  text: ['many', 'unique', 'pattern'],
  'long-text': [],
  'rich-text': [],
  number: ['many', 'unique', 'min', 'max', 'decimals', 'unit'],
  money: ['min', 'max', 'decimals', 'currency'],
  percent: ['min', 'max', 'decimals'],
  date: ['many', 'unique', 'min', 'max'],
  'date-time': ['min', 'max'],
  time: ['min', 'max'],
  duration: ['min', 'max'],
  'yes-no': [],
  choice: ['options', 'many', 'unique'],
  person: ['among', 'pick', 'many', 'unique'],
  department: ['many', 'unique'],
  link: ['to', 'where', 'pick', 'parent', 'back', 'many', 'unique'],
  table: ['min', 'max'],
  file: ['accept', 'many'],
  email: ['many', 'unique'],
  phone: ['many', 'unique', 'pattern'],
  web: ['many', 'unique'],
  rating: ['max'],
  color: [],
  signature: [],
}
/** One of each pair takes the other's place. */
const instead: Readonly<Record<string, readonly string[]>> = {
  required: ['requiredWhen'],
  requiredWhen: ['required'],
  default: ['defaultFrom'],
  defaultFrom: ['default'],
  formula: ['rollup', 'required', 'requiredWhen', 'default', 'defaultFrom', 'copyFrom'],
  rollup: ['formula', 'required', 'requiredWhen', 'default', 'defaultFrom', 'copyFrom'],
}
const needed: Readonly<Record<string, readonly string[]>> = { money: ['currency'], choice: ['options'], link: ['to'] }

/** Sets one property of a field or a column; undefined or false takes it away. Refused: what its type has not, and leaving out what it cannot do without. */
export const setFieldProperty = defineCommand('set-field-property', 'document-type', (type, args: SetFieldProperty) => {
  const { field: path, property, value } = args as { field: FieldPath; property: string; value: unknown }
  const field = fieldOf(type, path)
  if (!field || !(every.includes(property) || propertiesOf[field.type].includes(property))) return refused('no-such-thing')
  const empty = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  if (empty && (property === 'label' || needed[field.type]?.includes(property))) return refused('name-empty', { name: field.label })
  const others = empty ? {} : Object.fromEntries((instead[property] ?? []).map((key) => [key, undefined]))
  const written = value === false ? undefined : value
  return edited(
    withField(type, path, (each) => patched(each, { [property]: written, ...others })),
    { name: field.label },
  )
})
