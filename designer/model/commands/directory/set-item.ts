import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

export interface SetItem {
  readonly item: string
  /** `label`, `color`, `retired` and values of the columns by their ids; undefined takes one away. */
  readonly set: Readonly<Record<string, unknown>>
}

/** Sets what a choice is called, its colour, and what is kept about it. */
export const setItem = defineCommand('set-item', 'directory', (directory, { item, set }: SetItem) => {
  const found = directory.items.find((each) => each.id === item)
  if (!found || 'id' in set) return refused('no-such-thing')
  if ('label' in set && !set.label) return refused('name-empty')
  const columns = new Set(['label', 'color', 'retired', ...(directory.columns ?? []).map(({ id }) => id)])
  if (!Object.keys(set).every((key) => columns.has(key))) return refused('no-such-thing')
  return edited({ ...directory, items: directory.items.map((each) => (each === found ? patched(each, set) : each)) }, { name: found.label })
})
