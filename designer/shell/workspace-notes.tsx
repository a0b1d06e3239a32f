import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useWords } from '../language/words.tsx'
import { conflictPlace } from '../model/reconcile.ts'
import { definitionAt, releasedAt, targetOf } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { useUndoKeys } from './undo-buttons.tsx'

/** What concerns the whole workspace: the keys that undo, another tab, and edits of other people that do not go together with one's own. */
export function WorkspaceNotes() {
  const { t, of, language } = useWords()
  const { secondTab, conflicts, choose, workspace, joined, restored, server, office, seen: seeJoined } = useWorkspace()
  const [seen, see] = useState(false)
  useUndoKeys()
  const nameOf = (key: string): string => {
    const { kind, id } = targetOf(key)
    return of(definitionAt(workspace, kind, id)?.label ?? releasedAt(workspace, kind, id)?.label) || id
  }
  const whose = (key: string): string => {
    const by = server.get(key)?.by
    return office.people.find(({ id }) => id === by)?.name ?? t('saving.somebody')
  }
  const told = [
    ...restored.map((key) => ({ key, text: t('saving.restored', { name: nameOf(key) }) })),
    ...joined.map((key) => ({ key, text: t('saving.joined', { name: nameOf(key), person: whose(key) }) })),
  ]
  if (conflicts.length === 0 && told.length === 0 && (!secondTab || seen)) return null
  return (
    <div role="status">
      {secondTab && !seen && (
        <Note
          tone="amber"
          way={
            <Button size="xs" variant="default" onClick={() => see(true)}>
              {t('saving.seen')}
            </Button>
          }
        >
          {t('saving.secondTab')}
        </Note>
      )}
      {told.length > 0 && (
        <Note
          tone="ink"
          way={
            <Button size="xs" variant="default" onClick={seeJoined}>
              {t('saving.seen')}
            </Button>
          }
        >
          {told.map(({ key, text }) => (
            <div key={`${key} ${text}`}>{text}</div>
          ))}
        </Note>
      )}
      {conflicts.flatMap(({ key, body, places, choices }) =>
        places
          .filter(({ at }) => !(at in choices))
          .map(({ at }) => (
            <Note
              key={`${key} ${at}`}
              tone="red"
              way={
                <Group gap={6} wrap="nowrap">
                  <Button size="xs" variant="default" onClick={() => choose(key, at, 'mine')}>
                    {t('saving.mine')}
                  </Button>
                  <Button size="xs" variant="default" onClick={() => choose(key, at, 'theirs')}>
                    {t('saving.theirs')}
                  </Button>
                </Group>
              }
            >
              {t('saving.conflict', { name: [nameOf(key), conflictPlace(body, at, language)].filter(Boolean).join(', ') })}
            </Note>
          )),
      )}
    </div>
  )
}
