import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Column } from '../../schemas/generated/card-field.ts'
import { useWords } from '../language/words.tsx'
import { moveColumn } from '../model/commands/directory/move-column.ts'
import { removeColumn } from '../model/commands/directory/remove-column.ts'
import { setColumnProperty } from '../model/commands/directory/set-column-property.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { ColumnDialog } from './column-dialog.tsx'

/** A column's name, with what can be done with it. */
export function ColumnHead({ column, index, last }: { column: Column; index: number; last: number }) {
  const { t, of } = useWords()
  const { run } = useEditing('directory')
  const [opened, open] = useState(false)
  return (
    <>
      <span data-retired={column.retired} title={of(column.help)}>
        {of(column.label)}
      </span>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={24} ml={4} aria-label={t('directory.column.more', { name: of(column.label) })}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => open(true)}>{t('directory.column.change')}</Menu.Item>
          <Menu.Item disabled={index === 0} onClick={() => run(moveColumn({ column: column.id, to: index - 1 }))}>
            {t('move.left')}
          </Menu.Item>
          <Menu.Item disabled={index === last} onClick={() => run(moveColumn({ column: column.id, to: index + 1 }))}>
            {t('move.right')}
          </Menu.Item>
          {column.retired ? (
            <Menu.Item onClick={() => run(setColumnProperty({ column: column.id, property: 'retired', value: undefined }))}>
              {t('panel.restore')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => run(removeColumn({ column: column.id }))}>{t('directory.column.remove')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {opened && <ColumnDialog column={column} onClose={() => open(false)} />}
    </>
  )
}
