import { ActionIcon, Button, MultiSelect, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import type { DocumentType, View } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import { addView } from '../model/commands/type/add-view.ts'
import { moveView } from '../model/commands/type/move-view.ts'
import { removeView } from '../model/commands/type/remove-view.ts'
import { setView } from '../model/commands/type/set-view.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import { RowList } from './parts/row-list.tsx'
import { TextInLanguages } from './parts/text-in-languages.tsx'
import { SortKeys } from './sort-keys.tsx'
import classes from './views.module.css'

const own = ['number', 'title', 'status', 'author', 'createdOn'] as const

/** Saved ways to look at the list: a table, a board, a calendar; of which documents, in which order. */
export function ViewsView() {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const views = type.views ?? []
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() =>
        run(
          addView({
            label: ownWords({ en: 'New view', ro: 'Vedere nouă' }, workspace.languages),
            as: 'table',
            with: { columns: firstColumns(type) },
          }),
        )
      }
    >
      {t('views.add')}
    </Button>
  )
  if (views.length === 0)
    return (
      <Empty title={t('views.empty')} text={t('views.text')}>
        {add}
      </Empty>
    )
  return (
    <PagePart title={t('type.views')} text={t('views.text')} add={add}>
      <RowList
        label={t('type.views')}
        at="/views"
        rows={views}
        keyOf={({ id }) => id}
        nameOf={({ label }) => of(label)}
        onMove={(from, to) => run(moveView({ view: views[from]!.id, to }))}
        draw={(view) => <ViewRow view={view} />}
      />
    </PagePart>
  )
}

/** What a new view shows: the number, what identifies a document, and its status. */
function firstColumns(type: DocumentType): string[] {
  const fields = type.fields.filter(({ retired, type: kind }) => !retired && kind !== 'table' && kind !== 'long-text' && kind !== 'file')
  return [...(type.number ? ['number'] : []), ...fields.slice(0, 3).map(({ id }) => id), ...(type.statuses?.length ? ['status'] : [])]
}

function ViewRow({ view }: { view: View }) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const set = (change: Parameters<typeof setView>[0]['set']) => run(setView({ view: view.id, set: change }))
  const fields = type.fields.filter(({ retired, type: kind }) => !retired && kind !== 'table' && kind !== 'file' && kind !== 'rich-text')
  const names = [
    ...own.map((id) => ({ value: id as string, label: t(`own.${id}`) })),
    ...fields.map(({ id, label }) => ({ value: id, label: of(label) })),
  ]
  const named = (ids: readonly string[]) => [
    ...names,
    ...ids.filter((id) => !names.some(({ value }) => value === id)).map((id) => ({ value: id, label: id })),
  ]
  const grouping = fields.filter(({ type: kind }) => kind === 'choice' || kind === 'person' || kind === 'department' || kind === 'yes-no')
  const dates = fields.filter(({ type: kind }) => kind === 'date' || kind === 'date-time')
  return (
    <div className={classes.view} data-retired={view.retired}>
      <div className={classes.line}>
        <TextInLanguages bare label={t('views.label')} value={view.label} onChange={(label) => label && set({ label })} />
        <SegmentedControl
          size="xs"
          aria-label={t('views.as')}
          value={view.as}
          data={(['table', 'board', 'calendar'] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={(as) => set({ as: as as View['as'] })}
        />
        {view.retired ? (
          <Button size="compact-xs" variant="subtle" onClick={() => set({ retired: undefined })}>
            {t('panel.restore')}
          </Button>
        ) : (
          <ActionIcon size={28} aria-label={t('views.remove', { name: of(view.label) })} onClick={() => run(removeView({ view: view.id }))}>
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </div>
      <MultiSelect
        label={t('views.columns')}
        value={[...(view.columns ?? [])]}
        data={named(view.columns ?? [])}
        searchable
        hidePickedOptions
        onChange={(columns) => set({ columns: columns.length > 0 ? columns : undefined })}
      />
      <div className={classes.two}>
        <SortKeys value={view.sort ?? []} data={names} onChange={(sort) => set({ sort: sort && [...sort] })} />
        {view.as === 'board' && (
          <NativeSelect
            label={t('views.group')}
            value={view.group ?? 'status'}
            data={[
              { value: 'status', label: t('own.status') },
              { value: 'step', label: t('own.step') },
              ...grouping.map(({ id, label }) => ({ value: id, label: of(label) })),
            ]}
            onChange={(event) => set({ group: event.currentTarget.value })}
          />
        )}
        {view.as === 'calendar' && (
          <NativeSelect
            label={t('views.date')}
            value={view.date ?? ''}
            data={[{ value: '', label: t('views.date.none') }, ...dates.map(({ id, label }) => ({ value: id, label: of(label) }))]}
            onChange={(event) => set({ date: event.currentTarget.value || undefined })}
          />
        )}
      </div>
      <div className={classes.when}>
        <OptionalCondition
          label={t('views.where')}
          always={t('views.all')}
          value={view.where}
          place={{ type }}
          onChange={(where) => set({ where })}
        />
      </div>
    </div>
  )
}
