import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { SetupAnswer, SetupRequest } from '../../api/answers.ts'
import { useEntrance } from '../data/entrance.ts'
import { fieldProblems, type Refusal } from '../data/refusal.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { Pick } from '../fields/pick.tsx'
import { formatTime, fullDate } from '../language/dates.ts'
import { languages } from '../language/language.ts'
import { useTexts } from '../language/texts.tsx'
import { useNow } from '../language/use-now.ts'
import { PasswordMeter } from '../ui/password-meter.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { likelyCountry, likelyZone, spokenZone } from './sensible-answers.ts'
import { type Answers, wrongAnswers } from './setup-answers.ts'
import classes from './setup-form.module.css'

const everyHalfHour = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)

/** One short page. What the browser knows is filled in; all of it can be changed later. */
export function SetupForm({ setup }: { setup: SetupAnswer }) {
  const texts = useTexts()
  const { t, of, language } = texts
  const now = useNow()
  const { setUp } = useEntrance()
  const form = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState<Answers>(() => {
    const zone = likelyZone(Intl.DateTimeFormat().resolvedOptions().timeZone, setup.zones)
    return {
      organisation: '',
      name: '',
      email: '',
      password: '',
      language,
      zone,
      country: likelyCountry(
        zone,
        navigator.languages,
        setup.countries.map(({ id }) => id),
      ),
      hours: { from: '09:00', to: '17:00' },
      templates: setup.templates.slice(0, 1).map(({ id }) => id),
    }
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | undefined>()
  const change = (part: Partial<SetupRequest>) => setAnswers((before) => ({ ...before, ...part }))
  const wrong = tried ? wrongAnswers(answers) : []
  const fromServer = fieldProblems(refusal, (path) => path, texts)
  const problem = (field: keyof Answers & ('organisation' | 'name' | 'email' | 'password' | 'hours')) =>
    wrong.includes(field) ? t(`setup.${field}.wrong`) : fromServer.get(field)
  const country = setup.countries.find(({ id }) => id === answers.country)
  const send = async () => {
    setTried(true)
    if (wrongAnswers(answers).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    const reply = await setUp(answers)
    setBusy(false)
    setRefusal(reply.ok ? undefined : reply.refusal)
  }
  const text = (field: 'organisation' | 'name' | 'email', autoComplete: string) => (
    <TextInput
      {...frameProps({ label: t(`setup.${field}`), required: true, problem: problem(field) })}
      type={field === 'email' ? 'email' : 'text'}
      autoComplete={autoComplete}
      value={answers[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  )
  const zones = setup.zones.map((id) => ({ value: id, label: spokenZone(id) }))
  const countries = [
    { value: '', label: t('setup.noCountry') },
    ...setup.countries.map(({ id, label }) => ({ value: id, label: of(label) })),
  ]
  const times = everyHalfHour.map((time) => ({ value: time, label: time }))
  const spoken = languages.map(({ id, label }) => ({ value: id, label }))
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div>
        <h2 className={classes.head}>{t('first.office')}</h2>
        <p className={classes.lead}>{t('setup.lead')}</p>
      </div>
      {text('organisation', 'organization')}
      <div className={classes.two}>
        {text('name', 'name')}
        {text('email', 'username')}
        <div>
          <PasswordInput
            {...frameProps({ label: t('setup.password'), required: true, problem: problem('password') })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={answers.password}
            onChange={(event) => change({ password: event.target.value })}
          />
          {!problem('password') && (
            <PasswordMeter password={answers.password} known={[answers.name, answers.email, answers.organisation]} />
          )}
        </div>
        <Pick
          items={spoken}
          chosen={spoken.filter(({ value }) => value === answers.language)}
          many={false}
          frame={{ label: t('setup.language'), required: true, help: t('setup.language.help') }}
          onPick={([picked]) => picked && change({ language: picked })}
        />
      </div>
      <h3>{t('setup.time')}</h3>
      <div className={classes.three}>
        <Pick
          items={zones}
          chosen={[{ value: answers.zone, label: spokenZone(answers.zone) }]}
          many={false}
          frame={{ label: t('setup.zone'), required: true, help: t('setup.zone.now', { time: formatTime(now, language, answers.zone) }) }}
          onPick={([picked]) => picked && change({ zone: picked })}
        />
        <Pick
          items={countries}
          chosen={countries.filter(({ value }) => value === (answers.country ?? ''))}
          many={false}
          frame={{
            label: t('setup.country'),
            required: true,
            help: country?.nextHoliday ? t('setup.nextHoliday', { day: fullDate(country.nextHoliday, language) }) : undefined,
          }}
          onPick={([picked]) => change({ country: picked || null })}
        />
        <div className={classes.hours}>
          {(['from', 'to'] as const).map((end) => (
            <Pick
              key={end}
              items={times}
              chosen={[{ value: answers.hours[end], label: answers.hours[end] }]}
              many={false}
              frame={{ label: t(`setup.hours.${end}`), required: true, problem: end === 'to' ? problem('hours') : undefined }}
              onPick={([picked]) => picked && change({ hours: { ...answers.hours, [end]: picked } })}
            />
          ))}
        </div>
      </div>
      {setup.templates.length > 0 && (
        <fieldset className={classes.templates}>
          <legend>{t('setup.templates')}</legend>
          <div className={classes.two}>
            {setup.templates.map((template) => {
              const on = answers.templates.includes(template.id)
              return (
                <div key={template.id} className={classes.template} data-on={on || undefined}>
                  <Checkbox
                    label={of(template.label)}
                    description={of(template.text)}
                    checked={on}
                    onChange={() =>
                      change({ templates: on ? answers.templates.filter((id) => id !== template.id) : [...answers.templates, template.id] })
                    }
                  />
                </div>
              )
            })}
          </div>
        </fieldset>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      <div>
        <Button type="submit" size="md" loading={busy}>
          {t('setup.do')}
        </Button>
      </div>
    </form>
  )
}
