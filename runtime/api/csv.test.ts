import { describe, expect, it } from 'vitest'
import { csvLine, csvStyleOf } from './csv.ts'

const [en, ro] = [csvStyleOf('en'), csvStyleOf('ro')]

describe('a line of a table file', () => {
  it('is parted as the spreadsheets of its language expect', () => {
    expect(csvLine(['V-2026/0012', 1204000.5, null, 'Ștefan'], en)).toBe('V-2026/0012,1204000.5,,Ștefan\r\n')
    expect(csvLine(['V-2026/0012', 1204000.5, null, 'Ștefan'], ro)).toBe('V-2026/0012;1204000,5;;Ștefan\r\n')
  })
  it('quotes what would part it', () => {
    expect(csvLine(['a, b', 'say "yes"', 'two\nlines', 'a; b'], en)).toBe('"a, b","say ""yes""","two\nlines",a; b\r\n')
    expect(csvLine(['a; b', 'a, b'], ro)).toBe('"a; b";a, b\r\n')
  })
  it('runs nothing on the machine of whoever opens it', () => {
    expect(csvLine(['=HYPERLINK("http://x")', '+40 721', '-5', '@sum', -5], en)).toBe(
      `"'=HYPERLINK(""http://x"")",'+40 721,'-5,'@sum,-5\r\n`,
    )
  })
  it('writes every digit of a number', () => {
    expect(csvLine([1e21, 0.0000001], en)).toBe('1000000000000000000000,0.0000001\r\n')
  })
})
