import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy, IconPlus, IconWebhook } from '@tabler/icons-react'
import { useState } from 'react'
import type { WebhooksAnswer } from '../../api/answers.ts'
import { refusalOf } from '../data/refusal.ts'
import { useWebhooks } from '../data/webhooks.ts'
import { useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { Cell, DataTable, HeadCell, Row } from '../ui/data-table.tsx'
import { Empty, faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Status } from '../ui/status.tsx'
import { useWidth } from '../ui/use-width.ts'
import { WebhookDialog } from './webhook-dialog.tsx'
import classes from './webhooks-screen.module.css'

/** For the administrator: which other programs are told, where, and the key that they know our calls by. */
export function WebhooksScreen() {
  const { t, of } = useTexts()
  const webhooks = useWebhooks()
  const phone = useWidth() === 'phone'
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  usePage(t('webhooks.title'))
  const answer = webhooks.data
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!answer} onClick={() => setOpen({ id: null })}>
      {t('webhooks.add')}
    </Button>
  )
  const uses = ({ usedBy }: WebhooksAnswer['items'][number]) => usedBy.map(({ label }) => of(label)).join(', ')
  const address = ({ url }: WebhooksAnswer['items'][number]) =>
    url ?? (
      <Status icon={IconWebhook} tone="amber">
        {t('webhooks.noAddress')}
      </Status>
    )
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.title}>
          {!phone && <h1>{t('webhooks.title')}</h1>}
          {add}
        </div>
        <p>{t('webhooks.text')}</p>
        {answer && (
          <p className={classes.key}>
            {t('webhooks.key')} <code>{`${answer.key.slice(0, 12)}…`}</code>
            <CopyButton value={answer.key}>
              {({ copied, copy }) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  onClick={copy}
                >
                  {t(copied ? 'webhooks.copied' : 'webhooks.copy')}
                </Button>
              )}
            </CopyButton>
          </p>
        )}
      </header>
      <div className={classes.list}>
        <ListFaces
          face={faceOf(webhooks, answer?.items.length === 0)}
          refusal={webhooks.error ? refusalOf(webhooks.error) : undefined}
          onRetry={() => webhooks.refetch()}
          empty={
            <Empty icon={IconWebhook} title={t('webhooks.none')} text={t('webhooks.none.text')}>
              {add}
            </Empty>
          }
        >
          {answer &&
            (phone ? (
              <ul>
                {answer.items.map((item) => (
                  <li key={item.id}>
                    <button type="button" className={classes.row} onClick={() => setOpen(item)}>
                      <b>{item.id}</b>
                      <span className="cut">{address(item)}</span>
                      <span className={classes.quiet}>{uses(item)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            ) : (
              <DataTable
                label={t('webhooks.title')}
                head={
                  <>
                    <HeadCell>{t('webhooks.name')}</HeadCell>
                    <HeadCell>{t('webhooks.address')}</HeadCell>
                    <HeadCell>{t('office.usedBy')}</HeadCell>
                  </>
                }
              >
                {answer.items.map((item) => (
                  <Row key={item.id} onOpen={() => setOpen(item)}>
                    <Cell name>
                      <button type="button" className={classes.name} onClick={() => setOpen(item)}>
                        {item.id}
                      </button>
                    </Cell>
                    <Cell title={item.url ?? ''}>{address(item)}</Cell>
                    <Cell title={uses(item)}>{uses(item) || '—'}</Cell>
                  </Row>
                ))}
              </DataTable>
            ))}
        </ListFaces>
      </div>
      {answer && open && (
        <WebhookDialog key={open.id} present={answer.items.find(({ id }) => id === open.id) ?? null} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
