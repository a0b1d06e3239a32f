import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Column } from '../../schemas/generated/card-field.ts'
import { fieldIcons } from '../forms/field-types.ts'
import { newFieldWords } from '../forms/new-field-words.ts'
import { useWords } from '../language/words.tsx'
import { addColumn } from '../model/commands/directory/add-column.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { definitionsOf } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'

const kinds = [
  ...['text', 'long-text', 'number', 'money', 'percent', 'rating', 'date', 'date-time', 'time', 'duration', 'yes-no'],
  ...['choice', 'person', 'department', 'email', 'phone', 'web', 'color'],
] as readonly Exclude<Column['type'], 'rich-text' | 'link' | 'file' | 'signature'>[]

/** What more can be kept about each item. */
export function AddColumnMenu({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { workspace, run, id } = useEditing('directory')
  const lists = definitionsOf(workspace, 'directory').filter((list) => list.id !== id)
  return (
    <Menu position="bottom-start">
      <Menu.Target>{children as never}</Menu.Target>
      <Menu.Dropdown>
        {kinds
          // What can be chosen is another list.
          .filter((kind) => kind !== 'choice' || lists.length > 0)
          .map((kind) => {
            const Icon = fieldIcons[kind]
            return (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={16} />}
                onClick={() => run(addColumn({ fieldType: kind, label: ownWords(newFieldWords(kind), workspace.languages) }))}
              >
                {t(`fieldType.${kind}`)}
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
