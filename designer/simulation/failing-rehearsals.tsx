import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useWords } from '../language/words.tsx'
import type { Target } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { differsInWords } from './rehearsal-words.ts'
import { useFailing } from './use-failing.ts'

/** The kept rehearsals through a definition that come out differently now, each with the way to it; nothing where none does. */
export function FailingRehearsals({ of: target }: { of: Target }) {
  const words = useWords()
  const { workspace } = useWorkspace()
  const failing = useFailing()(target)
  return failing.map((each) => (
    <Note
      key={each.scenario.id}
      tone="amber"
      way={
        <Button component={Link} href={`/designer/try/document-type/${each.scenario.document.type}`} size="compact-sm" variant="subtle">
          {words.t('rehearsals.show')}
        </Button>
      }
    >
      {differsInWords(each, workspace, words)}
    </Note>
  ))
}
