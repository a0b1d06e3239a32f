// A real SMTP server in the test's own process, and what has arrived there.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly to: readonly string[]
  readonly subject: string
  /** The text part. */
  readonly text: string
  /** What its Message-ID names before the @: the notice. */
  readonly id: string
  /** When it came, as `Date.now()`. */
  readonly at: number
}

export interface MailBox {
  /** What `SMTP_URL` would be. */
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** From now on answers every mail with this code, or takes it again where it is null. */
  refuse(code: number | null): void
  close(): Promise<void>
}

export async function openMailBox(): Promise<MailBox> {
  const mails: ReceivedMail[] = []
  let refused: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refused ? Object.assign(new Error('refused by the test'), { responseCode: refused }) : null),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), at: Date.now(), ...read(Buffer.concat(parts).toString()) })
        done()
      })
    },
  })
  // Whoever sends may be killed in the middle of it.
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuse(code) {
      refused = code
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** Subject and text part of a message as our mailer writes it: quoted-printable or base64, in UTF-8. */
function read(message: string): { subject: string; text: string; id: string } {
  const unfolded = message.replace(/\r\n[ \t]+/g, ' ')
  const subject = /^Subject: (.*)$/im.exec(unfolded)?.[1] ?? ''
  const part = /Content-Type: text\/plain[^\n]*\n(?:[^\n]+\n)*?\r?\n([\s\S]*?)\r?\n--/i.exec(message)
  const base64 = /Content-Transfer-Encoding: base64/i.test(part?.[0] ?? '')
  const body = part?.[1] ?? ''
  return {
    id: /^Message-ID: <([^@>]*)/im.exec(unfolded)?.[1] ?? '',
    subject: subject
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
        how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : printable(word.replaceAll('_', ' ')),
      ),
    text: base64 ? Buffer.from(body, 'base64').toString() : printable(body.replace(/=\r?\n/g, '')),
  }
}

function printable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
