import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import { WhoField } from '../../types/parts/who-field.tsx'
import type { PropertyProps } from './property-props.ts'

/** Who sees it; everybody who may read the document unless it is narrowed. */
export function SeenByProperty({ field, path }: PropertyProps) {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  return (
    <FoldedGroup title={t('property.seenBy')} usual={field.seenBy === undefined ? t('property.seenBy.all') : undefined}>
      <WhoField
        label={t('property.seenBy')}
        value={field.seenBy}
        place={{ type }}
        none={t('property.seenBy.none')}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'seenBy', value }))}
      />
    </FoldedGroup>
  )
}
