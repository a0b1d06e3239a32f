import { Button } from '@mantine/core'
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { FailureRow } from '../../api/answers.ts'
import { useFailures, useRetryFailure } from '../data/failures.ts'
import { refusalOf } from '../data/refusal.ts'
import { type Texts, useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { Cell, DataTable, HeadCell, Row } from '../ui/data-table.tsx'
import { Empty, faceOf, ListFaces } from '../ui/list-faces.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useWidth } from '../ui/use-width.ts'
import { When } from '../ui/when.tsx'
import classes from './failures-screen.module.css'

/** For the administrator: what could not be delivered, why, and a way to try again once the cause is mended. */
export function FailuresScreen() {
  const { t } = useTexts()
  const failures = useFailures()
  const retry = useRetryFailure()
  const phone = useWidth() === 'phone'
  usePage(t('failures.title'))
  const rows = failures.data?.pages.flatMap((page) => page.items) ?? []
  const again = (row: FailureRow) => (
    <Button
      variant="default"
      size={phone ? 'sm' : 'compact-sm'}
      leftSection={<IconRefresh size={14} />}
      loading={retry.isPending && retry.variables === row.id}
      onClick={() => retry.mutate(row.id)}
    >
      {t('do.tryAgain')}
    </Button>
  )
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        {!phone && <h1>{t('failures.title')}</h1>}
        <p>{t('failures.text')}</p>
        {retry.isError && <RefusalNote refusal={refusalOf(retry.error)} />}
      </header>
      <div className={classes.list}>
        <ListFaces
          face={faceOf(failures, rows.length === 0)}
          refusal={failures.error ? refusalOf(failures.error) : undefined}
          onRetry={() => failures.refetch()}
          empty={<Empty icon={IconCircleCheck} title={t('failures.empty')} text={t('failures.empty.text')} />}
        >
          {phone ? (
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={classes.row}>
                  <b>{kindOf(row, t)}</b>
                  <span>{row.to}</span>
                  <span className={classes.error}>{row.lastError}</span>
                  <span className={classes.quiet}>
                    <When at={row.at} /> · {t('failures.attempts', { count: row.attempts })}
                  </span>
                  <About row={row} />
                  {again(row)}
                </li>
              ))}
            </ul>
          ) : (
            <DataTable
              label={t('failures.title')}
              head={
                <>
                  <HeadCell>{t('failures.what')}</HeadCell>
                  <HeadCell>{t('failures.to')}</HeadCell>
                  <HeadCell>{t('failures.document')}</HeadCell>
                  <HeadCell>{t('failures.why')}</HeadCell>
                  <HeadCell right>{t('failures.tries')}</HeadCell>
                  <HeadCell>{t('failures.since')}</HeadCell>
                  <HeadCell>
                    <span className="sr-only">{t('do.tryAgain')}</span>
                  </HeadCell>
                </>
              }
            >
              {rows.map((row) => (
                <Row key={row.id}>
                  <Cell name>{kindOf(row, t)}</Cell>
                  <Cell>{row.to}</Cell>
                  <Cell>
                    <About row={row} />
                  </Cell>
                  <Cell title={row.lastError}>
                    <span className={classes.error}>{row.lastError}</span>
                  </Cell>
                  <Cell right>{row.attempts}</Cell>
                  <Cell>
                    <When at={row.at} />
                  </Cell>
                  <Cell>{again(row)}</Cell>
                </Row>
              ))}
            </DataTable>
          )}
          {failures.hasNextPage && (
            <div className={classes.more}>
              <Button variant="default" loading={failures.isFetchingNextPage} onClick={() => failures.fetchNextPage()}>
                {t('do.showMore')}
              </Button>
            </div>
          )}
        </ListFaces>
      </div>
    </div>
  )
}

function About({ row }: { row: FailureRow }) {
  const { of } = useTexts()
  if (!row.document) return <span className={classes.quiet}>—</span>
  return (
    <Link href={`/documents/${row.document.type}/${row.document.id}`} className={classes.link ?? ''}>
      {of(row.document.title)}
    </Link>
  )
}

/** What kind of work it was, in words; one that has none yet shows its own name. */
function kindOf({ kind }: FailureRow, t: Texts['t']): string {
  switch (kind) {
    case 'email':
    case 'webhook':
    case 'timer':
    case 'nudge':
    case 'reminder-sweep':
    case 'index':
    case 'follow-up':
      return t(`failures.kind.${kind}`)
    default:
      return kind
  }
}
