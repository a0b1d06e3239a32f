import { defineCommand } from '../../define-command.ts'
import { moved } from '../../lists.ts'
import { editSeries } from './edit-series.ts'

/** Changes the order in which the series are asked. */
export const moveSeries = defineCommand(
  'move-series',
  'document-type',
  (type, { from, to }: { readonly from: number; readonly to: number }) => editSeries(type, (list) => moved(list, from, to)),
)
