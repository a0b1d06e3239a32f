import { Modal } from '@mantine/core'
import type { PersonRef } from '../../api/answers.ts'
import { instantOf } from '../../engine/calendar/instant.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useColleague } from '../data/office.ts'
import { refusalOf } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { ListFaces } from '../ui/list-faces.tsx'
import { Note } from '../ui/note.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import classes from './person-dialog.module.css'

/** A colleague: what they do here, how to reach them, and who stands in while they are away. */
export function PersonDialog({ person, onClose }: { person: PersonRef; onClose: () => void }) {
  const { t, of } = useTexts()
  const colleague = useColleague(person.id)
  return (
    <Modal
      opened
      onClose={onClose}
      size={420}
      title={
        <span className={classes.head}>
          <PersonAvatar name={person.name} size="large" />
          <span>
            <b>{person.name}</b>
            {person.what && <span className={classes.quiet}>{of(person.what)}</span>}
          </span>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <ListFaces
        face={colleague.isPending ? 'loading' : colleague.isError ? 'failed' : 'full'}
        refusal={colleague.error ? refusalOf(colleague.error) : undefined}
        onRetry={() => colleague.refetch()}
        rows={3}
      >
        {colleague.data && <Details of={colleague.data} />}
      </ListFaces>
    </Modal>
  )
}

function Details({ of: person }: { of: NonNullable<ReturnType<typeof useColleague>['data']> }) {
  const { t, of } = useTexts()
  const { zone, spokenDate } = useFormats()
  const lastDay = person.away && spokenDate(localDateAt(zone, instantOf(Date.parse(person.away.to) - 1)))
  return (
    <div className={classes.details}>
      {person.left && <Note>{t('person.left')}</Note>}
      {person.away && lastDay && (
        <Note tone="amber">
          {person.away.substitute
            ? t('person.awayWith', { day: lastDay, name: person.away.substitute.name })
            : t('person.away', { day: lastDay })}
        </Note>
      )}
      <dl className={classes.facts}>
        {person.email && (
          <>
            <dt>{t('person.email')}</dt>
            <dd>
              <a href={`mailto:${person.email}`}>{person.email}</a>
            </dd>
          </>
        )}
        {person.department && (
          <>
            <dt>{t('person.department')}</dt>
            <dd>{of(person.department)}</dd>
          </>
        )}
        {person.manager && (
          <>
            <dt>{t('person.manager')}</dt>
            <dd>{person.manager.name}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
