import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { ConditionRows } from '../../conditions/condition-rows.tsx'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'

/** Whether it must be filled before the document goes on: never, always, or when something is true. */
export function RequiredProperty({ field, path, row }: PropertyProps) {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  const [opened, open] = useState(false)
  const mode = field.requiredWhen !== undefined || (opened && !field.required) ? 'when' : field.required ? 'always' : 'never'
  const choose = (next: string) => {
    open(next === 'when')
    if (next === 'always') run(setFieldProperty({ field: path, property: 'required', value: true }))
    else if (field.required) run(setFieldProperty({ field: path, property: 'required', value: undefined }))
    else if (field.requiredWhen !== undefined && next === 'never')
      run(setFieldProperty({ field: path, property: 'requiredWhen', value: undefined }))
  }
  return (
    <PanelGroup title={t('property.required')}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('property.required')}
        value={mode}
        data={[
          { value: 'never', label: t('property.never') },
          { value: 'always', label: t('property.always') },
          { value: 'when', label: t('condition.when') },
        ]}
        onChange={choose}
      />
      {mode === 'when' && (
        <ConditionRows
          label={t('property.required')}
          value={field.requiredWhen}
          place={{ type, row }}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'requiredWhen', value }))}
        />
      )}
    </PanelGroup>
  )
}
