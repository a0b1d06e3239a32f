import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconExternalLink, IconPlus, IconTrash } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Option } from '../../../schemas/generated/card-field.ts'
import { useWords } from '../../language/words.tsx'
import { addOption } from '../../model/commands/type/add-option.ts'
import { moveOption } from '../../model/commands/type/move-option.ts'
import { removeOption } from '../../model/commands/type/remove-option.ts'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { setOption } from '../../model/commands/type/set-option.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { definitionsOf } from '../../model/workspace.ts'
import { ColorChoice } from '../../types/parts/color-choice.tsx'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { RowList } from '../../types/parts/row-list.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import classes from '../form-panel.module.css'
import type { PropertyProps } from './property-props.ts'

/** What can be chosen: options of the field itself, or a list of choices that several fields share. */
export function OptionsProperty({ field, path }: PropertyProps) {
  const { t, of } = useWords()
  const { workspace, run } = useEditing('document-type')
  if (field.type !== 'choice') return null
  const directories = definitionsOf(workspace, 'directory')
  const shared = typeof field.options === 'string'
  const choose = (next: string) => {
    if (next === 'list' && directories[0]) run(setFieldProperty({ field: path, property: 'options', value: directories[0].id }))
    if (next === 'own') {
      const option: Option = { id: 'first', label: ownWords({ en: 'First', ro: 'Prima' }, workspace.languages) }
      run(setFieldProperty({ field: path, property: 'options', value: [option] }))
    }
  }
  return (
    <PanelGroup title={t('property.options')}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('property.options')}
        value={shared ? 'list' : 'own'}
        data={[
          { value: 'own', label: t('property.options.own') },
          { value: 'list', label: t('property.options.list'), disabled: directories.length === 0 },
        ]}
        onChange={choose}
      />
      {typeof field.options === 'string' ? (
        <div className={classes.line}>
          <NativeSelect
            aria-label={t('property.options.list')}
            value={field.options}
            data={directories.map(({ id, label }) => ({ value: id, label: of(label) }))}
            onChange={(event) => run(setFieldProperty({ field: path, property: 'options', value: event.currentTarget.value }))}
          />
          <ActionIcon
            component={Link}
            href={`/designer/directory/${field.options}`}
            aria-label={t('property.options.open')}
            title={t('property.options.open')}
          >
            <IconExternalLink size={16} />
          </ActionIcon>
        </div>
      ) : (
        <>
          <RowList
            label={t('property.options')}
            rows={field.options}
            keyOf={({ id }) => id}
            nameOf={({ label }) => of(label)}
            onMove={(from, to) => run(moveOption({ field: path, option: (field.options as Option[])[from]!.id, to }))}
            draw={(option) => (
              <div className={classes.line}>
                <TextInLanguages
                  bare
                  label={t('property.option')}
                  value={option.label}
                  onChange={(label) => label && run(setOption({ field: path, option: option.id, set: { label } }))}
                />
                <ColorChoice
                  value={option.color}
                  onChange={(color) => run(setOption({ field: path, option: option.id, set: { color } }))}
                />
                {option.retired ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => run(setOption({ field: path, option: option.id, set: { retired: undefined } }))}
                  >
                    {t('panel.restore')}
                  </Button>
                ) : (
                  <ActionIcon
                    size={28}
                    aria-label={t('property.option.remove', { name: of(option.label) })}
                    onClick={() => run(removeOption({ field: path, option: option.id }))}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                )}
              </div>
            )}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            justify="start"
            leftSection={<IconPlus size={14} />}
            onClick={() => run(addOption({ field: path, label: ownWords({ en: 'New option', ro: 'Opțiune nouă' }, workspace.languages) }))}
          >
            {t('property.option.add')}
          </Button>
        </>
      )}
    </PanelGroup>
  )
}
