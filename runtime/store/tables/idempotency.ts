import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Commands already done, one key for each person; `body_hash` tells a repetition from a key used for something else. */
export const idempotency = pgTable(
  'idempotency',
  {
    person: uuid('person').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    document: uuid('document'),
    documentType: text('document_type'),
    /** Sequence of the document after the command. */
    sequence: integer('sequence'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'idempotency_pk', columns: [t.person, t.key] }), index('idempotency_age').on(t.at)],
)
