import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { DocumentAnswer, InboxRow } from '../../api/answers.ts'
import { useInbox } from '../data/assignments.ts'
import { refusalOf } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { Empty, faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Note } from '../ui/note.tsx'
import { KeyHint } from '../ui/tag.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useWidth } from '../ui/use-width.ts'
import { dueGroupOf, type Grouping, groupInbox, nextAfter } from './inbox-groups.ts'
import { GroupingMenu, InboxChips, InboxList } from './inbox-list.tsx'
import classes from './inbox-screen.module.css'
import { Preview } from './preview.tsx'

const groupingKey = 'dosar-inbox-grouping'
const rememberedGrouping = (): Grouping => {
  const kept = localStorage.getItem(groupingKey)
  return kept === 'author' || kept === 'type' ? kept : 'due'
}

/**
 * What waits for me. On a desk the list and the preview stand side by side; narrower, a row opens the preview as a page.
 * J and K move, Enter opens the document; after a decision the next row opens.
 */
export function InboxScreen() {
  const { t, of, language } = useTexts()
  const { now, zone, number } = useFormats()
  const [, go] = useLocation()
  const width = useWidth()
  const { assignment } = useParams<{ assignment?: string }>()
  const me = useSession().data?.person?.id ?? ''
  const inbox = useInbox()
  const [by, setBy] = useState(rememberedGrouping)
  const [chip, setChip] = useState('all')
  const [decided, setDecided] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const rows = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data])
  const people = useMemo(() => Object.assign({}, ...(inbox.data?.pages.map((page) => page.people) ?? [])), [inbox.data])
  const shown = rows.filter((row) => width !== 'phone' || chip === 'all' || (chip === 'overdue' ? isLate(row) : row.document.type === chip))
  const groups = groupInbox(shown, by, { now, zone, language, people })
  const inOrder = groups.flatMap((group) => group.rows)
  const side = width === 'desk'
  const selected = inOrder.find((row) => row.assignment === assignment) ?? (side ? inOrder[0] : undefined)
  // A row that was opened stays open while it leaves the list, so that its page can say what became of it.
  const last = useRef<InboxRow>(undefined)
  if (selected) last.current = selected
  const opened =
    assignment === undefined
      ? side
        ? selected
        : undefined
      : (selected ?? (last.current?.assignment === assignment ? last.current : undefined))

  function isLate(row: InboxRow): boolean {
    return dueGroupOf(row, { now, zone }) === 'overdue'
  }
  const open = useCallback((row: InboxRow | undefined) => go(row ? `/inbox/${row.assignment}` : '/inbox', { replace: side }), [go, side])
  const move = (by: number) => {
    const at = inOrder.findIndex((row) => row.assignment === (assignment ?? selected?.assignment))
    const next = inOrder[Math.min(Math.max(at + by, 0), inOrder.length - 1)]
    if (!next) return
    open(next)
    list.current?.querySelector<HTMLElement>(`[data-assignment="${next.assignment}"] a`)?.focus()
  }
  useKeys({ j: () => move(1), k: () => move(-1), ...(side || assignment === undefined ? {} : { escape: () => go('/inbox') }) })
  // Enter on nothing in particular opens what is selected; on a button or a link it is theirs.
  useEffect(() => {
    if (!side || !selected) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.target !== document.body) return
      go(`/documents/${selected.document.type}/${selected.document.id}`)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [side, selected, go])
  usePage(
    side || assignment === undefined ? t('nav.inbox') : of(opened?.document.title),
    side || assignment === undefined ? [] : [{ label: t('nav.inbox'), href: '/inbox' }],
  )

  const afterDecision = (document: DocumentAnswer) => {
    setDecided(of(document.title))
    if (opened) open(nextAfter(inOrder, opened.assignment))
  }
  const preview = opened && (
    <Preview
      key={opened.assignment}
      row={opened}
      me={me}
      from={opened.from === null ? null : (people[opened.from]?.name ?? null)}
      onDecided={afterDecision}
    />
  )
  const face = faceOf(inbox, rows.length === 0)
  const thanks = (
    <div role="status" className={classes.decided}>
      {decided && <Note tone="green">{t('inbox.decided', { title: decided })}</Note>}
    </div>
  )

  if (!side && assignment !== undefined && (opened || inbox.isPending)) {
    return (
      <div className={classes.page}>
        {thanks}
        {preview}
      </div>
    )
  }
  const chips = [
    { id: 'all', label: t('inbox.all', { count: rows.length }) },
    ...(rows.some(isLate) ? [{ id: 'overdue', label: t('inbox.late', { count: rows.filter(isLate).length }) }] : []),
    ...[...new Map(rows.map((row) => [row.document.type, row.document.typeLabel]))].map(([id, label]) => ({
      id,
      label: `${of(label)} ${number(rows.filter((row) => row.document.type === id).length)}`,
    })),
  ]
  return (
    <div className={classes.screen} data-side={(side && face !== 'empty') || undefined}>
      <div className={classes.list}>
        {width !== 'phone' && (
          <header className={classes.header}>
            <h1>
              {t('nav.inbox')} {rows.length > 0 && <span className={classes.count}>{number(rows.length)}</span>}
            </h1>
            <GroupingMenu
              by={by}
              onChange={(chosen) => {
                localStorage.setItem(groupingKey, chosen)
                setBy(chosen)
              }}
            />
          </header>
        )}
        {width === 'phone' && rows.length > 0 && <InboxChips chips={chips} chosen={chip} onChoose={setChip} />}
        {thanks}
        <div className={classes.rows} ref={list}>
          <ListFaces
            face={face}
            refusal={inbox.error ? refusalOf(inbox.error) : undefined}
            onRetry={() => inbox.refetch()}
            rowHeight={58}
            empty={<Empty icon={IconInbox} title={t('inbox.empty')} text={t('inbox.empty.text')} />}
          >
            <InboxList
              groups={groups}
              people={people}
              selected={side ? (selected?.assignment ?? null) : null}
              phone={width === 'phone'}
              onOpen={(id) => {
                const row = inOrder.find((one) => one.assignment === id)
                if (row) go(side ? `/documents/${row.document.type}/${row.document.id}` : `/inbox/${id}`)
              }}
            />
            {inbox.hasNextPage && (
              <div className={classes.more}>
                <Button variant="default" loading={inbox.isFetchingNextPage} onClick={() => inbox.fetchNextPage()}>
                  {t('do.showMore')}
                </Button>
              </div>
            )}
          </ListFaces>
        </div>
        {side && rows.length > 0 && <Keys />}
      </div>
      {side && face !== 'empty' && <div className={classes.side}>{preview ?? (face === 'full' && <Empty title={t('inbox.gone')} />)}</div>}
    </div>
  )
}

function Keys() {
  const { t } = useTexts()
  return (
    <footer className={classes.keys}>
      <span>
        <KeyHint>J</KeyHint> <KeyHint>K</KeyHint> {t('inbox.keys.move')}
      </span>
      <span>
        <KeyHint>Enter</KeyHint> {t('inbox.keys.open')}
      </span>
      <span>
        <KeyHint>A</KeyHint> {t('inbox.keys.approve')}
      </span>
      <span>
        <KeyHint>C</KeyHint> {t('inbox.keys.comment')}
      </span>
    </footer>
  )
}
