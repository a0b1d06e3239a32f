// The sign-in library's tables under our names; its user is our `person`. The property names are the library's, and
// so are the Dates. It makes no ids of its own: it is given ours.
import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instantAsDate } from './columns.ts'
import { person } from './organisation.ts'

export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('person')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instantAsDate('access_token_expires_at'),
    refreshTokenExpiresAt: instantAsDate('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instantAsDate('created_at').notNull().default(sql`now()`),
    updatedAt: instantAsDate('updated_at').notNull().default(sql`now()`),
  },
  (t) => [index('account_person').on(t.userId)],
)

export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('person')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: instantAsDate('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** In a demo office: whose shoes the visitor stands in. */
    actingAs: uuid('acting_as'),
    createdAt: instantAsDate('created_at').notNull().default(sql`now()`),
    updatedAt: instantAsDate('updated_at').notNull().default(sql`now()`),
  },
  (t) => [index('session_person').on(t.userId)],
)

export const verification = pgTable(
  'verification',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instantAsDate('expires_at').notNull(),
    createdAt: instantAsDate('created_at').notNull().default(sql`now()`),
    updatedAt: instantAsDate('updated_at').notNull().default(sql`now()`),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
)

/** Tries at signing in, counted for all processes together. `lastRequest` is milliseconds since 1970. */
export const rateLimit = pgTable('rate_limit', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})
