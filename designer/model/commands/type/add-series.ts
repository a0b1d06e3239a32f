import type { NumberSeries } from '../../../../schemas/generated/document-type.ts'
import { defineCommand } from '../../define-command.ts'
import { inserted } from '../../lists.ts'
import { editSeries } from './edit-series.ts'

/** Adds a way to make numbers; the first whose condition holds is the one, so it comes before those without. */
export const addSeries = defineCommand(
  'add-series',
  'document-type',
  (type, { series, at }: { readonly series: NumberSeries; readonly at?: number }) =>
    editSeries(type, (list) => {
      const first = list.findIndex(({ when }) => when === undefined)
      return inserted(list, series, at ?? (series.when !== undefined && first >= 0 ? first : undefined))
    }),
)
