import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Field } from '../../../runtime/app/fields/field.tsx'
import { type Field as EngineField, fieldsOf } from '../../../runtime/engine/card/field.ts'
import { fieldFeelType } from '../../../runtime/engine/card/types.ts'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { CardValue } from '../../../schemas/generated/common.ts'
import { FeelEditor } from '../../conditions/feel-editor.tsx'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import { previewSite } from '../preview-site.ts'
import type { PropertyProps } from './property-props.ts'

const without = ['table', 'file', 'signature', 'link', 'rich-text']

/** What a new document begins with: nothing, a value, or what is worked out. */
export function DefaultProperty({ field, path, row }: PropertyProps) {
  const { t } = useWords()
  const { body: type, workspace, calendar, run } = useEditing('document-type')
  const [asked, ask] = useState<string | null>(null)
  const given = field.defaultFrom !== undefined ? 'formula' : field.default !== undefined ? 'value' : 'nothing'
  const mode = asked ?? given
  const expected = useMemo(() => {
    const own = row === undefined ? fieldsOf(type).get(path) : (field as EngineField)
    return own && fieldFeelType(own, previewSite(workspace, calendar))
  }, [type, path, row, field, workspace, calendar])
  if (field.type === 'table' || field.type === 'file' || field.type === 'signature') return null
  const choose = (next: string) => {
    ask(next)
    if (next === 'nothing' && field.default !== undefined) run(setFieldProperty({ field: path, property: 'default', value: undefined }))
    if (next === 'nothing' && field.defaultFrom !== undefined)
      run(setFieldProperty({ field: path, property: 'defaultFrom', value: undefined }))
  }
  // The field itself, without what would hide it or make it asked for here.
  const plain = { ...field, required: false, label: field.label, help: undefined } as unknown as CardField
  return (
    <FoldedGroup title={t('property.default')} usual={given === 'nothing' ? t('property.default.nothing') : undefined}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('property.default')}
        value={mode}
        data={[
          { value: 'nothing', label: t('property.default.nothing') },
          ...(without.includes(field.type) ? [] : [{ value: 'value', label: t('property.default.value') }]),
          { value: 'formula', label: t('property.default.formula') },
        ]}
        onChange={choose}
      />
      {mode === 'value' && (
        <Field
          field={plain}
          mode="edit"
          value={field.default as never}
          path={`default-${path}`}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'default', value: value as CardValue | undefined }))}
        />
      )}
      {mode === 'formula' && (
        <FeelEditor
          label={t('property.default.formula.label')}
          value={field.defaultFrom ?? ''}
          place={{ type, row }}
          expected={expected}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'defaultFrom', value: value.trim() || undefined }))}
        />
      )}
    </FoldedGroup>
  )
}
