import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import { WhoField } from '../../types/parts/who-field.tsx'
import type { PropertyProps } from './property-props.ts'

/** What narrows who may change it, and when, beyond what the step says. */
export function EditableProperty({ field, path, row }: PropertyProps) {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  return (
    <FoldedGroup
      title={t('property.editable')}
      usual={field.editableWhen === undefined && field.editedBy === undefined ? t('property.asStep') : undefined}
    >
      <OptionalCondition
        label={t('property.editable')}
        always={t('property.asStep')}
        value={field.editableWhen}
        place={{ type, row }}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'editableWhen', value }))}
      />
      <WhoField
        label={t('property.editedBy')}
        value={field.editedBy}
        place={{ type }}
        none={t('property.editedBy.none')}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'editedBy', value }))}
      />
    </FoldedGroup>
  )
}
