import { ActionIcon } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import { FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import type { CardField, Column } from '../../schemas/generated/card-field.ts'
import type { DirectoryItem } from '../../schemas/generated/directory.ts'
import { useWords } from '../language/words.tsx'
import { moveItem } from '../model/commands/directory/move-item.ts'
import { removeItem } from '../model/commands/directory/remove-item.ts'
import { setItem } from '../model/commands/directory/set-item.ts'
import { withLanguage } from '../model/text-in-languages.ts'
import { definitionsOf } from '../model/workspace.ts'
import { ColorChoice } from '../types/parts/color-choice.tsx'
import { CommitInput } from '../types/parts/commit-input.tsx'
import { useEditing } from '../types/parts/editing.tsx'
import { rowUnder } from '../types/parts/row-under.ts'
import { ColumnHead } from './column-head.tsx'
import classes from './directory-screen.module.css'

/** The items in a grid: their labels in each language and what is kept about them; dragged, or moved by Alt and an arrow. */
export function ItemsGrid() {
  const { t, of } = useWords()
  const { body: directory, workspace, run } = useEditing('directory')
  const rows = useRef<HTMLTableSectionElement>(null)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const [said, say] = useState('')
  const { items } = directory
  const columns = directory.columns ?? []
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length || to === from) return
    if (!run(moveItem({ item: item.id, to }))) return
    say(t('row.moved', { name: of(item.label), number: to + 1 }))
    requestAnimationFrame(() => rows.current?.children[to]?.querySelector<HTMLElement>('[data-handle]')?.focus())
  }
  const over = (event: PointerEvent) =>
    rowUnder(
      [...(rows.current?.children ?? [])].map((row) => row.getBoundingClientRect()),
      event.clientY,
    )
  const keys = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const directories = Object.fromEntries(definitionsOf(workspace, 'directory').map((one) => [one.id, one]))
  return (
    <FieldSurroundingsProvider value={{ card: {}, directories, people: {}, linked: {} }}>
      <div className={classes.scroll}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('directory.order')}</span>
              </th>
              {workspace.languages.map((language) => (
                <th key={language} scope="col">
                  {workspace.languages.length > 1
                    ? t('text.in', { text: t('directory.label'), language: language.toUpperCase() })
                    : t('directory.label')}
                </th>
              ))}
              {columns.map((column, index) => (
                <th key={column.id} scope="col">
                  <ColumnHead column={column} index={index} last={columns.length - 1} />
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t('access.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {items.map((item, index) => (
              <tr
                key={item.id}
                data-retired={item.retired}
                data-drop={drag && drag.to === index && drag.from !== index ? (drag.to < drag.from ? 'before' : 'after') : undefined}
              >
                <td>
                  <ActionIcon
                    data-handle
                    className={classes.handle ?? ''}
                    size={28}
                    aria-label={t('row.move', { name: of(item.label) })}
                    title={t('row.move.how')}
                    onKeyDown={(event) => keys(event, index)}
                    onPointerDown={(event) => {
                      event.currentTarget.setPointerCapture(event.pointerId)
                      setDrag({ from: index, to: index })
                    }}
                    onPointerMove={(event) => drag && setDrag({ from: drag.from, to: over(event) })}
                    onPointerUp={(event) => {
                      if (drag) move(drag.from, over(event))
                      setDrag(null)
                    }}
                    onPointerCancel={() => setDrag(null)}
                  >
                    <IconGripVertical size={16} />
                  </ActionIcon>
                </td>
                {workspace.languages.map((language) => (
                  <td key={language} className={classes.cell}>
                    <CommitInput
                      aria-label={t('text.in', { text: of(item.label) || t('directory.label'), language: language.toUpperCase() })}
                      value={typeof item.label === 'string' ? item.label : ((item.label as Record<string, string>)[language] ?? '')}
                      onCommit={(words) =>
                        run(
                          setItem({
                            item: item.id,
                            set: { label: withLanguage(item.label as never, language, words, workspace.languages) },
                          }),
                        )
                      }
                    />
                  </td>
                ))}
                {columns.map((column) => (
                  <td key={column.id} className={classes.cell} data-type={column.type}>
                    <Cell item={item} column={column} onChange={(value) => run(setItem({ item: item.id, set: { [column.id]: value } }))} />
                  </td>
                ))}
                <td className={classes.narrow}>
                  <ItemActions item={item} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span className="sr-only" role="status">
        {said}
      </span>
    </FieldSurroundingsProvider>
  )
}

const typedText = ['text', 'long-text', 'email', 'phone', 'web']

/** A cell by the field of the form: texts are written once somebody is done with them. */
function Cell({ item, column, onChange }: { item: DirectoryItem; column: Column; onChange: (value: unknown) => void }) {
  const { t, of } = useWords()
  const label = t('directory.cell', { column: of(column.label), item: of(item.label) })
  const value = item[column.id]
  if (typedText.includes(column.type) && !('many' in column && column.many))
    return (
      <CommitInput
        aria-label={label}
        value={typeof value === 'string' ? value : ''}
        onCommit={(text) => onChange(text.trim() || undefined)}
      />
    )
  return (
    <Field
      field={{ ...column, label, required: false } as CardField}
      mode="edit"
      bare
      value={value as never}
      path={`${item.id}/${column.id}`}
      onChange={onChange}
    />
  )
}

function ItemActions({ item }: { item: DirectoryItem }) {
  const { t, of } = useWords()
  const { run } = useEditing('directory')
  const name = of(item.label)
  return (
    <>
      <ColorChoice value={item.color} onChange={(color) => run(setItem({ item: item.id, set: { color } }))} />
      {item.retired ? (
        <ActionIcon
          size={28}
          aria-label={t('directory.item.restore', { name })}
          title={t('panel.restore')}
          onClick={() => run(setItem({ item: item.id, set: { retired: undefined } }))}
        >
          <IconArchiveOff size={15} />
        </ActionIcon>
      ) : (
        <>
          <ActionIcon
            size={28}
            aria-label={t('directory.item.retire', { name })}
            title={t('directory.item.retire.short')}
            onClick={() => run(setItem({ item: item.id, set: { retired: true } }))}
          >
            <IconArchive size={15} />
          </ActionIcon>
          <ActionIcon
            size={28}
            aria-label={t('directory.item.remove', { name })}
            title={t('directory.item.remove.short')}
            onClick={() => run(removeItem({ item: item.id }))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </>
      )}
    </>
  )
}
