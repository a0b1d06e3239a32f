import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { withoutDiacritics } from '../../runtime/app/language/without-diacritics.ts'
import { useWords } from '../language/words.tsx'
import { nodeName } from '../model/words/speech.ts'
import type { NewStepPlace } from './new-step.tsx'
import classes from './new-step-menu.module.css'
import { type PaletteItemId, paletteGroups } from './palette-items.ts'
import { useSchema } from './schema-editing.tsx'

interface NewStepMenuProps {
  readonly at: { readonly x: number; readonly y: number }
  /** Where it goes: said on top. */
  readonly title: NewStepPlace
  readonly onChoose: (item: PaletteItemId) => void
  readonly onClose: () => void
}

/** Asks which step, where it is wanted: typed or pointed at, and away again with Escape. */
export function NewStepMenu({ at, title, onChoose, onClose }: NewStepMenuProps) {
  const { t } = useWords()
  const { speech } = useSchema()
  const [typed, type] = useState('')
  const [active, go] = useState(0)
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  // Taken before the field below gets the focus.
  const [before] = useState(() => document.activeElement)
  const wanted = withoutDiacritics(typed.trim().toLowerCase())
  const items = paletteGroups
    .flatMap((group) => group.items)
    .filter(({ id }) => withoutDiacritics(`${t(`palette.${id}`)} ${t(`does.${id}`)}`.toLowerCase()).includes(wanted))
  const current = Math.min(active, items.length - 1)
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) onClose()
    }
    addEventListener('pointerdown', away, true)
    return () => {
      removeEventListener('pointerdown', away, true)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [onClose, before])
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      go((step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const item = items[current]
      if (item) onChoose(item.id)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Tab') onClose()
  }
  const name =
    'after' in title ? t('palette.after', { name: nodeName(speech, title.after) }) : 'route' in title ? t('palette.on') : t('palette.new')
  const left = Math.max(8, Math.min(at.x, innerWidth - 300))
  const top = Math.max(8, Math.min(at.y, innerHeight - 420))
  return (
    <div className={classes.menu} style={{ left, top }} ref={box} role="dialog" aria-label={name}>
      <div className={classes.title}>{name}</div>
      <input
        className={classes.input}
        // biome-ignore lint/a11y/noAutofocus: the question was asked for by a key or a click, and is about nothing else
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={items[current] ? `${list}-${items[current].id}` : undefined}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        value={typed}
        onChange={(event) => {
          type(event.currentTarget.value)
          go(0)
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={t('palette.title')} className={classes.list}>
        {items.map(({ id, icon: Icon }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which has the focus
          <div
            key={id}
            id={`${list}-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.item}
            onClick={() => onChoose(id)}
            onMouseMove={() => go(index)}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span>
              <b>{t(`palette.${id}`)}</b>
              <span className={classes.does}>{t(`does.${id}`)}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
