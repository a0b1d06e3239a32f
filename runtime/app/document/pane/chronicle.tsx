import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CardField } from '../../../../schemas/generated/card-field.ts'
import type { HistoryEntry, HistoryPage, TypeAnswer } from '../../../api/answers.ts'
import { get } from '../../data/client.ts'
import { documentPath } from '../../data/document.ts'
import { keys } from '../../data/queries.ts'
import { refusalOf } from '../../data/refusal.ts'
import { FieldSurroundingsProvider, useSurroundings } from '../../fields/surroundings.tsx'
import { useTexts } from '../../language/texts.tsx'
import { HistoryLine } from '../../ui/history-line.tsx'
import { Empty, faceOf, ListFaces } from '../../ui/list-faces.tsx'
import classes from './chronicle.module.css'
import { ValueChange } from './value-change.tsx'

const pageSize = 30

/** What happened with the document, newest first; each change of values can be opened. */
export function Chronicle({ type, id }: { type: TypeAnswer; id: string }) {
  const { t } = useTexts()
  const around = useSurroundings()
  const typeId = type.type.id
  const history = useInfiniteQuery({
    queryKey: [...keys.document(typeId, id), 'history', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      get<HistoryPage>(
        `${documentPath(typeId, id)}/history?${new URLSearchParams({ limit: String(pageSize), ...(pageParam ? { after: pageParam } : {}) })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
  })
  const pages = history.data?.pages ?? []
  const entries = pages.flatMap(({ items }) => items)
  const people = Object.assign({}, ...pages.map((page) => page.people)) as HistoryPage['people']
  const linked = Object.assign({}, ...pages.map((page) => page.linked)) as HistoryPage['linked']
  return (
    <ListFaces
      face={faceOf(history, entries.length === 0)}
      refusal={history.error ? refusalOf(history.error) : undefined}
      onRetry={() => history.refetch()}
      empty={<Empty icon={IconHistory} title={t('chronicle.empty')} />}
    >
      <FieldSurroundingsProvider value={{ ...around, people: { ...around.people, ...people }, linked: { ...around.linked, ...linked } }}>
        <ol className={classes.events}>
          {entries.map((entry) => (
            <HistoryLine key={entry.sequence} entry={entry} people={people}>
              <Reason entry={entry} type={type} />
              <Changes entry={entry} fields={type.type.fields} />
            </HistoryLine>
          ))}
        </ol>
      </FieldSurroundingsProvider>
      {history.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
            {t('chronicle.more')}
          </Button>
        </div>
      )}
    </ListFaces>
  )
}

function Reason({ entry, type }: { entry: HistoryEntry; type: TypeAnswer }) {
  const { t, of } = useTexts()
  if (!entry.reason) return null
  const item = Object.values(type.directories)
    .flatMap(({ items }) => items)
    .find(({ id }) => id === entry.reason)
  return <p className={classes.reason}>{t('chronicle.reason', { reason: of(item?.label ?? entry.reason) })}</p>
}

function Changes({ entry, fields }: { entry: HistoryEntry; fields: readonly CardField[] }) {
  const { t, of } = useTexts()
  const [opened, open] = useState(false)
  if (entry.changes.length === 0) return null
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <>
      <UnstyledButton className={classes.toggle} aria-expanded={opened} onClick={() => open(!opened)}>
        <Chevron size={14} aria-hidden />
        {t('chronicle.changes', { count: entry.changes.length })}
      </UnstyledButton>
      {opened && (
        <dl className={classes.changes}>
          {entry.changes.map((change) => (
            <div key={change.path}>
              <dt>{of(change.label)}</dt>
              <dd>
                <ValueChange fields={fields} change={change} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
