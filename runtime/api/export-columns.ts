import type { DocumentType, View } from '../../schemas/generated/document-type.ts'
import type { CardValue, LinkValue } from '../engine/card/card.ts'
import { displayValue, momentText } from '../engine/card/display.ts'
import { type Field, fieldsOf } from '../engine/card/field.ts'
import { textIn } from '../engine/card/local-text.ts'
import type { FactReader } from '../engine/document/fact-reader.ts'
import type { RegistryPage, RegistryRow } from './answers.ts'

/** What the cells of a file hang on beside their row. */
export interface Surroundings {
  readonly type: DocumentType
  readonly reader: FactReader
  readonly language: string
  readonly linked: RegistryPage['linked']
  readonly people: RegistryPage['people']
}

/** A column of the file: its head, and what stands in it for a row; null where it is blank. */
export interface ExportColumn {
  readonly id: string
  readonly head: string
  readonly cell: (row: RegistryRow, around: Surroundings) => string | number | null
}

/** What a cell of a file cannot hold. */
const unfit = new Set<Field['type']>(['table', 'file', 'signature'])

const heads = {
  en: {
    number: 'Number',
    title: 'Title',
    status: 'Status',
    waitsFor: 'Waits for',
    author: 'Author',
    createdOn: 'Created on',
    updatedOn: 'Changed on',
    currency: 'currency',
  },
  ro: {
    number: 'Număr',
    title: 'Titlu',
    status: 'Stare',
    waitsFor: 'La cine este',
    author: 'Autor',
    createdOn: 'Creat la',
    updatedOn: 'Modificat la',
    currency: 'moneda',
  },
} as const

const own: Readonly<Record<string, ExportColumn['cell']>> = {
  number: (row) => row.number,
  title: (row, { language, reader }) => textIn(row.title, language, reader.facts.site.languages),
  status: (row, { type, language, reader }) => {
    const status = type.statuses?.find(({ id }) => id === row.status)
    return status ? textIn(status.label, language, reader.facts.site.languages) : null
  },
  waitsFor: (row, { people, language, reader }) => {
    const { languages } = reader.facts.site
    return row.waitsFor
      .map(({ person, pool }) => (person ? people[person]?.name : pool ? textIn(pool, language, languages) : undefined))
      .filter(Boolean)
      .join(', ')
  },
  author: (row, { people }) => people[row.author]?.name ?? null,
  createdOn: (row, { language, reader }) => momentText(row.createdOn, language, reader.facts.site.zone),
  updatedOn: (row, { language, reader }) => momentText(row.updatedOn, language, reader.facts.site.zone),
}

/**
 * The columns of a file: those asked for, else those of the view, else everything that fits into a cell. Money whose currency
 * differs from row to row brings a column with it, where none of the others says it. Takes the type as its reader is shown it;
 * answers with what there is where a column is asked for that there is not.
 */
export function exportColumns(
  type: DocumentType,
  view: View | undefined,
  asked: readonly string[] | null,
  language: string,
  languages: readonly string[],
):
  | { readonly ok: true; readonly columns: readonly ExportColumn[] }
  | { readonly ok: false; readonly unknown: string; readonly known: string[] } {
  const words = heads[language === 'ro' ? 'ro' : 'en']
  const fields = [...fieldsOf(type).values()].filter((field) => !field.retired && !unfit.has(field.type))
  const known = [...Object.keys(own), ...fields.map(({ id }) => id)]
  const unknown = asked?.find((id) => !known.includes(id))
  if (unknown !== undefined) return { ok: false, unknown, known }
  const everything = known.filter((id) => id !== 'waitsFor' && (id !== 'number' || type.number !== undefined))
  const ids = (asked ?? view?.columns ?? everything).filter((id) => known.includes(id))
  const columns = ids.flatMap((id): ExportColumn[] => {
    const ownCell = Object.hasOwn(own, id) ? own[id] : undefined
    if (ownCell) return [{ id, head: words[id as keyof typeof words], cell: ownCell }]
    const field = fields.find((one) => one.id === id)!
    const label = textIn(field.label, language, languages)
    const fixed = field.type === 'money' && typeof field.currency === 'string' ? field.currency : null
    const column = { id, head: fixed ? `${label} (${fixed})` : label, cell: cellOf(field) }
    const currency = field.type === 'money' && typeof field.currency === 'object' ? field.currency.field : null
    const said = currency === null || ids.includes(currency)
    const currencyField = said ? undefined : fieldsOf(type).get(currency)
    return currencyField ? [column, { id: `${id}.currency`, head: `${label}, ${words.currency}`, cell: cellOf(currencyField) }] : [column]
  })
  return { ok: true, columns }
}

/** Figures stay figures, so that a sheet can add them up; everything else is as people read it. */
function cellOf(field: Field): ExportColumn['cell'] {
  return (row, around) => {
    const value = row.card[field.id]
    if (value === undefined || value === null) return null
    if (typeof value === 'number') return value
    const texts = (field.many ? (value as readonly CardValue[]) : [value]).map((one) => textOf(field, one, around))
    return texts.filter(Boolean).join(', ') || null
  }
}

function textOf(field: Field, value: CardValue, { reader, language, linked }: Surroundings): string {
  if (field.type !== 'link') return displayValue(field, value, reader, language)
  const { type, id } = value as LinkValue
  const target = linked[`${type}/${id}`]
  return target ? textIn(target.title, language, reader.facts.site.languages) : ''
}
