/**
 * Sends a signed webhook. The signature follows the Standard Webhooks specification: `webhook-id`,
 * `webhook-timestamp` and `webhook-signature: v1,<base64 of HMAC-SHA256 over "id.timestamp.body">`, so that the
 * receiver can tell that it is ours, fresh and whole, with a library that it already has.
 */
import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

export interface WebhookMessage {
  readonly id: string
  readonly url: string
  readonly event: string
  readonly body: unknown
}

export interface WebhookOptions {
  /** Shared with the receivers; base64 is decoded by them, here it is the key's bytes. */
  readonly secret: Uint8Array
  readonly timeout?: number
  /** Addresses inside (loopback, private, link-local) are refused unless the installation says otherwise: whoever draws a schema must not reach into the house. */
  readonly allowInside?: boolean
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly lasting: boolean }

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Whether an address lies inside the house: loopback, private, link-local, multicast. An IPv4 address in IPv6 clothes counts too. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  return isIP(plain) === 0 || inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** The signature of a body, as the receiver computes it. */
export function webhookSignature(secret: Uint8Array, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/** One try. Anything but 2xx within the time-out is a failure; `lasting` ones (a bad address) are not worth another try. */
export async function sendWebhook(message: WebhookMessage, options: WebhookOptions, now: Date): Promise<Sent> {
  const lasting = (error: string): Sent => ({ ok: false, error, lasting: true })
  const url = URL.canParse(message.url) ? new URL(message.url) : null
  if (!url) return lasting(`not a web address: ${message.url}`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return lasting(`only http and https are sent to, not ${url.protocol}`)
  if (url.username || url.password) return lasting('a web address with a password in it is not sent to')

  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(host, { all: true }).catch(() => [])
  // The address that was looked at is the one that is connected to: a name that answers differently the second time gains nothing.
  const address = found.find(({ address: candidate }) => options.allowInside || !isInside(candidate))
  if (found.length === 0) return { ok: false, error: `no address for ${host}`, lasting: false }
  if (!address) return lasting(`${host} lies inside this network`)

  const body = JSON.stringify({ event: message.event, id: message.id, at: now.toISOString(), data: message.body })
  const timestamp = Math.floor(now.getTime() / 1000)
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Dosar',
    'webhook-id': message.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': webhookSignature(options.secret, message.id, timestamp, body),
  }
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise<Sent>((resolve) => {
    const outgoing = send(
      url,
      {
        method: 'POST',
        headers,
        signal: AbortSignal.timeout(options.timeout ?? 10_000),
        lookup: (_name, { all }, answer) => (all ? answer(null, [address]) : answer(null, address.address, address.family)),
      },
      (response: IncomingMessage) => {
        response.resume()
        const status = response.statusCode ?? 0
        resolve(status >= 200 && status < 300 ? { ok: true } : { ok: false, error: `answered ${status}`, lasting: status === 410 })
      },
    )
    outgoing.on('error', (error) => resolve({ ok: false, error: error.message, lasting: false }))
    outgoing.end(body)
  })
}
