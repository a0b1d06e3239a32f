import { ActionIcon, Button } from '@mantine/core'
import { IconAlertCircle, IconBulb, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../language/words.tsx'
import type { ShownFinding } from '../model/findings.ts'
import { FailingRehearsals } from '../simulation/failing-rehearsals.tsx'
import classes from './canvas-view.module.css'
import { Mends } from './mends.tsx'
import { useSchema } from './schema-editing.tsx'
import { nothing, ofRoute } from './selection.ts'
import { useShowStep } from './show-step.ts'

/** Everything that was found in this schema: the place, one sentence, the way there and what mends it. */
export function FindingsList({ asked }: { asked: number }) {
  const { t } = useWords()
  const { findings, reading, target } = useSchema()
  const [open, setOpen] = useState(true)
  useEffect(() => {
    if (asked > 0) setOpen(true)
  }, [asked])
  const problems = findings.filter(({ level }) => level === 'problem').length
  const hints = findings.length - problems
  const counts = [problems > 0 && t('findings.problems', { count: problems }), hints > 0 && t('findings.hints', { count: hints })]
  const steps = reading.nodes.filter(({ kind }) => kind !== 'join').length
  return (
    <section className={classes.findings} aria-label={t('findings.of')}>
      <div className={classes.head}>
        <b>{counts.filter(Boolean).join(', ') || t('findings.none')}</b>
        <span className={classes.hint}>{t('findings.checked', { count: steps })}</span>
        {findings.length > 0 && (
          <ActionIcon
            size={28}
            aria-expanded={open}
            aria-label={t(open ? 'findings.fold' : 'findings.unfold')}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronDown size={16} /> : <IconChevronUp size={16} />}
          </ActionIcon>
        )}
      </div>
      {open && <FailingRehearsals of={target} />}
      {open && findings.length > 0 && (
        <ul className={classes.list}>
          {findings.map((shown) => (
            <FindingRow key={`${shown.finding.code} ${shown.finding.path} ${shown.sentence}`} shown={shown} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Where a finding leads, as a way to go there. */
export function useShowFinding(): (shown: ShownFinding) => void {
  const { select } = useSchema()
  const showStep = useShowStep()
  return ({ jump }) => {
    if (jump?.node !== undefined) showStep(jump.node)
    else if (jump?.route !== undefined) select(ofRoute(jump.route))
    else if (jump?.panel === 'anywhere') select({ ...nothing, anywhere: true })
    else select(nothing)
  }
}

function FindingRow({ shown }: { shown: ShownFinding }) {
  const { t } = useWords()
  const show = useShowFinding()
  const Icon = shown.level === 'problem' ? IconAlertCircle : IconBulb
  return (
    <li className={classes.finding} data-level={shown.level}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>
        <b>{shown.place}.</b> <span className={classes.text}>{shown.sentence}</span>
      </span>
      <span className={classes.ways}>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => show(shown)}>
          {t('findings.show')}
        </Button>
        <Mends shown={shown} most={1} />
      </span>
    </li>
  )
}
