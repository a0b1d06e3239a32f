import { Button, Menu, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useWords } from '../../language/words.tsx'
import { addField } from '../../model/commands/type/add-field.ts'
import { moveField } from '../../model/commands/type/move-field.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { RowList } from '../../types/parts/row-list.tsx'
import { fieldIcons, paletteGroups } from '../field-types.ts'
import { newFieldWords } from '../new-field-words.ts'
import type { Selected } from '../selected.ts'
import classes from './columns-property.module.css'
import type { PropertyProps } from './property-props.ts'

/** The columns of a table: each opens its own properties; their order is that of the table. */
export function ColumnsProperty({ field, path, onSelect }: PropertyProps & { onSelect: (selected: Selected) => void }) {
  const { t, of } = useWords()
  const { workspace, run } = useEditing('document-type')
  if (field.type !== 'table') return null
  const kinds = paletteGroups.filter(({ id }) => id !== 'worked').flatMap(({ items }) => items as readonly (keyof typeof fieldIcons)[])
  const add = (item: keyof typeof fieldIcons) => {
    const label = ownWords(newFieldWords(item), workspace.languages)
    const done = run(
      item === 'calculated'
        ? addField({ fieldType: 'number', label, table: path, with: { formula: '0' } })
        : addField({ fieldType: item as 'text', label, table: path }),
    )
    if (done?.made) onSelect({ kind: 'field', field: done.made })
  }
  return (
    <PanelGroup title={t('property.columns')}>
      <RowList
        label={t('property.columns')}
        rows={field.fields}
        keyOf={({ id }) => id}
        nameOf={({ label }) => of(label)}
        onMove={(from, to) => run(moveField({ field: `${path}.${field.fields[from]!.id}`, to }))}
        draw={(column) => {
          const Icon = fieldIcons[column.formula !== undefined ? 'calculated' : column.type]
          return (
            <UnstyledButton className={classes.column} onClick={() => onSelect({ kind: 'field', field: `${path}.${column.id}` })}>
              <Icon size={16} stroke={1.75} aria-hidden />
              <span className="cut" data-retired={column.retired}>
                {of(column.label)}
              </span>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          )
        }}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" justify="start" leftSection={<IconPlus size={14} />}>
            {t('property.columns.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          {[...kinds.filter((kind) => kind !== 'table'), 'calculated' as const].map((kind) => {
            const Icon = fieldIcons[kind]
            return (
              <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => add(kind)}>
                {t(`fieldType.${kind}`)}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
    </PanelGroup>
  )
}
