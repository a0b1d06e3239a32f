import { Button } from '@mantine/core'
import { IconEyeOff, IconPlus } from '@tabler/icons-react'
import { fieldKinds } from '../../runtime/app/fields/fields.ts'
import { Tabs } from '../../runtime/app/ui/tabs.tsx'
import type { LayoutCell, LayoutSection } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { cellKey } from '../model/commands/type/layout-cells.ts'
import { FormCell } from './form-cell.tsx'
import classes from './form-sheet.module.css'
import { isSelected } from './selected.ts'
import type { SheetProps } from './sheet-props.ts'

/** The form that people fill, with its true fields, and handles on them. */
export function FormSheet(props: SheetProps) {
  const { layout, tab, onTab, onSelect, onAddTab, onAddSection, preview, sheet } = props
  const { t, of } = useWords()
  const shown = layout.find(({ id }) => id === tab) ?? layout[0]
  if (!shown) return null
  return (
    <div className={classes.sheet} ref={sheet}>
      <div className={classes.tabs}>
        <Tabs
          label={t('form.tabs')}
          tabs={layout.map((one) => ({
            id: one.id,
            label: preview.holds(one.when) ? (
              of(one.tab)
            ) : (
              <>
                {of(one.tab)} <IconEyeOff size={14} aria-label={t('form.hidden')} />
              </>
            ),
          }))}
          value={shown.id}
          onChange={(id) => {
            onTab(id)
            onSelect({ kind: 'tab', tab: id })
          }}
        />
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={onAddTab}>
          {t('form.addTab')}
        </Button>
      </div>
      <div className={classes.body}>
        {shown.sections.map((section) => (
          <Section key={section.id} {...props} tab={shown.id} section={section} />
        ))}
        {shown.sections.length === 0 && <p className={classes.empty}>{t('form.noSection')}</p>}
      </div>
      <Button
        className={classes.add}
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={onAddSection}
      >
        {t('form.addSection')}
      </Button>
    </div>
  )
}

/** As the form draws it: what is narrow in its columns, what is wide over the whole width below them. */
function Section({ section, ...props }: SheetProps & { section: LayoutSection }) {
  const { type, tab, preview, selected, onSelect } = props
  const { t, of } = useWords()
  const chosen = isSelected(selected, { kind: 'section', tab, section: section.id })
  const title = of(section.title)
  const single = section.columns.length === 1
  const isWide = (cell: LayoutCell) => {
    if (typeof cell !== 'string') return true
    const field = type.fields.find(({ id }) => id === cell)
    return field !== undefined && (fieldKinds[field.type].wide ?? false)
  }
  const cells = section.columns.map((column, x) => column.map((cell, y) => ({ cell, x, y })))
  const narrow = cells.map((column) => column.filter(({ cell }) => single || !isWide(cell)))
  const height = Math.max(1, ...narrow.map((column) => column.length))
  const draw = ({ cell, x, y }: { cell: LayoutCell; x: number; y: number }, wide: boolean) => (
    <FormCell key={cellKey(cell)} {...props} cell={cell} column={x} row={y} wide={wide} />
  )
  return (
    <section
      className={classes.section}
      data-section={section.id}
      data-tab={tab}
      data-selected={chosen || undefined}
      data-hidden={!preview.holds(section.when) || undefined}
      aria-label={title || t('form.section')}
    >
      <button
        type="button"
        className={classes.sectionHead}
        aria-pressed={chosen}
        onClick={() => onSelect({ kind: 'section', tab, section: section.id })}
      >
        <span className={classes.sectionTitle}>{title || t('form.section')}</span>
        <span>{t('form.columns', { count: section.columns.length })}</span>
        {!preview.holds(section.when) && <IconEyeOff size={14} aria-label={t('form.hidden')} />}
      </button>
      <div className={classes.grid} style={{ '--columns': section.columns.length } as React.CSSProperties}>
        {cells.map((column, x) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
            key={x}
            className={classes.column}
            data-column-box={x}
            data-empty={column.length === 0 || undefined}
            style={{ '--x': x + 1, '--rows': height } as React.CSSProperties}
          >
            {column.length === 0 && t('form.drop')}
          </div>
        ))}
        {narrow.flatMap((column, x) =>
          column.map((one, y) => (
            <div key={cellKey(one.cell)} className={classes.place} style={{ '--x': x + 1, '--y': y + 1 } as React.CSSProperties}>
              {draw(one, false)}
            </div>
          )),
        )}
      </div>
      {!single &&
        cells
          .flat()
          .filter(({ cell }) => isWide(cell))
          .map((one) => draw(one, true))}
    </section>
  )
}
