import type { Pointer } from '../../schemas/pointer.ts'
import type { EditedKind, Target } from './workspace.ts'

/** In which view of a definition a place is edited, by the first key of its pointer; left out: the view that it opens with. */
const views: Partial<Record<EditedKind, Readonly<Record<string, string>>>> = {
  'approval-schema': { '': 'canvas' },
  'document-type': {
    number: 'number',
    statuses: 'statuses',
    views: 'views',
    checks: 'rules',
    access: 'access',
    conversions: 'relations',
    twins: 'relations',
    expects: 'relations',
    approval: 'approval',
    '': 'form',
  },
}

/** Where a place of a definition is edited: the view that shows it, with the place itself for that view to open. */
export function addressOfPlace({ kind, id }: Target, place: Pointer = ''): string {
  const [, first = ''] = place.split('/')
  const own = views[kind]
  const view = own === undefined ? '' : `/${own[first] ?? own['']}`
  return place === '' ? `/designer/${kind}/${id}` : `/designer/${kind}/${id}${view}?show=${encodeURIComponent(place)}`
}

/** The number of the thing in a list that a place lies in: 3 for `/statuses/3/label` in `/statuses`; undefined where it lies elsewhere. */
export function indexIn(list: Pointer, place: Pointer | null): number | undefined {
  if (place === null || !place.startsWith(`${list}/`)) return undefined
  const index = Number(place.slice(list.length + 1).split('/')[0])
  return Number.isInteger(index) ? index : undefined
}
