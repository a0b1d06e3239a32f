import { Button } from '@mantine/core'
import { IconFunction } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Field } from '../../../runtime/engine/card/field.ts'
import { fieldFeelType } from '../../../runtime/engine/card/types.ts'
import { FeelEditor } from '../../conditions/feel-editor.tsx'
import { useWords } from '../../language/words.tsx'
import { setFormula } from '../../model/commands/type/set-formula.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../form-panel.module.css'
import { previewSite } from '../preview-site.ts'
import type { PropertyProps } from './property-props.ts'

const typedOnly = ['table', 'file', 'signature', 'rich-text']
/** What a field begins to be calculated as, so that the formula is sound until somebody writes it. */
const first: Readonly<Record<string, string>> = { date: 'today()', 'yes-no': 'true', person: 'author' }
const figures = ['number', 'money', 'percent', 'rating']

/** A value that is worked out from others instead of being typed; tried on the sample card as it is written. */
export function FormulaProperty({ field, path, row }: PropertyProps) {
  const { t } = useWords()
  const { body: type, workspace, calendar, run } = useEditing('document-type')
  const expected = useMemo(() => fieldFeelType(field as Field, previewSite(workspace, calendar)), [field, workspace, calendar])
  if (typedOnly.includes(field.type) || field.rollup) return null
  if (field.formula === undefined)
    return (
      <div className={classes.way}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFunction size={14} />}
          onClick={() => run(setFormula({ field: path, formula: first[field.type] ?? (figures.includes(field.type) ? '0' : 'null') }))}
        >
          {t('property.formula.make')}
        </Button>
      </div>
    )
  return (
    <PanelGroup title={t('property.formula')}>
      <FeelEditor
        label={t('property.formula.label')}
        value={field.formula}
        place={{ type, row }}
        expected={expected}
        onChange={(formula) => {
          if (formula.trim()) run(setFormula({ field: path, formula }))
        }}
      />
      <Button variant="subtle" size="compact-sm" justify="start" onClick={() => run(setFormula({ field: path, formula: undefined }))}>
        {t('property.formula.typed')}
      </Button>
    </PanelGroup>
  )
}
