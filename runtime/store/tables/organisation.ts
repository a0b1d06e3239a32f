// The organisation is live, never released: it is loaded whole and kept in each process under the site's `rev`.
//
// A person is also what the sign-in library calls a user: one identity, no join and no second table of names. The
// columns that the library reads (email, emailVerified, image, createdAt, updatedAt) are here under the property
// names that it expects; a person without an e-mail address simply cannot sign in.
// Roles, groups and departments have ids of words, because definitions name them: `{ "role": "lawyer" }`.
import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, instantAsDate, type StoredText } from './columns.ts'

export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email'),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    language: text('language').notNull().default('en'),
    department: text('department'),
    manager: uuid('manager'),
    /** Id of their own working calendar, where it differs from the site's. */
    calendar: text('calendar'),
    /** Further attributes for `where` over `person.`, such as a signing limit. */
    attributes: jsonb('attributes').$type<Record<string, string | number | boolean>>().notNull().default({}),
    /** Set when they no longer work here: never asked, stays in the history. */
    leftAt: instant('left_at'),
    createdAt: instantAsDate('created_at').notNull().default(sql`now()`),
    updatedAt: instantAsDate('updated_at').notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('person_email').on(t.email)],
)

export const department = pgTable('department', {
  id: text('id').primaryKey(),
  label: jsonb('label').$type<StoredText>().notNull(),
  parent: text('parent'),
  head: uuid('head'),
})

export const role = pgTable('role', {
  id: text('id').primaryKey(),
  label: jsonb('label').$type<StoredText>().notNull(),
})

/** Who has which role; `administrator` and `designer` are the site's own. */
export const personRole = pgTable('person_role', { person: uuid('person').notNull(), role: text('role').notNull() }, (t) => [
  primaryKey({ name: 'person_role_pk', columns: [t.person, t.role] }),
])

export const group = pgTable('group', {
  id: text('id').primaryKey(),
  label: jsonb('label').$type<StoredText>().notNull(),
})

export const groupMember = pgTable('group_member', { group: text('group').notNull(), person: uuid('person').notNull() }, (t) => [
  primaryKey({ name: 'group_member_pk', columns: [t.group, t.person] }),
])

/** Who gets a person's assignments while that person is absent. */
export const substitution = pgTable(
  'substitution',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person').notNull(),
    substitute: uuid('substitute').notNull(),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    /** Takes over what is already open too. */
    openToo: boolean('open_too').notNull().default(false),
  },
  (t) => [index('substitution_person').on(t.person, t.to)],
)

/** Working hours and days off: the site's own is `site`. */
export const calendar = pgTable('calendar', {
  id: text('id').primaryKey(),
  body: jsonb('body').notNull(),
})
