import { NativeSelect } from '@mantine/core'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { setTypeProperty } from '../model/commands/type/set-type-property.ts'
import { releasedAt } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { MessageInput } from '../types/parts/message-input.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import classes from './form-panel.module.css'

const kinds = ['document', 'record', 'activity', 'single'] as const

/** What holds for the whole type: what one is called and what the list, how a document is titled, and of which kind it is. */
export function TypePanel() {
  const { t, of } = useWords()
  const { body: type, workspace, run, id } = useEditing('document-type')
  const published = releasedAt(workspace, 'document-type', id) !== undefined
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{of(type.label)}</h2>
          <p>{t('typePanel.hint')}</p>
        </div>
      </div>
      <PanelGroup title={t('typePanel.label')}>
        <TextInLanguages
          bare
          label={t('typePanel.label')}
          value={type.label}
          onChange={(value) => value && run(setTypeProperty({ property: 'label', value }))}
        />
      </PanelGroup>
      <PanelGroup title={t('typePanel.plural')}>
        <TextInLanguages
          bare
          label={t('typePanel.plural')}
          value={type.plural}
          onChange={(value) => run(setTypeProperty({ property: 'plural', value }))}
        />
      </PanelGroup>
      <PanelGroup title={t('typePanel.title')}>
        <MessageInput
          type={type}
          label={t('typePanel.title')}
          value={type.title}
          onChange={(value) => run(setTypeProperty({ property: 'title', value }))}
        />
        <p className={classes.hint}>{t('typePanel.title.text')}</p>
      </PanelGroup>
      <PanelGroup title={t('typePanel.kind')}>
        <NativeSelect
          aria-label={t('typePanel.kind')}
          disabled={published}
          value={type.kind}
          data={kinds.map((value) => ({ value, label: t(`typeKind.${value}`) }))}
          onChange={(event) => run(setTypeProperty({ property: 'kind', value: event.currentTarget.value as DocumentType['kind'] }))}
        />
        {published && <p className={classes.hint}>{t('typePanel.kind.published')}</p>}
      </PanelGroup>
    </>
  )
}
