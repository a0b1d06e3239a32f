import { Button, Checkbox, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useSession } from '../../runtime/app/data/session.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { useWords } from '../language/words.tsx'
import { definitionAt, definitionsOf, type EditedKind, editedKinds, keyOf, type TargetKey, targetOf } from '../model/workspace.ts'
import { useScenarios } from '../simulation/scenarios-api.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { templateFiles } from './template-files.ts'
import classes from './templates.module.css'
import { whatGoesAlong } from './what-goes-along.ts'
import { zipOf } from './zip.ts'

/** Takes chosen definitions along as a ready-made set: an archive that the program's own commands take. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t, of } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const site = useSession().data?.site.name ?? ''
  const { data: kept } = useScenarios()
  const [chosen, choose] = useState<ReadonlySet<TargetKey>>(new Set())
  const [label, name] = useState(site)
  const [text, describe] = useState('')
  const [version, number] = useState('1.0.0')
  const [asked, ask] = useState(false)
  const [leftOut, tell] = useState<readonly Scenario[]>([])
  const all = useMemo(() => whatGoesAlong(workspace, chosen), [workspace, chosen])
  const along = all.filter((key) => !chosen.has(key))
  const wrong = { name: label.trim() === '', text: text.trim() === '', version: !/^\d+\.\d+\.\d+$/.test(version), none: chosen.size === 0 }
  const save = () => {
    ask(true)
    if (Object.values(wrong).some(Boolean)) return
    const scenarios = (kept ?? []).map(({ body }) => body as Scenario)
    const made = templateFiles(workspace, all, { label: label.trim(), text: text.trim(), version }, scenarios)
    download(`${made.id}.zip`, zipOf(made.files, new Date()))
    tell(made.leftOut)
    if (made.leftOut.length === 0) onClose()
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<b>{t('templates.export')}</b>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <div className={classes.dialog}>
        <p className={classes.text}>{t('templates.export.text')}</p>
        <TextInput
          label={t('templates.export.name')}
          withAsterisk
          value={label}
          maxLength={60}
          error={asked && wrong.name ? t('templates.export.name.missing') : undefined}
          onChange={(event) => name(event.currentTarget.value)}
        />
        <Textarea
          label={t('templates.export.about')}
          withAsterisk
          autosize
          minRows={2}
          value={text}
          error={asked && wrong.text ? t('templates.export.about.missing') : undefined}
          onChange={(event) => describe(event.currentTarget.value)}
        />
        <TextInput
          label={t('templates.export.version')}
          value={version}
          maw={140}
          error={asked && wrong.version ? t('templates.export.version.wrong') : undefined}
          onChange={(event) => number(event.currentTarget.value)}
        />
        {asked && wrong.none && (
          <Note tone="red" alert>
            {t('publish.chooseOne')}
          </Note>
        )}
        {editedKinds.map((kind) => (
          <Kind key={kind} kind={kind} chosen={chosen} onChoose={choose} />
        ))}
        {along.length > 0 && (
          <Note>
            {t('templates.export.along', {
              names: along
                .map(targetOf)
                .map(({ kind, id }) => of(definitionAt<EditedKind>(workspace, kind, id)?.label) || id)
                .join(', '),
            })}
          </Note>
        )}
        {leftOut.length > 0 && (
          <Note tone="amber" alert>
            {t('templates.export.leftOut', { names: leftOut.map((scenario) => of(scenario.label)).join(', ') })}
          </Note>
        )}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {texts.t(leftOut.length > 0 ? 'do.close' : 'do.cancel')}
        </Button>
        <Button onClick={save}>{t('templates.export.do', { count: all.length })}</Button>
      </Group>
    </Modal>
  )
}

interface KindProps {
  readonly kind: EditedKind
  readonly chosen: ReadonlySet<TargetKey>
  readonly onChoose: (chosen: ReadonlySet<TargetKey>) => void
}

function Kind({ kind, chosen, onChoose }: KindProps) {
  const { t, of } = useWords()
  const { workspace } = useWorkspace()
  const definitions = definitionsOf(workspace, kind)
  if (definitions.length === 0) return null
  return (
    <fieldset className={classes.kindGroup}>
      <legend>{t(`kind.${kind}`)}</legend>
      {definitions.map(({ id, label }) => {
        const key = keyOf({ kind, id })
        return (
          <Checkbox
            key={id}
            label={of(label) || id}
            checked={chosen.has(key)}
            onChange={(event) => {
              const next = new Set(chosen)
              if (event.currentTarget.checked) next.add(key)
              else next.delete(key)
              onChoose(next)
            }}
          />
        )
      })}
    </fieldset>
  )
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
