// How a row of `document` becomes a document, and what is written of one.
import type { Document } from '../engine/document/state.ts'
import type { Row } from './database.ts'
import type { StoredDocument } from './write.ts'

/** What is selected of a document `d`. */
export const documentColumns = `d.id, d.type, d.program, d.schema, d.number, d.title, d.status, d.process, d.card, d.derived, d.readers,
  d.rev, d.card_rev, d.head_sequence, d.head_hash, d.author, d.created_at, d.updated_at, d.closed_at, (select rev from site) as site_rev`

/**
 * What a list selects of a document `d`: not the process, the largest part of a row, for rights and what is seen hang on `readers`;
 * nor what only a write needs. Each column costs its reading on every row. Such a document is read, never written.
 */
export const listedColumns = `d.id, d.type, d.program, d.number, d.title, d.status, d.card, d.derived, d.readers, d.card_rev, d.author,
  d.created_at, d.updated_at, (select rev from site) as site_rev`

/** A document as lists read it. */
export type ListedDocument = Pick<StoredDocument, 'readers' | 'updatedOn' | 'siteRev'> & {
  readonly document: Omit<Document, 'process' | 'schema' | 'closedOn' | 'sequence'>
}

/** Makes a listed document of a row selected with `listedColumns`. */
export function listedDocument(row: Row): ListedDocument {
  const { id, type, program, number, title, status, author, card, derived, card_rev: cardRevision, created_at: createdOn } = row
  const document = { id, type, program, number, title, status, author, createdOn, cardRevision, card, derived }
  return { document, updatedOn: row.updated_at, readers: row.readers, siteRev: row.site_rev } as unknown as ListedDocument
}

/** Makes a stored document of a row selected with `documentColumns`. */
export function storedDocument(row: Row): StoredDocument {
  const document = {
    id: row.id,
    type: row.type,
    program: row.program,
    schema: row.schema,
    number: row.number,
    title: row.title,
    status: row.status,
    author: row.author,
    createdOn: row.created_at,
    closedOn: row.closed_at,
    sequence: row.head_sequence,
    cardRevision: row.card_rev,
    card: row.card,
    derived: row.derived,
    process: row.process,
  } as Document
  return {
    document,
    rev: row.rev as number,
    head: row.head_hash as string,
    updatedOn: row.updated_at as string,
    readers: row.readers as string[],
    siteRev: row.site_rev as number,
  }
}
