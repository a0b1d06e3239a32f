import { TextInput } from '@mantine/core'
import { IconFiles, IconListDetails, IconSearch } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { withoutDiacritics } from '../../runtime/app/language/without-diacritics.ts'
import { KeyHint } from '../../runtime/app/ui/tag.tsx'
import type { LayoutCell } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { cellKey } from '../model/commands/type/layout-cells.ts'
import { useDrag } from './drag.tsx'
import { fieldIcons, type PaletteItem, paletteGroups } from './field-types.ts'
import classes from './palette.module.css'

interface PaletteProps {
  /** Focused by `N`. */
  readonly search: RefObject<HTMLInputElement | null>
  /** Fields that have no place yet, and lists and blocks that could have one. */
  readonly waiting: readonly { readonly cell: LayoutCell; readonly name: string; readonly icon: PaletteItem | 'list' | 'block' }[]
  readonly retired: readonly { readonly id: string; readonly name: string }[]
  readonly onNew: (item: PaletteItem) => void
  readonly onPlace: (cell: LayoutCell) => void
  readonly onSelect: (field: string) => void
}

/** All that can be put on a form, in people's words: dragged there, or pressed to come after what is chosen. */
export function Palette({ search, waiting, retired, onNew, onPlace, onSelect }: PaletteProps) {
  const { t } = useWords()
  const { begin } = useDrag()
  const [text, setText] = useState('')
  const fits = (name: string) => withoutDiacritics(name).includes(withoutDiacritics(text.trim()))
  const groups = paletteGroups
    .map(({ id, items }) => ({ id, items: (items as readonly PaletteItem[]).filter((item) => fits(t(`fieldType.${item}`))) }))
    .filter(({ items }) => items.length > 0)
  const first = groups[0]?.items[0]
  return (
    <nav className={classes.palette} aria-label={t('palette.fields')}>
      <TextInput
        ref={search}
        aria-label={t('palette.add')}
        placeholder={t('palette.add')}
        value={text}
        leftSection={<IconSearch size={16} />}
        rightSection={<KeyHint>N</KeyHint>}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first) {
            onNew(first)
            setText('')
          }
          if (event.key === 'Escape') setText('')
        }}
      />
      {groups.map(({ id, items }) => (
        <section key={id}>
          <h2>{t(`palette.${id}`)}</h2>
          <ul className={classes.items}>
            {items.map((item) => {
              const Icon = fieldIcons[item]
              const name = t(`fieldType.${item}`)
              return (
                <li key={item}>
                  <button
                    type="button"
                    className={classes.item}
                    onPointerDown={(event) => begin(event, { kind: 'new', item }, name)}
                    onClick={() => onNew(item)}
                  >
                    <Icon size={16} stroke={1.75} aria-hidden />
                    <span className="cut">{name}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className={classes.none}>{t('palette.none', { text })}</p>}
      {waiting.length > 0 && (
        <section>
          <h2>{t('palette.waiting', { count: waiting.length })}</h2>
          <ul className={classes.waiting}>
            {waiting.map(({ cell, name, icon }) => {
              const Icon = icon === 'list' ? IconListDetails : icon === 'block' ? IconFiles : fieldIcons[icon]
              return (
                <li key={cellKey(cell)}>
                  <button
                    type="button"
                    className={classes.item}
                    onPointerDown={(event) => begin(event, { kind: 'cell', cell }, name)}
                    onClick={() => onPlace(cell)}
                  >
                    <Icon size={16} stroke={1.75} aria-hidden />
                    <span className="cut">{name}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {retired.length > 0 && (
        <section>
          <h2>{t('palette.retired')}</h2>
          <ul className={classes.waiting}>
            {retired.map(({ id, name }) => (
              <li key={id}>
                <button type="button" className={classes.item} onClick={() => onSelect(id)}>
                  <span className="cut">{name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </nav>
  )
}
