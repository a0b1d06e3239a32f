// The shape of these rows is stored for ever. `document` is partitioned by type (see the first migration, where the
// words PARTITION BY were put by hand): whoever points at a document carries its type too, and statements name the
// type as a literal, so that the planner sees one partition with its own indexes and statistics.
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgSequence, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Card, Rendered } from '../../engine/card/card.ts'
import type { Process } from '../../engine/document/state.ts'
import { instant, tsvector } from './columns.ts'

export const document = pgTable(
  'document',
  {
    id: uuid('id').notNull(),
    type: text('type').notNull(),
    /** Hash of the program that it is pinned to. */
    program: text('program').notNull(),
    /** Id of the approval schema that it travels. */
    schema: text('schema'),
    number: text('number'),
    title: jsonb('title').$type<Rendered>().notNull(),
    status: text('status').notNull(),
    process: jsonb('process').$type<Process>(),
    card: jsonb('card').$type<Card>().notNull(),
    /** Roll-ups, and formulas that read one: refreshed beside the card, never in the events. */
    derived: jsonb('derived').$type<Card>().notNull().default({}),
    /** Keys of who may read it through its process: `p:` person, `r:` role, `g:` group, `d:` department. */
    readers: text('readers').array().notNull().default(sql`'{}'`),
    /** Counts every write of this row, a refreshed roll-up too: what a write must find unchanged. */
    rev: integer('rev').notNull().default(1),
    /** Sequence of the last event that changed the card: what `If-Match` speaks of. */
    cardRev: integer('card_rev').notNull(),
    headSequence: integer('head_sequence').notNull(),
    headHash: text('head_hash').notNull(),
    author: uuid('author').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    closedAt: instant('closed_at'),
    search: tsvector('search').notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'document_pk', columns: [t.id, t.type] }),
    index('document_readers').using('gin', t.readers),
    index('document_search').using('gin', t.search),
    index('document_number').on(t.number),
    index('document_created').on(t.createdAt, t.id),
    index('document_status').on(t.status, t.createdAt, t.id),
  ],
)

/** Names of partitions come from this counter: a type's id may be longer than the 63 bytes of a table's name. */
export const partitionCounter = pgSequence('document_partition_counter')

/** Which partition holds which type. */
export const documentPartition = pgTable('document_partition', {
  type: text('type').primaryKey(),
  name: text('name').notNull().unique(),
})
