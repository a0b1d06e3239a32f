// Rehearsals that were kept while trying definitions out: a body each, as `scenario.schema.json` has it. They are run by
// whoever edits and travel with an exported set; no document hangs on them, so they are not released.
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const scenario = pgTable('scenario', {
  id: text('id').primaryKey(),
  body: jsonb('body').notNull(),
  rev: integer('rev').notNull().default(1),
  by: uuid('by'),
  at: instant('at').notNull(),
})
