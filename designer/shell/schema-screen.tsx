import { lazy, Suspense, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { SchemaEditingProvider } from '../canvas/schema-editing.tsx'
import { useDraft } from '../workspace/workspace-provider.tsx'
import { DesignerBar } from './designer-bar.tsx'
import { MissingDefinition } from './missing-definition.tsx'

const views = ['canvas', 'table', 'sentences', 'text'] as const
type View = (typeof views)[number]

const CanvasView = lazy(() => import('../canvas/canvas-view.tsx').then((module) => ({ default: module.CanvasView })))
const TableView = lazy(() => import('../table/table-view.tsx').then((module) => ({ default: module.TableView })))
const SentencesView = lazy(() => import('../sentences/sentences-view.tsx').then((module) => ({ default: module.SentencesView })))
const SourceView = lazy(() => import('../source/source-view.tsx').then((module) => ({ default: module.SourceView })))

/** An approval schema, in one of the ways to look at it. A phone begins with the sentences. */
export function SchemaScreen() {
  const { id = '', view: asked } = useParams<{ id: string; view?: string }>()
  const width = useWidth()
  const [, go] = useLocation()
  const { body, target } = useDraft('approval-schema', id)
  const [findings, showFindings] = useState(0)
  const view: View = views.find((each) => each === asked) ?? (width === 'phone' ? 'sentences' : 'canvas')
  if (!body) return <MissingDefinition />
  return (
    <SchemaEditingProvider key={id} id={id}>
      <DesignerBar
        target={target}
        views={views}
        view={view}
        onView={(next) => go(`/designer/approval-schema/${id}/${next}`)}
        onFindings={() => showFindings(findings + 1)}
      />
      <Suspense fallback={<ListFaces face="loading" />}>
        {view === 'canvas' && <CanvasView findingsAsked={findings} />}
        {view === 'table' && <TableView />}
        {view === 'sentences' && <SentencesView />}
        {view === 'text' && <SourceView {...target} />}
      </Suspense>
    </SchemaEditingProvider>
  )
}
