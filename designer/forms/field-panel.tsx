import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { Fragment, useMemo } from 'react'
import type { CardField } from '../../schemas/generated/card-field.ts'
import { useWords } from '../language/words.tsx'
import { fieldOf } from '../model/commands/type/field-path.ts'
import { restoreField } from '../model/commands/type/restore-field.ts'
import { usedBy } from '../model/used-by.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { UsedByList } from '../types/parts/used-by-list.tsx'
import { FieldFindings } from './field-findings.tsx'
import { fieldIcons } from './field-types.ts'
import classes from './form-panel.module.css'
import { AmongProperty } from './properties/among-property.tsx'
import { ColumnsProperty } from './properties/columns-property.tsx'
import { CopyFromProperty } from './properties/copy-from-property.tsx'
import { CurrencyProperty } from './properties/currency-property.tsx'
import { DefaultProperty } from './properties/default-property.tsx'
import { EditableProperty } from './properties/editable-property.tsx'
import { FlagsProperty } from './properties/flags-property.tsx'
import { FormulaProperty } from './properties/formula-property.tsx'
import { FromProperty } from './properties/from-property.tsx'
import { LabelProperty } from './properties/label-property.tsx'
import { LimitsProperty } from './properties/limits-property.tsx'
import { LinkProperty } from './properties/link-property.tsx'
import { OptionsProperty } from './properties/options-property.tsx'
import type { PropertyProps } from './properties/property-props.ts'
import { RequiredProperty } from './properties/required-property.tsx'
import { SeenByProperty } from './properties/seen-by-property.tsx'
import { TotalProperty } from './properties/total-property.tsx'
import { VisibleProperty } from './properties/visible-property.tsx'
import type { Selected } from './selected.ts'

interface FieldPanelProps {
  readonly path: string
  readonly onSelect: (selected: Selected | null) => void
  readonly onRemove: (path: string) => void
}

/** All that can be said of a field or a column, what is wrong with it first, and at the end what looks at it. */
export function FieldPanel({ path, onSelect, onRemove }: FieldPanelProps) {
  const { t, of, language } = useWords()
  const { body: type, workspace, run, id } = useEditing('document-type')
  const field = fieldOf(type, path) as CardField | undefined
  const [table, column] = path.split('.') as [string, string | undefined]
  const thing = column === undefined ? `field:${id}/${path}` : `column:${id}/${table}/${column}`
  const uses = useMemo(
    () => usedBy(workspace, thing, { language, workspace, type }).filter(({ kind }) => kind !== 'form'),
    [workspace, thing, language, type],
  )
  if (!field) return null
  const row = column === undefined ? undefined : table
  const around = column === undefined ? undefined : type.fields.find((one) => one.id === table)
  const worked = field.formula !== undefined ? 'calculated' : field.rollup ? 'total' : undefined
  const Icon = fieldIcons[worked ?? field.type]
  const props: PropertyProps = { field, path, row }
  return (
    <>
      <div className={classes.head}>
        <span className={classes.icon} aria-hidden>
          <Icon size={18} stroke={1.75} />
        </span>
        <div style={{ minWidth: 0 }}>
          <h2 className={field.retired ? classes.retired : undefined}>{of(field.label)}</h2>
          <p>
            {t(`fieldType.${field.type}`)}
            {worked && ` · ${t(`fieldType.${worked}`)}`}
            {around && ` · ${t('panel.columnOf', { table: of(around.label) })}`}
          </p>
        </div>
      </div>
      {around && (
        <div className={classes.foot}>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconArrowBackUp size={14} />}
            onClick={() => onSelect({ kind: 'field', field: table })}
          >
            {t('panel.backTo', { table: of(around.label) })}
          </Button>
        </div>
      )}
      <FieldFindings type={type} path={path} />
      {field.retired ? (
        <div className={classes.foot}>
          <p className={classes.hint}>{t('panel.retired')}</p>
          <Button variant="default" size="xs" onClick={() => run(restoreField({ field: path }))}>
            {t('panel.restore')}
          </Button>
        </div>
      ) : (
        // Whatever was opened for one field says nothing of the next.
        <Fragment key={path}>
          <LabelProperty {...props} />
          {field.type === 'table' && <ColumnsProperty {...props} onSelect={onSelect} />}
          {field.type === 'choice' && <OptionsProperty {...props} />}
          {field.type === 'money' && <CurrencyProperty {...props} />}
          {field.type === 'link' && <LinkProperty {...props} />}
          {field.type === 'person' && <AmongProperty {...props} />}
          {worked && (
            <>
              <FormulaProperty {...props} />
              <TotalProperty {...props} />
            </>
          )}
          {!worked && (
            <>
              <RequiredProperty {...props} />
              <EditableProperty {...props} />
              <DefaultProperty {...props} />
              <CopyFromProperty {...props} />
              <FormulaProperty {...props} />
              <TotalProperty {...props} />
            </>
          )}
          <VisibleProperty {...props} />
          <SeenByProperty {...props} />
          <LimitsProperty {...props} />
          <FlagsProperty {...props} />
          <FromProperty {...props} />
        </Fragment>
      )}
      <PanelGroup title={t('used.title')} aside={uses.length || undefined}>
        {uses.length === 0 ? <p className={classes.hint}>{t('used.none')}</p> : <UsedByList uses={uses} />}
      </PanelGroup>
      {!field.retired && (
        <div className={classes.foot}>
          <Button variant="default" size="xs" leftSection={<IconTrash size={14} />} onClick={() => onRemove(path)}>
            {t('panel.removeField')}
          </Button>
        </div>
      )}
    </>
  )
}
