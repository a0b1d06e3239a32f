import { Modal, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { MenuEntry, PersonRef } from '../../api/answers.ts'
import { useSearchEverything } from '../data/search.ts'
import { useTexts } from '../language/texts.tsx'
import { KeyHint } from '../ui/tag.tsx'
import { shellCommands } from './commands.ts'
import type { EarlyTyping } from './early-typing.ts'
import { matches, wordsTyped } from './matched.ts'
import classes from './palette.module.css'
import { PaletteEntry, type PaletteItem } from './palette-entry.tsx'
import type { PlaceGroup } from './places.ts'

interface PaletteProps {
  /** What was typed before the box was here. */
  readonly early: EarlyTyping
  readonly groups: readonly PlaceGroup[]
  readonly menu: readonly MenuEntry[]
  readonly onPerson: (person: PersonRef) => void
  readonly onAbsence: () => void
  readonly onKeys: () => void
  readonly onClose: () => void
}

/** Documents, people and everything that can be done, in one list, with or without diacritics. `>` leaves only commands. */
export function Palette({ early, groups, menu, onPerson, onAbsence, onKeys, onClose }: PaletteProps) {
  const texts = useTexts()
  const { t } = texts
  const [, go] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const onlyCommands = text.startsWith('>')
  const typed = text.replace(/^>/, '').trim()
  const [asked] = useDebouncedValue(onlyCommands ? '' : typed, 120)
  const search = useSearchEverything(asked)
  const words = wordsTyped(typed)
  const answer = onlyCommands || typed === '' || asked === '' ? undefined : search.data
  const searching = !onlyCommands && typed !== '' && (asked !== typed || search.isFetching)

  const commands = shellCommands({ groups, menu, go, setColorScheme, onAbsence, onKeys }, texts)
  const sections: { label: string; items: PaletteItem[] }[] = [
    {
      label: t('find.documents'),
      items: (answer?.documents ?? []).map((document) => ({
        kind: 'document' as const,
        id: `${document.type}/${document.id}`,
        document,
        run: () => go(`/documents/${document.type}/${document.id}`),
      })),
    },
    {
      label: t('find.people'),
      items: (answer?.people ?? []).map((person) => ({ kind: 'person' as const, id: person.id, person, run: () => onPerson(person) })),
    },
    {
      label: t('find.do'),
      items: commands
        .filter(({ label }) => matches(label, words))
        .map((command) => ({ kind: 'command' as const, id: command.id, command, run: command.run })),
    },
  ].filter(({ items }) => items.length > 0)
  const all = sections.flatMap(({ items }) => items)
  const current = Math.min(at, all.length - 1)

  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + 6,
    PageUp: current - 6,
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') run(all[current])
    else if (step !== undefined) setAt(Math.max(0, Math.min(step, all.length - 1)))
    else return
    event.preventDefault()
  }
  let place = -1
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      centered={false}
      yOffset="10vh"
      size={640}
      classNames={{ body: classes.body ?? '' }}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
    >
      <div className={classes.ask}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={all[current] ? `${id}-${current}` : undefined}
          aria-label={t('shell.palette')}
          placeholder={t('find.hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
          onFocus={() => {
            const typedBefore = early.end()
            if (typedBefore) setText((now) => now + typedBefore)
          }}
        />
        <KeyHint>Esc</KeyHint>
      </div>
      <div className={classes.list} role="listbox" id={`${id}-list`} aria-label={t('shell.palette')} ref={list} tabIndex={-1}>
        {sections.map(({ label, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, and no fieldset
          <div key={label} role="group" aria-label={label}>
            <div className={classes.head} aria-hidden>
              {label}
            </div>
            {items.map((item) => {
              place += 1
              const own = place
              return (
                <PaletteEntry
                  key={item.id}
                  id={`${id}-${own}`}
                  place={own}
                  item={item}
                  words={words}
                  selected={own === current}
                  onPoint={() => setAt(own)}
                  onRun={() => run(item)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p className={all.length === 0 || search.isError ? classes.nothing : 'sr-only'} role="status">
        {search.isError
          ? t('find.failed')
          : searching
            ? t('find.searching')
            : all.length === 0
              ? t('find.nothing', { text: typed })
              : typed
                ? t('find.count', { count: all.length })
                : ''}
      </p>
      <footer className={classes.foot} aria-hidden>
        <span>
          <KeyHint>↑</KeyHint> <KeyHint>↓</KeyHint> {t('find.move')}
        </span>
        <span>
          <KeyHint>↵</KeyHint> {t('find.open')}
        </span>
        <span>
          <KeyHint>&gt;</KeyHint> {t('find.commands')}
        </span>
        <span className={classes.end}>{t('find.mayseen')}</span>
      </footer>
    </Modal>
  )
}
