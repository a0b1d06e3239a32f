import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mail, mailHtml, makeMailer } from './mail.ts'

const mail: Mail = {
  to: { name: 'Ștefan Rusu', address: 'stefan@example.org' },
  subject: 'Contractul A-2026/0001 te așteaptă',
  text: 'Te așteaptă până vineri.\nAvizare juridică',
  link: { label: 'Deschide', url: 'https://office.example/documents/contract/1' },
  id: 'n-1',
  language: 'ro',
}

describe('a mail through a real SMTP server', () => {
  const received: { to: string[]; message: string }[] = []
  let refuse: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error('no such mailbox'), { responseCode: refuse }) : null),
    onData(stream, session, done) {
      let message = ''
      stream.on('data', (part) => (message += part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), message })
        done()
      })
    },
  })
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
  afterAll(() => new Promise<void>((done) => server.close(() => done())))
  const mailer = () => makeMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'Dosar <dosar@office.example>')

  it('arrives whole, with the same Message-ID each time', async () => {
    const out = mailer()
    expect(await out.send(mail)).toEqual({ ok: true })
    expect(await out.send(mail)).toEqual({ ok: true })
    out.close()
    expect(received.map(({ to }) => to)).toEqual([['stefan@example.org'], ['stefan@example.org']])
    expect(received.every(({ message }) => message.includes('Message-ID: <n-1@office.example>'))).toBe(true)
  })
  it('lets no subject begin another header', async () => {
    const out = mailer()
    await out.send({ ...mail, subject: 'Hello\r\nBcc: everybody@example.org', to: { ...mail.to, name: 'A\nB' } })
    out.close()
    const { to, message } = received.at(-1)!
    expect(to).toEqual(['stefan@example.org'])
    expect(message).not.toMatch(/^Bcc:/im)
  })
  it('tells a mailbox that is not there from a server that is away', async () => {
    refuse = 550
    const out = mailer()
    expect(await out.send(mail)).toMatchObject({ ok: false, lasting: true })
    refuse = 451
    expect(await out.send(mail)).toMatchObject({ ok: false, lasting: false })
    refuse = null
    out.close()
    const nowhere = makeMailer('smtp://127.0.0.1:9', 'Dosar <dosar@office.example>')
    expect(await nowhere.send(mail)).toMatchObject({ ok: false, lasting: false })
    nowhere.close()
  })
})

describe('the HTML part', () => {
  it('escapes what people wrote', () => {
    expect(mailHtml({ ...mail, text: '<script>alert(1)</script>' })).toContain('&lt;script&gt;')
  })
})
