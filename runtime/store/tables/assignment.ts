// What the inbox reads: one row for each assignment in a document's process. The document's `process` is the truth;
// a row is written with it, in one statement. `draft_remark` alone lives only here: a remark being written is no event.
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const assignment = pgTable(
  'assignment',
  {
    id: uuid('id').primaryKey(),
    document: uuid('document').notNull(),
    documentType: text('document_type').notNull(),
    node: text('node').notNull(),
    seat: uuid('seat').notNull(),
    line: text('line').notNull(),
    /** Who holds it; null while it waits in a pool. */
    person: uuid('person'),
    /** From whom it came: kept here so that an inbox reads no process. */
    askedBy: uuid('asked_by').notNull(),
    /** Keys of who may claim it; kept after a claim, so that it can be given back. */
    pool: text('pool').array(),
    except: text('except').array().notNull().default(sql`'{}'`),
    /** `waiting`, `open`, `done`, `skipped`, `withdrawn`. */
    state: text('state').notNull(),
    outcome: text('outcome'),
    draftRemark: text('draft_remark'),
    dueAt: instant('due_at'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('assignment_document').on(t.document),
    index('assignment_inbox').on(t.person, t.openedAt, t.id).where(sql`${t.state} = 'open'`),
    index('assignment_pool').using('gin', t.pool).where(sql`${t.state} = 'open' and ${t.person} is null`),
    index('assignment_done').on(t.person, t.closedAt, t.id).where(sql`${t.state} = 'done'`),
  ],
)
