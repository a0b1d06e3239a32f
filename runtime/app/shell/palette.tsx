import { Modal, useMantineColorScheme } from '@mantine/core'
import { IconArrowRight, IconMoon, IconPlus, IconSearch, IconSun, type TablerIcon } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import type { MenuEntry } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { withoutDiacritics } from '../language/without-diacritics.ts'
import classes from './palette.module.css'
import type { PlaceGroup } from './places.ts'

interface Entry {
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  readonly run: () => void
}

interface PaletteProps {
  readonly groups: readonly PlaceGroup[]
  readonly menu: readonly MenuEntry[]
  readonly onClose: () => void
}

/** Everything that can be done from anywhere, found by a part of its name, with or without diacritics. */
export function Palette({ groups, menu, onClose }: PaletteProps) {
  const { t, of } = useTexts()
  const [, go] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()

  const all: Entry[] = [
    ...groups.flatMap((group) =>
      group.places.map((place) => ({
        id: place.href,
        label: t('shell.goTo', { place: place.label }),
        icon: IconArrowRight,
        run: () => go(place.href),
      })),
    ),
    ...menu
      .filter((entry) => entry.mayCreate && entry.kind !== 'single')
      .map((entry) => ({
        id: `new-${entry.type}`,
        label: t('shell.newOf', { type: of(entry.label) }),
        icon: IconPlus,
        run: () => go(`/documents/${entry.type}/new`),
      })),
    { id: 'light', label: `${t('shell.appearance')}: ${t('shell.light')}`, icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: `${t('shell.appearance')}: ${t('shell.dark')}`, icon: IconMoon, run: () => setColorScheme('dark') },
  ]
  const words = withoutDiacritics(text).split(/\s+/).filter(Boolean)
  const found = all.filter((entry) => words.every((word) => withoutDiacritics(entry.label).includes(word)))
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(found[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      centered={false}
      yOffset="12vh"
      size={560}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
    >
      <div className={classes.ask}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-label={t('shell.palette')}
          placeholder={t('shell.palette.hint')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div className={classes.list} role="listbox" id={`${id}-list`} aria-label={t('shell.palette')}>
        {found.map((entry, index) => {
          const Icon = entry.icon
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, above
            <div
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes.entry}
              onMouseMove={() => setAt(index)}
              onClick={() => run(entry)}
            >
              <Icon size={16} aria-hidden />
              {entry.label}
            </div>
          )
        })}
      </div>
      {found.length === 0 && (
        <p className={classes.nothing} role="status">
          {t('shell.palette.nothing', { text })}
        </p>
      )}
    </Modal>
  )
}
