import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldIcons } from '../forms/field-types.ts'
import { newFieldWords } from '../forms/new-field-words.ts'
import { useWords } from '../language/words.tsx'
import { addColumn } from '../model/commands/directory/add-column.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { useEditing } from '../types/parts/editing.tsx'

const kinds = ['text', 'number', 'money', 'percent', 'date', 'yes-no', 'person', 'email', 'phone', 'web', 'color'] as const

/** What more can be kept about each item. */
export function AddColumnMenu({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { workspace, run } = useEditing('directory')
  return (
    <Menu position="bottom-start">
      <Menu.Target>{children as never}</Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
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
