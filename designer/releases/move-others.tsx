import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../language/words.tsx'
import { releasedAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { MoveDialog } from './move-dialog.tsx'
import classes from './publish.module.css'
import { useBehind } from './releases-api.ts'

/** Documents that began on an earlier version: how many of each type, and the way to look at them and move them. */
export function MoveOthers() {
  const { t, of } = useWords()
  const { workspace, release } = useWorkspace()
  const [opened, open] = useState<{ readonly type: string; readonly count: number } | null>(null)
  const query = useBehind(release)
  if (!query.data || (query.data.length === 0 && !opened)) return null
  return (
    <ul className={classes.releases}>
      {query.data.map((each) => (
        <li key={each.type}>
          <span className={classes.release}>
            <b>{of(releasedAt(workspace, 'document-type', each.type)?.label)}</b>
            <span className={classes.note}>{t('moves.behind', { count: each.count })}</span>
          </span>
          <Button size="xs" variant="default" rightSection={<IconArrowRight size={14} />} onClick={() => open(each)}>
            {t('moves.look')}
          </Button>
        </li>
      ))}
      {opened && (
        <MoveDialog
          type={opened.type}
          behind={opened.count}
          onClose={() => {
            open(null)
            void query.refetch()
          }}
        />
      )}
    </ul>
  )
}
