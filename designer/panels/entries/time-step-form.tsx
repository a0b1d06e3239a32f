import { Button, NativeSelect, NumberInput } from '@mantine/core'
import type { Counting } from '../../../schemas/generated/common.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { inserted, moved, replaced, without } from '../../model/lists.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { offsetOf, type Side, sideOf } from '../duration-parts.ts'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'
import { AutomationList } from './automation-list.tsx'
import { ChannelsEntry } from './channels-entry.tsx'
import { DurationEntry } from './duration-entry.tsx'

interface TimeStepFormProps {
  readonly of: { readonly node?: string }
  readonly index: number
  readonly step: TimeStep
  readonly counting: Counting | undefined
  /** The buttons that the clock may press, by their words. */
  readonly choices: ReadonlyMap<string, string>
  readonly onRemove: () => void
}

type Does = 'tell' | 'pass' | 'choose' | 'does'

/** One step around a deadline: when, what, and whom it concerns. */
export function TimeStepForm({ of, index, step, counting, choices, onRemove }: TimeStepFormProps) {
  const { t } = useWords()
  const { types, schema, workspace, execute } = useSchema()
  const set = (change: { readonly [K in keyof TimeStep]?: TimeStep[K] | undefined }) =>
    execute({ type: 'set-time-step', ...of, index, step: change }).ok
  const side = sideOf(step.at)
  const does: Does = step.pass ? 'pass' : step.choose !== undefined ? 'choose' : step.does ? 'does' : 'tell'
  const offered: Does[] = [
    'tell',
    ...(of.node === undefined ? [] : (['pass'] as const)),
    ...(choices.size > 0 ? (['choose'] as const) : []),
    'does',
  ]
  const become = (next: Does) => {
    const nobody = { tell: undefined, pass: undefined, choose: undefined, does: undefined }
    if (next === 'pass') set({ ...nobody, pass: step.tell ?? [{ managerOf: 'assignee' }] })
    else if (next === 'choose') set({ ...nobody, choose: [...choices.keys()][0] })
    else if (next === 'does')
      set({
        ...nobody,
        by: undefined,
        does: [{ do: 'notify', who: [{ the: 'author' }], text: ownWords({ en: '{title}', ro: '{title}' }, workspace.languages) }],
      })
    else if (next === 'tell') set({ ...nobody, tell: step.pass ?? [{ the: of.node === undefined ? 'author' : 'assignee' }] })
  }
  return (
    <div className={classes.card}>
      <NativeSelect
        size="xs"
        aria-label={t('late.side')}
        value={side}
        onChange={(event) => set({ at: offsetOf(event.currentTarget.value as Side, side === 'on' ? 'P1D' : step.at) })}
        data={(['before', 'on', 'after'] as const).map((value) => ({ value, label: t(`late.side.${value}`) }))}
      />
      {side !== 'on' && (
        <DurationEntry
          label={t('late.howLong')}
          value={step.at.replace(/^-/, '')}
          counting={counting}
          onChange={(duration) => set({ at: offsetOf(side, duration) })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('late.does')}
        value={does}
        onChange={(event) => become(event.currentTarget.value as Does)}
        data={[...new Set([...offered, does])].map((value) => ({ value, label: t(`late.does.${value}`) }))}
      />
      {does === 'tell' && (
        <AudienceEntryView
          label={t('late.does.tell')}
          value={step.tell}
          types={types}
          schema={schema}
          assignee={of.node !== undefined}
          onChange={(tell) => set({ tell })}
        />
      )}
      {does === 'pass' && (
        <AudienceEntryView
          label={t('late.does.pass')}
          value={step.pass}
          types={types}
          schema={schema}
          assignee
          onChange={(pass) => set({ pass })}
        />
      )}
      {does === 'choose' && (
        <NativeSelect
          size="xs"
          aria-label={t('late.does.choose')}
          value={step.choose ?? ''}
          onChange={(event) => set({ choose: event.currentTarget.value })}
          data={[...choices].map(([value, label]) => ({ value, label }))}
        />
      )}
      {does === 'tell' && <ChannelsEntry label={t('late.by')} value={step.by} onChange={(by) => set({ by })} />}
      {does === 'does' && (
        <AutomationList
          label={t('late.does.does')}
          list={step.does ?? []}
          atLeastOne
          onMove={(from, to) => set({ does: [...moved(step.does ?? [], from, to)] })}
          onRemove={(at) => set({ does: without(step.does ?? [], at) })}
          onSet={(at, one) => set({ does: replaced(step.does ?? [], at, one) })}
          onAdd={(one) => set({ does: inserted(step.does, one) })}
        />
      )}
      {does === 'tell' && (
        <>
          <NativeSelect
            size="xs"
            aria-label={t('late.again')}
            value={step.every === undefined ? 'once' : 'again'}
            onChange={(event) =>
              set(event.currentTarget.value === 'again' ? { every: 'P1D', atMost: 5 } : { every: undefined, atMost: undefined })
            }
            data={[
              { value: 'once', label: t('late.once') },
              { value: 'again', label: t('late.again') },
            ]}
          />
          {step.every !== undefined && (
            <div className={classes.row}>
              <div className={classes.grow}>
                <DurationEntry label={t('late.every')} value={step.every} counting={counting} onChange={(every) => set({ every })} />
              </div>
              <NumberInput
                w={96}
                size="xs"
                min={1}
                max={99}
                hideControls
                aria-label={t('late.atMost')}
                leftSection="≤"
                value={step.atMost ?? ''}
                onChange={(most) => set({ atMost: typeof most === 'number' ? most : undefined })}
              />
            </div>
          )}
        </>
      )}
      <div>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
          {t('late.remove')}
        </Button>
      </div>
    </div>
  )
}
