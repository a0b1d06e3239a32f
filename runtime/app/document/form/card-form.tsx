import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CardField } from '../../../../schemas/generated/card-field.ts'
import type { Card, CardValue } from '../../../engine/card/card.ts'
import { Field, FieldValue } from '../../fields/field.tsx'
import { fieldKinds } from '../../fields/fields.ts'
import { useTexts } from '../../language/texts.tsx'
import { Note } from '../../ui/note.tsx'
import { type Tab, Tabs } from '../../ui/tabs.tsx'
import classes from './card-form.module.css'
import type { PlacedCell, PlacedSection, PlacedTab } from './layout.ts'
import type { CardInHand } from './use-card.ts'

interface CardFormProps {
  readonly tabs: readonly PlacedTab[]
  readonly tab: string
  readonly onTab: (id: string) => void
  /** What stands above the fields: what may be changed now, what changed meanwhile. */
  readonly above?: ReactNode
  readonly drawField: (field: CardField) => ReactNode
  readonly drawList: (back: string) => ReactNode
}

/** The generated form: tabs, sections and columns as the type draws them; one tab alone needs no head. */
export function CardForm({ tabs, tab, onTab, above, drawField, drawList }: CardFormProps) {
  const { t, of } = useTexts()
  const shown = tabs.find(({ id }) => id === tab) ?? tabs[0]
  if (!shown) return <p className={classes.nothing}>{t('form.noFields')}</p>
  const body = (
    <div className={classes.body}>
      {above}
      {shown.sections.map((section) => (
        <Section key={section.id} section={section} drawField={drawField} drawList={drawList} />
      ))}
    </div>
  )
  if (tabs.length === 1) return body
  return (
    <div className={classes.tabs}>
      <Tabs
        tabs={tabs.map(({ id, label }): Tab => ({ id, label: label ? of(label) : t('form.form') }))}
        value={shown.id}
        onChange={onTab}
        label={t('form.tabs')}
      >
        {body}
      </Tabs>
    </div>
  )
}

type Drawing = Pick<CardFormProps, 'drawField' | 'drawList'>

const isWide = (cell: PlacedCell): boolean => cell.kind === 'list' || (fieldKinds[cell.field.type].wide ?? false)
const keyOf = (cell: PlacedCell): string => (cell.kind === 'list' ? `list:${cell.back}` : cell.field.id)

/**
 * A group of fields: rows stand on one line across the columns. Over the whole width comes what is wide: where it stands in
 * a section of one column, below the columns elsewhere.
 */
function Section({ section, drawField, drawList }: { section: PlacedSection } & Drawing) {
  const { of } = useTexts()
  const draw = (cell: PlacedCell) => (cell.kind === 'list' ? drawList(cell.back) : drawField(cell.field))
  const title = section.title ? of(section.title) : ''
  return (
    <section className={classes.section}>
      {title && <h2 className={classes.title}>{title}</h2>}
      {bandsOf(section.columns).map((band) =>
        band.kind === 'wide' ? (
          <div key={keyOf(band.cell)} className={classes.wide}>
            {draw(band.cell)}
          </div>
        ) : (
          <div
            key={band.columns.flat().map(keyOf).join()}
            className={classes.grid}
            style={{ '--columns': band.columns.length } as React.CSSProperties}
            data-single={band.columns.length === 1 || undefined}
          >
            {band.columns.flatMap((column, x) =>
              column.map((cell, y) => (
                <div key={keyOf(cell)} className={classes.cell} style={{ '--x': x + 1, '--y': y + 1 } as React.CSSProperties}>
                  {draw(cell)}
                </div>
              )),
            )}
          </div>
        ),
      )}
    </section>
  )
}

type Band =
  | { readonly kind: 'columns'; readonly columns: readonly (readonly PlacedCell[])[] }
  | { readonly kind: 'wide'; readonly cell: PlacedCell }

function bandsOf(columns: PlacedSection['columns']): readonly Band[] {
  const wide = columns.flat().filter(isWide)
  const filled = columns.filter((column) => column.length > 0)
  if (filled.length > 1) {
    const narrow = columns.map((column) => column.filter((cell) => !isWide(cell))).filter((column) => column.length > 0)
    const below = wide.map((cell): Band => ({ kind: 'wide', cell }))
    return narrow.length > 0 ? [{ kind: 'columns', columns: narrow }, ...below] : below
  }
  const bands: Band[] = []
  let run: PlacedCell[] = []
  for (const cell of filled[0] ?? []) {
    if (!isWide(cell)) {
      if (run.length === 0) bands.push({ kind: 'columns', columns: [run] })
      run.push(cell)
      continue
    }
    bands.push({ kind: 'wide', cell })
    run = []
  }
  return bands
}

/** A field of the card in hand: to fill where it may be changed, plain text elsewhere; another's change stands beside the own. */
export function HandField({ field, card }: { field: CardField; card: CardInHand }) {
  const { state, evaluated } = card
  const edits = card.mayEdit(field.id)
  const value = evaluated.shown[field.id]
  const changed = state.meanwhile.has(field.id)
  return (
    <div className={classes.field} data-edit={edits || undefined} data-changed={changed || undefined}>
      <Field
        field={field}
        mode={edits ? 'edit' : 'read'}
        value={value}
        required={evaluated.states.get(field.id)?.required ?? false}
        onChange={(next) => card.type(field.id, next)}
        onInvalid={card.onInvalid}
        problems={card.problems}
        {...(changed ? { was: state.meanwhile.get(field.id) } : {})}
      />
      {[...state.conflicts]
        .filter(([path]) => path === field.id)
        .map(([path, conflict]) => (
          <ConflictLine
            key={path}
            field={field}
            theirs={conflict.theirs}
            onSettle={(keep) => card.dispatch({ kind: 'settled', path, keep })}
          />
        ))}
    </div>
  )
}

interface ConflictLineProps {
  readonly field: CardField
  readonly theirs: CardValue | null
  readonly onSettle: (keep: 'mine' | 'theirs') => void
}

function ConflictLine({ field, theirs, onSettle }: ConflictLineProps) {
  const { t, rich } = useTexts()
  return (
    <div className={classes.conflict}>
      <Note tone="amber" alert>
        {rich('form.conflict', {
          value: theirs === null ? t('conflict.blank') : <FieldValue field={field} value={theirs} />,
        })}
        <span className={classes.choice}>
          <Button size="compact-xs" variant="default" onClick={() => onSettle('mine')}>
            {t('conflict.mine')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onSettle('theirs')}>
            {t('conflict.theirs')}
          </Button>
        </span>
      </Note>
    </div>
  )
}

/** A field of a card of another day, read-only; where it is different today, with today's value. */
export function PastField({
  field,
  card,
  today,
}: {
  field: CardField
  card: Card
  today: { readonly value: CardValue | undefined } | null
}) {
  const { rich, t } = useTexts()
  return (
    <div className={classes.field} data-changed={today !== null || undefined}>
      <Field field={field} mode="read" value={card[field.id]} />
      {today && (
        <p className={classes.today}>
          {rich('past.now', {
            value: today.value === undefined ? t('conflict.blank') : <FieldValue field={field} value={today.value} cell />,
          })}
        </p>
      )}
    </div>
  )
}
