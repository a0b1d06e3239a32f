import { Button, Modal, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { WebhooksAnswer } from '../../api/answers.ts'
import { fieldProblems, type Refusal } from '../data/refusal.ts'
import { useWebhookCommands } from '../data/webhooks.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { useTexts } from '../language/texts.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './webhooks-screen.module.css'

interface WebhookDialogProps {
  /** Null: a new one. */
  readonly present: WebhooksAnswer['items'][number] | null
  readonly onClose: () => void
}

const name = /^[a-z0-9][a-z0-9-]{0,99}$/

/** The name by which schemas call another program, and where it listens. */
export function WebhookDialog({ present, onClose }: WebhookDialogProps) {
  const texts = useTexts()
  const { t } = texts
  const { save, drop } = useWebhookCommands()
  const [id, setId] = useState(present?.id ?? '')
  const [url, setUrl] = useState(present?.url ?? '')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const wrongName = !name.test(id)
  const wrongUrl = !/^https?:\/\/[^\s/]+/.test(url.trim())
  const finish = (reply: Awaited<ReturnType<typeof save>>) => {
    setBusy(false)
    if (reply.ok) onClose()
    else setRefusal(reply.refusal)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrongName || wrongUrl) return
    setBusy(true)
    finish(await save(id, url.trim()))
  }
  const remove = async () => {
    setBusy(true)
    finish(await drop(id))
  }
  const fromServer = fieldProblems(refusal ?? undefined, (path) => path, texts)
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={
        <span style={{ fontWeight: 650, fontSize: 16 }}>{present ? t('webhooks.edit', { name: present.id }) : t('webhooks.add')}</span>
      }
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {!present && (
          <TextInput
            {...frameProps({
              label: t('webhooks.name'),
              help: t('webhooks.name.help'),
              required: true,
              problem: tried && wrongName ? t('webhooks.name.wrong') : undefined,
            })}
            data-autofocus
            autoComplete="off"
            value={id}
            onChange={(event) => setId(event.target.value)}
          />
        )}
        <TextInput
          {...frameProps({
            label: t('webhooks.address'),
            help: t('webhooks.address.help'),
            required: true,
            problem: tried && wrongUrl ? t('webhooks.address.wrong') : fromServer.get('url'),
          })}
          {...(present && { 'data-autofocus': true })}
          type="url"
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        {refusal && <RefusalNote refusal={refusal} />}
        <div className={classes.foot}>
          {present?.url && (
            <Button
              className={classes.remove ?? ''}
              variant="subtle"
              color="var(--red)"
              leftSection={<IconTrash size={16} />}
              disabled={busy}
              onClick={remove}
            >
              {t('webhooks.drop')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('do.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
