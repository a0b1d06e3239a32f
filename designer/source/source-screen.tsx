import { lazy, Suspense } from 'react'
import { useLocation, useParams } from 'wouter'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { type EditedKind, editedKinds } from '../model/workspace.ts'
import { DesignerBar } from '../shell/designer-bar.tsx'
import { MissingDefinition } from '../shell/missing-definition.tsx'

// The editor is large, and fetched only where somebody wants the text.
const SourceView = lazy(() => import('./source-view.tsx').then((module) => ({ default: module.SourceView })))

/** The text of any definition, by its address. */
export function SourceScreen() {
  const { kind, id } = useParams<{ kind: string; id: string }>()
  const [, go] = useLocation()
  if (!(editedKinds as readonly string[]).includes(kind)) return <MissingDefinition />
  const target = { kind: kind as EditedKind, id }
  const views = kind === 'approval-schema' ? (['canvas', 'table', 'sentences', 'text'] as const) : undefined
  return (
    <>
      <DesignerBar
        target={target}
        {...(views && { views, view: 'text', onView: (view) => view !== 'text' && go(`/designer/${kind}/${id}/${view}`) })}
      />
      <Suspense fallback={<ListFaces face="loading" />}>
        <SourceView key={`${kind}/${id}`} {...target} />
      </Suspense>
    </>
  )
}
