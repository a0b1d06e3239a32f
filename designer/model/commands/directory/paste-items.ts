import type { DirectoryItem } from '../../../../schemas/generated/directory.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { readPasted } from '../../pasted-table.ts'
import { anyWords } from '../../text-in-languages.ts'

/**
 * Makes choices of a column, or of columns, pasted from a spreadsheet: the first is the label, the others are the directory's
 * columns in their order, or those that a first line names. A choice that exists already, by its label, keeps its id and takes
 * the new values. Values that do not fit their column are left out.
 */
export const pasteItems = defineCommand('paste-items', 'directory', (directory, { text }: { readonly text: string }) => {
  const rows = readPasted(text, directory.columns ?? [])
  if (rows.length === 0) return refused('nothing-to-paste')
  const items = [...directory.items]
  const taken = items.map(({ id }) => id)
  for (const { label, values } of rows) {
    const same = items.findIndex((item) => anyWords(item.label).toLowerCase() === label.toLowerCase())
    if (same >= 0) items[same] = { ...items[same]!, ...values }
    else {
      const id = idFrom(label, 'item', taken, 'item')
      taken.push(id)
      items.push({ id, label, ...values } as DirectoryItem)
    }
  }
  return edited({ ...directory, items })
})
