import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** What people say beside a document: the fold of its `talk` stream, which never collides with a decision. */
export const comment = pgTable(
  'comment',
  {
    id: uuid('id').primaryKey(),
    document: uuid('document').notNull(),
    documentType: text('document_type').notNull(),
    by: uuid('by').notNull(),
    at: instant('at').notNull(),
    text: text('text'),
  },
  (t) => [index('comment_document').on(t.document, t.at, t.id)],
)
