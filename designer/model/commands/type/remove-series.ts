import { defineCommand } from '../../define-command.ts'
import { without } from '../../lists.ts'
import { editSeries } from './edit-series.ts'

/** Takes a way to make numbers away. */
export const removeSeries = defineCommand('remove-series', 'document-type', (type, { index }: { readonly index: number }) =>
  editSeries(type, (list) => (index in list ? without(list, index) : undefined)),
)
