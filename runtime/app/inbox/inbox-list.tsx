import { ActionIcon, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { InboxPage } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import type { Grouping, InboxGroup } from './inbox-groups.ts'
import classes from './inbox-list.module.css'
import { InboxRowItem } from './inbox-row.tsx'

interface InboxListProps {
  readonly groups: readonly InboxGroup[]
  readonly people: InboxPage['people']
  readonly selected: string | null
  readonly phone: boolean
  readonly onOpen: (assignment: string) => void
}

/** The groups with their heads; each is a list by itself. */
export function InboxList({ groups, people, selected, phone, onOpen }: InboxListProps) {
  const { t } = useTexts()
  const { number } = useFormats()
  return groups.map((group) => (
    <section key={group.id} aria-labelledby={`inbox-${group.id}`}>
      <h2 className={classes.head} id={`inbox-${group.id}`} data-late={group.due === 'overdue' || undefined}>
        {group.due ? t(`inbox.${group.due}`) : group.pool !== undefined ? t('inbox.pool') : group.label}{' '}
        <span>{group.pool ? `${group.pool}, ${number(group.rows.length)}` : number(group.rows.length)}</span>
      </h2>
      <ul>
        {group.rows.map((row) => (
          <InboxRowItem
            key={row.assignment}
            row={row}
            people={people}
            phone={phone}
            selected={row.assignment === selected}
            onOpen={() => onOpen(row.assignment)}
          />
        ))}
      </ul>
    </section>
  ))
}

const groupings: readonly Grouping[] = ['due', 'author', 'type']

/** How the list is grouped, remembered on this device. */
export function GroupingMenu({ by, onChange }: { by: Grouping; onChange: (by: Grouping) => void }) {
  const { t } = useTexts()
  return (
    <Menu width={200}>
      <Menu.Target>
        <ActionIcon aria-label={`${t('inbox.group')}: ${t(`inbox.by.${by}`)}`}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('inbox.group')}</Menu.Label>
        <Menu.RadioGroup value={by} onChange={(chosen) => onChange(chosen as Grouping)}>
          {groupings.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(`inbox.by.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

/** A phone's quick filters: all, overdue, each type. */
export function InboxChips({
  chips,
  chosen,
  onChoose,
}: {
  chips: readonly { id: string; label: ReactNode }[]
  chosen: string
  onChoose: (id: string) => void
}) {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <div className={classes.chips} role="group" aria-label={t('inbox.filter')}>
      {chips.map(({ id, label }) => (
        <button key={id} type="button" className={classes.chip} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {label}
        </button>
      ))}
    </div>
  )
}
