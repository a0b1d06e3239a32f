import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me, SessionAnswer } from '../../api/answers.ts'
import { useLive } from '../data/use-live.ts'
import { useWaiting } from '../data/waiting.ts'
import { useTexts } from '../language/texts.tsx'
import { Note } from '../ui/note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useWidth } from '../ui/use-width.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { placesOf } from './places.ts'
import { ProfileMenu } from './profile-menu.tsx'
import classes from './shell.module.css'
import { PhoneBar, TopBar } from './top-bar.tsx'

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))

/** What surrounds every page of somebody who has signed in. */
export function Shell({ session, me, children }: { session: SessionAnswer; me: Me; children: ReactNode }) {
  const texts = useTexts()
  const [path, go] = useLocation()
  const width = useWidth()
  const connection = useLive(true)
  const waiting = useWaiting(true)
  const [searching, setSearching] = useState(false)
  const groups = placesOf(session.menu, waiting, texts, me.administrator)
  useKeys({
    'ctrl+k': () => setSearching(true),
    'g i': () => go('/inbox'),
    'g n': () => go('/notices'),
  })
  const search = () => setSearching(true)
  return (
    <div className={classes.shell} data-width={width}>
      <a className={classes.skip} href="#content">
        {texts.t('shell.skip')}
      </a>
      {width === 'phone' ? (
        <PhoneBar unread={waiting.unread} onSearch={search} />
      ) : (
        <>
          <Navigation
            site={session.site.name}
            groups={groups}
            folded={width === 'folded'}
            foot={<ProfileMenu me={me} folded={width === 'folded'} />}
          />
          <TopBar menu={session.menu} unread={waiting.unread} onSearch={search} />
        </>
      )}
      <main id="content" className={classes.sheet} tabIndex={-1}>
        {connection === 'lost' && (
          <div role="status">
            <Note tone="amber">{texts.t('shell.offline')}</Note>
          </div>
        )}
        <ErrorBoundary path={path}>{children}</ErrorBoundary>
      </main>
      {width === 'phone' && <BottomBar groups={groups} menu={session.menu} me={me} />}
      {searching && (
        <Suspense>
          <Palette groups={groups} menu={session.menu} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  )
}
