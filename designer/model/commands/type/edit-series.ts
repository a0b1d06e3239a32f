import type { DocumentType, NumberSeries } from '../../../../schemas/generated/document-type.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

/** A pattern must count somewhere. */
const counts = ({ pattern }: NumberSeries): boolean => /\{0+\}/.test(pattern)

/** Changes the series of numbers. Without a series a type gives no numbers. Refused: a pattern without a counter such as {0000}. */
export function editSeries(
  type: DocumentType,
  edit: (series: readonly NumberSeries[]) => readonly NumberSeries[] | undefined,
): Edit<DocumentType> {
  const series = edit(type.number?.series ?? [])
  if (!series) return refused('no-such-thing')
  if (!series.every(counts)) return refused('schema-refuses')
  const number = series.length === 0 ? undefined : { ...type.number, series: [...series] }
  return edited(patched(type, { number }, ['fields']))
}
