/** How a spreadsheet of a language reads a text file: where the decimal sign is a comma, the cells are parted by a semicolon. */
export interface CsvStyle {
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
}

/** What opens the file: without it a spreadsheet takes ș and ț for something else. */
export const byteOrderMark = '\uFEFF'

const styles = new Map<string, CsvStyle>()

export function csvStyleOf(language: string): CsvStyle {
  let style = styles.get(language)
  if (!style) {
    const comma = new Intl.NumberFormat(language).formatToParts(0.5).some(({ type, value }) => type === 'decimal' && value === ',')
    style = comma ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }
    styles.set(language, style)
  }
  return style
}

/**
 * A line of cells, ended as RFC 4180 wants it. A number is written with the language's decimal sign and without separators
 * of thousands, so that it stays a number. A text that a spreadsheet would take for a formula is given an apostrophe
 * (OWASP, CSV injection): what somebody wrote into a card must not run on the machine of whoever opens the list.
 */
export function csvLine(cells: readonly (string | number | null)[], style: CsvStyle): string {
  return `${cells.map((cell) => cellText(cell, style)).join(style.separator)}\r\n`
}

function cellText(cell: string | number | null, { separator, decimal }: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return plainNumber(cell).replace('.', decimal)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** All digits, never `1e+21`. */
function plainNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text
}
