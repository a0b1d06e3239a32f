import { Button, SegmentedControl } from '@mantine/core'
import { IconClipboard, IconColumnInsertRight, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { useWords } from '../language/words.tsx'
import { renameLabel } from '../model/commands/any/rename-label.ts'
import { addItem } from '../model/commands/directory/add-item.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { usedBy } from '../model/used-by.ts'
import { DesignerBar } from '../shell/designer-bar.tsx'
import { CommitInput } from '../types/parts/commit-input.tsx'
import { DefinitionScreen } from '../types/parts/definition-screen.tsx'
import { useEditing } from '../types/parts/editing.tsx'
import { type FindingsHandle, FindingsList } from '../types/parts/findings-list.tsx'
import { PagePart } from '../types/parts/page-part.tsx'
import { UsedByList } from '../types/parts/used-by-list.tsx'
import { AddColumnMenu } from './add-column-menu.tsx'
import classes from './directory-screen.module.css'
import { ItemsGrid } from './items-grid.tsx'
import { PasteDialog } from './paste-dialog.tsx'

const SourceView = lazy(() => import('../source/source-view.tsx').then((module) => ({ default: module.SourceView })))

/** A list of choices: its items in a grid, what is kept about each, and who offers them. */
export function DirectoryScreen() {
  const { id = '', view } = useParams<{ id: string; view?: string }>()
  const { t } = useWords()
  const [, go] = useLocation()
  const findings = useRef<FindingsHandle>(null)
  const target = { kind: 'directory', id } as const
  return (
    <DefinitionScreen kind="directory" id={id}>
      <DesignerBar target={target} onFindings={() => findings.current?.focus()}>
        <SegmentedControl
          size="xs"
          ml={8}
          aria-label={t('directory.views')}
          value={view === 'text' ? 'text' : 'items'}
          data={[
            { value: 'items', label: t('directory.items') },
            { value: 'text', label: t('type.text') },
          ]}
          onChange={(next) => go(`/designer/directory/${id}${next === 'text' ? '/text' : ''}`)}
        />
      </DesignerBar>
      <FindingsList ref={findings} kind="directory" id={id} />
      {view === 'text' ? (
        <Suspense fallback={<ListFaces face="loading" />}>
          <SourceView {...target} />
        </Suspense>
      ) : (
        <Directory key={id} />
      )}
    </DefinitionScreen>
  )
}

function Directory() {
  const { t, of, language } = useWords()
  const { body: directory, workspace, run, id } = useEditing('directory')
  const [pasting, paste] = useState(false)
  const uses = usedBy(workspace, `directory:${id}`, { language, workspace })
  const label = directory.label
  return (
    <div className={classes.page}>
      <PagePart title={t('directory.name')}>
        <div className={classes.names}>
          {workspace.languages.map((language) => (
            <CommitInput
              key={language}
              aria-label={t('text.in', { text: t('directory.name'), language: language.toUpperCase() })}
              value={typeof label === 'string' ? label : (label[language] ?? '')}
              leftSection={workspace.languages.length > 1 ? <span className={classes.language}>{language.toUpperCase()}</span> : undefined}
              onCommit={(words) => run(renameLabel({ thing: '', language, words }))}
            />
          ))}
        </div>
      </PagePart>
      <PagePart
        title={t('directory.items')}
        text={t('directory.text')}
        add={
          <span className={classes.actions}>
            <Button variant="default" size="xs" leftSection={<IconClipboard size={14} />} onClick={() => paste(true)}>
              {t('directory.paste')}
            </Button>
            <AddColumnMenu>
              <Button variant="default" size="xs" leftSection={<IconColumnInsertRight size={14} />}>
                {t('directory.column.add')}
              </Button>
            </AddColumnMenu>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} />}
              onClick={() => run(addItem({ label: ownWords({ en: 'New choice', ro: 'Opțiune nouă' }, workspace.languages) }))}
            >
              {t('directory.item.add')}
            </Button>
          </span>
        }
      >
        <ItemsGrid />
      </PagePart>
      <PagePart title={t('used.title')}>
        {uses.length === 0 ? (
          <p className={classes.none}>{t('directory.unused', { name: of(directory.label) })}</p>
        ) : (
          <UsedByList uses={uses} />
        )}
      </PagePart>
      {pasting && <PasteDialog onClose={() => paste(false)} />}
    </div>
  )
}
