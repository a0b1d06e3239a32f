import { ActionIcon, Button, Checkbox, NativeSelect, Radio, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { durationOf, singleUnitOf } from '../../runtime/app/language/durations.ts'
import type { Channel } from '../../schemas/generated/common.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { TimeStep } from '../../schemas/generated/time-step.ts'
import { useWords } from '../language/words.tsx'
import { setAround } from '../model/commands/reminder/set-around.ts'
import { setReminderProperty } from '../model/commands/reminder/set-reminder-property.ts'
import { addTimeStep } from '../model/commands/time/add-time-step.ts'
import { removeTimeStep } from '../model/commands/time/remove-time-step.ts'
import { setTimeStep } from '../model/commands/time/set-time-step.ts'
import { audienceWords } from '../model/words/audience-words.ts'
import { conditionWords } from '../model/words/condition-words.ts'
import { durationWords } from '../model/words/duration-words.ts'
import { listed } from '../model/words/speech.ts'
import { definitionAt } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { WhoField } from '../types/parts/who-field.tsx'
import { momentChoices, momentWords } from './moments.ts'
import classes from './reminder-sentence.module.css'
import {
  aroundKey,
  aroundOf,
  inOrder,
  lengthOf,
  newStep,
  offsetOf,
  type Repeats,
  repeatsOf,
  type Side,
  sideOf,
  stepSentence,
} from './sentence.ts'
import { Token } from './token.tsx'

const channels: readonly Channel[] = ['program', 'email']

/** The reminder as a sentence: one for each step, then what holds for all. Every choice is a token, in reading order. */
export function ReminderSentence() {
  const { t, rich, language } = useWords()
  const { body: rule, workspace, run } = useEditing('reminder-rule')
  const type = definitionAt(workspace, 'document-type', rule.type)
  const speech = { language, workspace, type }
  return (
    <section className={classes.sentence} aria-label={t('reminder.sentence')}>
      {inOrder(rule.steps).map((index) => (
        <StepLine key={index} step={rule.steps[index]!} index={index} type={type} />
      ))}
      <Button
        className={classes.add}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => run(addTimeStep({ step: newStep(rule) }))}
      >
        {t('reminder.step.add')}
      </Button>
      <p>
        {rich(rule.while === undefined ? 'reminder.always' : 'reminder.holds', {
          counting: <Counting key="counting" />,
          hour: <Hour key="hour" />,
          dayOff: <DayOff key="dayOff" />,
          condition: rule.while === undefined ? '' : conditionWords(speech, rule.while),
        } as never)}
      </p>
    </section>
  )
}

function StepLine({ step, index, type }: { step: TimeStep; index: number; type: DocumentType | undefined }) {
  const { t, rich, language } = useWords()
  const { body: rule, workspace, run } = useEditing('reminder-rule')
  const speech = { language, workspace, type }
  const set = (change: Partial<Record<keyof TimeStep, unknown>>) => run(setTimeStep({ index, step: change as never }))
  const tokens: Readonly<Record<string, ReactNode>> = {
    offset: <Offset key="offset" step={step} onChange={(at) => set({ at })} />,
    moment: <Moment key="moment" type={type} />,
    who: (
      <Token key="who" label={t('reminder.who')} words={step.tell?.length ? audienceWords(speech, step.tell) : t('reminder.nobody')}>
        <WhoField
          label={t('reminder.who')}
          value={step.tell}
          place={{ type, row: rule.around.rows, assignee: rule.around.assignment !== undefined, clock: true }}
          none={t('reminder.nobody.text')}
          onChange={(tell) => set({ tell })}
        />
      </Token>
    ),
    by: (
      <Token
        key="by"
        label={t('reminder.by')}
        words={listed(
          speech,
          (step.by ?? ['program']).map((one) => t(`channel.${one}`)),
        )}
      >
        <Checkbox.Group
          label={t('reminder.by')}
          value={[...(step.by ?? ['program'])]}
          onChange={(by) => by.length > 0 && set({ by: sameAsUsual(by) ? undefined : by })}
        >
          <div className={classes.options}>
            {channels.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`channel.${channel}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </Token>
    ),
    repeat: <Repeat key="repeat" step={step} onChange={set} />,
  }
  return (
    <div className={classes.step}>
      <p>{rich(stepSentence(step), tokens as never)}</p>
      {rule.steps.length > 1 && (
        <ActionIcon
          size={28}
          aria-label={t('reminder.step.remove', { number: index + 1 })}
          title={t('reminder.step.remove', { number: index + 1 })}
          onClick={() => run(removeTimeStep({ index }))}
        >
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </div>
  )
}

const sameAsUsual = (by: readonly string[]): boolean => by.length === 1 && by[0] === 'program'

/** How long before or after, or the day itself. */
function Offset({ step, onChange }: { step: TimeStep; onChange: (at: string) => void }) {
  const { t, language } = useWords()
  const { body: rule } = useEditing('reminder-rule')
  const side = sideOf(step)
  const length = lengthOf(step)
  const words = side === 'on' ? t('reminder.day.on') : durationWords(length, language, rule.in)
  return (
    <Token label={t('reminder.offset')} words={words}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('reminder.side')}
        value={side}
        data={(['before', 'on', 'after'] as const).map((value) => ({ value, label: t(`reminder.side.${value}`) }))}
        onChange={(next) => onChange(offsetOf(next as Side, length))}
      />
      {side !== 'on' && <Length label={t('reminder.offset')} value={length} onChange={(next) => onChange(offsetOf(side, next))} />}
    </Token>
  )
}

const units = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const

function Length({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  const single = singleUnitOf(value)
  if (!single) return <p className={classes.hint}>{t('reminder.compound', { value })}</p>
  return (
    <div className={classes.length}>
      <TextInput
        aria-label={label}
        type="number"
        min={1}
        max={9999}
        value={single.amount}
        onChange={(event) => {
          const amount = Math.round(Number(event.currentTarget.value))
          if (amount >= 1 && amount <= 9999) onChange(durationOf(amount, single.unit))
        }}
      />
      <NativeSelect
        aria-label={t('condition.unit')}
        value={single.unit}
        data={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(event) => onChange(durationOf(single.amount, event.currentTarget.value as 'days'))}
      />
    </div>
  )
}

/** Around what: a date of the card or of rows, a to-do, a status, a paper copy. */
function Moment({ type }: { type: DocumentType | undefined }) {
  const words = useWords()
  const { t } = words
  const { body: rule, run } = useEditing('reminder-rule')
  const key = aroundKey(rule.around)
  const choices = type ? momentChoices(type) : []
  return (
    <Token label={t('reminder.moment')} words={momentWords(rule.around, type, words)}>
      <Radio.Group
        label={t('reminder.moment')}
        value={key}
        onChange={(next) => run(setAround({ around: aroundOf(next, rule.around.yearly) }))}
      >
        <div className={classes.options}>
          {choices.map((around) => (
            <Radio key={aroundKey(around)} value={aroundKey(around)} label={momentWords(around, type, words)} />
          ))}
        </div>
      </Radio.Group>
      {rule.around.field !== undefined && (
        <Checkbox
          label={t('reminder.yearly')}
          checked={rule.around.yearly ?? false}
          onChange={(event) => run(setAround({ around: aroundOf(key, event.currentTarget.checked) }))}
        />
      )}
    </Token>
  )
}

/** Whether it is said again, how often, and until when. */
function Repeat({ step, onChange }: { step: TimeStep; onChange: (change: Partial<Record<keyof TimeStep, unknown>>) => void }) {
  const { t, language } = useWords()
  const { body: rule } = useEditing('reminder-rule')
  const repeats = repeatsOf(step)
  const every = step.every ?? 'P1D'
  const words =
    repeats === 'once'
      ? t('reminder.once')
      : repeats === 'times'
        ? t('reminder.every.times', { every: durationWords(every, language, rule.in), count: step.atMost ?? 1 })
        : t('reminder.every', { every: durationWords(every, language, rule.in) })
  const choose = (next: Repeats) =>
    onChange(
      next === 'once'
        ? { every: undefined, atMost: undefined }
        : next === 'while'
          ? { every, atMost: undefined }
          : { every, atMost: step.atMost ?? 10 },
    )
  return (
    <Token label={t('reminder.repeat')} words={words}>
      <Radio.Group label={t('reminder.repeat')} value={repeats} onChange={(next) => choose(next as Repeats)}>
        <div className={classes.options}>
          {(['once', 'times', 'while'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`reminder.repeats.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {repeats !== 'once' && <Length label={t('reminder.repeat.every')} value={every} onChange={(next) => onChange({ every: next })} />}
      {repeats === 'times' && (
        <TextInput
          label={t('reminder.repeat.atMost')}
          type="number"
          min={1}
          max={1000}
          value={step.atMost ?? 1}
          onChange={(event) => {
            const count = Math.round(Number(event.currentTarget.value))
            if (count >= 1 && count <= 1000) onChange({ atMost: count })
          }}
        />
      )}
    </Token>
  )
}

function Counting() {
  const { t } = useWords()
  const { body: rule, run } = useEditing('reminder-rule')
  const value = rule.in ?? 'calendar-time'
  return (
    <Token label={t('reminder.counting')} words={t(`reminder.counting.${value}`)}>
      <Radio.Group
        label={t('reminder.counting')}
        value={value}
        onChange={(next) => run(setReminderProperty({ property: 'in', value: next as never }))}
      >
        <div className={classes.options}>
          {(['calendar-time', 'working-time'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`reminder.counting.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </Token>
  )
}

function Hour() {
  const { t } = useWords()
  const { body: rule, run } = useEditing('reminder-rule')
  return (
    <Token label={t('reminder.hour')} words={rule.hour ?? t('reminder.hour.none')}>
      <TextInput
        label={t('reminder.hour')}
        type="time"
        value={rule.hour ?? ''}
        onChange={(event) => run(setReminderProperty({ property: 'hour', value: event.currentTarget.value || undefined }))}
      />
      <p className={classes.hint}>{t('reminder.hour.text')}</p>
    </Token>
  )
}

function DayOff() {
  const { t } = useWords()
  const { body: rule, run } = useEditing('reminder-rule')
  const value = rule.dayOff ?? 'keep'
  return (
    <Token label={t('reminder.dayOff')} words={t(`reminder.dayOff.${value}`)}>
      <Radio.Group
        label={t('reminder.dayOff')}
        value={value}
        onChange={(next) => run(setReminderProperty({ property: 'dayOff', value: next as never }))}
      >
        <div className={classes.options}>
          {(['after', 'before', 'keep'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`reminder.dayOff.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </Token>
  )
}
