/**
 * What was pasted from a spreadsheet, cells by line (cells apart by tabs); a cell in quotes may hold tabs, lines and doubled
 * quotes, as spreadsheets copy them. Empty lines and control characters are left out.
 */
export function pastedCells(text: string): string[][] {
  const lines: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    const line = lines.at(-1)!
    const cell = line.length - 1
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') line[cell] += text[at++]!
      else if (letter === '"') quoted = false
      else line[cell] += letter
    } else if (letter === '"' && line[cell] === '') quoted = true
    else if (letter === '\t') line.push('')
    else if (letter === '\n') lines.push([''])
    else if (letter !== '\r') line[cell] += letter
  }
  return lines
    .map((line) => line.map((cell) => cell.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()))
    .filter((line) => line.some((cell) => cell !== ''))
}
