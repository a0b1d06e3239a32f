import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReleaseRow } from '../../runtime/api/answers.ts'
import { keys } from '../../runtime/app/data/queries.ts'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { MovesForeseen } from './moves-foreseen.tsx'
import classes from './publish.module.css'
import { goBack, useMovesPlan } from './releases-api.ts'

/** Going back to an earlier version, with what would become of running documents seen before. It becomes a version of its own. */
export function BackDialog({ row, onClose }: { row: ReleaseRow; onClose: () => void }) {
  const { t } = useWords()
  const texts = useTexts()
  const client = useQueryClient()
  const { release, workspace, reload } = useWorkspace()
  const [message, write] = useState(t('releases.back.message', { version: row.number }))
  const [refusal, refuse] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const plan = useMovesPlan({ release: row.number }, String(release), true)
  const go = async () => {
    setBusy(true)
    const reply = await goBack(row.number, message.trim())
    if (reply.ok) {
      await reload()
      await Promise.all([
        client.invalidateQueries({ queryKey: ['designer-releases'] }),
        client.invalidateQueries({ queryKey: keys.session }),
      ])
      onClose()
    } else refuse(reply.refusal)
    setBusy(false)
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<b>{t('releases.back.title', { version: row.number })}</b>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <div className={classes.dialog}>
        <p>{t('releases.back.text', { version: row.number, next: release + 1 })}</p>
        {workspace.drafts.size > 0 && <Note>{t('releases.back.drafts')}</Note>}
        <h3>{t('moves.title')}</h3>
        <MovesForeseen plan={plan} after="finish" onAfter={() => {}} choice={false} />
        <Textarea
          label={t('publish.message')}
          autosize
          minRows={2}
          value={message}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {refusal && <RefusalNote refusal={refusal} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {texts.t('do.cancel')}
        </Button>
        <Button loading={busy} onClick={go}>
          {t('releases.back.do', { version: row.number })}
        </Button>
      </Group>
    </Modal>
  )
}
