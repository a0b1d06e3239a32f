import type { ChoiceField, Option } from '../../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'

/** Changes the options of a choice field that has options of its own; the choices of a directory are changed there. It keeps at least one. */
export function editOptions(
  type: DocumentType,
  path: FieldPath,
  edit: (options: readonly Option[]) => readonly Option[] | undefined,
  made?: () => string,
): Edit<DocumentType> {
  const field = fieldOf(type, path)
  if (field?.type !== 'choice' || typeof field.options === 'string') return refused('no-such-thing')
  const options = edit(field.options)
  if (!options) return refused('no-such-thing')
  if (options.length === 0) return refused('last-one', { name: field.label })
  return edited(
    withField(type, path, (each) => ({ ...(each as ChoiceField), options: [...options] })),
    { name: field.label, made: made?.() },
  )
}
