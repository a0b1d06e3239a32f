import { at } from '../../model/at-pointer.ts'
import type { Definition } from '../../model/workspace.ts'

/** The thing that a finding lies in, by what people call it: the nearest one around its place that has a label. */
export function placeWords(body: Definition, path: string, of: (text: never) => string): string | undefined {
  const keys = path.split('/').slice(1)
  for (let length = keys.length; length > 0; length--) {
    const holder = at(body, `/${keys.slice(0, length).join('/')}`) as { label?: unknown; tab?: unknown; title?: unknown } | undefined
    const label = typeof holder === 'object' && holder !== null ? (holder.label ?? holder.tab) : undefined
    if (label !== undefined) return of(label as never)
  }
  return undefined
}
