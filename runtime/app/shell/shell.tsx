import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me, PersonRef, SessionAnswer } from '../../api/answers.ts'
import { useLive } from '../data/use-live.ts'
import { useWaiting } from '../data/waiting.ts'
import { useTexts } from '../language/texts.tsx'
import { Note } from '../ui/note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useWidth } from '../ui/use-width.ts'
import { BottomBar } from './bottom-bar.tsx'
import { makeEarlyTyping } from './early-typing.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { placesOf } from './places.ts'
import { ProfileMenu } from './profile-menu.tsx'
import classes from './shell.module.css'
import { PhoneBar, TopBar } from './top-bar.tsx'

const loadPalette = () => import('./palette.tsx').then((module) => ({ default: module.Palette }))
const Palette = lazy(loadPalette)
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((module) => ({ default: module.KeysDialog })))
const AbsenceDialog = lazy(() => import('./absence-dialog.tsx').then((module) => ({ default: module.AbsenceDialog })))
const PersonDialog = lazy(() => import('./person-dialog.tsx').then((module) => ({ default: module.PersonDialog })))

/** What lies over the page; one at a time. */
type Over = { readonly kind: 'search' | 'keys' | 'absence' } | { readonly kind: 'person'; readonly person: PersonRef }

/** What surrounds every page of somebody who has signed in. */
export function Shell({ session, me, children }: { session: SessionAnswer; me: Me; children: ReactNode }) {
  const texts = useTexts()
  const [path, go] = useLocation()
  const width = useWidth()
  const connection = useLive(true)
  const waiting = useWaiting(true)
  const [over, setOver] = useState<Over | null>(null)
  const groups = placesOf(session.menu, waiting, texts, me.administrator, me.designer)
  // The designer needs the room.
  const folded = width === 'folded' || (width === 'desk' && path.startsWith('/designer'))
  useKeys({
    'ctrl+k': () => search(),
    '?': () => onKeys(),
    'g i': () => go('/inbox'),
    'g n': () => go('/notices'),
  })
  const [early] = useState(makeEarlyTyping)
  const search = () => {
    early.begin()
    setOver({ kind: 'search' })
  }
  useEffect(() => {
    // Fetched before it is asked for, so that it opens at once.
    const idle = setTimeout(() => loadPalette().catch(() => {}), 2_000)
    return () => clearTimeout(idle)
  }, [])
  const onKeys = () => setOver({ kind: 'keys' })
  const onAbsence = () => setOver({ kind: 'absence' })
  const onPerson = (person: PersonRef) => (me.administrator ? go(`/people/${person.id}`) : setOver({ kind: 'person', person }))
  const close = () => setOver(null)
  return (
    <div className={classes.shell} data-width={folded ? 'folded' : width}>
      {width === 'phone' ? (
        <PhoneBar unread={waiting.unread} onSearch={search} />
      ) : (
        <>
          <Navigation
            site={session.site.name}
            groups={groups}
            folded={folded}
            foot={<ProfileMenu me={me} folded={folded} onAbsence={onAbsence} onKeys={onKeys} />}
          />
          <TopBar menu={session.menu} unread={waiting.unread} onSearch={search} onKeys={onKeys} />
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
      {width === 'phone' && <BottomBar groups={groups} menu={session.menu} me={me} onAbsence={onAbsence} onKeys={onKeys} />}
      <Suspense>
        {over?.kind === 'search' && (
          <Palette
            early={early}
            groups={groups}
            menu={session.menu}
            onPerson={onPerson}
            onAbsence={onAbsence}
            onKeys={onKeys}
            onClose={close}
          />
        )}
        {over?.kind === 'keys' && <KeysDialog onClose={close} />}
        {over?.kind === 'absence' && <AbsenceDialog me={me} onClose={close} />}
        {over?.kind === 'person' && <PersonDialog person={over.person} onClose={close} />}
      </Suspense>
    </div>
  )
}
