import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, type VisitorOptions, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { type DemoOffice, fillDemo, type RunningServer, startServer } from '../support/running-server.ts'
import { englishLeft } from '../support/words-left.ts'

inBrowser('the screens of an office', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let office: DemoOffice
  let browser: Browser
  let visitor: Visitor | undefined
  const contracts = new Map<string, string>()

  /** Somebody of the office at a new screen; nobody yet where no name is given. */
  const as = async (name: string | null, options: Omit<VisitorOptions, 'origin' | 'now'> = {}): Promise<Visitor> => {
    visitor = await visit(browser, { ...options, origin: server.origin, now: server.clock.now() })
    if (name) await visitor.stepInto(office.people.get(name) ?? name)
    return visitor
  }

  beforeAll(async () => {
    browser = await openBrowser()
    fresh = await freshDatabase('embedded')
    server = await startServer(fresh.database)
    office = await fillDemo(server)
    const { context, leave } = await as('Elena')
    const list = (await (await context.request.get('/api/documents/contract?limit=100')).json()) as {
      items: { id: string; status: string }[]
    }
    for (const { id, status } of list.items) if (!contracts.has(status)) contracts.set(status, id)
    await leave()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await fresh?.drop()
  })
  beforeEach(() =>
    tellOnFailure(
      () => visitor,
      () => server.errors,
    ),
  )
  afterEach(async () => {
    // No request leaves the house, nothing breaks the page's policy, nothing is written to the console.
    expect(visitor?.faults ?? []).toEqual([])
    expect(server.errors).toEqual([])
    await visitor?.leave()
    visitor = undefined
  })

  /** A screen: who looks, where, and what stands there once it is drawn. */
  interface Screen {
    readonly who: string | null
    readonly path: () => string
    readonly drawn: (page: Page) => Promise<unknown>
  }
  const css = (selector: string) => (page: Page) => page.locator(selector).first().waitFor()
  const contract = (status: string) => () => `/documents/contract/${contracts.get(status)}`
  const screens: Record<string, Screen> = {
    'the door of the demo': { who: null, path: () => '/demo', drawn: css('main li button') },
    'sign-in': { who: null, path: () => '/sign-in', drawn: css('main form') },
    inbox: { who: 'Ana', path: () => '/inbox', drawn: css('main ul li[data-assignment]') },
    'a preview in the inbox': {
      who: 'Ana',
      path: () => '/inbox',
      drawn: async (page) => {
        await page.locator('main ul li[data-assignment] a').first().click()
        await page.locator('article section ol > li').first().waitFor()
      },
    },
    'a list as a table': { who: 'Elena', path: () => '/documents/contract', drawn: css('main a[href^="/documents/contract/0"]') },
    'a list as a board': {
      who: 'Elena',
      path: () => '/documents/contract?view=board',
      drawn: css('main a[href^="/documents/contract/0"]'),
    },
    'a new document': { who: 'Elena', path: () => '/documents/contract/new', drawn: css('main [role=tabpanel] input') },
    'a draft': { who: 'Elena', path: contract('draft'), drawn: css('main [role=tabpanel] input') },
    'a document in approval': { who: 'Ana', path: contract('in-approval'), drawn: css('main section ol > li') },
    'a document in force': { who: 'Elena', path: contract('in-force'), drawn: css('main section ol > li') },
    'a record': {
      who: 'Elena',
      path: () => '/documents/counterparty',
      drawn: async (page) => {
        await page.locator('main a[href^="/documents/counterparty/0"]').first().click()
        await page.locator('main [role=tablist]').first().waitFor()
      },
    },
    notices: { who: 'Ana', path: () => '/notices', drawn: css('main section li') },
    'what was not delivered': { who: 'Daria', path: () => '/failures', drawn: css('main h2') },
    people: { who: 'Daria', path: () => '/people', drawn: css('main tbody button, main li button') },
    'the account menu': {
      who: 'Ana',
      path: () => '/notices',
      drawn: async (page) => {
        // On a phone it is part of the menu at the foot.
        const phone = (page.viewportSize()?.width ?? 0) < 768
        await page
          .locator('nav')
          .getByRole('button')
          .filter({ hasText: phone ? /Menu|Meniu/ : /Ana Munteanu/ })
          .click()
        await page.getByRole('menuitemradio', { name: 'Română' }).waitFor()
      },
    },
    'search and commands': {
      who: 'Elena',
      path: () => '/notices',
      drawn: async (page) => {
        await page.locator('main h2, main section').first().waitFor()
        await page.keyboard.press('Control+k')
        await page.getByRole('dialog').getByRole('combobox').waitFor()
      },
    },
  }
  // Each pair of width, appearance and language is seen, at half the cost of each combination.
  const looks = [
    { width: 1440, scheme: 'light', language: 'en' },
    { width: 1440, scheme: 'dark', language: 'ro' },
    { width: 390, scheme: 'light', language: 'ro' },
    { width: 390, scheme: 'dark', language: 'en' },
  ] as const

  describe.each(looks)('at $width px, $scheme, in $language', (look) => {
    it('leaves nothing serious for axe to find, and in Romanian no word of English', async () => {
      const found: Record<string, string[]> = {}
      let who: string | null | undefined
      for (const [name, screen] of Object.entries(screens)) {
        if (!visitor || who !== screen.who) {
          expect(visitor?.faults ?? []).toEqual([])
          await visitor?.leave()
          who = screen.who
          await as(who, look)
        }
        const { page } = visitor!
        await page.goto(screen.path())
        try {
          await screen.drawn(page)
        } catch (error) {
          found[`${name}, never drawn`] = [String(error), await page.locator('body').ariaSnapshot()]
          continue
        }
        const wrong = await violations(page)
        if (wrong.length > 0) found[name] = wrong
        if (look.language === 'ro') {
          const left = await englishLeft(page)
          if (left.length > 0) found[`${name}, in English`] = left
        }
        // A page wider than the window makes a phone scroll sideways.
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (over > 0) found[`${name}, too wide`] = [`${over} px`]
      }
      expect(found).toEqual({})
    })
  })

  describe('by keyboard alone', () => {
    it('skips to the content, moves through the inbox, and decides', async () => {
      const { page } = await as('Ioana')
      await page.goto('/inbox')
      await page.locator('main ul li[data-assignment]').first().waitFor()
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
      await page.keyboard.press('Tab')
      expect(await focused()).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')

      const selected = () => page.locator('main li[data-selected] a').getAttribute('href')
      const first = await selected()
      await page.keyboard.press('j')
      await expect.poll(selected).not.toBe(first)
      await page.keyboard.press('k')
      await expect.poll(selected).toBe(first)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/documents/**')
      await page.locator('main section ol > li').first().waitFor()
      await page.goBack()

      await page.locator('main ul li[data-assignment]').first().waitFor()
      const waiting = await page.locator('main ul li[data-assignment]').count()
      await page
        .getByRole('region', { name: 'Your decision' })
        .getByRole('button', { name: /^Approve/ })
        .waitFor()
      await page.keyboard.press('c')
      await page.keyboard.type('De acord.')
      await page.keyboard.press('Escape')
      await page.keyboard.press('a')
      // A late one asks why before it is sent; the focus is there already.
      const late = page.getByRole('combobox', { name: 'Why late' })
      if ((await late.count()) > 0) {
        await expect.poll(() => late.evaluate((box) => box === document.activeElement)).toBe(true)
        await page.keyboard.press('ArrowDown')
        await page.getByRole('option').first().waitFor()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
        await expect.poll(() => late.inputValue()).not.toBe('')
      }
      await page.keyboard.press('Control+Enter')
      await page.getByText(/^Your decision was sent/).waitFor()
      await expect.poll(() => page.locator('main ul li[data-assignment]').count()).toBe(waiting - 1)
    })

    it('goes where the palette and two keys lead, and along the views with the arrows', async () => {
      const { page } = await as('Elena')
      await page.goto('/inbox')
      await page.getByRole('heading', { level: 1, name: /^Inbox/ }).waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('n')
      await page.waitForURL('**/notices')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await page.keyboard.type('go to contracts')
      await page.getByRole('option', { name: 'Go to Contracts' }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/documents/contract')
      await page.getByRole('tab', { name: 'All', selected: true }).focus()
      await page.keyboard.press('ArrowRight')
      await page.waitForURL('**/documents/contract?view=mine')
      await page.getByRole('tab', { name: 'Mine', selected: true }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Mine')
    })
  })

  describe('a list has four faces', () => {
    const lists = [
      { list: 'inbox', who: 'Ana', path: '/inbox', asks: '**/api/assignments?*', row: 'main li[data-assignment]' },
      { list: 'notices', who: 'Ana', path: '/notices', asks: '**/api/notices?*', row: 'main section li' },
      {
        list: 'registry',
        who: 'Elena',
        path: '/documents/contract',
        asks: '**/api/documents/contract?*',
        row: 'main a[href^="/documents/contract/0"]',
      },
      { list: 'people', who: 'Daria', path: '/people', asks: '**/api/office*', row: 'main tbody button' },
    ] as const
    it.each(lists)('$list: loading, failed with a way to try again, full', async ({ who, path, asks, row }) => {
      const { page, expectFault } = await as(who)
      let answer: (() => void) | undefined
      await page.route(asks, async (route) => {
        await new Promise<void>((done) => {
          answer = done
        })
        await route.continue()
      })
      await page.goto(path)
      await page.getByRole('status', { name: 'Loading' }).waitFor()
      expect(await page.locator(row).count()).toBe(0)
      answer?.()
      await page.locator(row).first().waitFor()
      expect(await page.getByRole('status', { name: 'Loading' }).count()).toBe(0)

      expectFault('net::ERR_FAILED')
      await page.unroute(asks)
      await page.route(asks, (route) => route.abort())
      await page.reload()
      const failed = page.getByRole('alert').filter({ hasText: 'The list could not be loaded' })
      await failed.waitFor()
      await failed.getByText('The server did not answer. Nothing that you entered is lost.').waitFor()
      expect(await violations(page)).toEqual([])
      await page.unroute(asks)
      await failed.getByRole('button', { name: 'Try again' }).click()
      await page.locator(row).first().waitFor()
    })

    it('an empty one says what belongs there', async () => {
      const { page } = await as('Elena')
      await page.goto('/documents/contract?search=nothing+is+called+so')
      await page.getByRole('heading', { name: 'Nothing matches these filters.' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await page.locator('main a[href^="/documents/contract/0"]').first().waitFor()
    })
  })

  describe('the language', () => {
    it('changes on the spot, everywhere, and is remembered', async () => {
      const { page } = await as('Elena')
      await page.goto('/documents/contract')
      await page.getByRole('heading', { level: 1, name: 'Contracts' }).waitFor()
      await page.getByRole('button', { name: /Elena Ciobanu/ }).click()
      await page.getByRole('menuitemradio', { name: 'Română' }).click()
      await page.getByRole('heading', { level: 1, name: 'Contracte' }).waitFor()
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('ro')
      await expect.poll(() => englishLeft(page)).toEqual([])
      await page.reload()
      await page.getByRole('heading', { level: 1, name: 'Contracte' }).waitFor()
    })
  })
})
