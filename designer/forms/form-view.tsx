import { useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../../runtime/app/data/session.ts'
import { type FieldSurroundings, FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import { useNow } from '../../runtime/app/language/use-now.ts'
import { useKeys } from '../../runtime/app/ui/use-keys.ts'
import { localDateAt } from '../../runtime/engine/calendar/zone.ts'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { LayoutCell } from '../../schemas/generated/document-type.ts'
import { SampleProvider } from '../conditions/sample.tsx'
import { useWords } from '../language/words.tsx'
import { addField } from '../model/commands/type/add-field.ts'
import { addSection } from '../model/commands/type/add-section.ts'
import { addTab } from '../model/commands/type/add-tab.ts'
import { type CellPlace, cellKey, layoutOf } from '../model/commands/type/layout-cells.ts'
import { placeCell } from '../model/commands/type/place-cell.ts'
import { unplaceCell } from '../model/commands/type/unplace-cell.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { useShownPlace } from '../shell/shown-place.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { DragArea, type Dragged } from './drag.tsx'
import type { PaletteItem } from './field-types.ts'
import { FormPanel } from './form-panel.tsx'
import { FormSheet } from './form-sheet.tsx'
import classes from './form-view.module.css'
import { type Direction, notPlaced, otherCells, placeAfter, placeBeside, placeOf } from './layout-places.ts'
import { newFieldCommand } from './new-field-command.ts'
import { newFieldWords } from './new-field-words.ts'
import { Palette } from './palette.tsx'
import { firstSchema, previewCard, restingSteps, type SeenAs } from './preview.ts'
import { PreviewBar } from './preview-bar.tsx'
import { previewSite } from './preview-site.ts'
import { RemoveFieldDialog } from './remove-field-dialog.tsx'
import { sampleCard } from './sample-card.ts'
import { type Selected, selectedAt } from './selected.ts'
import { backLists } from './totals.ts'

const blocks = ['paper', 'files', 'activities', 'missing'] as const

/** The form builder: the palette, the form that people fill, and what can be said of the thing that is chosen. */
export function FormView() {
  const words = useWords()
  const { t, of } = words
  const { body: type, workspace, calendar, run } = useEditing('document-type')
  const me = useSession().data?.person?.id ?? ''
  const now = useNow()
  const layout = layoutOf(type, workspace.languages)
  const site = previewSite(workspace, calendar)
  const schema = firstSchema(type, site)
  const [asked, ask] = useState<SeenAs>(() => ({ person: me, node: restingSteps(schema)[0]?.id ?? null }))
  const [width, setWidth] = useState<'wide' | 'phone'>('wide')
  const [tab, setTab] = useState(layout[0]?.id ?? '')
  const [selected, select] = useState<Selected | null>(null)
  const [removing, remove] = useState<string | null>(null)
  const [said, say] = useState('')
  const shown = useShownPlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked for, not whenever the form changes
  useEffect(() => {
    const place = shown === null ? undefined : selectedAt(type, layout, shown)
    if (!place) return
    select(place.selected)
    if (place.tab !== undefined) setTab(place.tab)
  }, [shown])
  const sheet = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const builder = useRef<HTMLDivElement>(null)

  // What somebody types into the form to see what comes of it; it is no part of the definition.
  const [typed, setTyped] = useState<Card>({})
  const today = localDateAt(calendar.zone, now)
  const sample = useMemo(() => sampleCard(type, { today, me, site }), [type, today, me, site])
  const seenAs = schema?.nodes.some(({ id }) => id === asked.node) ? asked : { ...asked, node: null }
  const { person, node } = seenAs
  const preview = useMemo(() => {
    const card = Object.fromEntries(Object.entries({ ...sample, ...typed }).filter(([, value]) => value !== undefined)) as Card
    return previewCard({ type, schema, site, card, seenAs: { person, node }, now })
  }, [type, schema, site, sample, typed, person, node, now])

  const lists = useMemo(() => backLists(workspace, type), [workspace, type])
  const listNames = useMemo(() => new Map(lists.map(({ of: id, label }) => [id, of(label)])), [lists, of])
  const surroundings = useMemo<FieldSurroundings>(
    () => ({
      card: preview.shown,
      directories: Object.fromEntries(site.directories),
      people: Object.fromEntries([...site.people.values()].map(({ id, name }) => [id, { id, name, what: null }])),
      linked: {},
    }),
    [preview, site],
  )

  const nameOf = (cell: LayoutCell): string =>
    typeof cell === 'string'
      ? of(type.fields.find(({ id }) => id === cell)?.label)
      : cell.list !== undefined
        ? (listNames.get(cell.list) ?? cell.list)
        : t(`block.${cell.block}`)
  const placeOfSelected = () =>
    placeAfter(layout, selected?.kind === 'field' ? selected.field : selected?.kind === 'cell' ? selected.key : undefined, tab)
  const focusCell = (key: string) =>
    requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"] > button`)?.focus())
  /** Brings a new field into sight, and its name under the fingers: the first thing that is said of it. */
  const showNew = (field: string) =>
    requestAnimationFrame(() => {
      sheet.current?.querySelector(`[data-cell="${CSS.escape(field)}"]`)?.scrollIntoView({ block: 'nearest' })
      const name = builder.current?.querySelector<HTMLInputElement>('[data-property="label"] input')
      name?.focus()
      name?.select()
    })
  const addNew = (item: PaletteItem, place: CellPlace | undefined) => {
    const label = ownWords(newFieldWords(item), workspace.languages)
    const done = run(newFieldCommand(workspace, type, item, label, place))
    if (!done?.made) return
    select({ kind: 'field', field: done.made })
    say(t('form.added', { name: of(label) }))
    showNew(done.made)
  }
  const put = (cell: LayoutCell, place: CellPlace) => {
    if (!run(placeCell({ cell, place }))) return
    const key = cellKey(cell)
    select(typeof cell === 'string' ? { kind: 'field', field: cell } : { kind: 'cell', key })
    say(t('form.moved', { name: nameOf(cell) }))
    focusCell(key)
  }
  const drop = (what: Dragged, place: CellPlace) => (what.kind === 'new' ? addNew(what.item, place) : put(what.cell, place))
  const move = (cell: LayoutCell, direction: Direction) => {
    const place = placeBeside(layout, cellKey(cell), direction)
    if (place) put(cell, place)
  }
  const takeOff = (cell: LayoutCell) => {
    if (run(unplaceCell({ cell }))) say(t('form.takenOff', { name: nameOf(cell) }))
  }
  const copy = (id: string) => {
    const field = type.fields.find((one) => one.id === id)
    if (!field) return
    const { id: _, label, type: fieldType, ...more } = field
    const at = placeOf(layout, id)
    const done = run(addField({ fieldType, label, with: more, ...(at && { place: { ...at, row: at.row + 1 } }) }))
    if (done?.made) select({ kind: 'field', field: done.made })
  }

  useKeys({
    n: () => search.current?.focus(),
    escape: () => select(null),
  })

  const waiting = [
    ...notPlaced(type, layout).map((field) => ({
      cell: field.id as LayoutCell,
      name: of(field.label),
      icon: field.formula !== undefined ? ('calculated' as const) : field.rollup ? ('total' as const) : field.type,
    })),
    ...otherCells(
      layout,
      lists.map((list) => list.of),
      blocks,
    ).map((cell) => ({
      cell,
      name: nameOf(cell),
      icon: typeof cell !== 'string' && cell.list !== undefined ? ('list' as const) : ('block' as const),
    })),
  ]
  return (
    <FieldSurroundingsProvider value={surroundings}>
      <SampleProvider value={preview}>
        <DragArea sheet={sheet} onDrop={drop}>
          <div className={classes.builder} ref={builder}>
            <Palette
              search={search}
              waiting={waiting}
              retired={type.fields.filter(({ retired }) => retired).map(({ id, label }) => ({ id, name: of(label) }))}
              onNew={(item) => addNew(item, placeOfSelected())}
              onPlace={(cell) => {
                const place = placeOfSelected()
                if (place) put(cell, place)
              }}
              onSelect={(field) => select({ kind: 'field', field })}
            />
            <div className={classes.middle}>
              <PreviewBar schema={schema} width={width} onWidth={setWidth} seenAs={seenAs} onSeenAs={ask} />
              <div className={width === 'phone' ? classes.phone : undefined}>
                <FormSheet
                  sheet={sheet}
                  type={type}
                  layout={layout}
                  preview={preview}
                  listNames={listNames}
                  tab={tab}
                  selected={selected}
                  onTab={setTab}
                  onSelect={select}
                  onValue={(field, value) => setTyped((before) => ({ ...before, [field]: value }) as Card)}
                  onMove={move}
                  onTakeOff={takeOff}
                  onCopy={copy}
                  onRemove={remove}
                  onAddTab={() => {
                    const done = run(addTab({ tab: ownWords({ en: 'New tab', ro: 'Filă nouă' }, workspace.languages) }))
                    if (done?.made) {
                      setTab(done.made)
                      select({ kind: 'tab', tab: done.made })
                    }
                  }}
                  onAddSection={() => {
                    const at = layout.some(({ id }) => id === tab) ? tab : (layout[0]?.id ?? '')
                    const done = run(
                      addSection({ tab: at, title: ownWords({ en: 'New section', ro: 'Secțiune nouă' }, workspace.languages), columns: 2 }),
                    )
                    if (done?.made) select({ kind: 'section', tab: at, section: done.made })
                  }}
                />
              </div>
            </div>
            <FormPanel selected={selected} layout={layout} onSelect={select} onRemove={remove} />
          </div>
        </DragArea>
        {removing !== null && (
          <RemoveFieldDialog
            field={removing}
            onClose={(gone) => {
              remove(null)
              if (gone) select(null)
            }}
          />
        )}
        <span className="sr-only" role="status">
          {said}
        </span>
      </SampleProvider>
    </FieldSurroundingsProvider>
  )
}
