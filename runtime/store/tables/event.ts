// The record: rows here are never changed, except that a leaf may lose its value and salt when content is erased.
// The shape is stored for ever; the hash covers the envelope, so a column that joins it later must have a default
// that means what its absence meant.
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { StoredLeaf } from '../write.ts'
import { instant, xid8 } from './columns.ts'

export const event = pgTable(
  'event',
  {
    /** The document's id; for the site's own stream the nil UUID. */
    stream: uuid('stream').notNull(),
    /** `document`, `talk` (comments and activities of a document) or `site`. */
    kind: text('kind').notNull().default('document'),
    sequence: integer('sequence').notNull(),
    /** The type of the document, so that a reader of the feed finds its partition. */
    documentType: text('document_type'),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** The transaction that wrote it: a feed reads what lies before the oldest one still running. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    by: uuid('by'),
    onBehalfOf: uuid('on_behalf_of'),
    /** Ids, names of nodes and instants only: nothing that a person wrote. */
    body: jsonb('body').notNull(),
    leaves: jsonb('leaves').$type<readonly StoredLeaf[]>().notNull(),
    hash: text('hash').notNull(),
    previous: text('previous').notNull(),
  },
  (t) => [primaryKey({ name: 'event_pk', columns: [t.stream, t.kind, t.sequence] }), index('event_feed').on(t.xid, t.position)],
)
