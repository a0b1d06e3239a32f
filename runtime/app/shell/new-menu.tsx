import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import type { MenuEntry } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { typeIcon } from './places.ts'

/** What I may create. The target is the shell's own button, or the phone's in the middle of the bottom bar. */
export function NewMenu({ menu, target }: { menu: readonly MenuEntry[]; target?: ReactElement }) {
  const { t, of } = useTexts()
  const [, go] = useLocation()
  const types = menu.filter((entry) => entry.mayCreate && entry.kind !== 'single')
  return (
    <Menu width={target ? 260 : 220} position={target ? 'top' : 'bottom-end'}>
      <Menu.Target>{target ?? <Button leftSection={<IconPlus size={16} />}>{t('shell.new')}</Button>}</Menu.Target>
      <Menu.Dropdown>
        {types.length === 0 && <Menu.Label>{t('shell.new.nothing')}</Menu.Label>}
        {types.map((entry) => {
          const Icon = typeIcon(entry.kind)
          return (
            <Menu.Item key={entry.type} leftSection={<Icon size={16} />} onClick={() => go(`/documents/${entry.type}/new`)}>
              {of(entry.label)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
