import { setColumnProperty } from '../../model/commands/directory/set-column-property.ts'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useAnyEditing } from '../../types/parts/editing.tsx'

/** Sets one property of a field of a card, or of a column of a list of choices: what is being edited decides. */
export function useFieldProperty(path: string): (property: string, value: unknown) => void {
  const { kind, run } = useAnyEditing()
  return (property, value) =>
    void run(
      kind === 'directory'
        ? setColumnProperty({ column: path, property, value })
        : setFieldProperty({ field: path, property, value } as never),
    )
}
