// Everything that the clock must do at some time: one table, one index on when, one clock.
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const due = pgTable(
  'due',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** `timer`, `nudge`, `follow-up`, `delivery`, `reminder-sweep`, `index`. */
    kind: text('kind').notNull(),
    dueAt: instant('due_at').notNull(),
    document: uuid('document'),
    documentType: text('document_type'),
    /** Names the row among those of its kind and document, so that the same thing is never due twice. */
    key: text('key').notNull().default(''),
    payload: jsonb('payload').notNull().default({}),
    /** Counts how often a nudge was asked for: it is deleted only if this is as it was read. */
    asked: integer('asked').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    /** Set when it failed too often: it stays visible and is tried again only when a person says so. */
    givenUpAt: instant('given_up_at'),
  },
  (t) => [
    index('due_when').on(t.dueAt).where(sql`${t.givenUpAt} is null`),
    unique('due_once').on(t.document, t.kind, t.key).nullsNotDistinct(),
    index('due_given_up').on(t.givenUpAt, t.id).where(sql`${t.givenUpAt} is not null`),
  ],
)
