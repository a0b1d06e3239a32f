import { Checkbox } from '@mantine/core'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { WhoField } from '../../types/parts/who-field.tsx'
import type { PropertyProps } from './property-props.ts'

/** Who may be chosen. */
export function AmongProperty({ field, path }: PropertyProps) {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  if (field.type !== 'person') return null
  return (
    <PanelGroup title={t('property.among')}>
      <WhoField
        label={t('property.among')}
        value={field.among}
        place={{ type }}
        none={t('property.among.none')}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'among', value }))}
      />
      <Checkbox
        label={t('property.pick')}
        checked={field.pick === 'only-one'}
        onChange={(event) =>
          run(setFieldProperty({ field: path, property: 'pick', value: event.currentTarget.checked ? 'only-one' : undefined }))
        }
      />
    </PanelGroup>
  )
}
