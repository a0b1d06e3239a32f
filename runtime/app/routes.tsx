import { type ComponentType, lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { MissingPage } from './shell/missing-page.tsx'

/** A screen and its address. Each is a chunk of its own, fetched when somebody first goes there. */
export interface ScreenRoute {
  readonly path: string
  readonly screen: ComponentType
}

/** For a screen's file with a named export: `screen(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen')`. */
export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType {
  return lazy<ComponentType>(async () => ({ default: (await load())[name] as ComponentType }))
}

/** Inside the shell, for somebody who has signed in; the first that fits the address is shown. */
export const routes: readonly ScreenRoute[] = [
  { path: '/inbox/:assignment?', screen: screen(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen') },
  { path: '/documents/:type/new', screen: screen(() => import('./document/new-document-screen.tsx'), 'NewDocumentScreen') },
  { path: '/documents/:type/:id', screen: screen(() => import('./document/document-screen.tsx'), 'DocumentScreen') },
  { path: '/documents/:type', screen: screen(() => import('./registry/registry-screen.tsx'), 'RegistryScreen') },
  { path: '/notices', screen: screen(() => import('./notices/notices-screen.tsx'), 'NoticesScreen') },
  { path: '/people/:person?', screen: screen(() => import('./people/people-screen.tsx'), 'PeopleScreen') },
  { path: '/webhooks', screen: screen(() => import('./webhooks/webhooks-screen.tsx'), 'WebhooksScreen') },
  { path: '/working-time', screen: screen(() => import('./working-time/working-time-screen.tsx'), 'WorkingTimeScreen') },
  { path: '/failures', screen: screen(() => import('./failures/failures-screen.tsx'), 'FailuresScreen') },
  { path: '/designer/*?', screen: screen(() => import('../../designer/main.tsx'), 'Designer') },
]

/** Before somebody has signed in: the whole window is theirs. */
export const openRoutes: readonly ScreenRoute[] = [
  { path: '/setup', screen: screen(() => import('./first-start/first-start-screen.tsx'), 'FirstStartScreen') },
  { path: '/sign-in', screen: screen(() => import('./sign-in/sign-in-screen.tsx'), 'SignInScreen') },
  { path: '/demo', screen: screen(() => import('./demo/demo-screen.tsx'), 'DemoScreen') },
]

export function Screens({ of }: { of: readonly ScreenRoute[] }) {
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <Redirect to="/inbox" replace />
        </Route>
        {of.map(({ path, screen: Screen }) => (
          <Route key={path} path={path}>
            <Screen />
          </Route>
        ))}
        <Route>
          <MissingPage />
        </Route>
      </Switch>
    </Suspense>
  )
}
