import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/** The last number given in a series and period of a type. Its row is locked last, after every document. */
export const numberSeries = pgTable(
  'number_series',
  {
    type: text('type').notNull(),
    /** The text around the digits, with its period: `A-2026/`. */
    series: text('series').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ name: 'number_series_pk', columns: [t.type, t.series] })],
)

/** Values that must be unique among the documents of a type. */
export const uniqueValue = pgTable(
  'unique_value',
  {
    type: text('type').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    document: uuid('document').notNull(),
  },
  (t) => [primaryKey({ name: 'unique_value_pk', columns: [t.type, t.field, t.value] }), index('unique_value_document').on(t.document)],
)
