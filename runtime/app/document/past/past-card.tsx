import { Button } from '@mantine/core'
import { IconCalendarSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { DocumentAnswer, PastAnswer } from '../../../api/answers.ts'
import { addDays } from '../../../engine/calendar/local-date.ts'
import { startOfDate } from '../../../engine/calendar/zone.ts'
import { fieldsOf } from '../../../engine/card/field.ts'
import { planOf } from '../../../engine/card/formulas.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import { get } from '../../data/client.ts'
import { documentPath } from '../../data/document.ts'
import { keys } from '../../data/queries.ts'
import { refusalOf } from '../../data/refusal.ts'
import { FieldSurroundingsProvider } from '../../fields/surroundings.tsx'
import { useTexts } from '../../language/texts.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { faceOf, ListFaces } from '../../ui/list-faces.tsx'
import { Note } from '../../ui/note.tsx'
import { CardForm, PastField } from '../form/card-form.tsx'
import { placedLayout } from '../form/layout.ts'
import type { CardInHand } from '../form/use-card.ts'
import { useProgram } from '../use-program.ts'
import classes from './past-card.module.css'

interface PastCardProps {
  readonly document: DocumentAnswer
  readonly today: CardInHand
  readonly day: string
  readonly onClose: () => void
}

/** The card as it was at the end of a day, read-only, on the form that it had then. */
export function PastCard({ document, today, day, onClose }: PastCardProps) {
  const { t } = useTexts()
  const { date, zone } = useFormats()
  const on = useMemo(() => new Date(Date.parse(startOfDate(zone, addDays(day, 1))) - 1).toISOString(), [zone, day])
  const past = useQuery({
    queryKey: [...keys.document(document.type, document.id), 'at', on],
    queryFn: ({ signal }) => get<PastAnswer>(`${documentPath(document.type, document.id)}/at?on=${encodeURIComponent(on)}`, signal),
  })
  const program = useProgram(past.data?.program)
  const [tab, setTab] = useState('')
  const back = (
    <Button size="compact-sm" variant="default" onClick={onClose}>
      {t('past.today')}
    </Button>
  )
  if (past.error && refusalOf(past.error).status === 404)
    return (
      <div className={classes.past}>
        <Note tone="amber" way={back}>
          {t('past.notYet')}
        </Note>
      </div>
    )
  if (!past.data || !program.data)
    return (
      <div className={classes.past}>
        {back}
        <ListFaces
          face={faceOf({ isPending: !past.error, isError: past.isError }, false)}
          refusal={past.error ? refusalOf(past.error) : undefined}
          onRetry={() => past.refetch()}
        />
      </div>
    )
  const { type } = program.data
  const { card } = past.data
  // Totals of other documents, and what hangs on the clock, are kept for no day but today.
  const kept = (id: string) => !['derived', 'read'].includes(planOf(type).how.get(id) ?? '')
  const differs = (id: string) => !sameValue(card[id], today.state.base[id])
  const shows = (id: string) => kept(id) && fieldsOf(type).get(id)?.retired !== true
  const different = type.fields.some(({ id }) => shows(id) && differs(id))
  return (
    <FieldSurroundingsProvider
      value={{
        card,
        directories: program.data.directories,
        people: { ...document.people, ...past.data.people },
        linked: { ...document.linked, ...past.data.linked },
      }}
    >
      <div className={classes.past}>
        <Note tone="ink" icon={IconCalendarSearch} way={back}>
          {t(different ? 'past.banner' : 'past.same', { date: date(day) })}
        </Note>
      </div>
      <CardForm
        tabs={placedLayout({ ...type, layout: type.layout ?? [] }, { shows, holds: () => true }).map((placed) => ({
          ...placed,
          // Lists of other documents are of today.
          sections: placed.sections.map((section) => ({
            ...section,
            columns: section.columns.map((column) => column.filter(({ kind }) => kind === 'field')),
          })),
        }))}
        tab={tab}
        onTab={setTab}
        drawField={(field) => (
          <PastField field={field} card={card} today={differs(field.id) ? { value: today.state.base[field.id] } : null} />
        )}
        drawList={() => null}
      />
    </FieldSurroundingsProvider>
  )
}
