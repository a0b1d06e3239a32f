import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Redirect, useLocation, useSearch } from 'wouter'
import { speak, whenSignedOut } from './data/client.ts'
import { keys, makeQueryClient } from './data/queries.ts'
import { refusalOf } from './data/refusal.ts'
import { useSession } from './data/session.ts'
import { DemoFrame } from './demo/demo-frame.tsx'
import type { Catalog } from './language/catalog.ts'
import { isLanguage, type Language } from './language/language.ts'
import { LanguageProvider, languageWasChosen, useLanguageChoice } from './language/language-choice.tsx'
import { ZoneProvider } from './language/zone.tsx'
import { openRoutes, routes, Screens } from './routes.tsx'
import { PageProvider } from './shell/page.tsx'
import { Shell } from './shell/shell.tsx'
import { SkipLink } from './shell/skip-link.tsx'
import { ListFaces } from './ui/list-faces.tsx'
import { cssVariables, theme } from './ui/theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'dosar-color-scheme' })

/** The program: its surroundings first, then whoever is at the door. */
export function App({ language, catalog }: { language: Language; catalog: Catalog }) {
  const [client] = useState(makeQueryClient)
  useEffect(() => {
    whenSignedOut(() => {
      if (client.getQueryData(keys.session)) client.invalidateQueries({ queryKey: keys.session })
    })
  }, [client])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorScheme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <LanguageProvider first={language} catalog={catalog}>
          <PageProvider>
            <Door />
          </PageProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** An empty site leads to setting it up, a stranger to signing in, everybody else into the office. */
function Door() {
  const session = useSession()
  const { language, follow } = useLanguageChoice()
  const [path] = useLocation()
  const query = useSearch()
  const me = session.data?.person
  useEffect(() => speak(language), [language])
  // A device on which nobody chose a language follows the person.
  useEffect(() => {
    if (me && isLanguage(me.language) && me.language !== language && !languageWasChosen()) follow(me.language)
  }, [me, language, follow])

  if (!session.data) {
    return (
      <ListFaces
        face={session.isError ? 'failed' : 'loading'}
        refusal={session.error ? refusalOf(session.error) : undefined}
        onRetry={() => session.refetch()}
      />
    )
  }
  const { site } = session.data
  const open = openRoutes.some((route) => route.path === path)
  if (!me) {
    if (open) return <Screens of={openRoutes} />
    if (site.empty) return <Redirect to="/setup" replace />
    // Whoever's session ended comes back to where they were, and to what was shown there.
    return <Redirect to={site.demo ? '/demo' : `/sign-in?to=${encodeURIComponent(query ? `${path}?${query}` : path)}`} replace />
  }
  if (open) return <Redirect to="/inbox" replace />
  return (
    <ZoneProvider value={site.zone}>
      <SkipLink />
      <DemoFrame session={session.data} me={me}>
        <Shell session={session.data} me={me}>
          <Screens of={routes} />
        </Shell>
      </DemoFrame>
    </ZoneProvider>
  )
}
