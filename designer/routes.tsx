import { type ComponentType, lazy } from 'react'

/** A screen of the designer and its address below `/designer`. Each is a chunk of its own. */
export interface DesignerRoute {
  readonly path: string
  readonly screen: ComponentType
}

const screen = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType =>
  lazy<ComponentType>(async () => ({ default: (await load())[name] as ComponentType }))

/** The contents page of the designer; the first that fits the address is shown. */
export const designerRoutes: readonly DesignerRoute[] = [
  { path: '/designer', screen: screen(() => import('./home/home-screen.tsx'), 'HomeScreen') },
  { path: '/designer/templates/:id?', screen: screen(() => import('./templates/templates-screen.tsx'), 'TemplatesScreen') },
  { path: '/designer/text/:kind/:id', screen: screen(() => import('./source/source-screen.tsx'), 'SourceScreen') },
  { path: '/designer/releases', screen: screen(() => import('./releases/releases-screen.tsx'), 'ReleasesScreen') },
  { path: '/designer/publish', screen: screen(() => import('./releases/publish-screen.tsx'), 'PublishScreen') },
  { path: '/designer/approval-schema/:id/:view?', screen: screen(() => import('./shell/schema-screen.tsx'), 'SchemaScreen') },
  { path: '/designer/try/:kind?/:id?', screen: screen(() => import('./simulation/try-screen.tsx'), 'TryScreen') },
  { path: '/designer/document-type/:id/:view?', screen: screen(() => import('./types/type-screen.tsx'), 'TypeScreen') },
  { path: '/designer/reminder-rule/:id/:view?', screen: screen(() => import('./reminders/reminder-screen.tsx'), 'ReminderScreen') },
  { path: '/designer/directory/:id/:view?', screen: screen(() => import('./directories/directory-screen.tsx'), 'DirectoryScreen') },
]
