import { Note } from '../../runtime/app/ui/note.tsx'
import { Mends } from '../canvas/mends.tsx'
import type { ShownFinding } from '../model/findings.ts'
import classes from './inspector.module.css'

/** What was found about the thing of this panel, first of all, with what mends it. */
export function PanelFindings({ findings }: { findings: readonly ShownFinding[] }) {
  if (findings.length === 0) return null
  return (
    <div className={classes.findings}>
      {findings.map((shown) => (
        <Note key={`${shown.finding.code} ${shown.finding.path}`} tone={shown.level === 'problem' ? 'red' : 'amber'}>
          {shown.sentence}
          <div className={classes.ways}>
            <Mends shown={shown} />
          </div>
        </Note>
      ))}
    </div>
  )
}
