import { useDepartments } from '../data/people.ts'
import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { fromList, listOf, parseOneOrMany } from './one-or-many.ts'
import { Pick } from './pick.tsx'

type Chosen = string | readonly string[]

function Input({ field, value, onChange, frame }: InputProps<'department', Chosen>) {
  const { of } = useTexts()
  const departments = useDepartments()
  const items = (departments.data ?? []).map(({ id, label }) => ({ value: id, label: of(label) }))
  return (
    <Pick
      items={items}
      chosen={listOf<string>(value).map((id) => items.find((item) => item.value === id) ?? { value: id, label: id })}
      many={field.many ?? false}
      onPick={(picked) => onChange(fromList(picked, field.many))}
      frame={frame}
    />
  )
}

function View({ value }: ViewProps<'department', Chosen>) {
  const { of } = useTexts()
  const departments = useDepartments()
  const names = listOf<string>(value).map((id) => of(departments.data?.find((one) => one.id === id)?.label) || id)
  return <>{names.join(', ')}</>
}

export const departmentField = defineField<'department', Chosen>({
  type: 'department',
  holdsMany: true,
  parse: (raw) => parseOneOrMany(raw, text),
  Input,
  View,
})
