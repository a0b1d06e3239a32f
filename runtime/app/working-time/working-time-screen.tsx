import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CalendarsAnswer, NamedCalendar } from '../../api/answers.ts'
import { calendarProblem, weekdays } from '../../engine/calendar/calendar.ts'
import { calendarTexts } from '../../engine/calendar/calendar-texts.ts'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { useCalendarCommands, useCalendars, useHolidays } from '../data/calendars.ts'
import { idFor } from '../data/id-for.ts'
import { type Refusal, refusalOf } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { Pick } from '../fields/pick.tsx'
import { languages as spoken } from '../language/language.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Note } from '../ui/note.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useWidth } from '../ui/use-width.ts'
import { exceptionsOf, firstHours, likeItsWeekday, withHolidays, withWeekday } from './calendar-edits.ts'
import { ChosenDay } from './chosen-day.tsx'
import { HoursEntry } from './hours-entry.tsx'
import classes from './working-time-screen.module.css'
import { YearView } from './year-view.tsx'

/** A calendar that is being changed; it outlives a look at another page. */
interface CalendarDraft {
  readonly calendar: NamedCalendar
  readonly country: string | null
}
const drafts = new Map<string, CalendarDraft>()

/** For the administrator: when the office works, day by day, and other hours that some people have. */
export function WorkingTimeScreen() {
  const { t } = useTexts()
  const calendars = useCalendars()
  const phone = useWidth() === 'phone'
  const [open, setOpen] = useState('site')
  const [added, setAdded] = useState<string | null>(null)
  usePage(t('time.title'))
  const { of } = useTexts()
  const answer = calendars.data
  const items = answer ? withAdded(answer, added) : []
  const item = items.find(({ id }) => id === open) ?? items[0]
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.title}>
          {!phone && <h1>{t('time.title')}</h1>}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={!answer || added !== null}
            onClick={() => {
              const id = idFor(
                t('time.new'),
                items.map((one) => one.id),
              )
              setAdded(id)
              setOpen(id)
            }}
          >
            {t('time.add')}
          </Button>
        </div>
        {items.length > 1 && (
          <Tabs
            label={t('time.calendars')}
            value={item?.id ?? 'site'}
            onChange={setOpen}
            tabs={items.map(({ id, calendar, people }) => ({
              id,
              label: id === 'site' ? t('time.ofOffice') : of(calendar.label ?? t('time.new')),
              count: people,
            }))}
          />
        )}
      </header>
      <ListFaces
        face={faceOf(calendars, false)}
        refusal={calendars.error ? refusalOf(calendars.error) : undefined}
        onRetry={() => calendars.refetch()}
      >
        {answer && item && (
          <CalendarPage
            key={item.id}
            item={item}
            fresh={item.id === added}
            answer={answer}
            onSaved={() => setAdded(null)}
            onGone={() => {
              setAdded(null)
              setOpen('site')
            }}
          />
        )}
      </ListFaces>
    </div>
  )
}

/** With the one that is being made, which begins with the hours of the office. */
function withAdded({ items }: CalendarsAnswer, added: string | null): CalendarsAnswer['items'] {
  const [own] = items
  if (added === null || !own || items.some(({ id }) => id === added)) return items
  return [...items, { id: added, calendar: own.calendar, people: 0 }]
}

interface CalendarPageProps {
  readonly item: CalendarsAnswer['items'][number]
  /** Not saved yet. */
  readonly fresh: boolean
  readonly answer: CalendarsAnswer
  readonly onSaved: () => void
  readonly onGone: () => void
}

function CalendarPage({ item, fresh, answer, onSaved, onGone }: CalendarPageProps) {
  const texts = useTexts()
  const { t, language, locale } = texts
  const { today, spokenDate } = useFormats()
  const session = useSession().data
  const { save, drop } = useCalendarCommands()
  const [draft, setDraft] = useState<CalendarDraft>(() => drafts.get(item.id) ?? { calendar: item.calendar, country: answer.country })
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const [chosen, setChosen] = useState<LocalDate>(today)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [saved, setSaved] = useState(false)
  const { calendar, country } = draft
  const office = item.id === 'site'
  const holidays = useHolidays(country, year)
  const names = new Map(holidays.data?.items.map(({ date, name }) => [date, name]))
  const missing = (holidays.data?.items ?? []).filter(({ date }) => !calendar.holidays.includes(date))
  const dirty = fresh || JSON.stringify(draft) !== JSON.stringify({ calendar: item.calendar, country: answer.country })
  const problem = calendarProblem(calendar)
  const languages = session?.site.languages ?? ['en']
  const nameless = !office && !Object.values(labelOf(calendar, languages)).some((name) => name.trim())
  const change = (next: Partial<CalendarDraft>) => {
    setSaved(false)
    setRefusal(null)
    setDraft((before) => ({ ...before, ...next }))
  }
  const edit = (next: NamedCalendar) => change({ calendar: next })
  useEffect(() => {
    if (dirty) drafts.set(item.id, draft)
    else drafts.delete(item.id)
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [dirty, draft, item.id])
  const send = async () => {
    if (!dirty || problem || nameless || busy) return
    setBusy(true)
    const reply = await save(item.id, calendar, country)
    setBusy(false)
    if (!reply.ok) return setRefusal(reply.refusal)
    drafts.delete(item.id)
    const kept = reply.value.items.find(({ id }) => id === item.id)
    if (kept) setDraft({ calendar: kept.calendar, country: reply.value.country })
    setSaved(true)
    onSaved()
  }
  const remove = async () => {
    drafts.delete(item.id)
    if (fresh) return onGone()
    setBusy(true)
    const reply = await drop(item.id)
    setBusy(false)
    if (reply.ok) onGone()
    else setRefusal(reply.refusal)
  }
  useKeys({ 'ctrl+s': () => void send() })
  const weekdayNames = weekdays.map((_, index) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index, 12))),
  )
  const countries = answer.countries.map(({ id, label }) => ({ value: id, label }))
  const exceptions = exceptionsOf(calendar, year)
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        {!office &&
          languages.map((each, index) => (
            <TextInput
              key={each}
              {...frameProps({
                label:
                  languages.length === 1
                    ? t('office.label')
                    : t('office.label.in', { language: spoken.find((one) => one.id === each)?.label ?? each }),
                problem: nameless && dirty && index === 0 ? t('office.label.missing') : undefined,
              })}
              lang={each}
              value={labelOf(calendar, languages)[each] ?? ''}
              onChange={(event) => edit({ ...calendar, label: { ...labelOf(calendar, languages), [each]: event.target.value } })}
            />
          ))}
        <section>
          <h2>{t('time.week')}</h2>
          {weekdays.map((day, index) => {
            const hours = calendar.hours[day] ?? []
            return (
              <div key={day} className={classes.weekday}>
                <Checkbox
                  label={weekdayNames[index]}
                  checked={hours.length > 0}
                  onChange={(event) =>
                    edit(
                      withWeekday(
                        calendar,
                        day,
                        event.currentTarget.checked ? firstHours({ ...calendar, hours: omit(calendar, day) }, mondayOf(index)) : [],
                      ),
                    )
                  }
                />
                {hours.length > 0 ? (
                  <HoursEntry hours={hours} of={weekdayNames[index]!} onChange={(next) => edit(withWeekday(calendar, day, next))} />
                ) : (
                  <span className={classes.quiet}>{t('time.free')}</span>
                )}
              </div>
            )
          })}
        </section>
        {problem && (
          <Note tone="red" alert>
            {calendarTexts[problem.code][language](problem as never)}
          </Note>
        )}
        <section>
          <h2>{t('time.holidays')}</h2>
          {office && (
            <Pick
              items={countries}
              chosen={countries.filter(({ value }) => value === country)}
              many={false}
              frame={{ label: t('time.country') }}
              onPick={([picked]) => change({ country: picked ?? null })}
            />
          )}
          {missing.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() =>
                edit(
                  withHolidays(
                    calendar,
                    missing.map(({ date }) => date),
                  ),
                )
              }
            >
              {t('time.take', { count: missing.length, year: String(year) })}
            </Button>
          )}
          {exceptions.length === 0 ? (
            <p className={classes.quiet}>{t('time.noExceptions', { year: String(year) })}</p>
          ) : (
            <ul className={classes.exceptions}>
              {exceptions.map(({ date, kind }) => (
                <li key={date}>
                  <button type="button" onClick={() => setChosen(date)}>
                    {spokenDate(date)}
                  </button>
                  <span className={classes.quiet}>{names.get(date) ?? t(`time.kind.${kind}`)}</span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={t('time.forget', { day: spokenDate(date) })}
                    onClick={() => edit(likeItsWeekday(calendar, date))}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className={classes.main}>
        <div className={classes.bar}>
          <ActionIcon variant="default" size={32} aria-label={t('time.before')} onClick={() => goTo(year - 1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <b className="figures">{year}</b>
          <ActionIcon variant="default" size={32} aria-label={t('time.after')} onClick={() => goTo(year + 1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
          <span className={classes.grow} />
          {!office && (
            <Button variant="subtle" color="var(--red)" leftSection={<IconTrash size={16} />} onClick={remove} disabled={busy}>
              {t('office.remove')}
            </Button>
          )}
          {dirty && !fresh && (
            <Button variant="default" onClick={() => setDraft({ calendar: item.calendar, country: answer.country })}>
              {t('time.discard')}
            </Button>
          )}
          <Button onClick={send} loading={busy} disabled={!dirty || problem !== undefined || nameless}>
            {t('do.save')}
          </Button>
        </div>
        <div role="status" className={classes.status}>
          {saved && !dirty && <Note tone="green">{t('time.saved')}</Note>}
        </div>
        {refusal && <RefusalNote refusal={refusal} />}
        <ChosenDay calendar={calendar} date={chosen} name={names.get(chosen)} onChange={edit} />
        <YearView calendar={calendar} year={year} chosen={chosen} onChoose={setChosen} nameOf={(date) => names.get(date)} />
        <ul className={classes.legend} aria-hidden>
          {(['holiday', 'short', 'extra', 'weekend'] as const).map((kind) => (
            <li key={kind} data-kind={kind}>
              {t(`time.kind.${kind}`)}
            </li>
          ))}
        </ul>
        <p className={classes.quiet}>
          {t('time.zone', { zone: calendar.zone })} {t('time.open')}
        </p>
      </div>
    </div>
  )

  function goTo(next: number) {
    setYear(next)
    setChosen(`${next}${chosen.slice(4)}`.replace('-02-29', '-02-28'))
  }
}

const mondayOf = (index: number): LocalDate => `2024-01-0${1 + index}`
const omit = ({ hours }: NamedCalendar, day: (typeof weekdays)[number]): NamedCalendar['hours'] => {
  const { [day]: _, ...rest } = hours
  return rest
}
const labelOf = ({ label }: NamedCalendar, languages: readonly string[]): Readonly<Record<string, string>> =>
  typeof label === 'string' ? { [languages[0] ?? 'en']: label } : (label ?? {})
