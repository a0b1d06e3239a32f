import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { useWords } from '../language/words.tsx'
import { definitionsOf, type EditedKind } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'

/** Asks for the name of something new, and for what it is about where it is about something. */
export function NewDefinitionDialog({ kind, onClose }: { kind: EditedKind; onClose: () => void }) {
  const { t, of } = useWords()
  const texts = useTexts()
  const { workspace, executeOnWorkspace } = useWorkspace()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const types = definitionsOf(workspace, 'document-type')
  // Where there are several, nobody is led past the question by an answer that is there already.
  const [about, setAbout] = useState(types.length === 1 ? types[0]!.id : '')
  const [copyOf, setCopyOf] = useState('')
  const asksAbout = kind === 'reminder-rule' || kind === 'print-form'
  const create = () => {
    if (name.trim() === '' || (asksAbout && about === '')) return
    const executed = executeOnWorkspace({
      type: 'new-definition',
      kind,
      label: name.trim(),
      ...(asksAbout && { about }),
      ...(copyOf && { copyOf }),
    })
    if (!executed.ok || executed.made === undefined) return
    onClose()
    go(`/designer/${kind}/${executed.made}`)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t(`home.new.${kind}`)}</span>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <TextInput label={t('home.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus required />
        {asksAbout && (
          <NativeSelect
            mt={12}
            label={t('home.watches')}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
            required
            data={[
              ...(about === '' ? [{ value: '', label: t('home.watches.choose') }] : []),
              ...types.map(({ id, label }) => ({ value: id, label: of(label) })),
            ]}
          />
        )}
        <NativeSelect
          mt={12}
          label={t('home.copyOf')}
          value={copyOf}
          onChange={(event) => setCopyOf(event.currentTarget.value)}
          data={[
            { value: '', label: t('home.copyOf.nothing') },
            ...definitionsOf(workspace, kind).map(({ id, label }) => ({ value: id, label: of(label) })),
          ]}
        />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {texts.t('do.cancel')}
          </Button>
          <Button type="submit">{t('home.create')}</Button>
        </Group>
      </form>
    </Modal>
  )
}
