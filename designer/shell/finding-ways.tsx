import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { Finding } from '../../schemas/finding.ts'
import { useWords } from '../language/words.tsx'
import { addressOfPlace } from '../model/place-address.ts'
import { repairsOf } from '../model/repairs.ts'
import type { Target } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'

/** What can be done about a finding: the way to its place, and the likeliest mend, named by what it does. */
export function FindingWays({ finding }: { finding: Finding }) {
  const { t, language } = useWords()
  const { workspace, group } = useWorkspace()
  const [repair] = repairsOf(workspace, finding, { language, workspace })
  const { definition, path } = finding
  return (
    <>
      {definition && (
        <Button component={Link} href={addressOfPlace(definition as Target, path)} size="compact-sm" variant="subtle">
          {t('findings.show')}
        </Button>
      )}
      {repair && (
        <Button size="compact-sm" variant="light" onClick={() => group(repair.target, 'repair', repair.commands)}>
          {repair.label}
        </Button>
      )}
    </>
  )
}
