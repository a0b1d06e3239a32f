import { Button, Menu, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useRef } from 'react'
import { useLocation, useParams } from 'wouter'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { FormView } from '../forms/form-view.tsx'
import { useWords } from '../language/words.tsx'
import { DesignerBar } from '../shell/designer-bar.tsx'
import { AccessView } from './access-view.tsx'
import { ApprovalView } from './approval-view.tsx'
import { NumberView } from './number-view.tsx'
import { DefinitionScreen, SampleOfType } from './parts/definition-screen.tsx'
import { type FindingsHandle, FindingsList } from './parts/findings-list.tsx'
import { RelationsView } from './relations-view.tsx'
import { RulesView } from './rules-view.tsx'
import { StatusesView } from './statuses-view.tsx'
import classes from './type-screen.module.css'
import { ViewsView } from './views-view.tsx'

const views = ['form', 'approval', 'statuses', 'number', 'views', 'rules', 'access', 'relations', 'text'] as const
type View = (typeof views)[number]
/** In the bar; the others are behind its last button, so that the bar stays on one line. */
const inBar: readonly View[] = ['form', 'approval', 'statuses', 'number', 'views', 'rules']
const inNarrowBar = 3

const SourceView = lazy(() => import('../source/source-view.tsx').then((module) => ({ default: module.SourceView })))

/** A document type: its form, and all else that is said of its documents. */
export function TypeScreen() {
  const { id = '', view: asked } = useParams<{ id: string; view?: string }>()
  const { t } = useWords()
  const width = useWidth()
  const [, go] = useLocation()
  const findings = useRef<FindingsHandle>(null)
  const view: View = views.find((one) => one === asked) ?? 'form'
  const open = (next: View) => go(`/designer/document-type/${id}/${next}`)
  const target = { kind: 'document-type', id } as const
  const roomy = useMediaQuery('(min-width: 1400px)', undefined, { getInitialValueInEffect: false })
  const visible = width !== 'desk' ? [] : roomy ? inBar : inBar.slice(0, inNarrowBar)
  const hidden = views.filter((one) => !visible.includes(one))
  return (
    <DefinitionScreen kind="document-type" id={id}>
      <DesignerBar target={target} onFindings={() => findings.current?.focus()}>
        {visible.length > 0 && (
          <SegmentedControl
            size="xs"
            ml={8}
            aria-label={t('type.parts')}
            value={visible.includes(view) ? view : ''}
            data={visible.map((one) => ({ value: one, label: t(`type.${one}`) }))}
            onChange={(next) => open(next as View)}
          />
        )}
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant={visible.includes(view) ? 'subtle' : 'light'}
              color={visible.includes(view) ? 'gray' : 'ink'}
              size="xs"
              rightSection={<IconChevronDown size={14} />}
            >
              {visible.includes(view) ? t('type.more') : t(`type.${view}`)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {hidden.map((one) => (
              <Menu.Item key={one} role="menuitemradio" aria-checked={one === view} onClick={() => open(one)}>
                {t(`type.${one}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </DesignerBar>
      <FindingsList ref={findings} kind="document-type" id={id} />
      {view === 'form' ? (
        <FormView key={id} />
      ) : view === 'text' ? (
        <Suspense fallback={<ListFaces face="loading" />}>
          <SourceView {...target} />
        </Suspense>
      ) : (
        <SampleOfType type={id}>
          <div className={classes.page} key={`${id}/${view}`}>
            {view === 'number' && <NumberView />}
            {view === 'statuses' && <StatusesView />}
            {view === 'views' && <ViewsView />}
            {view === 'rules' && <RulesView />}
            {view === 'access' && <AccessView />}
            {view === 'relations' && <RelationsView />}
            {view === 'approval' && <ApprovalView />}
          </div>
        </SampleOfType>
      )}
    </DefinitionScreen>
  )
}
