import type { Finding } from '../../../schemas/finding.ts'
import type { Numbering } from '../../../schemas/generated/document-type.ts'
import { dateParts, isDatePart, parsePattern } from './number-pattern.ts'

/** Types of values that read well in a number and stay what they are. */
const showable = ['text', 'choice', 'number', 'rating', 'department']

/**
 * What is wrong with the numbers of a type, before it is published: patterns that cannot be read or name what does not exist, a date
 * that is none, series that are never reached or may all fail to hold. `typeOf` gives the field type at a path (`number` of a linked
 * document is a text), undefined where nothing is; `at` is the JSON pointer of the numbering in its definition.
 */
export function checkNumbering(numbering: Numbering, typeOf: (path: string) => string | undefined, at = '/number'): Finding[] {
  const findings: Finding[] = []
  const find = (code: string, path: string, facts: Finding['facts'] = {}, level: Finding['level'] = 'problem') =>
    findings.push({ code, level, path: `${at}${path}`, facts })

  const { series, date } = numbering
  if (date !== undefined && !['date', 'date-time'].includes(typeOf(date) ?? '')) {
    find(typeOf(date) === undefined ? 'number-unknown-field' : 'number-date-is-none', '/date', { field: date })
  }
  const always = series.findIndex(({ when }) => when === undefined)
  series.forEach(({ pattern, per = [] }, nth) => {
    const place = `/series/${nth}`
    if (always >= 0 && nth > always) find('number-series-unreached', place, { pattern }, 'hint')
    const read = parsePattern(pattern)
    if (!read.ok) {
      const { code, ...facts } = read.fault
      find(code, `${place}/pattern`, { pattern, ...facts })
      return
    }
    const shown = new Set<string>()
    read.parts.forEach((part, index) => {
      if (part.kind === 'date') shown.add(part.part)
      if (part.kind !== 'value') return
      shown.add(part.path)
      const type = typeOf(part.path)
      if (type === undefined) find('number-unknown-field', `${place}/pattern`, { field: part.path, known: [...dateParts] })
      else if (!showable.includes(type)) find('number-field-unshowable', `${place}/pattern`, { field: part.path, type })
      // "A1" and 1, "A" and 10001 would both be A10001: two documents with one number.
      const beside = [read.parts[index - 1], read.parts[index + 1]].some((other) => other?.kind === 'digits')
      if (beside) find('number-digits-touch-value', `${place}/pattern`, { field: part.path }, 'hint')
    })
    per.forEach((name, index) => {
      if (!isDatePart(name) && typeOf(name) === undefined) {
        find('number-unknown-field', `${place}/per/${index}`, { field: name, known: [...dateParts] })
      } else if (shown.has(name)) find('number-per-is-shown', `${place}/per/${index}`, { part: name }, 'hint')
    })
  })
  if (always < 0) find('number-series-may-lack', '/series', {}, 'hint')
  return findings
}
