import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isInside, sendWebhook } from './webhook.ts'

const secret = new TextEncoder().encode('a secret of 24 bytes here')
const now = new Date('2026-11-23T09:00:00.000Z')

describe('a webhook to a real server', () => {
  const seen: { headers: Record<string, unknown>; body: string }[] = []
  let answer = 204
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      seen.push({ headers: request.headers, body })
      response.writeHead(answer).end()
    })
  })
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  })
  afterAll(() => new Promise((done) => server.close(done)))

  it('carries a signature that the receiver can check', async () => {
    answer = 204
    expect(await sendWebhook({ id: 'n1', url, event: 'told', body: { a: 'ș' } }, { secret, allowInside: true }, now)).toEqual({ ok: true })
    const { headers, body } = seen.at(-1)!
    const expected = createHmac('sha256', secret).update(`n1.${headers['webhook-timestamp']}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
    expect(JSON.parse(body)).toEqual({ event: 'told', id: 'n1', at: '2026-11-23T09:00:00.000Z', data: { a: 'ș' } })
  })
  it('is tried again after a 500, and not after 410 Gone', async () => {
    answer = 500
    expect(await sendWebhook({ id: 'n2', url, event: 'told', body: 1 }, { secret, allowInside: true }, now)).toMatchObject({
      ok: false,
      lasting: false,
    })
    answer = 410
    expect(await sendWebhook({ id: 'n3', url, event: 'told', body: 1 }, { secret, allowInside: true }, now)).toMatchObject({
      ok: false,
      lasting: true,
    })
  })
  it('does not reach into the house', async () => {
    const before = seen.length
    expect(await sendWebhook({ id: 'n4', url, event: 'told', body: 1 }, { secret }, now)).toMatchObject({ ok: false, lasting: true })
    expect(
      await sendWebhook({ id: 'n5', url: url.replace('127.0.0.1', 'localhost'), event: 'told', body: 1 }, { secret }, now),
    ).toMatchObject({ ok: false, lasting: true })
    expect(seen.length).toBe(before)
  })
  it('says what is wrong with an address', async () => {
    expect(await sendWebhook({ id: 'n6', url: 'nonsense', event: 'told', body: 1 }, { secret }, now)).toMatchObject({
      ok: false,
      error: 'not a web address: nonsense',
    })
    expect(await sendWebhook({ id: 'n7', url: 'file:///etc/passwd', event: 'told', body: 1 }, { secret }, now)).toMatchObject({
      ok: false,
      lasting: true,
    })
  })
})

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '172.20.1.1',
    '169.254.169.254',
    '::1',
    'fe80::1',
    'fd00::2',
    '::ffff:127.0.0.1',
    '0.0.0.0',
    'no address',
  ])('%s lies inside', (address) => {
    expect(isInside(address)).toBe(true)
  })
  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])('%s lies outside', (address) => {
    expect(isInside(address)).toBe(false)
  })
})
