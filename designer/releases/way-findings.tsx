import { IconAlertCircle, IconBulb } from '@tabler/icons-react'
import type { Finding } from '../../schemas/finding.ts'
import { useWords } from '../language/words.tsx'
import { showFinding } from '../model/findings.ts'
import { FindingWays } from '../shell/finding-ways.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './publish.module.css'

/** Findings as people read them, each with the place, a way to it, and the mend named by what it does. */
export function WayFindings({ findings }: { findings: readonly Finding[] }) {
  const { language } = useWords()
  const { workspace } = useWorkspace()
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => {
        const shown = showFinding(workspace, finding, language)
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
              <FindingWays finding={finding} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
