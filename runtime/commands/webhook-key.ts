import { createHmac } from 'node:crypto'

/** The key that webhooks are signed with, made from the installation's secret: receivers are given it, and learn nothing of what signs the cookies. */
export function webhookKey(secret: string): Uint8Array {
  return createHmac('sha256', secret).update('dosar webhooks').digest()
}

/** The key as Standard Webhooks libraries take it. */
export function shownWebhookKey(key: Uint8Array): string {
  return `whsec_${Buffer.from(key).toString('base64')}`
}
