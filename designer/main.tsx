// Parts that only the designer uses: an end user's first page carries no styles of them.
import '@mantine/core/styles/NumberInput.css'
import '@mantine/core/styles/Switch.css'
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useSession } from '../runtime/app/data/session.ts'
import { ListFaces } from '../runtime/app/ui/list-faces.tsx'
import { Note } from '../runtime/app/ui/note.tsx'
import { useWords, WordsProvider } from './language/words.tsx'
import { designerRoutes } from './routes.tsx'
import { MissingDefinition } from './shell/missing-definition.tsx'
import { WorkspaceNotes } from './shell/workspace-notes.tsx'
import { WorkspaceProvider } from './workspace/workspace-provider.tsx'

/** The designer: everything below `/designer`, with one workspace behind all of its screens. */
export function Designer() {
  return (
    <Suspense fallback={<ListFaces face="loading" />}>
      <WordsProvider>
        <Screens />
      </WordsProvider>
    </Suspense>
  )
}

function Screens() {
  const { t } = useWords()
  const me = useSession().data?.person
  if (!me?.designer && !me?.administrator)
    return (
      <div style={{ padding: 24 }}>
        <Note>{t('not.designer')}</Note>
      </div>
    )
  return (
    <WorkspaceProvider>
      <WorkspaceNotes />
      <Suspense fallback={<ListFaces face="loading" />}>
        <Switch>
          {designerRoutes.map(({ path, screen: Screen }) => (
            <Route key={path} path={path}>
              <Screen />
            </Route>
          ))}
          <Route>
            <MissingDefinition />
          </Route>
        </Switch>
      </Suspense>
    </WorkspaceProvider>
  )
}
