import { NativeSelect } from '@mantine/core'
import type { ApprovalNode, TaskNode } from '../../schemas/generated/approval-schema.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { useWords } from '../language/words.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import { ActionsEntry } from './entries/actions-entry.tsx'
import { AllowEntry } from './entries/allow-entry.tsx'
import { AudienceEntryView } from './entries/audience-entry.tsx'
import { AutomationsEntry } from './entries/automations-entry.tsx'
import { DeadlineEntry } from './entries/deadline-entry.tsx'
import { EditEntry } from './entries/edit-entry.tsx'
import { FieldsEntry } from './entries/fields-entry.tsx'
import { LinesEntry } from './entries/lines-entry.tsx'
import { RuleEntry } from './entries/rule-entry.tsx'
import classes from './inspector.module.css'
import { useStep } from './use-step.ts'

/** An approval or a task: who is asked, when it is decided, by when, and what may be changed meanwhile. */
export function AskingPanel({ node }: { node: ApprovalNode | TaskNode }) {
  const { t } = useWords()
  const { types, schema } = useSchema()
  const { set } = useStep(node.id)
  const row = node.ask.find(({ each }) => each !== undefined)?.each
  return (
    <>
      <PanelGroup title={t(node.kind === 'task' ? 'ask.does' : 'ask.decides')}>
        <LinesEntry node={node} />
        {asksSeveral(node) && <RuleEntry node={node} />}
      </PanelGroup>
      <PanelGroup title={t('ask.ifNobody')}>
        {!node.ifNobody && <p className={classes.quiet}>{t('ask.ifNobody.none')}</p>}
        <LinesEntry node={node} ifNobody />
      </PanelGroup>
      <DeadlineEntry node={node.id} deadline={node.deadline} asks />
      <EditEntry node={node.id} rules={node.edit} asks row={row} />
      <ActionsEntry node={node.id} />
      <details className={classes.fold}>
        <summary>{t('panel.more')}</summary>
        <PanelGroup title={t('ask.except')}>
          <AudienceEntryView
            label={t('ask.except')}
            value={node.except}
            types={types}
            schema={schema}
            onChange={(except) => set('except', except.length > 0 ? except : undefined)}
          />
        </PanelGroup>
        <PanelGroup title={t('ask.how')}>
          <NativeSelect
            size="xs"
            label={t('ask.order')}
            value={node.order ?? 'together'}
            onChange={(event) => set('order', event.currentTarget.value as NonNullable<ApprovalNode['order']>)}
            data={(['together', 'in-order', 'lead-last'] as const).map((value) => ({ value, label: t(`ask.order.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            label={t('ask.rejection')}
            value={node.rejection ?? 'at-once'}
            onChange={(event) => set('rejection', event.currentTarget.value as NonNullable<ApprovalNode['rejection']>)}
            data={(['at-once', 'after-all'] as const).map((value) => ({ value, label: t(`ask.rejection.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            label={t('ask.again')}
            value={node.again ?? 'everybody'}
            onChange={(event) => set('again', event.currentTarget.value as NonNullable<ApprovalNode['again']>)}
            data={(['everybody', 'who-had-not-approved'] as const).map((value) => ({ value, label: t(`ask.again.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            label={t('ask.late')}
            value={node.late ?? 'withdraw'}
            onChange={(event) => set('late', event.currentTarget.value as NonNullable<ApprovalNode['late']>)}
            data={(['withdraw', 'let-finish'] as const).map((value) => ({ value, label: t(`ask.late.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            label={t('ask.sign')}
            value={node.sign ?? 'none'}
            onChange={(event) => set('sign', event.currentTarget.value as NonNullable<ApprovalNode['sign']>)}
            data={(['none', 'password'] as const).map((value) => ({ value, label: t(`ask.sign.${value}`) }))}
          />
        </PanelGroup>
        <PanelGroup title={t('ask.text')}>
          <TextInLanguages bare multiline label={t('ask.text')} value={node.text} onChange={(text) => set('text', text)} />
        </PanelGroup>
        <PanelGroup title={t('ask.close')}>
          <AudienceEntryView
            label={t('ask.close')}
            value={node.close}
            types={types}
            schema={schema}
            onChange={(close) => set('close', close.length > 0 ? close : undefined)}
          />
        </PanelGroup>
        <PanelGroup title={t('panel.needs')}>
          <FieldsEntry label={t('panel.needs')} none={t('panel.needs.none')} value={node.needs} onChange={(needs) => set('needs', needs)} />
        </PanelGroup>
        <AllowEntry rules={node.allow} none={t('allow.step')} onChange={(allow) => set('allow', allow)} />
        <AutomationsEntry node={node.id} list={node.onEnter} title={t('automation.onEnter')} />
      </details>
    </>
  )
}

/** Whether more than one may be asked, so that it matters how many have to be for it. */
function asksSeveral({ ask, rule }: ApprovalNode | TaskNode): boolean {
  if (rule !== undefined || ask.length > 1) return true
  return ask.some(
    ({ take, who, each }) =>
      each !== undefined ||
      ((take ?? 'each') === 'each' &&
        (who.length > 1 ||
          who.some(
            ({ role, group, department, field, the }) => (role ?? group ?? department ?? field) !== undefined || the === 'everyone',
          ))),
  )
}
