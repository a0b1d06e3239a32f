import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** The one row of the installation. `rev` grows with every change of what is live: processes keep their caches under it. */
export const site = pgTable(
  'site',
  {
    id: smallint('id').primaryKey().default(1),
    rev: bigint('rev', { mode: 'number' }).notNull().default(1),
    name: text('name').notNull().default(''),
    languages: text('languages').array().notNull().default(sql`'{en}'`),
    zone: text('zone').notNull().default('UTC'),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
    /** Null until somebody set the office up, or began to look around. */
    setUpAt: instant('set_up_at'),
    demo: boolean('demo').notNull().default(false),
    /** Signs cookies and webhooks; made at the first start, and no part of the office. */
    secret: text('secret').notNull().default(''),
    /** Number of the newest release; 0 before the first. */
    release: integer('release').notNull().default(0),
    /** Head of the site's own stream: publications, access and people. */
    headSequence: integer('head_sequence').notNull().default(0),
    headHash: text('head_hash').notNull().default(''),
  },
  (t) => [check('site_is_one', sql`${t.id} = 1`)],
)
