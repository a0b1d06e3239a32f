// Definitions: edits, bodies by content hash, and what was published together. A release is immutable, like a commit:
// its items name every definition of the site at that moment.
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A body as it was published, under sha256 of its RFC 8785 form. */
export const definitionBody = pgTable('definition_body', {
  hash: text('hash').primaryKey(),
  body: jsonb('body').notNull(),
})

/** An unpublished edit. `base` is the hash that it started from; null for something new. */
export const draft = pgTable(
  'draft',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    /** Null: to be taken out with the next release. */
    body: jsonb('body'),
    base: text('base'),
    rev: integer('rev').notNull().default(1),
    by: uuid('by'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'draft_pk', columns: [t.kind, t.id] })],
)

export const release = pgTable('release', {
  number: integer('number').primaryKey(),
  at: instant('at').notNull(),
  by: uuid('by'),
  note: text('note'),
})

export const releaseItem = pgTable(
  'release_item',
  {
    release: integer('release').notNull(),
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ name: 'release_item_pk', columns: [t.release, t.kind, t.id] }), index('release_item_hash').on(t.hash)],
)

/**
 * What documents are pinned to. The program's hash leaves out what is live, so many bodies may mean one program:
 * this names the bodies that it was first published with, from which it is compiled again.
 */
export const program = pgTable('program', {
  hash: text('hash').primaryKey(),
  type: text('type').notNull(),
  typeHash: text('type_hash').notNull(),
  schema: text('schema'),
  schemaHash: text('schema_hash'),
  /** The release that brought it. */
  release: integer('release').notNull(),
})
