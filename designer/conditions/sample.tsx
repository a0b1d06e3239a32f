import { createContext, type ReactNode, useContext } from 'react'
import type { Row } from '../../runtime/engine/card/card.ts'
import type { Around } from '../../runtime/engine/card/scope.ts'
import { isReference, type Value } from '../../runtime/engine/expression/value.ts'
import type { Preview } from '../forms/preview.ts'

const SampleContext = createContext<Preview | null>(null)

/** The card on which conditions and formulas are tried out; without one nothing is said of results. */
export function SampleProvider({ value, children }: { value: Preview | null; children: ReactNode }) {
  return <SampleContext value={value}>{children}</SampleContext>
}

export const useSample = (): Preview | null => useContext(SampleContext)

/** The first row of a table of the sample, for what is asked of each row. */
export function sampleRow(sample: Preview, table: string | undefined): Around | undefined {
  if (table === undefined) return {}
  const row = ((sample.shown[table] ?? []) as readonly Row[])[0]
  return row && { row: { table, row } }
}

/** A result as FEEL writes it, short enough for a line; undefined for what no person reads. */
export function writtenValue(value: Value): string | undefined {
  if (value === null) return undefined
  if (isReference(value)) return value.id
  if (Array.isArray(value)) return value.map((one) => writtenValue(one as Value) ?? '').join(', ')
  if (typeof value === 'object' && value instanceof Map) return undefined
  return String(value)
}
