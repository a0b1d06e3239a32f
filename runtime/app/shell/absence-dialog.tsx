import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Absence, AbsencesAnswer, Me } from '../../api/answers.ts'
import { instantOf } from '../../engine/calendar/instant.ts'
import { dateOfDay, dayNumberOf, type LocalDate } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useAbsences, useOfficeCommands } from '../data/office.ts'
import { type Refusal, refusalOf } from '../data/refusal.ts'
import { DateText } from '../fields/date-text.tsx'
import { momentAt } from '../fields/date-time-field.tsx'
import { Field } from '../fields/field.tsx'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { ListFaces } from '../ui/list-faces.tsx'
import { Note } from '../ui/note.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { type AbsenceAnswers, wrongDays } from './absence-answers.ts'
import classes from './absence-dialog.module.css'

/** Who stands in for me and when; what is noted, with a way to take it back. */
export function AbsenceDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTexts()
  const absences = useAbsences()
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t('absence.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <div className={classes.dialog}>
        <section className={classes.part} aria-label={t('absence.current')}>
          <h3>{t('absence.current')}</h3>
          <ListFaces
            face={absences.isPending ? 'loading' : absences.isError ? 'failed' : 'full'}
            refusal={absences.error ? refusalOf(absences.error) : undefined}
            onRetry={() => absences.refetch()}
            rows={1}
          >
            {absences.data && <Noted answer={absences.data} me={me} />}
          </ListFaces>
        </section>
        <NewAbsence me={me} />
      </div>
    </Modal>
  )
}

function Noted({ answer, me }: { answer: AbsencesAnswer; me: Me }) {
  const { t, rich } = useTexts()
  const { zone, now, spokenDate } = useFormats()
  const { endAbsence } = useOfficeCommands()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (answer.items.length === 0) return <p className={classes.quiet}>{t('absence.none')}</p>
  const end = async ({ id }: Absence) => {
    setBusy(id)
    const reply = await endAbsence(id)
    setBusy(null)
    setRefusal(reply.ok ? null : reply.refusal)
  }
  return (
    <>
      <ul className={classes.list}>
        {answer.items.map((one) => {
          const mine = one.person === me.id
          const name = answer.people[mine ? one.substitute : one.person]?.name ?? t('people.unknown')
          const days = t('absence.days', {
            from: spokenDate(localDateAt(zone, one.from)),
            // The absence ends with the night after its last day.
            to: spokenDate(localDateAt(zone, instantOf(Date.parse(one.to) - 1))),
          })
          return (
            <li key={one.id}>
              <span className={classes.words}>
                <span>{rich(mine ? 'absence.standsIn' : 'absence.youStandIn', { name: <b>{name}</b> })}</span>
                <span className={classes.quiet}>{one.openToo ? `${days} · ${t('absence.openToo')}` : days}</span>
              </span>
              {mine && (
                <Button variant="default" loading={busy === one.id} onClick={() => end(one)}>
                  {t(one.from <= now ? 'absence.back' : 'absence.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {refusal && <RefusalNote refusal={refusal} />}
    </>
  )
}

function NewAbsence({ me }: { me: Me }) {
  const { t } = useTexts()
  const { zone, today } = useFormats()
  const { addAbsence } = useOfficeCommands()
  const first: AbsenceAnswers = { from: today, to: undefined, substitute: undefined, openToo: true }
  const [answers, setAnswers] = useState(first)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [noted, setNoted] = useState(0)
  const change = (part: Partial<AbsenceAnswers>) => setAnswers((before) => ({ ...before, ...part }))
  const wrong = tried ? wrongDays(answers, me.id, today) : {}
  const problem = (field: 'from' | 'to') => {
    const found = wrong[field]
    return found && t(found)
  }
  const send = async () => {
    setTried(true)
    const { from, to, substitute, openToo } = answers
    if (Object.keys(wrongDays(answers, me.id, today)).length > 0 || !from || !to || !substitute) return
    setBusy(true)
    const after: LocalDate = dateOfDay(dayNumberOf(to) + 1)
    const reply = await addAbsence({ substitute, from: momentAt(zone, from, '00:00'), to: momentAt(zone, after, '00:00'), openToo })
    setBusy(false)
    setRefusal(reply.ok ? null : reply.refusal)
    if (!reply.ok) return
    setAnswers(first)
    setTried(false)
    setNoted(noted + 1)
  }
  const none = () => {}
  return (
    <form
      className={classes.part}
      noValidate
      aria-label={t('absence.note')}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3>{t('absence.note')}</h3>
      {noted > 0 && !tried && (
        <div role="status">
          <Note tone="green">{t('absence.done')}</Note>
        </div>
      )}
      {/* Noted once, the fields begin anew, with nothing half typed left in them. */}
      <div className={classes.days} key={noted}>
        <DateText
          value={answers.from}
          onChange={(from) => change({ from })}
          onInvalid={none}
          min={today}
          frame={{ label: t('absence.from'), required: true, problem: problem('from') }}
        />
        <DateText
          value={answers.to}
          onChange={(to) => change({ to })}
          onInvalid={none}
          min={answers.from ?? today}
          frame={{ label: t('absence.to'), required: true, problem: problem('to') }}
        />
        <div className={classes.wide}>
          <Field
            field={{ id: 'substitute', type: 'person', label: t('absence.substitute') }}
            value={answers.substitute}
            mode="edit"
            required
            problems={new Map(wrong.substitute ? [['substitute', t(wrong.substitute)]] : [])}
            onChange={(substitute) => change({ substitute: substitute as string | undefined })}
          />
        </div>
      </div>
      <Checkbox
        label={t('absence.takeOver')}
        description={t('absence.takeOver.help')}
        checked={answers.openToo}
        onChange={(event) => change({ openToo: event.currentTarget.checked })}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={classes.foot}>
        <Button type="submit" loading={busy}>
          {t('absence.do')}
        </Button>
      </div>
    </form>
  )
}
