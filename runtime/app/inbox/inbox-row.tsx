import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { Link } from 'wouter'
import type { InboxPage, InboxRow } from '../../api/answers.ts'
import type { Instant } from '../../engine/calendar/instant.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useAssignmentCommands } from '../data/assignments.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { PersonAvatar, PoolAvatar } from '../ui/person.tsx'
import { Due } from '../ui/when.tsx'
import classes from './inbox-list.module.css'

interface InboxRowProps {
  readonly row: InboxRow
  readonly people: InboxPage['people']
  readonly selected: boolean
  readonly phone: boolean
  readonly onOpen: () => void
}

/** What it is, from whom, asked for what, due, since; what waits in a pool offers Claim. */
export function InboxRowItem({ row, people, selected, phone, onOpen }: InboxRowProps) {
  const { t, of } = useTexts()
  const { spokenSince } = useSince()
  const { money } = useFormats()
  const { hand } = useAssignmentCommands()
  const [claiming, setClaiming] = useState(false)
  const from = row.from === null ? null : (people[row.from]?.name ?? t('people.unknown'))
  const amount = row.amount && money(row.amount.value, row.amount.currency ?? undefined)
  const claim = async () => {
    setClaiming(true)
    await hand(row.assignment, 'claim')
    setClaiming(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onOpen()
  }
  const pool = row.state === 'pool'
  return (
    <li className={classes.row} data-selected={selected || undefined} data-pool={pool || undefined} data-assignment={row.assignment}>
      <Link
        href={`/inbox/${row.assignment}`}
        replace={!phone}
        className={classes.open ?? ''}
        aria-current={selected ? 'true' : undefined}
        onKeyDown={press}
      >
        {pool ? (
          <PoolAvatar size={phone ? 'large' : 'middle'} />
        ) : (
          <PersonAvatar name={from ?? of(row.document.typeLabel)} size={phone ? 'large' : 'middle'} />
        )}
        <span className={classes.words}>
          <span className={`${classes.title} cut`}>{of(row.document.title)}</span>
          <span className={`${classes.what} cut`}>
            {of(row.label)}
            {phone ? from && ` · ${t('inbox.from', { name: from })}` : amount && ` · ${amount}`}
          </span>
          {phone && (
            <span className={classes.third}>
              {row.due ? <Due at={row.due} late={row.late} /> : <span>{spokenSince(row.since)}</span>}
              {amount && <span className={classes.amount}>{amount}</span>}
            </span>
          )}
        </span>
        {!phone && (
          <span className={classes.times}>
            {row.due && <Due at={row.due} late={row.late} />}
            <span className={classes.since}>{spokenSince(row.since)}</span>
          </span>
        )}
      </Link>
      {pool && (
        <Button variant="default" size="compact-sm" className={classes.claim ?? ''} loading={claiming} onClick={claim}>
          {t('decision.claim')}
          <span className="sr-only">: {of(row.document.title)}</span>
        </Button>
      )}
    </li>
  )
}

/** "since 18 Nov", "since yesterday". */
function useSince() {
  const { t } = useTexts()
  const { spokenDate, zone } = useFormats()
  return { spokenSince: (at: Instant) => t('inbox.since', { when: spokenDate(localDateAt(zone, at)) }) }
}
