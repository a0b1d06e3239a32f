import { Button, Checkbox, Modal, PasswordInput, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { OfficeAnswer, OfficePerson } from '../../api/answers.ts'
import { useOfficeCommands } from '../data/office.ts'
import { fieldProblems, type Refusal } from '../data/refusal.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { NumberInput } from '../fields/number-input.tsx'
import { Pick } from '../fields/pick.tsx'
import { languages } from '../language/language.ts'
import { useTexts } from '../language/texts.tsx'
import { Note } from '../ui/note.tsx'
import { PasswordMeter } from '../ui/password-meter.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './people-screen.module.css'
import { answersOf, type PersonAnswers, requestOf, wrongAnswers } from './person-answers.ts'

interface PersonFormProps {
  readonly office: OfficeAnswer
  /** Null: somebody new. */
  readonly person: OfficePerson | null
  readonly onClose: () => void
}

/** One person: who they are, what they may do, and how they sign in. */
export function PersonForm({ office, person, onClose }: PersonFormProps) {
  const texts = useTexts()
  const { t, of, language } = texts
  const { addPerson, savePerson } = useOfficeCommands()
  const form = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState(() => answersOf(person, language))
  const [tried, setTried] = useState(false)
  /** What of the signing limit cannot be read: it stands in the field with its sentence, and nothing is sent meanwhile. */
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const change = (part: Partial<PersonAnswers>) => setAnswers((before) => ({ ...before, ...part }))
  const wrong = tried ? wrongAnswers(answers) : []
  const fromServer = fieldProblems(refusal ?? undefined, (path) => path, texts)
  const taken = refusal?.problem.code === 'not-unique' && refusal.problem.field === 'email'
  const last = refusal?.problem.code === 'not-allowed' && refusal.problem.what === 'administrator'
  const emailProblem = wrong.includes('email')
    ? t('problem.notAnEmail')
    : wrong.includes('email.missing')
      ? t('office.email.missing')
      : taken
        ? t('office.email.taken')
        : fromServer.get('email')
  const send = async () => {
    setTried(true)
    if (wrongAnswers(answers).length > 0 || unreadable !== null) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    const reply = person ? await savePerson(person.id, requestOf(answers)) : await addPerson(requestOf(answers))
    setBusy(false)
    if (reply.ok) onClose()
    else setRefusal(reply.refusal)
  }
  const itemsOf = (among: OfficeAnswer['calendars']) => among.map(({ id, label }) => ({ value: id, label: of(label) }))
  const several = (field: 'roles' | 'groups') => (
    <Pick
      items={itemsOf(office[field])}
      chosen={itemsOf(office[field]).filter(({ value }) => answers[field].includes(value))}
      many
      frame={{ label: t(`office.${field}`), help: field === 'roles' ? t('office.roles.help') : undefined }}
      onPick={(picked) => change({ [field]: picked })}
    />
  )
  const spoken = languages.map(({ id, label }) => ({ value: id, label }))
  const departments = itemsOf(office.departments)
  const calendars = itemsOf(office.calendars)
  const colleagues = office.people
    .filter(({ id, left }) => id !== person?.id && (!left || id === answers.manager))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={
        <span style={{ fontWeight: 650, fontSize: 16 }}>
          {person ? t('office.editPerson', { name: person.name }) : t('office.addPerson')}
        </span>
      }
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
        }}
      >
        <TextInput
          {...frameProps({
            label: t('office.name'),
            required: true,
            problem: wrong.includes('name') ? t('office.name.missing') : fromServer.get('name'),
          })}
          data-autofocus
          autoComplete="off"
          value={answers.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextInput
          {...frameProps({ label: t('office.email'), help: t('office.email.help'), problem: emailProblem })}
          type="email"
          autoComplete="off"
          value={answers.email}
          onChange={(event) => {
            change({ email: event.target.value })
            if (taken) setRefusal(null)
          }}
        />
        <Pick
          items={departments}
          chosen={departments.filter(({ value }) => value === answers.department)}
          many={false}
          frame={{ label: t('office.department') }}
          onPick={([picked]) => change({ department: picked ?? null })}
        />
        <Pick
          items={colleagues}
          chosen={colleagues.filter(({ value }) => value === answers.manager)}
          many={false}
          frame={{ label: t('office.manager') }}
          onPick={([picked]) => change({ manager: picked ?? null })}
        />
        {several('roles')}
        {several('groups')}
        <NumberInput
          frame={{ label: t('office.signingLimit'), help: t('office.signingLimit.help') }}
          value={answers.signingLimit ?? undefined}
          onChange={(signingLimit) => change({ signingLimit: signingLimit ?? null })}
          onInvalid={setUnreadable}
          decimals={2}
        />
        {calendars.length > 0 && (
          <Pick
            items={calendars}
            chosen={calendars.filter(({ value }) => value === answers.calendar)}
            many={false}
            frame={{ label: t('office.calendar'), help: t('office.calendar.help') }}
            onPick={([picked]) => change({ calendar: picked ?? null })}
          />
        )}
        <Pick
          items={spoken}
          chosen={spoken.filter(({ value }) => value === answers.language)}
          many={false}
          frame={{ label: t('office.language'), required: true }}
          onPick={([picked]) => picked && change({ language: picked })}
        />
        <div>
          <PasswordInput
            {...frameProps({
              label: t(person?.maySignIn ? 'office.password.new' : 'office.password.first'),
              help: answers.password === '' ? t(person?.maySignIn ? 'office.password.new.help' : 'office.password.first.help') : undefined,
              problem: wrong.includes('password') ? t('setup.password.wrong') : fromServer.get('password'),
            })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={answers.password}
            onChange={(event) => change({ password: event.target.value })}
          />
          {answers.password !== '' && !wrong.includes('password') && (
            <PasswordMeter password={answers.password} known={[answers.name, answers.email]} />
          )}
        </div>
        {person && (
          <Checkbox
            className={classes.wide ?? ''}
            label={t('office.left.label', { name: person.name })}
            description={t('office.left.help')}
            checked={answers.left}
            onChange={(event) => change({ left: event.currentTarget.checked })}
          />
        )}
        {refusal && !taken && (
          <div className={classes.wide}>
            {last ? (
              <Note tone="red" alert>
                {t('office.lastAdministrator')}
              </Note>
            ) : (
              <RefusalNote refusal={refusal} />
            )}
          </div>
        )}
        <div className={`${classes.wide} ${classes.foot}`}>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(person ? 'office.save' : 'office.add')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
