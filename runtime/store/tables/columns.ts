// Column kinds that drizzle has no word for, and the few shapes that every table shares.
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** An instant as ISO text of one width (`2026-11-23T09:00:00.000Z`): what the engine speaks. Both stores read it so. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' })

/** An instant as a Date: only for the tables that the sign-in library reads and writes itself. */
export const instantAsDate = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** A transaction's id that never wraps; text in JavaScript, because it may pass 2^53. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** A text for people: one string, or one for each language. */
export type StoredText = string | { readonly [language: string]: string }
