import {
  IconBell,
  IconBuilding,
  IconCalendar,
  IconClock,
  IconFileText,
  IconInbox,
  IconMailOff,
  IconSettings,
  IconSitemap,
  IconUsers,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react'
import type { MenuEntry } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'
import { lettersOf } from './letters-of.ts'

/** A place that the navigation leads to. */
export interface Place {
  readonly href: string
  readonly label: string
  readonly icon: TablerIcon
  readonly count?: number | undefined
  /** Where places of one kind look alike: letters that tell it from the others. */
  readonly letters?: string | undefined
  /** Something of it is late. */
  readonly hot?: string | undefined
}
export interface PlaceGroup {
  readonly id: 'own' | 'documents' | 'relations' | 'office'
  readonly label: string | null
  readonly places: readonly Place[]
}

const iconOf: Record<MenuEntry['kind'], TablerIcon> = {
  document: IconFileText,
  record: IconBuilding,
  activity: IconCalendar,
  single: IconSettings,
}

export const typeIcon = (kind: MenuEntry['kind']): TablerIcon => iconOf[kind]

/** Where one may go, in the order of the navigation; a group with nothing in it is left out. */
export function placesOf(
  menu: readonly MenuEntry[],
  waiting: { inbox: number | undefined; late: number; unread: number },
  { t, of }: Texts,
  administrator: boolean,
  designer: boolean,
): PlaceGroup[] {
  const letters = lettersOf(menu.map(({ plural }) => of(plural)))
  const types = (...kinds: MenuEntry['kind'][]): Place[] =>
    menu
      .filter((entry) => kinds.includes(entry.kind))
      .map((entry) => ({
        href: `/documents/${entry.type}`,
        label: of(entry.plural),
        icon: typeIcon(entry.kind),
        letters: letters.get(of(entry.plural)),
      }))
  const groups: PlaceGroup[] = [
    {
      id: 'own',
      label: null,
      places: [
        {
          href: '/inbox',
          label: t('nav.inbox'),
          icon: IconInbox,
          count: waiting.inbox,
          hot: waiting.late > 0 ? t('nav.overdue', { count: waiting.late }) : undefined,
        },
        { href: '/notices', label: t('nav.notices'), icon: IconBell, count: waiting.unread || undefined },
      ],
    },
    { id: 'documents', label: t('nav.documents'), places: types('document') },
    { id: 'relations', label: t('nav.relations'), places: types('record', 'activity') },
    {
      id: 'office',
      label: t('nav.office'),
      places: [
        ...types('single'),
        ...(administrator
          ? [
              { href: '/people', label: t('nav.people'), icon: IconUsers },
              { href: '/working-time', label: t('time.title'), icon: IconClock },
              { href: '/webhooks', label: t('webhooks.title'), icon: IconWebhook },
              { href: '/failures', label: t('failures.title'), icon: IconMailOff },
            ]
          : []),
        ...(designer || administrator ? [{ href: '/designer', label: t('nav.designer'), icon: IconSitemap }] : []),
      ],
    },
  ]
  return groups.filter((group) => group.places.length > 0)
}

/** Whether a place is where we are: itself or something under it. */
export const isHere = (place: Place, path: string): boolean => path === place.href || path.startsWith(`${place.href}/`)
