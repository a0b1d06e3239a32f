import { Button } from '@mantine/core'
import { IconLink, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { RegistryPage, RegistryRow } from '../../../api/answers.ts'
import { get } from '../../data/client.ts'
import { documentPath, useType } from '../../data/document.ts'
import { keys } from '../../data/queries.ts'
import { refusalOf } from '../../data/refusal.ts'
import { FieldValue } from '../../fields/field.tsx'
import { FieldSurroundingsProvider } from '../../fields/surroundings.tsx'
import { useTexts } from '../../language/texts.tsx'
import { Empty, faceOf, ListFaces } from '../../ui/list-faces.tsx'
import { DocumentStatus } from '../../ui/status.tsx'
import classes from './related.module.css'
import type { BackList } from './use-backs.ts'

interface RelatedProps {
  readonly type: string
  readonly id: string
  readonly backs: readonly BackList[]
}

/** All lists of documents that point here. */
export function Related({ type, id, backs }: RelatedProps) {
  const { t } = useTexts()
  if (backs.length === 0) return <Empty icon={IconLink} title={t('related.none')} text={t('related.none.text')} />
  return (
    <div className={classes.lists}>
      {backs.map((back) => (
        <RelatedList key={back.id} type={type} id={id} back={back} />
      ))}
    </div>
  )
}

/** Documents that point here by one link, newest first, and the way to one more. */
export function RelatedList({ type, id, back }: { type: string; id: string; back: BackList }) {
  const { t, of } = useTexts()
  const list = useInfiniteQuery({
    queryKey: [...keys.document(type, id), 'related', back.id],
    queryFn: ({ pageParam, signal }) =>
      get<RegistryPage>(
        `${documentPath(type, id)}/related/${back.id}?${new URLSearchParams({ limit: '20', ...(pageParam ? { after: pageParam } : {}) })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const people = Object.assign({}, ...(list.data?.pages.map((page) => page.people) ?? [])) as RegistryPage['people']
  const linked = Object.assign({}, ...(list.data?.pages.map((page) => page.linked) ?? [])) as RegistryPage['linked']
  return (
    <section aria-label={of(back.label)}>
      <div className={classes.head}>
        <h2>
          {of(back.label)} {rows.length > 0 && <span className={classes.count}>{list.hasNextPage ? `${rows.length}+` : rows.length}</span>}
        </h2>
        {back.sources
          .filter(({ mayCreate }) => mayCreate)
          .map((source) => (
            <Button
              key={source.type}
              component={Link}
              href={`/documents/${source.type}/new?${new URLSearchParams({ [source.field]: `${type}/${id}` })}`}
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              aria-label={t('related.new', { type: of(source.label) })}
            >
              {of(source.label)}
            </Button>
          ))}
      </div>
      <ListFaces
        face={faceOf(list, rows.length === 0)}
        rows={2}
        refusal={list.error ? refusalOf(list.error) : undefined}
        onRetry={() => list.refetch()}
        empty={<p className={classes.empty}>{t('related.empty')}</p>}
      >
        <ul className={classes.rows}>
          {rows.map((row) => (
            <RelatedRow key={row.id} row={row} people={people} linked={linked} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('do.showMore')}
          </Button>
        )}
      </ListFaces>
    </section>
  )
}

function RelatedRow({ row, people, linked }: { row: RegistryRow } & Pick<RegistryPage, 'people' | 'linked'>) {
  const { of } = useTexts()
  const type = useType(row.type).data
  const statuses = type?.type.statuses ?? []
  const status = statuses.find(({ id }) => id === row.status)
  const sum = type?.type.fields.find((field) => field.type === 'money' && row.card[field.id] !== undefined)
  return (
    <li className={classes.row}>
      <Link href={`/documents/${row.type}/${row.id}`} className={`${classes.title} cut`}>
        {of(row.title)}
      </Link>
      {status && <DocumentStatus status={status} first={status === statuses[0]} />}
      {type && sum && (
        <FieldSurroundingsProvider value={{ card: row.card, directories: type.directories, people, linked }}>
          <span className={classes.sum}>
            <FieldValue field={sum} value={row.card[sum.id]} />
          </span>
        </FieldSurroundingsProvider>
      )}
    </li>
  )
}
