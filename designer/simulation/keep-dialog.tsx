import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import { useWords } from '../language/words.tsx'
import { idFrom } from '../model/ids.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import type { Run } from './run.ts'
import { scenarioOf } from './scenario-of.ts'
import { useScenarioCommands, useScenarios } from './scenarios-api.ts'

/** Keeps a trial as a rehearsal: what came of each step is expected from then on. */
export function KeepDialog({ run, set, onClose }: { run: Run; set: TemplateSet; onClose: () => void }) {
  const { t } = useWords()
  const texts = useTexts()
  const { office } = useWorkspace()
  const { data: kept } = useScenarios()
  const { keep } = useScenarioCommands()
  const [name, write] = useState('')
  const [refusal, refuse] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const label = name.trim()
    if (label === '') return
    const id = idFrom(
      label,
      'kebab',
      (kept ?? []).map((one) => one.id),
    )
    const scenario = scenarioOf({ id, label }, run, set, office.calendar)
    if (!scenario) return
    setBusy(true)
    const refused = await keep(scenario)
    setBusy(false)
    if (refused) refuse(refused)
    else onClose()
  }
  return (
    <Modal opened onClose={onClose} title={<b>{t('try.keep.title')}</b>} closeButtonProps={{ 'aria-label': texts.t('do.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label={t('try.keep.name')}
          description={t('try.keep.text')}
          placeholder={t('try.keep.example')}
          data-autofocus
          maxLength={120}
          value={name}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {refusal && <RefusalNote refusal={refusal} />}
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {texts.t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('try.keep.do')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
