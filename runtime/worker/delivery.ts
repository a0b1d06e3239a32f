/** What leaves the house: e-mails for notices, and webhooks. Each is a due row; a failure keeps it for another try. */

import type { Edges } from '../commands/edges.ts'
import { noticeNames } from '../commands/notice-names.ts'
import { textIn } from '../engine/card/local-text.ts'
import { noticeSentence } from '../engine/document/notice-text.ts'
import type { Person, Site } from '../engine/site.ts'
import { readDocument } from '../store/documents.ts'
import type { DueItem } from '../store/due.ts'
import { readNotice } from '../store/notices.ts'
import type { NewDelivery } from '../store/write.ts'
import type { Mail, Mailer } from './mail.ts'
import { type Sent, sendWebhook, type WebhookOptions } from './webhook.ts'

export interface Delivery {
  send(item: DueItem): Promise<Sent>
}

export interface DeliveryParts {
  readonly edges: Edges
  /** Null where the installation has no mail server. */
  readonly mailer: Mailer | null
  /** Where people reach the site: what the links in mails begin with. */
  readonly origin: string
  readonly webhooks: WebhookOptions
}

const lasting = (error: string): Sent => ({ ok: false, error, lasting: true })

export function makeDelivery({ edges, mailer, origin, webhooks }: DeliveryParts): Delivery {
  return {
    async send(item) {
      const payload = item.payload as NewDelivery['payload']
      if (payload.via === 'webhook') {
        const { id, url, event, body } = payload
        return url
          ? sendWebhook({ id, url, event, body }, webhooks, edges.clock.now())
          : lasting('this site has no address for the webhook')
      }
      if (!mailer) return lasting('this installation has no mail server')
      const site = await edges.sites.at(edges.database)
      const person = site.people.get(payload.to)
      if (!person?.email || person.left) return lasting('the person has no e-mail address')
      const mail = await mailOf(edges, site, person, payload.notice, origin)
      return mail ? mailer.send(mail) : lasting('the notice is no longer there')
    },
  }
}

async function mailOf(edges: Edges, site: Site, person: Person, id: string, origin: string): Promise<Mail | null> {
  const notice = await readNotice(edges.database, id)
  if (!notice) return null
  const { language } = person
  const stored = notice.document && (await readDocument(edges.database, notice.document.type, notice.document.id))
  const { subject, text } = noticeSentence(notice, language, await noticeNames(edges, site, stored ?? null, language))
  const link = notice.document && {
    label: textIn({ en: 'Open it in Dosar', ro: 'Deschide în Dosar' }, language),
    url: `${origin}/documents/${notice.document.type}/${notice.document.id}`,
  }
  return {
    to: { name: person.name, address: person.email! },
    subject: `${subject} · ${site.name}`,
    text,
    link: link ?? null,
    id: notice.id,
    language,
  }
}
