/** What stands in other rows because of a document: links, unique values, words for search, deliveries. Made anew with each write. */

import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { openFields } from '../engine/access/visible-fields.ts'
import type { RichBlock } from '../engine/card/card.ts'
import { type Field, fieldsOf } from '../engine/card/field.ts'
import { linksOf } from '../engine/card/links.ts'
import { plainText } from '../engine/card/rich-text.ts'
import type { Accepted, Notice } from '../engine/decision.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { LinkRow, NewDelivery, NewNotice } from '../store/write.ts'

export function linkRows(type: DocumentType, document: Document): readonly LinkRow[] {
  return linksOf(type, document.card).map(({ field, to }) => ({ field, toType: to.type, toId: to.id }))
}

const wordy = new Set<Field['type']>(['text', 'long-text', 'rich-text', 'email', 'phone', 'web'])

/**
 * The words that a document is found by: its number, its title, and the text fields that do not opt out. Only fields
 * that every reader may see take part, so that no search tells what a card would hide.
 */
export function searchWords(site: Site, live: DocumentType, document: Document): string {
  const open = openFields(site, live)
  const texts: string[] = [document.number ?? '', ...Object.values(document.title)]
  for (const field of fieldsOf(live).values()) {
    const value = document.card[field.id]
    if (value === undefined || field.search === false || field.confidential || !open.has(field.id) || !wordy.has(field.type)) continue
    for (const one of field.many ? (value as readonly string[]) : [value])
      texts.push(field.type === 'rich-text' ? plainText(one as unknown as readonly RichBlock[]) : String(one))
  }
  return texts.filter(Boolean).join(' ')
}

/** What the program itself tells by e-mail too, though no definition says so: that something waits for you is no use unread. */
const mailed = new Set<Notice['about']>(['asked', 'passed-on', 'returned', 'ended'])

/** The notices with their ids, and what goes out of the house for them. */
export function outgoing(
  { notices, webhooks }: Pick<Accepted, 'notices' | 'webhooks'>,
  site: Site,
  newId: () => Id,
  { mails }: { readonly mails: boolean },
): { readonly notices: readonly NewNotice[]; readonly deliveries: readonly NewDelivery[] } {
  const withIds = notices.map((notice) => ({ ...notice, id: newId() }))
  const deliveries: NewDelivery[] = []
  for (const { id, to, by, about } of withIds) {
    const person = site.people.get(to)
    if (mails && person?.email && !person.left && (by.includes('email') || mailed.has(about)))
      deliveries.push({ key: `email:${id}`, payload: { via: 'email', notice: id, to } })
  }
  for (const { url, event, body } of webhooks) {
    const id = newId()
    deliveries.push({ key: `webhook:${id}`, payload: { via: 'webhook', url, event, id, body } })
  }
  return { notices: withIds, deliveries }
}
