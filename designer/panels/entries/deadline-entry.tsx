import { Button, NativeSelect, Switch } from '@mantine/core'
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
import { CommitInput } from '../../types/parts/commit-input.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { useWorkspace } from '../../workspace/workspace-provider.tsx'
import classes from '../inspector.module.css'
import { DurationEntry } from './duration-entry.tsx'
import { LateStepsEntry } from './late-steps-entry.tsx'

interface DeadlineEntryProps {
  /** Left out: of the whole way. */
  readonly node?: string
  readonly deadline: Deadline | undefined
  /** Whether somebody is asked here: then a reason can be asked for, and it can pass to somebody else. */
  readonly asks?: boolean
}

/** By when: within a time or on a date of the card, with an example worked out by the office's calendar; and what happens when it is late. */
export function DeadlineEntry({ node, deadline, asks }: DeadlineEntryProps) {
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
        <div className={classes.row}>
          <CommitInput
            className={classes.grow}
            size="xs"
            type="time"
            label={t('deadline.hour')}
            value={deadline.hour ?? ''}
            onCommit={(hour) => set({ hour: hour || undefined })}
          />
          <NativeSelect
            className={classes.grow}
            size="xs"
            label={t('deadline.dayOff')}
            value={deadline.dayOff ?? 'keep'}
            onChange={(event) => {
              const dayOff = event.currentTarget.value as NonNullable<Deadline['dayOff']>
              set({ dayOff: dayOff === 'keep' ? undefined : dayOff })
            }}
            data={(['keep', 'before', 'after'] as const).map((value) => ({ value, label: t(`deadline.dayOff.${value}`) }))}
          />
        </div>
        <Example deadline={deadline} />
      </PanelGroup>
      <LateStepsEntry
        {...of}
        deadline={deadline}
        aside={asks && <ReasonSwitch deadline={deadline} onChange={(reason) => set({ reason })} />}
      />
    </>
  )
}

/** Asks for a reason when somebody is late, from a list of choices. */
function ReasonSwitch({ deadline, onChange }: { deadline: Deadline; onChange: (reason: string | undefined) => void }) {
  const { t } = useWords()
  const { workspace } = useWorkspace()
  const lists = definitionsOf(workspace, 'directory')
  const usual = lists.find(({ id }) => /reason|motiv/.test(id)) ?? lists[0]
  if (!usual && deadline.reason === undefined) return null
  return (
    <Switch
      size="xs"
      labelPosition="left"
      label={t('deadline.reason')}
      checked={deadline.reason !== undefined}
      onChange={(event) => onChange(event.currentTarget.checked ? usual?.id : undefined)}
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
