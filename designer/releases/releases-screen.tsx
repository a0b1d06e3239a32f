import { Button } from '@mantine/core'
import { IconCircleCheck, IconHistory, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReleaseRow } from '../../runtime/api/answers.ts'
import { refusalOf } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Empty, faceOf, ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { PersonName } from '../../runtime/app/ui/person.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import { Tag } from '../../runtime/app/ui/tag.tsx'
import { When } from '../../runtime/app/ui/when.tsx'
import { useWords } from '../language/words.tsx'
import { releasedAt } from '../model/workspace.ts'
import { PublishButton } from '../shell/designer-bar.tsx'
import { useOfficePeople } from '../simulation/try-office.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { BackDialog } from './back-dialog.tsx'
import { MoveOthers } from './move-others.tsx'
import classes from './publish.module.css'
import { useReleases } from './releases-api.ts'

const icons = { added: IconPlus, changed: IconPencil, removed: IconMinus }

/** The versions that have been in use: who put what in use when, and why; going back to one, and moving what runs on older ones. */
export function ReleasesScreen() {
  const { t } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const query = useReleases()
  const [back, goBack] = useState<ReleaseRow | null>(null)
  usePage(t('releases.title'), [{ label: t('designer.title'), href: '/designer' }])
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1>{t('releases.title')}</h1>
        <span className={classes.grow}>{t('releases.text')}</span>
        {workspace.drafts.size > 0 && <PublishButton />}
      </header>
      <MoveOthers />
      <ListFaces
        face={faceOf(query, items.length === 0)}
        refusal={query.error ? refusalOf(query.error) : undefined}
        onRetry={() => query.refetch()}
        rowHeight={72}
        empty={<Empty icon={IconHistory} title={t('releases.none')} text={t('releases.none.text')} />}
      >
        <ul className={classes.releases}>
          {items.map((row) => (
            <Release key={row.number} row={row} onBack={() => goBack(row)} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button variant="subtle" m={16} loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {texts.t('do.showMore')}
          </Button>
        )}
      </ListFaces>
      {back && <BackDialog row={back} onClose={() => goBack(null)} />}
    </div>
  )
}

const MOST_SHOWN = 12

function Release({ row, onBack }: { row: ReleaseRow; onBack: () => void }) {
  const { t, of } = useWords()
  const { release, workspace } = useWorkspace()
  const people = useOfficePeople()
  const current = row.number === release
  const shown = row.items.slice(0, MOST_SHOWN)
  return (
    <li>
      <span className={classes.number}>{row.number}</span>
      <span className={classes.release}>
        <b>{row.message || t('releases.noMessage')}</b>
        <span className={classes.who}>
          {row.by === null ? t('releases.byProgram') : <PersonName person={people[row.by]} />}
          <When at={row.at} />
        </span>
        <span className={classes.brought}>
          {shown.map(({ kind, id, change }) => (
            <Tag key={`${kind} ${id}`} icon={icons[change]}>
              <span className="sr-only">{t(`publish.change.${change}`)} </span>
              {of(releasedAt(workspace, kind, id)?.label) || id}
            </Tag>
          ))}
          {row.items.length > MOST_SHOWN && <Tag>{t('releases.more', { count: row.items.length - MOST_SHOWN })}</Tag>}
        </span>
      </span>
      {current ? (
        <Status tone="green" icon={IconCircleCheck}>
          {t('releases.inUse')}
        </Status>
      ) : (
        <Button size="xs" variant="default" onClick={onBack}>
          {t('releases.back')}
        </Button>
      )}
    </li>
  )
}
