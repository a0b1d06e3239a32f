import type { NumberSeries } from '../../../../schemas/generated/document-type.ts'
import { defineCommand } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { editSeries } from './edit-series.ts'

export interface SetSeries {
  readonly index: number
  readonly set: { readonly [K in keyof NumberSeries]?: NumberSeries[K] | undefined }
}

/** Sets what numbers of a series look like, when it is the one, and what it counts by. */
export const setSeries = defineCommand('set-series', 'document-type', (type, { index, set }: SetSeries) =>
  editSeries(type, (list) => (index in list ? list.map((each, at) => (at === index ? patched(each, set) : each)) : undefined)),
)
