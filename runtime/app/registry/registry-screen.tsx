import { ActionIcon, Button, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconDownload, IconFilterOff, IconLayoutKanban, IconPlus, IconSearch, IconSitemap, IconTable } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import type { TypeAnswer } from '../../api/answers.ts'
import { useType } from '../data/document.ts'
import { refusalOf } from '../data/refusal.ts'
import { exportAddress, useRegistry } from '../data/registry.ts'
import { useSession } from '../data/session.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { typeIcon } from '../shell/places.ts'
import type { Density } from '../ui/data-table.tsx'
import { Empty, faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useWidth } from '../ui/use-width.ts'
import { boardGroup } from './board-columns.ts'
import { ColumnMenu } from './column-menu.tsx'
import { chosenColumns, columnsOf, fieldsToAsk, viewColumns } from './columns.ts'
import { filterablesOf } from './filter.ts'
import { FilterChips } from './filter-chips.tsx'
import { filterToFeel } from './filter-feel.ts'
import type { ListContext } from './list-cell.tsx'
import { ListFoot } from './list-foot.tsx'
import { RegistryBoard } from './registry-board.tsx'
import { RegistryRows } from './registry-rows.tsx'
import classes from './registry-screen.module.css'
import { type RegistryState, readState, writeState } from './registry-state.ts'
import { RegistryTable } from './registry-table.tsx'

/** The list of a type's documents. */
export function RegistryScreen() {
  const { type: id = '' } = useParams<{ type: string }>()
  const type = useType(id)
  if (!type.data)
    return (
      <ListFaces
        face={type.isError ? 'failed' : 'loading'}
        refusal={type.error ? refusalOf(type.error) : undefined}
        onRetry={() => type.refetch()}
      />
    )
  return <Registry key={id} type={type.data} />
}

/** What is shown stands in the address; a step back leads to how it was. */
function useRegistryState(path: string): [RegistryState, (part: Partial<RegistryState>) => void] {
  const [, go] = useLocation()
  const query = useSearch()
  const state = useMemo(() => readState(query), [query])
  return [
    state,
    (part) => {
      const next = writeState({ ...state, ...part })
      go(next ? `${path}?${next}` : path, { replace: 'search' in part })
    },
  ]
}

const densityKey = 'dosar-density'
const rememberedDensity = (): Density => {
  const kept = localStorage.getItem(densityKey)
  return kept === 'compact' || kept === 'roomy' ? kept : 'normal'
}

function Registry({ type: answer }: { type: TypeAnswer }) {
  const { t, of, language } = useTexts()
  const { zone } = useFormats()
  const phone = useWidth() === 'phone'
  const { type, views } = answer
  const [state, change] = useRegistryState(`/documents/${type.id}`)
  const [density, setDensity] = useState(rememberedDensity)
  usePage(of(type.plural ?? type.label))

  const shownViews = views.filter(({ retired }) => !retired)
  const view = shownViews.find((one) => one.id === state.view) ?? shownViews[0]
  const [chosen, setChosen] = useState<{ view: string; columns: string[] | null }>()
  const own = chosen?.view === (view?.id ?? '') ? chosen.columns : chosenColumns.read(type.id, view?.id ?? '')
  const all = useMemo(() => columnsOf(type), [type])
  const ids = own ?? viewColumns(type, view)
  const columns = ids.flatMap((id) => all.find((column) => column.id === id) ?? [])
  const group = boardGroup(type, view)
  const as = state.as ?? (view?.as === 'board' ? 'board' : 'table')
  const board = as === 'board' && group !== undefined
  const sort = state.sort ?? (view?.sort?.length === 1 ? view.sort[0] : undefined)
  const filterables = useMemo(() => filterablesOf(type), [type])
  const filter = useMemo(() => filterToFeel(state.filters, type, zone), [state.filters, type, zone])

  const list = useRegistry(
    type.id,
    { view: view?.id, filter, sort: state.sort, search: state.search || undefined, columns: fieldsToAsk(columns) },
    !board,
  )
  const pages = list.data?.pages ?? []
  const rows = pages.flatMap((page) => page.items)
  const context: ListContext = {
    type,
    directories: answer.directories,
    people: Object.assign({}, ...pages.map((page) => page.people)),
    linked: Object.assign({}, ...pages.map((page) => page.linked)),
  }
  const narrowed = state.filters.length > 0 || state.search !== ''
  const setColumns = (next: readonly string[] | null) => {
    chosenColumns.write(type.id, view?.id ?? '', next)
    setChosen({ view: view?.id ?? '', columns: next === null ? null : [...next] })
  }
  const createButton = answer.mayCreate && (
    <Button component={Link} href={`/documents/${type.id}/new`} variant="default" leftSection={<IconPlus size={16} />}>
      {t('shell.newOf', { type: of(type.label) })}
    </Button>
  )
  const me = useSession().data?.person
  const designButton = (me?.designer || me?.administrator) && (
    <Button
      component={Link}
      href={`/designer/document-type/${type.id}`}
      variant="subtle"
      color="gray"
      leftSection={<IconSitemap size={16} />}
    >
      {t('registry.design')}
    </Button>
  )
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        {!phone && (
          <div className={classes.title}>
            <h1>{of(type.plural ?? type.label)}</h1>
            <div className={classes.own}>
              {designButton}
              {createButton}
            </div>
          </div>
        )}
        {shownViews.length > 1 && (
          <Tabs
            label={t('registry.views')}
            value={view?.id ?? ''}
            onChange={(id) => change({ view: id === shownViews[0]?.id ? undefined : id, sort: undefined, as: undefined })}
            tabs={shownViews.map((one) => ({ id: one.id, label: of(one.label) }))}
          />
        )}
      </header>
      <div className={classes.tools}>
        <SearchBox value={state.search} onChange={(search) => change({ search })} />
        {group && (
          <SegmentedControl
            size="sm"
            className={classes.as ?? ''}
            aria-label={t('registry.as')}
            value={board ? 'board' : 'table'}
            onChange={(value) => change({ as: value as 'table' | 'board' })}
            data={[
              { value: 'table', label: <AsLabel icon={IconTable} words={t('registry.table')} short={phone} /> },
              { value: 'board', label: <AsLabel icon={IconLayoutKanban} words={t('registry.board')} short={phone} /> },
            ]}
          />
        )}
        <FilterChips type={answer} filterables={filterables} filters={state.filters} onChange={(filters) => change({ filters })} />
        {!phone && (
          <span className={classes.right}>
            {answer.mayExport && (
              <Tooltip label={t('registry.export')}>
                <ActionIcon
                  component="a"
                  download
                  href={exportAddress(
                    type.id,
                    { view: view?.id, filter, sort: state.sort, search: state.search || undefined, columns: ids },
                    language,
                  )}
                  aria-label={t('registry.export')}
                >
                  <IconDownload size={16} />
                </ActionIcon>
              </Tooltip>
            )}
            <ColumnMenu
              all={all}
              shown={ids}
              own={own !== null}
              density={density}
              onChange={setColumns}
              onDensity={(next) => {
                localStorage.setItem(densityKey, next)
                setDensity(next)
              }}
            />
          </span>
        )}
      </div>
      {board ? (
        <RegistryBoard
          type={answer}
          view={view?.id}
          group={group}
          columns={columns}
          filters={state.filters}
          search={state.search}
          sort={state.sort}
        />
      ) : (
        <div className={classes.list}>
          <ListFaces
            face={faceOf(list, rows.length === 0)}
            refusal={list.error ? refusalOf(list.error) : undefined}
            onRetry={() => list.refetch()}
            rows={12}
            empty={
              narrowed ? (
                <Empty icon={IconFilterOff} title={t('list.nothingFound')}>
                  <Button variant="default" onClick={() => change({ filters: [], search: '' })}>
                    {t('do.clearFilters')}
                  </Button>
                </Empty>
              ) : (
                <Empty
                  icon={typeIcon(type.kind)}
                  title={t('list.empty')}
                  text={t(view?.where ? 'registry.emptyView' : 'registry.empty', { type: of(type.label) })}
                >
                  {createButton}
                </Empty>
              )
            }
          >
            {phone ? (
              <RegistryRows rows={rows} columns={columns} context={context} />
            ) : (
              <RegistryTable
                label={of(type.label)}
                columns={columns}
                rows={rows}
                context={context}
                sort={sort}
                density={density}
                onSort={(next) => change({ sort: next })}
              />
            )}
          </ListFaces>
        </div>
      )}
      {!board && rows.length > 0 && <ListFoot list={list} shown={rows.length} count={pages[0]?.count} />}
    </div>
  )
}

function AsLabel({ icon: Icon, words, short }: { icon: typeof IconTable; words: string; short: boolean }) {
  return (
    <span className={classes.asLabel}>
      <Icon size={16} aria-hidden />
      <span className={short ? 'sr-only' : undefined}>{words}</span>
    </span>
  )
}

/** Asks a moment after the last letter, not at each. */
function SearchBox({ value, onChange }: { value: string; onChange: (search: string) => void }) {
  const { t } = useTexts()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed.trim()), 250)
    return () => clearTimeout(timer)
  })
  return (
    <TextInput
      type="search"
      className={classes.search ?? ''}
      aria-label={t('registry.search')}
      placeholder={t('registry.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
