import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../language/words.tsx'
import classes from './inspector.module.css'

interface PanelHeadProps {
  readonly icon: TablerIcon
  readonly name: string
  readonly what: string
  /** Items of its menu. */
  readonly menu?: ReactNode
}

/** On top of a panel: what is chosen, what kind of thing it is, and what else can be done with it. */
export function PanelHead({ icon: Icon, name, what, menu }: PanelHeadProps) {
  const { t } = useWords()
  return (
    <div className={classes.head}>
      <span className={classes.tile} aria-hidden>
        <Icon size={16} stroke={1.75} />
      </span>
      <div className={classes.names}>
        <h2 className={`${classes.name} cut`}>{name}</h2>
        <div className={`${classes.what} cut`}>{what}</div>
      </div>
      {menu && (
        <Menu>
          <Menu.Target>
            <ActionIcon size={28} aria-label={t('home.actions', { name })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>{menu}</Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
