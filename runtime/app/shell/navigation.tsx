import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { BrandMark } from './brand-mark.tsx'
import classes from './navigation.module.css'
import { isHere, type Place, type PlaceGroup } from './places.ts'

interface NavigationProps {
  readonly site: string
  readonly groups: readonly PlaceGroup[]
  /** 56 px of icons, with the words in tooltips. */
  readonly folded: boolean
  readonly foot: ReactNode
}

/** The places of the office, at the left of the desk. */
export function Navigation({ site, groups, folded, foot }: NavigationProps) {
  const { t } = useTexts()
  return (
    <nav className={classes.navigation} data-folded={folded || undefined} aria-label={t('shell.main')}>
      <div className={classes.site}>
        <BrandMark />
        {!folded && <span className="cut">{site}</span>}
      </div>
      <div className={classes.groups}>
        {groups.map((group) => (
          <div key={group.id}>
            {group.label && !folded && (
              <div className={classes.head} id={`nav-${group.id}`}>
                {group.label}
              </div>
            )}
            <ul aria-label={group.label ?? undefined}>
              {group.places.map((place) => (
                <li key={place.href}>
                  <PlaceLink place={place} folded={folded} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {foot}
    </nav>
  )
}

function PlaceLink({ place, folded }: { place: Place; folded: boolean }) {
  const { number } = useFormats()
  const [path] = useLocation()
  const Icon = place.icon
  const link = (
    <Link href={place.href} className={classes.place ?? ''} aria-current={isHere(place, path) ? 'page' : undefined}>
      {folded && place.letters ? (
        <span className={classes.letters} aria-hidden>
          {place.letters}
        </span>
      ) : (
        <Icon size={folded ? 18 : 16} stroke={1.75} aria-hidden />
      )}
      <span className={folded ? 'sr-only' : 'cut'}>{place.label}</span>
      {!!place.count && (
        <span className={classes.count} data-hot={place.hot ? true : undefined} title={place.hot}>
          {number(place.count)}
        </span>
      )}
    </Link>
  )
  return folded ? (
    <Tooltip label={place.label} position="right" openDelay={100}>
      {link}
    </Tooltip>
  ) : (
    link
  )
}
