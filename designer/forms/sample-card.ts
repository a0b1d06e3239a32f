import { addDays, type LocalDate } from '../../runtime/engine/calendar/local-date.ts'
import type { Card, CardValue, Row } from '../../runtime/engine/card/card.ts'
import type { Site } from '../../runtime/engine/site.ts'
import type { CardField, Column } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'

/** What a sample is made with: the day, who writes it, and what may be chosen. */
export interface SampleOf {
  readonly today: LocalDate
  readonly me: string
  readonly site: Site
}

type Filled = { [field: string]: CardValue }

/**
 * A card with something plausible in most fields, so that a form shows how it looks filled, and conditions have something to be
 * asked of. The same for the same type, however often it is made. Links and files stay blank: there is no document to point at.
 */
export function sampleCard(type: DocumentType, of: SampleOf): Card {
  const card: Filled = {}
  for (const [index, field] of type.fields.entries()) {
    if (field.retired || field.formula !== undefined || field.rollup !== undefined) continue
    const value = field.type === 'table' ? sampleRows(field.fields, of) : sampleValue(field, index, of)
    if (value !== undefined) card[field.id] = value
  }
  return card
}

function sampleRows(columns: readonly Column[], of: SampleOf): readonly Row[] {
  return [0, 1].map((nth) => {
    const row: { [column: string]: CardValue } = {}
    for (const [index, column] of columns.entries()) {
      if (column.retired || column.formula !== undefined || column.rollup !== undefined) continue
      const value = sampleValue(column, index + nth * 3, of)
      if (value !== undefined) row[column.id] = value
    }
    return { ...row, _id: `sample-${nth + 1}` } as unknown as Row
  })
}

/** A value of a field; undefined where only a person could know one. */
export function sampleValue(field: CardField | Column, index: number, { today, me, site }: SampleOf): CardValue | undefined {
  const one = single()
  return one !== undefined && 'many' in field && field.many ? ([one] as unknown as CardValue) : one

  function single(): CardValue | undefined {
    if (field.default !== undefined) return Array.isArray(field.default) ? (field.default[0] as CardValue) : (field.default as CardValue)
    switch (field.type) {
      case 'number':
        return within(10 + index * 5, field.min, field.max)
      case 'money':
        return within(348_600 + index * 1_250, field.min, field.max)
      case 'percent':
        return within(12.5, field.min, field.max)
      case 'rating':
        return Math.min(4, field.max ?? 5)
      case 'date':
        return addDays(today, 30 + index * 7)
      case 'date-time':
        return `${addDays(today, index + 1)}T08:00:00.000Z`
      case 'time':
        return '09:00'
      case 'duration':
        return 'P5D'
      case 'yes-no':
        return true
      case 'choice': {
        const items = typeof field.options === 'string' ? (site.directories.get(field.options)?.items ?? []) : field.options
        return items.find(({ retired }) => !retired)?.id
      }
      case 'person':
        return site.people.has(me) ? me : undefined
      case 'department':
        return site.people.get(me)?.department ?? [...site.departments.keys()][0]
      case 'color':
        return '#3a49c6'
      default:
        return undefined
    }
  }
}

function within(value: number, min: number | undefined, max: number | undefined): number {
  return Math.min(Math.max(value, min ?? value), max ?? value)
}
