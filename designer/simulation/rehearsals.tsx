import { ActionIcon } from '@mantine/core'
import { IconCheck, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import { useWords } from '../language/words.tsx'
import { rehearsalSentence } from './rehearse.ts'
import { useRehearsed, useScenarioCommands } from './scenarios-api.ts'
import classes from './try.module.css'

/** The kept rehearsals, run with the definitions as they are drawn; draws nothing where none are kept. */
export function Rehearsals() {
  const { t, of, language } = useWords()
  const rehearsed = useRehearsed()
  const { drop } = useScenarioCommands()
  const [refusal, refuse] = useState<Refusal | null>(null)
  if (rehearsed.length === 0) return null
  return (
    <section className={classes.rehearsals} aria-labelledby="rehearsals">
      <h2 id="rehearsals">{t('rehearsals.title')}</h2>
      <p className={classes.quiet}>{t('rehearsals.text')}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      <ul>
        {rehearsed.map(({ scenario, passed, findings }) => (
          <li key={scenario.id}>
            <Status tone={passed ? 'green' : 'red'} icon={passed ? IconCheck : IconX}>
              {t(passed ? 'rehearsals.passed' : 'rehearsals.failed')}
            </Status>
            <span className={classes.rehearsal}>
              <b>{of(scenario.label)}</b>
              {findings.map((finding) => (
                <span key={finding.path}>{rehearsalSentence(finding, language)}</span>
              ))}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('rehearsals.drop', { name: of(scenario.label) })}
              onClick={async () => refuse(await drop(scenario.id))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}
