import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'

/** When it shows on the form. */
export function VisibleProperty({ field, path, row }: PropertyProps) {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  return (
    <FoldedGroup title={t('property.visible')} usual={field.visibleWhen === undefined ? t('property.always') : undefined}>
      <OptionalCondition
        label={t('property.visible')}
        always={t('property.always')}
        value={field.visibleWhen}
        place={{ type, row }}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'visibleWhen', value }))}
      />
    </FoldedGroup>
  )
}
