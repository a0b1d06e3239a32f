import { IconArrowRight, IconBeach, IconKeyboard, IconMoon, IconPlus, IconSitemap, IconSun, type TablerIcon } from '@tabler/icons-react'
import type { MenuEntry } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'
import type { PlaceGroup } from './places.ts'

/** Something that can be done from anywhere, by name. */
export interface ShellCommand {
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  readonly run: () => void
}

interface CommandParts {
  readonly groups: readonly PlaceGroup[]
  readonly menu: readonly MenuEntry[]
  readonly go: (address: string) => void
  readonly setColorScheme: (scheme: 'light' | 'dark') => void
  readonly onAbsence: () => void
  readonly onKeys: () => void
}

/** All of them: what may be made, where one may go, what may be drawn anew, and what the profile's menu offers. */
export function shellCommands({ groups, menu, go, setColorScheme, onAbsence, onKeys }: CommandParts, { t, of }: Texts): ShellCommand[] {
  const makeable = menu.filter((entry) => entry.mayCreate && entry.kind !== 'single')
  const places = groups.flatMap((group) => group.places)
  const draws = places.some(({ href }) => href === '/designer')
  return [
    ...makeable.map((entry) => ({
      id: `new-${entry.type}`,
      label: t('shell.newOf', { type: of(entry.label) }),
      icon: IconPlus,
      run: () => go(`/documents/${entry.type}/new`),
    })),
    ...places.map(({ href, label }) => ({
      id: href,
      label: t('shell.goTo', { place: label }),
      icon: IconArrowRight,
      run: () => go(href),
    })),
    ...(draws ? menu : []).map((entry) => ({
      id: `draw-${entry.type}`,
      label: t('shell.draw', { type: of(entry.label) }),
      icon: IconSitemap,
      run: () => go(`/designer/document-type/${entry.type}`),
    })),
    { id: 'absence', label: t('absence.title'), icon: IconBeach, run: onAbsence },
    { id: 'keys', label: t('keys.help'), icon: IconKeyboard, run: onKeys },
    { id: 'light', label: `${t('shell.appearance')}: ${t('shell.light')}`, icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: `${t('shell.appearance')}: ${t('shell.dark')}`, icon: IconMoon, run: () => setColorScheme('dark') },
  ]
}
