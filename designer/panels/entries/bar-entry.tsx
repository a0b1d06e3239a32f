import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { StatusBar } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { moved } from '../../model/lists.ts'
import { readingOrder } from '../../model/sentences.ts'
import { nodeName } from '../../model/words/speech.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { RowList } from '../../types/parts/row-list.tsx'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'

interface BarEntryProps {
  readonly bar: StatusBar | undefined
  readonly onChange: (bar: StatusBar | undefined) => void
}

/** The bar of stages that people walk along: which, from left to right, how far at once, and who may. */
export function BarEntry({ bar, onChange }: BarEntryProps) {
  const { t } = useWords()
  const { schema, speech, types } = useSchema()
  const stages = readingOrder(schema).filter((id) => schema.nodes.some((node) => node.id === id && node.kind === 'stage'))
  if (!bar)
    return (
      <PanelGroup title={t('bar.title')}>
        <p className={classes.quiet}>{t(stages.length < 2 ? 'bar.fewStages' : 'bar.none')}</p>
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            disabled={stages.length < 2}
            onClick={() => onChange({ stages, move: 'any', who: [{ the: 'author' }] })}
          >
            {t('bar.add')}
          </Button>
        </div>
      </PanelGroup>
    )
  const free = stages.filter((id) => !bar.stages.includes(id))
  return (
    <PanelGroup
      title={t('bar.title')}
      aside={
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(undefined)}>
          {t('bar.remove')}
        </Button>
      }
    >
      <RowList
        label={t('bar.stages')}
        rows={bar.stages}
        keyOf={(id) => id}
        nameOf={(id) => nodeName(speech, id)}
        onMove={(from, to) => onChange({ ...bar, stages: [...moved(bar.stages, from, to)] })}
        draw={(id) => (
          <div className={classes.row}>
            <span className={`${classes.grow} cut`}>{nodeName(speech, id)}</span>
            {bar.stages.length > 2 && (
              <ActionIcon
                size={28}
                aria-label={t('bar.leaveOut', { name: nodeName(speech, id) })}
                onClick={() => onChange({ ...bar, stages: bar.stages.filter((one) => one !== id) })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </div>
        )}
      />
      {free.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={t('bar.addStage')}
          value=""
          onChange={(event) => event.currentTarget.value && onChange({ ...bar, stages: [...bar.stages, event.currentTarget.value] })}
          data={[{ value: '', label: t('bar.addStage') }, ...free.map((id) => ({ value: id, label: nodeName(speech, id) }))]}
        />
      )}
      <NativeSelect
        size="xs"
        label={t('bar.move')}
        value={bar.move}
        onChange={(event) => onChange({ ...bar, move: event.currentTarget.value as StatusBar['move'] })}
        data={(['any', 'next'] as const).map((value) => ({ value, label: t(`bar.move.${value}`) }))}
      />
      <div>
        <div className={classes.quiet}>{t('bar.who')}</div>
        <AudienceEntryView
          label={t('bar.who')}
          value={bar.who}
          types={types}
          schema={schema}
          onChange={(who) => {
            const { who: _, ...rest } = bar
            onChange(who.length > 0 ? { ...rest, who } : rest)
          }}
        />
      </div>
    </PanelGroup>
  )
}
