import { IconArrowBarToRight, IconBell, IconRepeat } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReminderPreviewAnswer, ReminderPreviewItem } from '../../runtime/api/answers.ts'
import { refusalOf } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { faceOf, ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { localDateAt } from '../../runtime/engine/calendar/zone.ts'
import { useWords } from '../language/words.tsx'
import { weeksBetween } from './calendar-weeks.ts'
import classes from './notices-ahead.module.css'

interface NoticesAheadProps {
  readonly preview: UseQueryResult<ReminderPreviewAnswer>
  readonly chosen: string | null
  readonly onChoose: (day: string) => void
}

const shownInDay = 2

/** The next sixty days: which notices would go, on real documents. A moved one carries its arrow; a day opens who gets what. */
export function NoticesAhead({ preview, chosen, onChoose }: NoticesAheadProps) {
  const { t, locale } = useWords()
  const { t: common } = useTexts()
  const { zone, today, fullDate } = useFormats()
  const { data } = preview
  const byDay = data ? Map.groupBy(data.items, ({ at }) => localDateAt(zone, at)) : new Map<string, ReminderPreviewItem[]>()
  const documents = new Set(data?.items.map(({ document }) => document.id)).size
  const weekdays = Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 10, 23 + day))),
  )
  const month = (day: string) => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return (
    <section className={classes.ahead} aria-label={t('ahead.title')} aria-busy={preview.isFetching}>
      <div className={classes.head}>
        <h2>{t('ahead.title')}</h2>
        {data && (
          <span>
            {t('ahead.notices', { count: data.items.length })} {t('ahead.documents', { count: documents })}
            {data.hidden > 0 && ` · ${t('ahead.hidden', { count: data.hidden })}`}
            {data.more && ` · ${t('ahead.more')}`}
          </span>
        )}
        <span className={classes.legend}>
          <IconArrowBarToRight size={14} aria-hidden /> {t('ahead.moved')}
        </span>
      </div>
      <ListFaces
        face={faceOf(preview, false)}
        refusal={preview.error ? refusalOf(preview.error) : undefined}
        onRetry={() => preview.refetch()}
        rows={6}
        rowHeight={48}
      >
        {data && (
          <>
            {data.items.length === 0 && <p className={classes.none}>{t(data.hidden > 0 ? 'ahead.onlyHidden' : 'ahead.none')}</p>}
            <table className={classes.days}>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="sr-only">{t('ahead.month')}</span>
                  </th>
                  {weekdays.map((day) => (
                    <th key={day} scope="col">
                      {day}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeksBetween(localDateAt(zone, data.from), localDateAt(zone, data.to)).map((week, index, weeks) => (
                  <tr key={week[0]}>
                    {index === 0 || month(week[6]!) !== month(weeks[index - 1]![6]!) ? (
                      <th scope="row">{month(week[6]!)}</th>
                    ) : (
                      <td data-past />
                    )}
                    {week.map((day, weekday) => {
                      const items = byDay.get(day) ?? []
                      const off = weekday > 4 || data.holidays.includes(day)
                      const past = day < localDateAt(zone, data.from) || day > localDateAt(zone, data.to)
                      return (
                        <td
                          key={day}
                          data-off={off || undefined}
                          data-holiday={data.holidays.includes(day) || undefined}
                          data-today={day === today || undefined}
                          data-past={past || undefined}
                          data-chosen={day === chosen || undefined}
                        >
                          <button type="button" disabled={items.length === 0} aria-pressed={day === chosen} onClick={() => onChoose(day)}>
                            <span className="sr-only">
                              {fullDate(day)}: {t('ahead.notices', { count: items.length })}
                              {data.holidays.includes(day) && `, ${t('ahead.holiday')}`}.{' '}
                            </span>
                            <span className={classes.date}>
                              {Number(day.slice(8))}
                              {day === today && ` ${common('time.today')}`}
                            </span>
                            {items.slice(0, shownInDay).map((item) => (
                              <span key={`${item.document.id} ${item.step} ${item.at}`} className={classes.notice}>
                                {item.movedFrom ? (
                                  <IconArrowBarToRight size={13} />
                                ) : item.round > 0 ? (
                                  <IconRepeat size={13} />
                                ) : (
                                  <IconBell size={13} />
                                )}
                                <span className="cut">{shortNumber(item.document.number) ?? Object.values(item.document.title)[0]}</span>
                              </span>
                            ))}
                            {items.length > shownInDay && <span className={classes.more}>+{items.length - shownInDay}</span>}
                          </button>
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </ListFaces>
    </section>
  )
}

/** `A-2026/0002` → `0002`: in a narrow day the part that counts. */
const shortNumber = (number: string | null): string | undefined => number?.match(/[^/\s-]{3,}$/)?.[0] ?? number ?? undefined
