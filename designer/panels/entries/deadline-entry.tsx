import { Button, NativeSelect } from '@mantine/core'
import { IconCalendar, IconPlus } from '@tabler/icons-react'
import type { DefinitionText } from '../../../runtime/app/language/text-of.ts'
import { useFormats } from '../../../runtime/app/language/use-formats.ts'
import { Note } from '../../../runtime/app/ui/note.tsx'
import { nextWorkingMoment } from '../../../runtime/engine/calendar/working-time.ts'
import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { previewDeadline } from '../../model/deadline-preview.ts'
import { definitionsOf } from '../../model/workspace.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { useWorkspace } from '../../workspace/workspace-provider.tsx'
import { stepChoices } from '../step-choices.ts'
import { DurationEntry } from './duration-entry.tsx'
import { LateStepsEntry } from './late-steps-entry.tsx'
import { MomentEntry } from './moment-entry.tsx'
import { StepsEntry } from './steps-entry.tsx'

interface DeadlineEntryProps {
  /** Left out: of the whole way. */
  readonly node?: string
  readonly deadline: Deadline | undefined
  /** Whether somebody is asked here: then a reason can be asked for, and it can pass to somebody else. */
  readonly asks?: boolean
  /** Whether there are steps at which it can stop: on the whole way, and in a block. */
  readonly pauses?: boolean
}

/** By when: within a time or on a date of the card, with an example worked out by the office's calendar; and what happens when it is late. */
export function DeadlineEntry({ node, deadline, asks, pauses }: DeadlineEntryProps) {
  const { t, of: words } = useWords()
  const { types, execute } = useSchema()
  const of = node === undefined ? {} : { node }
  const set = (change: Partial<{ [K in keyof Deadline]: Deadline[K] | undefined }> | null) =>
    void execute({ type: 'set-deadline', ...of, deadline: change })
  if (!deadline)
    return (
      <PanelGroup title={t('deadline.title')}>
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => set({ within: 'P2D', in: 'working-time' })}
          >
            {t('deadline.add')}
          </Button>
        </div>
      </PanelGroup>
    )
  const dates = new Map<string, DefinitionText>()
  for (const field of types.flatMap((type) => type.fields))
    if ((field.type === 'date' || field.type === 'date-time') && !field.retired) dates.set(field.id, field.label)
  // A date through a link, or of a row, stands as it is written.
  if (deadline.on !== undefined && !dates.has(deadline.on)) dates.set(deadline.on, deadline.on)
  return (
    <>
      <PanelGroup
        title={t('deadline.title')}
        aside={
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => set(null)}>
            {t('deadline.remove')}
          </Button>
        }
      >
        {dates.size > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('deadline.kind')}
            value={deadline.on ?? ''}
            onChange={(event) => {
              const on = event.currentTarget.value
              set(on === '' ? { within: 'P2D' } : { on })
            }}
            data={[
              { value: '', label: t('deadline.within') },
              ...[...dates].map(([id, label]) => ({ value: id, label: t('deadline.on', { field: words(label) }) })),
            ]}
          />
        )}
        {deadline.within !== undefined && (
          <DurationEntry
            label={t('deadline.within')}
            value={deadline.within}
            counting={deadline.in}
            counts
            onChange={(within, counting) => set({ within, in: counting })}
          />
        )}
        {deadline.on !== undefined && (
          <NativeSelect
            size="xs"
            aria-label={t('deadline.counting')}
            value={deadline.in ?? 'calendar-time'}
            onChange={(event) => set({ in: event.currentTarget.value as Deadline['in'] })}
            data={[
              { value: 'calendar-time', label: t('deadline.endOfDay') },
              { value: 'working-time', label: t('deadline.endOfWork') },
            ]}
          />
        )}
        <MomentEntry hour={deadline.hour} dayOff={deadline.dayOff} onChange={set} />
        {node === undefined && <FromEntry deadline={deadline} onChange={set} />}
        {pauses && (
          <StepsEntry
            label={t('deadline.pauseAt')}
            none={t('deadline.pauseAt.none')}
            value={deadline.pauseAt}
            kinds={['stage', 'approval', 'task', 'wait']}
            {...(node !== undefined && { inside: node })}
            onChange={(pauseAt) => set({ pauseAt })}
          />
        )}
        <Example deadline={deadline} />
      </PanelGroup>
      <LateStepsEntry
        {...of}
        deadline={deadline}
        reason={asks && <ReasonEntry deadline={deadline} onChange={(reason) => set({ reason })} />}
      />
    </>
  )
}

/** From which step the whole way is counted. */
function FromEntry({ deadline, onChange }: { deadline: Deadline; onChange: (change: { from: string | undefined }) => void }) {
  const { t } = useWords()
  const { schema, speech } = useSchema()
  if (deadline.within === undefined) return null
  return (
    <NativeSelect
      size="xs"
      label={t('deadline.from')}
      value={deadline.from ?? ''}
      onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      data={[{ value: '', label: t('deadline.from.start') }, ...stepChoices(schema, speech)]}
    />
  )
}

/** Asks for a reason when somebody is late, from one of the office's lists of choices. */
function ReasonEntry({ deadline, onChange }: { deadline: Deadline; onChange: (reason: string | undefined) => void }) {
  const { t, of } = useWords()
  const { workspace } = useWorkspace()
  const lists = definitionsOf(workspace, 'directory')
  const known = lists.some(({ id }) => id === deadline.reason)
  if (lists.length === 0 && deadline.reason === undefined) return null
  return (
    <NativeSelect
      size="xs"
      label={t('deadline.reason')}
      value={deadline.reason ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('deadline.reason.none') },
        ...(deadline.reason === undefined || known ? [] : [{ value: deadline.reason, label: deadline.reason }]),
        ...lists.map(({ id, label }) => ({ value: id, label: of(label) })),
      ]}
    />
  )
}

/** "Asked on Fri 27 Nov at 14:00, it is due Thu 3 Dec, 14:00, because Mon 30 Nov and Tue 1 Dec are holidays." */
function Example({ deadline }: { deadline: Deadline }) {
  const { language } = useWords()
  const { office } = useWorkspace()
  const { now, today } = useFormats()
  // Nobody is asked at night: the example begins when the office works.
  const begin = nextWorkingMoment(office.calendar, now)
  const asked = begin.ok ? begin.value : now
  const { sentence } = previewDeadline(deadline, { calendar: office.calendar, asked, date: today, language })
  return sentence === '' ? null : <Note icon={IconCalendar}>{sentence}</Note>
}
