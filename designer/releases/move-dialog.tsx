import { Button, Group, Modal, Progress, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PlannedMove } from '../../runtime/api/answers.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import type { LocalText } from '../../runtime/engine/site.ts'
import { useWords } from '../language/words.tsx'
import { releasedAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { moveName, moveSentence } from './move-sentence.ts'
import classes from './publish.module.css'
import type { MovedSteps } from './releases-api.ts'
import { type GoneStep, goneSteps, type MoveResult, useMoves } from './use-moves.ts'

interface MoveDialogProps {
  readonly type: string
  /** How many documents began on an earlier version. */
  readonly behind: number
  readonly onClose: () => void
}

/** As many rows as somebody reads; of more it is said how many. */
const MOST_SHOWN = 100
const fates = ['cannot-move', 'can-move', 'stays', 'follows'] as const
const counted = { 'can-move': 'can', 'cannot-move': 'cannot', stays: 'stays', follows: 'follows' } as const

/** The documents of a type that began on an earlier version: what would become of each is seen before any is moved. */
export function MoveDialog({ type, behind, onClose }: MoveDialogProps) {
  const { t, of } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const [chosen, choose] = useState<MovedSteps>({})
  const [known, keep] = useState<ReadonlyMap<string, GoneStep>>(new Map())
  const { items, doing, done, all, stopped, result, refusal, look, move, stop } = useMoves(type, behind)
  useEffect(() => {
    void look({})
  }, [look])
  const gone = goneSteps(items, known, chosen)
  const becomes = new Map(
    Object.entries(chosen).map(([node, to]) => [node, gone.get(node)?.to.find((each) => each.node === to)?.label ?? ''] as const),
  )
  const can = items.filter(({ fate }) => fate === 'can-move')
  const send = (node: string, to: string | null) => {
    const { [node]: _, ...others } = chosen
    const next = to === null ? others : { ...others, [node]: to }
    keep(gone)
    choose(next)
    void look(next)
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<b>{t('moves.dialog', { type: of(releasedAt(workspace, 'document-type', type)?.label) })}</b>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <div className={classes.dialog}>
        <p className={classes.note}>{t('moves.dialog.text')}</p>
        {doing && (
          <HowFar
            label={t(doing === 'looking' ? 'moves.looking' : 'moves.moving', { done, all })}
            part={done / Math.max(all, 1)}
            onStop={stop}
          />
        )}
        {result && doing !== 'moving' && <ResultNote result={result} />}
        {refusal && <RefusalNote refusal={refusal} />}
        {stopped && (
          <Note
            tone="amber"
            way={
              <Button size="compact-sm" variant="default" onClick={() => void look(chosen)}>
                {t('moves.again')}
              </Button>
            }
          >
            {t('moves.stopped', { done, all })}
          </Note>
        )}
        {!doing && !stopped && !refusal && items.length === 0 && <p role="status">{t('moves.noneBehind')}</p>}
        {!doing && items.length > 0 && (
          <p role="status">
            <b>
              {fates
                .map((fate) => ({ fate, count: items.filter((item) => item.fate === fate).length }))
                .filter(({ count }) => count > 0)
                .map(({ fate, count }) => t(`moves.count.${counted[fate]}`, { count }))
                .join(', ')}
            </b>
          </p>
        )}
        {gone.size > 0 && (
          <section>
            <h3>{t('moves.gone')}</h3>
            {[...gone.values()].map((step) => (
              <GoneStepChoice
                key={step.node}
                step={step}
                to={chosen[step.node] ?? null}
                taken={new Set(Object.values(chosen))}
                disabled={doing === 'moving'}
                onChoose={(to) => send(step.node, to)}
              />
            ))}
          </section>
        )}
        <Documents type={type} becomes={becomes} items={result?.refused.length ? withReasons(items, result.refused) : items} />
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {texts.t('do.close')}
        </Button>
        {can.length > 0 && (
          <Button
            loading={doing !== null}
            onClick={() =>
              void move(
                can.map(({ id }) => id),
                chosen,
              )
            }
          >
            {t('moves.all', { count: can.length })}
          </Button>
        )}
      </Group>
    </Modal>
  )
}

/** What was refused a moment ago keeps its reason, where the look after it found none. */
function withReasons(items: readonly PlannedMove[], refused: readonly PlannedMove[]): readonly PlannedMove[] {
  const why = new Map(refused.map((item) => [item.id, item]))
  return items.map((item) => (item.problem ? item : (why.get(item.id) ?? item)))
}

function HowFar({ label, part, onStop }: { label: string; part: number; onStop: () => void }) {
  const { t } = useWords()
  return (
    <Group gap={12} wrap="nowrap">
      <Progress value={part * 100} aria-label={label} style={{ flex: 1 }} />
      <span className={classes.note} role="status">
        {label}
      </span>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('moves.stop')}
      </Button>
    </Group>
  )
}

function ResultNote({ result: { moved, refused, meanwhile, left } }: { result: MoveResult }) {
  const { t } = useWords()
  const told = [
    t('moves.result', { count: moved }),
    refused.length > 0 && t('moves.result.refused', { count: refused.length }),
    meanwhile > 0 && t('moves.result.meanwhile', { count: meanwhile }),
    left > 0 && t('moves.result.stopped', { count: left }),
  ]
  return (
    <div role="status">
      <Note tone={refused.length + left > 0 ? 'amber' : 'green'}>{told.filter(Boolean).join(' ')}</Note>
    </div>
  )
}

interface GoneStepChoiceProps {
  readonly step: GoneStep
  readonly to: string | null
  /** The steps that are chosen already: two cannot go to one. */
  readonly taken: ReadonlySet<string>
  readonly disabled: boolean
  readonly onChoose: (to: string | null) => void
}

function GoneStepChoice({ step, to, taken, disabled, onChoose }: GoneStepChoiceProps) {
  const { t, of } = useWords()
  const label = t('moves.map', { step: of(step.label), count: step.count })
  if (step.to.length === 0)
    return (
      <p>
        {of(step.label)}: {t('moves.map.none')}
      </p>
    )
  return (
    <Select
      label={label}
      placeholder={t('moves.map.stay')}
      clearable
      clearButtonProps={{ 'aria-label': t('moves.map.stay') }}
      disabled={disabled}
      data={step.to.map((each) => ({ value: each.node, label: of(each.label), disabled: each.node !== to && taken.has(each.node) }))}
      value={to}
      onChange={onChoose}
    />
  )
}

interface DocumentsProps {
  readonly type: string
  readonly items: readonly PlannedMove[]
  /** What the steps are called that were chosen to take the place of others. */
  readonly becomes: ReadonlyMap<string, LocalText>
}

function Documents({ type, items, becomes }: DocumentsProps) {
  const words = useWords()
  const { t } = words
  const { workspace } = useWorkspace()
  const definition = releasedAt(workspace, 'document-type', type)
  const rows = fates.filter((fate) => fate !== 'follows').flatMap((fate) => items.filter((item) => item.fate === fate))
  return (
    <>
      <ul className={classes.documents}>
        {rows.slice(0, MOST_SHOWN).map((item) => (
          <li key={item.id}>
            <span className={classes.finding}>
              <b>{moveName(item, definition, words)}</b>
              <span>{moveSentence(item, definition, words, becomes)}</span>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <p className={classes.note}>{t('moves.shown', { count: rows.length - MOST_SHOWN })}</p>}
    </>
  )
}
