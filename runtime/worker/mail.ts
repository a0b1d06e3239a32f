/** E-mail through the office's own SMTP server. Text and HTML parts; nothing in them is fetched from elsewhere. */
import { createTransport } from 'nodemailer'
import type { Sent } from './webhook.ts'

export interface Mail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  /** Where the button leads; absolute. */
  readonly link: { readonly label: string; readonly url: string } | null
  /** Names the notice: the same one sent twice has the same Message-ID, so that mail programs show it once. */
  readonly id: string
  readonly language: string
}

export interface Mailer {
  send(mail: Mail): Promise<Sent>
  close(): void
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
/** A header is one line: whatever a title brings, it begins no second header. */
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029\0]+/g, ' ').trim()

/** The HTML part: our own few lines of it, every text escaped. */
export function mailHtml({ text, link, language }: Mail): string {
  const paragraphs = text
    .split(/\n+/)
    .map((line) => `<p style="margin:0 0 12px">${escaped(line)}</p>`)
    .join('')
  const button = link
    ? `<p style="margin:16px 0"><a href="${escaped(link.url)}" style="background:#3A49C6;color:#fff;text-decoration:none;padding:9px 14px;border-radius:6px;display:inline-block">${escaped(link.label)}</a></p>`
    : ''
  return `<!doctype html><html lang="${language}"><body style="font:14px/20px 'Segoe UI',Roboto,Arial,sans-serif;color:#211F1B">${paragraphs}${button}</body></html>`
}

/** A mailer over an address such as `smtp://user:secret@mail.example.org:587`; `from` is `Dosar <dosar@example.org>`. */
export function makeMailer(smtp: string, from: string): Mailer {
  const transport = createTransport({ url: smtp, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          from,
          to: { name: oneLine(mail.to.name), address: mail.to.address },
          subject: oneLine(mail.subject),
          text: mail.link ? `${mail.text}\n\n${mail.link.label}: ${mail.link.url}\n` : `${mail.text}\n`,
          html: mailHtml(mail),
          messageId: `<${mail.id}@${from.match(/@([^>\s]+)/)?.[1] ?? 'dosar'}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true }
      } catch (error) {
        const { message, responseCode } = error as Error & { responseCode?: number }
        // 5xx to this recipient will be 5xx tomorrow too; a server that does not answer may come back.
        return { ok: false, error: message, lasting: responseCode !== undefined && responseCode >= 550 && responseCode < 560 }
      }
    },
    close: () => transport.close(),
  }
}
