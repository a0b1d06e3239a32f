import { Button } from '@mantine/core'
import { IconArrowRight, IconBuilding, IconDatabase, IconEye, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { SetupAnswer } from '../../api/answers.ts'
import { useEntrance, useSetup } from '../data/entrance.ts'
import { type Refusal, refusalOf } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { useTexts } from '../language/texts.tsx'
import { Doorstep } from '../shell/doorstep.tsx'
import { usePage } from '../shell/page.tsx'
import { ListFaces } from '../ui/list-faces.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './first-start-screen.module.css'
import { SetupForm } from './setup-form.tsx'

type Choice = 'office' | 'demo'

/** The first start of an empty site: set up your office, or look around in one that is already at work. */
export function FirstStartScreen() {
  const { t } = useTexts()
  const site = useSession().data?.site
  const setup = useSetup(site?.empty ?? false)
  const [choice, setChoice] = useState<Choice>('office')
  usePage(t('first.title'))
  if (site?.demo) return <Redirect to="/demo" replace />
  if (site && !site.empty) return <Redirect to="/sign-in" replace />
  return (
    <Doorstep
      aside={
        <div className={classes.aside}>
          <h1 className={classes.slogan}>{t('first.slogan')}</h1>
          <p className={classes.lead}>{t('first.lead')}</p>
          {setup.data && <Choices setup={setup.data} choice={choice} onChoose={setChoice} />}
          <p className={classes.quiet}>{t('first.removable')}</p>
          <p className={classes.foot}>
            <IconDatabase size={14} aria-hidden />
            {t('first.yours')}
          </p>
        </div>
      }
    >
      {setup.data ? (
        choice === 'office' ? (
          <SetupForm setup={setup.data} />
        ) : (
          <DemoDoor />
        )
      ) : (
        <ListFaces
          face={setup.isError ? 'failed' : 'loading'}
          refusal={setup.error ? refusalOf(setup.error) : undefined}
          onRetry={() => setup.refetch()}
        />
      )}
    </Doorstep>
  )
}

function Choices({ setup, choice, onChoose }: { setup: SetupAnswer; choice: Choice; onChoose: (choice: Choice) => void }) {
  const { t } = useTexts()
  const set = setup.templates[0]
  const demo = set
    ? t('first.demo.text', { people: t('first.people', { count: set.people }), cards: t('first.cards', { count: set.samples }) })
    : t('first.demo.plain')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <div role="group" aria-label={t('first.lead')} className={classes.choices}>
      <ChoiceCard
        icon={IconBuilding}
        title={t('first.office')}
        text={t('first.office.text')}
        on={choice === 'office'}
        onClick={() => onChoose('office')}
      />
      {setup.demoAllowed && (
        <ChoiceCard icon={IconEye} title={t('first.demo')} text={demo} on={choice === 'demo'} onClick={() => onChoose('demo')} />
      )}
    </div>
  )
}

interface ChoiceCardProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly text: string
  readonly on: boolean
  readonly onClick: () => void
}

function ChoiceCard({ icon: Icon, title, text, on, onClick }: ChoiceCardProps) {
  return (
    <button type="button" className={classes.choice} aria-pressed={on} onClick={onClick}>
      <span className={classes.icon} aria-hidden>
        <Icon size={20} />
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
      <IconArrowRight size={16} aria-hidden />
    </button>
  )
}

function DemoDoor() {
  const { t, language } = useTexts()
  const [, go] = useLocation()
  const { openDemo } = useEntrance()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = async () => {
    setBusy(true)
    const reply = await openDemo(language)
    setBusy(false)
    if (reply.ok) go('/demo')
    else setRefusal(reply.refusal)
  }
  return (
    <div className={classes.demo}>
      <h2 className={classes.head}>{t('first.demo')}</h2>
      <p>{t('first.demo.what')}</p>
      <ul className={classes.points}>
        <li>{t('first.demo.point.shoes')}</li>
        <li>{t('first.demo.point.nothing')}</li>
        <li>{t('first.demo.point.remove')}</li>
      </ul>
      {refusal && <RefusalNote refusal={refusal} />}
      <div>
        <Button size="md" loading={busy} onClick={open}>
          {t('first.demo.do')}
        </Button>
      </div>
      {busy && (
        <p role="status" className={classes.quiet}>
          {t('first.demo.filling')}
        </p>
      )}
    </div>
  )
}
