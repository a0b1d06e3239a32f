import { Button, Modal, Radio } from '@mantine/core'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { CardField } from '../../../../schemas/generated/card-field.ts'
import type { CardValue } from '../../../engine/card/card.ts'
import { FieldValue } from '../../fields/field.tsx'
import { FieldSurroundingsProvider } from '../../fields/surroundings.tsx'
import { useTexts } from '../../language/texts.tsx'
import classes from './dialogs.module.css'
import { type CardInHand, labelOfPath } from './use-card.ts'

interface ConflictDialogProps {
  readonly card: CardInHand
  readonly onClose: () => void
  /** After every one is settled. */
  readonly onSettled: () => void
}

type Choice = 'mine' | 'theirs'

/** The same values changed by two people: both are shown, and the one who saves last chooses with open eyes. */
export function ConflictDialog({ card, onClose, onSettled }: ConflictDialogProps) {
  const texts = useTexts()
  const { t } = texts
  const { state } = card
  const [chosen, choose] = useState<Readonly<Record<string, Choice>>>({})
  const conflicts = [...state.conflicts]
  const choiceOf = (path: string, gone: boolean): Choice => (gone ? 'theirs' : (chosen[path] ?? 'mine'))
  const settle = () => {
    flushSync(() => {
      for (const [path, { gone }] of conflicts) card.dispatch({ kind: 'settled', path, keep: choiceOf(path, gone) })
    })
    onSettled()
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<span className={classes.title}>{t('conflict.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <FieldSurroundingsProvider value={card.surroundings}>
        <p className={classes.text}>{t('conflict.text')}</p>
        {conflicts.map(([path, { mine, theirs, gone }]) => (
          <Radio.Group
            key={path}
            label={labelOfPath(state.type, state.working, path, texts)}
            value={choiceOf(path, gone)}
            onChange={(value) => choose((before) => ({ ...before, [path]: value as Choice }))}
            className={classes.pair}
          >
            <div className={classes.sides}>
              <Side value="mine" title={t('conflict.mine')} disabled={gone}>
                <PathValue fields={state.type.fields} path={path} value={mine} />
              </Side>
              <Side value="theirs" title={t('conflict.theirs')}>
                {gone ? t('conflict.gone') : <PathValue fields={state.type.fields} path={path} value={theirs} />}
              </Side>
            </div>
          </Radio.Group>
        ))}
      </FieldSurroundingsProvider>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('do.cancel')}
        </Button>
        <Button onClick={settle}>{t('conflict.save')}</Button>
      </div>
    </Modal>
  )
}

function Side({ value, title, disabled, children }: { value: Choice; title: string; disabled?: boolean; children: React.ReactNode }) {
  return (
    <Radio
      value={value}
      disabled={disabled ?? false}
      classNames={{ root: classes.side ?? '' }}
      label={
        <>
          <span className={classes.whose}>{title}</span>
          <span>{children}</span>
        </>
      }
    />
  )
}

/** A value at a path of the card: a field's, a cell's, or a whole row by its first column. */
export function PathValue({ fields, path, value }: { fields: readonly CardField[]; path: string; value: CardValue | null }) {
  const { t } = useTexts()
  const [id, rowId, columnId] = path.split('/')
  const field = fields.find((one) => one.id === id)
  if (value === null || value === undefined || !field) return <>{t('conflict.blank')}</>
  if (rowId === undefined) return <FieldValue field={field} value={value} cell />
  if (field.type !== 'table') return null
  if (columnId === undefined) return <RowWords field={field} row={value as Readonly<Record<string, CardValue>>} />
  const column = field.fields.find((one) => one.id === columnId)
  return column ? <FieldValue field={column} value={value} /> : null
}

/** A row in one line: its filled columns, first to last. */
export function RowWords({ field, row }: { field: Extract<CardField, { type: 'table' }>; row: Readonly<Record<string, CardValue>> }) {
  const filled = field.fields.filter((column) => row[column.id] !== undefined)
  return (
    <>
      {filled.map((column, index) => (
        <span key={column.id}>
          {index > 0 && ' · '}
          <FieldValue field={column} value={row[column.id]} />
        </span>
      ))}
    </>
  )
}
