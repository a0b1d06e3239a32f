import { Button } from '@mantine/core'
import { IconBell, IconBellRinging, IconChecks } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { NoticeRow } from '../../api/answers.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useNotices, useReadNotices } from '../data/notices.ts'
import { refusalOf } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { Empty, faceOf, ListFaces } from '../ui/list-faces.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useWidth } from '../ui/use-width.ts'
import { When } from '../ui/when.tsx'
import { groupByDay } from './notice-days.ts'
import classes from './notices-screen.module.css'

/** What I was told, by days, newest first. Opening one marks it as read and leads to its document. */
export function NoticesScreen() {
  const { t } = useTexts()
  const { zone, spokenDate } = useFormats()
  const notices = useNotices()
  const read = useReadNotices()
  const phone = useWidth() === 'phone'
  const [onlyUnread, setOnlyUnread] = useState(false)
  usePage(t('nav.notices'))
  const pages = notices.data?.pages ?? []
  const all = useMemo(() => pages.flatMap((page) => page.items), [pages])
  const unread = pages[0]?.unread ?? 0
  const shown = onlyUnread ? all.filter((notice) => notice.read === null) : all
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        {!phone && <h1>{t('nav.notices')}</h1>}
        <span className={classes.count}>{unread > 0 && t('notices.unread', { count: unread })}</span>
        <Button
          variant={onlyUnread ? 'light' : 'subtle'}
          color={onlyUnread ? 'ink' : 'gray'}
          leftSection={<IconBellRinging size={16} />}
          aria-pressed={onlyUnread}
          onClick={() => setOnlyUnread(!onlyUnread)}
        >
          {t('notices.onlyUnread')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconChecks size={16} />}
          disabled={unread === 0}
          loading={read.isPending && read.variables === 'all'}
          onClick={() => read.mutate('all')}
        >
          {t('notices.readAll')}
        </Button>
      </header>
      {read.isError && <RefusalNote refusal={refusalOf(read.error)} />}
      <div className={classes.list}>
        <ListFaces
          face={faceOf(notices, shown.length === 0)}
          refusal={notices.error ? refusalOf(notices.error) : undefined}
          onRetry={() => notices.refetch()}
          rowHeight={56}
          empty={
            <Empty
              icon={IconBell}
              title={t(onlyUnread && all.length > 0 ? 'notices.allRead' : 'notices.empty')}
              text={t(onlyUnread && all.length > 0 ? 'notices.allRead.text' : 'notices.empty.text')}
            />
          }
        >
          {groupByDay(shown, (notice) => localDateAt(zone, notice.at)).map(({ day, items }) => (
            <section key={day} aria-labelledby={`notices-${day}`}>
              <h2 className={classes.day} id={`notices-${day}`}>
                {spokenDate(day)}
              </h2>
              <ul>
                {items.map((notice) => (
                  <Notice key={notice.id} notice={notice} onRead={() => read.mutate([notice.id])} />
                ))}
              </ul>
            </section>
          ))}
          {notices.hasNextPage && (
            <div className={classes.more}>
              <Button variant="default" loading={notices.isFetchingNextPage} onClick={() => notices.fetchNextPage()}>
                {t('do.showMore')}
              </Button>
            </div>
          )}
        </ListFaces>
      </div>
    </div>
  )
}

function Notice({ notice, onRead }: { notice: NoticeRow; onRead: () => void }) {
  const { t, of } = useTexts()
  const [, go] = useLocation()
  const unread = notice.read === null
  const { document } = notice
  const open = () => {
    if (unread) onRead()
    if (document) go(`/documents/${document.type}/${document.id}`)
  }
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <button type="button" className={classes.open} onClick={open}>
        <span className={classes.dot} aria-hidden />
        <span className={classes.words}>
          <span className={classes.text}>
            {unread && <span className="sr-only">{t('notices.new')}: </span>}
            {of(notice.text)}
          </span>
          {document && !of(notice.text).includes(of(document.title)) && (
            <span className={`${classes.about} cut`}>{of(document.title)}</span>
          )}
        </span>
        <span className={classes.when}>
          <When at={notice.at} />
        </span>
      </button>
    </li>
  )
}
