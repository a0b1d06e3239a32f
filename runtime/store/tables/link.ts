import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/** Document → field → document: reverse look-ups, roll-ups, the hierarchy. Made from the card with every write. */
export const link = pgTable(
  'link',
  {
    fromId: uuid('from_id').notNull(),
    fromType: text('from_type').notNull(),
    /** `counterparty`, or `works.responsible` for a column of a table. */
    field: text('field').notNull(),
    toId: uuid('to_id').notNull(),
    toType: text('to_type').notNull(),
  },
  (t) => [
    primaryKey({ name: 'link_pk', columns: [t.fromId, t.field, t.toId] }),
    index('link_target').on(t.toId, t.fromType, t.field, t.fromId),
  ],
)
