import { pastedCells } from '../../runtime/app/ui/pasted-cells.ts'
import type { Column } from '../../schemas/generated/card-field.ts'
import { anyWords } from './text-in-languages.ts'

/** A line of a pasted table: the first cell, and the others as values of the columns. */
export interface PastedRow {
  readonly label: string
  readonly values: Readonly<Record<string, string | number | boolean>>
}

/** A spreadsheet of ten thousand lines is no list of choices. */
const MOST_ROWS = 10_000

/**
 * Reads what was pasted from a spreadsheet (cells apart by tabs) or from a text (one thing to a line). A first line that names
 * the columns says which cell goes where. Empty lines, repetitions of a label and control characters are left out.
 */
export function readPasted(text: string, columns: readonly Column[]): readonly PastedRow[] {
  const lines = pastedCells(text).slice(0, MOST_ROWS + 1)
  const names = lines[0]?.map((cell) => cell.toLowerCase()) ?? []
  const named = names.slice(1).map((name) => columns.find((column) => labelsOf(column).includes(name)))
  const hasHead = names.length > 1 && named.some((column) => column !== undefined)
  const order = hasHead ? named : columns
  const seen = new Set<string>()
  return lines.slice(hasHead ? 1 : 0, hasHead ? undefined : MOST_ROWS).flatMap(([label = '', ...cells]) => {
    const key = label.toLowerCase()
    if (label === '' || seen.has(key)) return []
    seen.add(key)
    const values: Record<string, string | number | boolean> = {}
    for (const [index, cell] of cells.entries()) {
      const column = order[index]
      const value = column && cell !== '' ? cellValue(column, cell) : undefined
      if (column && value !== undefined) values[column.id] = value
    }
    return [{ label, values }]
  })
}

const labelsOf = ({ id, label }: Column): string[] =>
  [id, anyWords(label), ...(typeof label === 'string' ? [] : Object.values(label))].map((word) => word.toLowerCase())

const yes = new Set(['yes', 'true', 'x', '1', 'da'])
const no = new Set(['no', 'false', '0', 'nu'])

/** The value of a cell as the card holds it; undefined where it does not fit. */
function cellValue(column: Column, cell: string): string | number | boolean | undefined {
  switch (column.type) {
    case 'number':
    case 'money':
    case 'percent':
    case 'rating':
      return numberOf(cell.replace(/%$/, ''))
    case 'yes-no':
      return yes.has(cell.toLowerCase()) ? true : no.has(cell.toLowerCase()) ? false : undefined
    case 'date':
      return dateOf(cell)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(cell) ? cell : undefined
    case 'choice': {
      if (typeof column.options === 'string') return undefined
      const found = column.options.find((option) =>
        [option.id, anyWords(option.label)].some((name) => name.toLowerCase() === cell.toLowerCase()),
      )
      return found?.id
    }
    case 'text':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'web':
      return cell
    default:
      return undefined
  }
}

/** `1,204.50`, `1.204,50`, `1 204,5`: the last mark before one or two digits at the end parts the decimals. */
function numberOf(cell: string): number | undefined {
  const text = cell.replace(/[\s\u00a0']/g, '')
  if (!/^-?[\d.,]+$/.test(text)) return undefined
  const decimals = /[.,](\d{1,2})$/.exec(text)
  const whole = (decimals ? text.slice(0, decimals.index) : text).replace(/[.,]/g, '')
  const value = Number(decimals ? `${whole}.${decimals[1]}` : whole)
  return Number.isFinite(value) ? value : undefined
}

/** `2026-11-23`, `23.11.2026`, `23/11/2026`. */
function dateOf(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell)
  const text = iso ? cell : local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : undefined
  return text !== undefined && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text) ? text : undefined
}
