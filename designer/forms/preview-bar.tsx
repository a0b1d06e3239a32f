import { SegmentedControl, Select } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { useWords } from '../language/words.tsx'
import { useEditing } from '../types/parts/editing.tsx'
import { restingSteps, type SeenAs } from './preview.ts'
import classes from './preview-bar.module.css'

interface PreviewBarProps {
  readonly schema: ApprovalSchema | null
  readonly width: 'wide' | 'phone'
  readonly onWidth: (width: 'wide' | 'phone') => void
  readonly seenAs: SeenAs
  readonly onSeenAs: (seenAs: SeenAs) => void
}

/** Wide or on a phone; seen as whom, and at which step. */
export function PreviewBar({ schema, width, onWidth, seenAs, onSeenAs }: PreviewBarProps) {
  const { t, of } = useWords()
  const { workspace } = useEditing('document-type')
  const people = [...(workspace.organisation?.people.values() ?? [])].filter(({ left }) => !left)
  const steps = restingSteps(schema)
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('preview.width')}
        value={width}
        onChange={(next) => onWidth(next === 'phone' ? 'phone' : 'wide')}
        data={[
          { value: 'wide', label: <Width icon={IconDeviceDesktop} text={t('preview.wide')} /> },
          { value: 'phone', label: <Width icon={IconDeviceMobile} text={t('preview.phone')} /> },
        ]}
      />
      <span className={classes.grow} />
      <span className={classes.label}>{t('preview.seenAs')}</span>
      <Select
        size="xs"
        className={classes.person ?? ''}
        aria-label={t('preview.person')}
        value={seenAs.person}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        allowDeselect={false}
        comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        onChange={(person) => person && onSeenAs({ ...seenAs, person })}
      />
      {steps.length > 0 && (
        <Select
          size="xs"
          className={classes.step ?? ''}
          aria-label={t('preview.step')}
          value={seenAs.node ?? ''}
          data={[
            { value: '', label: t('preview.new') },
            ...steps.map(({ id, label }) => ({ value: id, label: t('preview.at', { step: of(label) || id }) })),
          ]}
          allowDeselect={false}
          comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
          onChange={(node) => onSeenAs({ ...seenAs, node: node || null })}
        />
      )}
    </div>
  )
}

function Width({ icon: Icon, text }: { icon: typeof IconDeviceDesktop; text: string }) {
  return (
    <span className={classes.width}>
      <Icon size={15} aria-hidden />
      {text}
    </span>
  )
}
