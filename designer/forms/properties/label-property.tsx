import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import { newFieldWords } from '../new-field-words.ts'
import type { PropertyProps } from './property-props.ts'

/** What people see before the field, and the sentence below it. */
export function LabelProperty({ field, path }: PropertyProps) {
  const { t } = useWords()
  const { run, workspace } = useEditing('document-type')
  const item = field.formula !== undefined ? 'calculated' : field.rollup ? 'total' : field.type
  const [asked, ask] = useState(false)
  return (
    <PanelGroup title={t('property.label')} property="label">
      <TextInLanguages
        bare
        label={t('property.label')}
        value={field.label}
        fresh={ownWords(newFieldWords(item), workspace.languages)}
        onChange={(value) => run(setFieldProperty({ field: path, property: 'label', value: value! }))}
      />
      {field.help !== undefined || asked ? (
        <TextInLanguages
          label={t('property.help')}
          value={field.help}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'help', value }))}
        />
      ) : (
        <Button variant="subtle" size="compact-sm" justify="start" leftSection={<IconPlus size={14} />} onClick={() => ask(true)}>
          {t('property.help.add')}
        </Button>
      )}
    </PanelGroup>
  )
}
