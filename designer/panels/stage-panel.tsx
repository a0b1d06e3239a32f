import { Switch } from '@mantine/core'
import type { StageNode } from '../../schemas/generated/approval-schema.ts'
import { useWords } from '../language/words.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { ActionsEntry } from './entries/actions-entry.tsx'
import { AllowEntry } from './entries/allow-entry.tsx'
import { AutomationsEntry } from './entries/automations-entry.tsx'
import { DeadlineEntry } from './entries/deadline-entry.tsx'
import { EditEntry } from './entries/edit-entry.tsx'
import { FieldsEntry } from './entries/fields-entry.tsx'
import classes from './inspector.module.css'
import { useStep } from './use-step.ts'

/** A stage: it rests here until somebody presses a button. */
export function StagePanel({ node }: { node: StageNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  return (
    <>
      <ActionsEntry node={node.id} />
      <EditEntry node={node.id} rules={node.edit} />
      <DeadlineEntry node={node.id} deadline={node.deadline} />
      <PanelGroup title={t('panel.needs')}>
        <FieldsEntry label={t('panel.needs')} none={t('panel.needs.none')} value={node.needs} onChange={(needs) => set('needs', needs)} />
      </PanelGroup>
      <AutomationsEntry node={node.id} list={node.onEnter} title={t('automation.onEnter')} />
      <AllowEntry rules={node.allow} none={t('allow.step')} onChange={(allow) => set('allow', allow)} />
      <PanelGroup title={t('panel.follows')}>
        <Switch
          size="xs"
          label={t('panel.follows.newest')}
          checked={node.follows === 'newest'}
          onChange={(event) => set('follows', event.currentTarget.checked ? 'newest' : undefined)}
        />
        <p className={classes.quiet}>{t('panel.follows.text')}</p>
      </PanelGroup>
    </>
  )
}
