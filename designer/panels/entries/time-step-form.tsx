import { Button, NativeSelect, NumberInput } from '@mantine/core'
import type { Counting } from '../../../schemas/generated/common.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { offsetOf, type Side, sideOf } from '../duration-parts.ts'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'
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
  const { types, schema, execute } = useSchema()
  const set = (change: { readonly [K in keyof TimeStep]?: TimeStep[K] | undefined }) =>
    void execute({ type: 'set-time-step', ...of, index, step: change })
  const side = sideOf(step.at)
  const does: Does = step.pass ? 'pass' : step.choose !== undefined ? 'choose' : step.does ? 'does' : 'tell'
  const offered: Does[] = [
    'tell',
    ...(of.node === undefined ? [] : (['pass'] as const)),
    ...(choices.size > 0 ? (['choose'] as const) : []),
  ]
  const become = (next: Does) => {
    const nobody = { tell: undefined, pass: undefined, choose: undefined, does: undefined }
    if (next === 'pass') set({ ...nobody, pass: step.tell ?? [{ managerOf: 'assignee' }] })
    else if (next === 'choose') set({ ...nobody, choose: [...choices.keys()][0] })
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
      {does === 'tell' && (
        <fieldset className={classes.chips} aria-label={t('late.by')}>
          {(['program', 'email'] as const).map((channel) => {
            const by = step.by ?? ['program']
            const on = by.includes(channel)
            return (
              <Button
                key={channel}
                size="compact-xs"
                variant={on ? 'light' : 'default'}
                aria-pressed={on}
                onClick={() => set({ by: on ? by.filter((each) => each !== channel) : [...by, channel] })}
              >
                {t(`late.by.${channel}`)}
              </Button>
            )
          })}
        </fieldset>
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
