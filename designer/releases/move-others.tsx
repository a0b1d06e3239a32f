import { Button, Group, Modal, Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { command } from '../../runtime/app/data/client.ts'
import { type Refusal, RequestRefused } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { useWords } from '../language/words.tsx'
import { quoted } from '../model/words/speech.ts'
import { definitionsOf, releasedAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './publish.module.css'
import { type DryMove, type Moved, moveDocuments } from './releases-api.ts'

interface OfType {
  readonly type: string
  readonly items: readonly DryMove[]
}

/** Documents that run on an earlier version: how many, and moving them to the newest one, one or all; a dry run comes first. */
export function MoveOthers() {
  const { t, of } = useWords()
  const { workspace, release } = useWorkspace()
  const [opened, open] = useState<OfType | null>(null)
  const types = definitionsOf(workspace, 'document-type').filter(({ id }) => releasedAt(workspace, 'document-type', id))
  const query = useQuery({
    queryKey: ['designer-outdated', release],
    queryFn: async () => {
      const found = await Promise.all(
        types.map(async ({ id }): Promise<OfType> => {
          const reply = await command<{ items: DryMove[] }>(
            '/api/moves',
            { type: id, documents: 'all', dryRun: true },
            { patience: 30_000 },
          )
          if (!reply.ok) throw new RequestRefused(reply.refusal)
          return { type: id, items: reply.value.items.filter(({ fate }) => fate !== 'follows') }
        }),
      )
      return found.filter(({ items }) => items.length > 0)
    },
    staleTime: 0,
  })
  if (!query.data || query.data.length === 0) return null
  return (
    <ul className={classes.releases}>
      {query.data.map((each) => {
        const can = each.items.filter(({ fate }) => fate === 'can-move').length
        return (
          <li key={each.type}>
            <span className={classes.release}>
              <b>{of(releasedAt(workspace, 'document-type', each.type)?.label)}</b>
              <span className={classes.note}>
                {t('moves.behind', { count: each.items.length })}{' '}
                {can > 0 ? t('moves.behind.can', { count: can }) : t('moves.behind.cannot')}
              </span>
            </span>
            <Button size="xs" variant="default" rightSection={<IconArrowRight size={14} />} onClick={() => open(each)}>
              {t('moves.look')}
            </Button>
          </li>
        )
      })}
      {opened && (
        <MoveDialog
          of={opened}
          onClose={() => {
            open(null)
            void query.refetch()
          }}
        />
      )}
    </ul>
  )
}

function MoveDialog({ of: { type, items }, onClose }: { of: OfType; onClose: () => void }) {
  const { t, of, locale, language } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const [mapped, map] = useState<Readonly<Record<string, string>>>({})
  const [refusal, refuse] = useState<Refusal | null>(null)
  const [result, tell] = useState<Moved | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const definition = releasedAt(workspace, 'document-type', type)
  const nodes = (definition?.approval ?? [])
    .flatMap(({ schema }) => releasedAt(workspace, 'approval-schema', schema)?.nodes ?? [])
    .filter(({ kind }) => kind === 'stage' || kind === 'approval' || kind === 'task' || kind === 'wait')
  const missing = [...new Set(items.flatMap((item) => item.nodes.filter(({ why }) => why === 'missing').map(({ node }) => node)))]
  const gone = new Set(result?.moved)
  const move = async (documents: 'all' | readonly string[], mark: string) => {
    setBusy(mark)
    refuse(null)
    const reply = await moveDocuments(type, documents, Object.keys(mapped).length > 0 ? mapped : undefined)
    setBusy(null)
    if (reply.ok) tell({ moved: [...(result?.moved ?? []), ...reply.value.moved], refused: reply.value.refused })
    else refuse(reply.refusal)
  }
  const movable = items.filter((item) => !gone.has(item.id) && item.nodes.every(({ node }) => node in mapped))
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<b>{t('moves.dialog', { type: of(definition?.label) })}</b>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <div className={classes.dialog}>
        <p className={classes.note}>{t('moves.dialog.text')}</p>
        {missing.map((node) => (
          <Select
            key={node}
            label={t('moves.map', { step: node })}
            clearable
            data={nodes.map((each) => ({ value: each.id, label: of(each.label ?? each.id) }))}
            value={mapped[node] ?? null}
            onChange={(to) => {
              const { [node]: _, ...others } = mapped
              map(to === null ? others : { ...others, [node]: to })
            }}
          />
        ))}
        <ul className={classes.documents}>
          {items
            .filter(({ id }) => !gone.has(id))
            .map((item) => {
              const refused = result?.refused.find(({ id }) => id === item.id)
              return (
                <li key={item.id}>
                  <span className={classes.finding}>
                    <b>{of(item.title) || item.number || item.id}</b>
                    {item.nodes.length > 0 && (
                      <span>
                        {t('moves.why.missing', {
                          steps: new Intl.ListFormat(locale).format(item.nodes.map(({ node }) => quoted({ language }, node))),
                        })}
                      </span>
                    )}
                    {refused && <span>{t('moves.refused', { code: refused.problem.code })}</span>}
                  </span>
                  <Button size="compact-sm" variant="subtle" loading={busy === item.id} onClick={() => move([item.id], item.id)}>
                    {t('moves.one')}
                  </Button>
                </li>
              )
            })}
        </ul>
        {result && <Note tone={result.refused.length > 0 ? 'amber' : 'green'}>{t('moves.result', { count: result.moved.length })}</Note>}
        {refusal && <RefusalNote refusal={refusal} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {texts.t('do.close')}
        </Button>
        {movable.length > 0 && (
          <Button
            loading={busy === 'all'}
            onClick={() =>
              move(
                movable.map(({ id }) => id),
                'all',
              )
            }
          >
            {t('moves.all', { count: movable.length })}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
