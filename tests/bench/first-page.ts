// Bytes of the first page of an end user, as the browser receives them: the door and the inbox, with nothing kept.
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import type { MeasuredServer } from '../support/server-process.ts'

export interface PageBytes {
  /** Bytes on the wire by kind: document, script, stylesheet, font, fetch. */
  readonly byKind: Readonly<Record<string, number>>
  readonly requests: number
  readonly total: number
}

/** The inbox of somebody of the demo office, opened cold. */
export async function measureFirstPage({ origin }: MeasuredServer, person: string, language: 'en' | 'ro'): Promise<PageBytes> {
  const browser: Browser = await openBrowser()
  try {
    const context = await browser.newContext({
      baseURL: origin,
      locale: language === 'ro' ? 'ro-RO' : 'en-GB',
      viewport: { width: 1440, height: 900 },
    })
    await context.addInitScript((chosen) => localStorage.setItem('dosar-language', chosen), language)
    const stepped = await context.request.post('/api/auth/demo/step-into', { data: { person }, headers: { origin } })
    if (!stepped.ok()) throw new Error(await stepped.text())
    const page = await context.newPage()
    const sizes: Promise<{ kind: string; bytes: number }>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'eventsource') return
      sizes.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
          kind: request.resourceType(),
          bytes: responseBodySize + responseHeadersSize,
        })),
      )
    })
    await page.goto('/')
    await page.locator('main li[data-assignment]').first().waitFor()
    await page.locator('article section').first().waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    const byKind: Record<string, number> = {}
    for (const { kind, bytes } of await Promise.all(sizes)) byKind[kind] = (byKind[kind] ?? 0) + bytes
    return { byKind, requests: sizes.length, total: Object.values(byKind).reduce((sum, bytes) => sum + bytes, 0) }
  } finally {
    await browser.close()
  }
}
