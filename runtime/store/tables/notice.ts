import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, type StoredText } from './columns.ts'

/** What somebody was told. `text` is null where the screen makes the sentence from `about` and `facts`. */
export const notice = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    recipient: uuid('recipient').notNull(),
    about: text('about').notNull(),
    text: jsonb('text').$type<StoredText>(),
    facts: jsonb('facts').notNull().default({}),
    document: uuid('document'),
    documentType: text('document_type'),
    assignment: uuid('assignment'),
    /** How it goes out: `program`, `email`, `webhook`. Only what goes in the program stands in its list. */
    by: text('by').array().notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    index('notice_recipient').on(t.recipient, t.at, t.id).where(sql`'program' = any(${t.by})`),
    index('notice_unread').on(t.recipient).where(sql`${t.readAt} is null and 'program' = any(${t.by})`),
    index('notice_document').on(t.document),
  ],
)

/** Which reminder was sent for which occurrence: written with its notices, so that none goes twice. */
export const reminderSent = pgTable(
  'reminder_sent',
  {
    rule: text('rule').notNull(),
    document: uuid('document').notNull(),
    /** Names the date, the step and the repetition that it was for. */
    occurrence: text('occurrence').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'reminder_sent_pk', columns: [t.document, t.rule, t.occurrence] })],
)

/** How far each reminder rule has been swept: what lies before was sent or is past. */
export const reminderSweep = pgTable('reminder_sweep', {
  rule: text('rule').primaryKey(),
  sweptUntil: instant('swept_until').notNull(),
})
