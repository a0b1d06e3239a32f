// A real Chromium for the tests of the screens, and what a page must never do: reach another host, break its content
// security policy, or write an error to the console.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { describe, onTestFailed } from 'vitest'

const usual = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser of this machine: `CHROMIUM`, or where one usually lies; null where there is none. */
const browserPath = usual.find((path) => path && existsSync(path)) ?? null

/**
 * Tests that need a browser. Where there is none they are skipped and say so; with `DOSAR_TEST_ALL=1` that is a failure.
 */
export function inBrowser(title: string, tests: () => void): void {
  if (browserPath || process.env.DOSAR_TEST_ALL === '1') describe(title, tests)
  else describe.skip(`${title} (skipped: no Chromium; install one, or name it in CHROMIUM)`, tests)
}

/** A browser with a new, empty profile, quiet towards the network. */
export async function openBrowser(): Promise<Browser> {
  if (!browserPath) throw new Error('these tests need Chromium: install one, or name it in CHROMIUM')
  return chromium.launch({
    executablePath: browserPath,
    headless: true,
    // As root it has no sandbox to go into.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface VisitorOptions {
  readonly origin: string
  readonly language?: 'en' | 'ro'
  /** 1440 is a desk, 390 a phone. */
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** Where the browser's clock begins, if it is not the machine's. */
  readonly now?: Date
}

/** Somebody at the screen: one window with its own cookies. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page did that it must not; empty as long as all is well. */
  readonly faults: readonly string[]
  /** Into somebody's shoes, in a demo office. */
  stepInto(person: string): Promise<void>
  /** From now on a console error that contains this is expected: the browser reports every refused request. */
  expectFault(text: string): void
  /** Sets the browser's clock. */
  setClock(now: Date): Promise<void>
  leave(): Promise<void>
}

/** Opens a window on a running server. A request that leaves the server is stopped and noted. */
export async function visit(
  browser: Browser,
  { origin, language = 'en', width = 1440, height = width < 768 ? 844 : 900, scheme = 'light', now }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    locale: language === 'ro' ? 'ro-RO' : 'en-GB',
    timezoneId: 'Europe/Bucharest',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: width < 768,
  })
  const faults: string[] = []
  const expected: string[] = []
  const note = (fault: string) => {
    if (!expected.some((text) => fault.includes(text))) faults.push(fault)
  }
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      note(`a request to another host: ${route.request().url()}`)
      return route.abort()
    },
  )
  // The device remembers a choice, so that it follows nobody's own language.
  await context.addInitScript(
    (chosen) => localStorage.getItem('dosar-language') ?? localStorage.setItem('dosar-language', chosen),
    language,
  )
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => note(`page error: ${error.stack ?? error.message}`))
  if (now) await page.clock.setSystemTime(now)
  page.setDefaultTimeout(30_000)
  return {
    page,
    context,
    faults,
    async stepInto(person) {
      const stepped = await context.request.post('/api/auth/demo/step-into', { data: { person }, headers: { origin } })
      if (!stepped.ok()) throw new Error(`nobody steps into ${person}: ${stepped.status()} ${await stepped.text()}`)
    },
    expectFault: (text) => void expected.push(text),
    setClock: (at) => page.clock.setSystemTime(at),
    async leave() {
      lastSeen = await screenOf(page)
      await context.close()
    },
  }
}

// A failure is told after the window was closed, so what stood in the last one is kept.
let lastSeen = ''

async function screenOf(page: Page): Promise<string> {
  const screen = await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String)
  return `${page.url()}\n${screen}`
}

/** Called in a test: where it fails, what stood on the screen is told, and what the program called errors. */
export function tellOnFailure(visitor: () => Visitor | undefined, errors: () => readonly unknown[]): void {
  onTestFailed(async () => {
    const seen = visitor()
    const screen = seen && !seen.page.isClosed() ? await screenOf(seen.page) : lastSeen
    console.error([screen, ...(seen?.faults ?? []), JSON.stringify(errors(), null, 1)].join('\n'))
  })
}
