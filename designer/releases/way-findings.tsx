import { Button } from '@mantine/core'
import { IconAlertCircle, IconBulb } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Finding } from '../../schemas/finding.ts'
import { useWords } from '../language/words.tsx'
import { showFinding } from '../model/findings.ts'
import { repairsOf } from '../model/repairs.ts'
import type { Target } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './publish.module.css'

/** Findings as people read them, each with the place, a way to it, and the mend named by what it does. */
export function WayFindings({ findings }: { findings: readonly Finding[] }) {
  const { t, language } = useWords()
  const { workspace, group } = useWorkspace()
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => {
        const shown = showFinding(workspace, finding, language)
        const [repair] = repairsOf(workspace, finding, { language, workspace })
        const { definition } = finding
        const key = `${definition?.kind} ${definition?.id} ${finding.code} ${finding.path}`
        const Icon = finding.level === 'problem' ? IconAlertCircle : IconBulb
        return (
          <li key={key} data-level={finding.level}>
            <Icon size={16} aria-hidden />
            <span className={classes.finding}>
              {shown.place && <b>{shown.place}: </b>}
              {shown.sentence}
            </span>
            <span className={classes.ways}>
              {definition && (
                <Button
                  component={Link}
                  href={addressOf(definition as Target, shown.jump?.node ?? shown.jump?.thing)}
                  size="compact-sm"
                  variant="subtle"
                >
                  {t('findings.show')}
                </Button>
              )}
              {repair && (
                <Button size="compact-sm" variant="light" onClick={() => group(repair.target, repair.label, repair.commands)}>
                  {repair.label}
                </Button>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Where a definition is edited, with the thing in it that is meant. */
export const addressOf = ({ kind, id }: Target, thing?: string): string =>
  `/designer/${kind}/${id}${thing === undefined ? '' : `?show=${encodeURIComponent(thing)}`}`
