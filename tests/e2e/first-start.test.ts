import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { englishLeft } from '../support/words-left.ts'

inBrowser('the first start of an empty site', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let browser: Browser
  let visitor: Visitor | undefined
  const open = async () => {
    visitor = await visit(browser, { origin: server.origin, now: server.clock.now() })
    return visitor
  }
  beforeAll(async () => {
    browser = await openBrowser()
    fresh = await freshDatabase('embedded')
    server = await startServer(fresh.database)
  }, 240_000)
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
    expect(server.errors).toEqual([])
    expect(visitor?.faults).toEqual([])
    await visitor?.leave()
    visitor = undefined
  })

  it('says what is missing beside each field and goes to the first', async () => {
    const { page } = await open()
    await page.goto('/')
    await page.waitForURL('**/setup')
    await page.getByRole('button', { name: /^Set up your office/ }).waitFor()
    await page.getByRole('button', { name: 'Set up the office' }).click()
    await page.getByText('Write the name of the organisation.').waitFor()
    await page.getByText('A password needs at least 10 characters.').waitFor()
    const first = page.getByRole('textbox', { name: 'Name of the organisation' })
    await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await first.getAttribute('aria-invalid')).toBe('true')
  })

  it('fills in what the browser knows', async () => {
    const { page } = await open()
    await page.goto('/setup')
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toContain('Bucharest')
    expect(await page.getByRole('combobox', { name: 'Holidays of' }).inputValue()).toBe('Romania')
    await page.getByText('Next: ').waitFor()
  })

  it.each([
    { width: 1440, scheme: 'light', language: 'en' },
    { width: 1440, scheme: 'dark', language: 'ro' },
    { width: 390, scheme: 'light', language: 'ro' },
    { width: 390, scheme: 'dark', language: 'en' },
  ] as const)('leaves nothing serious for axe to find at $width px, $scheme, in $language', async (look) => {
    visitor = await visit(browser, { ...look, origin: server.origin, now: server.clock.now() })
    const { page } = visitor
    await page.goto('/setup')
    await page.locator('main form').waitFor()
    await page.locator('main button[type=submit]').click()
    await page.locator('main [aria-invalid=true]').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(look.language === 'ro' ? await englishLeft(page) : []).toEqual([])
    await page.locator('[role=group] > [aria-pressed=false]').click()
    await page.locator('main li').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(look.language === 'ro' ? await englishLeft(page) : []).toEqual([])
  })

  it('sets up an office with the template, and brings its administrator in', async () => {
    const { page } = await open()
    await page.goto('/')
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Ștefănescu & Fiii SRL')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Maria Ștefănescu')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('Maria@stefanescu.example')
    await page.getByRole('textbox', { name: 'Password' }).fill('trei brazi la poartă')
    expect(await page.getByRole('checkbox', { name: /Construction contracts/ }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Set up the office' }).click()
    await page.waitForURL('**/inbox', { timeout: 60_000 })
    await page.getByText('Nothing waits for you').waitFor()
    await page.getByRole('navigation', { name: 'Main' }).getByText('Ștefănescu & Fiii SRL').waitFor()
    await page.getByRole('link', { name: 'Contracts' }).click()
    await page.getByText('Nothing here yet').waitFor()
  })

  describe('once the office is set up', () => {
    it('refuses a wrong password without saying which half is wrong, and lets the right one in', async () => {
      const { page, expectFault } = await open()
      expectFault('status of 401')
      await page.goto('/')
      await page.waitForURL('**/sign-in*')
      await page.getByText('Ștefănescu & Fiii SRL').waitFor()
      await page.getByRole('textbox', { name: 'E-mail' }).fill('maria@stefanescu.example')
      await page.getByRole('textbox', { name: 'Password' }).fill('trei brazi la portiță')
      await page.getByRole('button', { name: 'Sign in' }).click()
      const refused = page.getByRole('alert')
      expect(await refused.textContent()).toBe('This e-mail and password do not belong together. Check both and try again.')
      await page.getByRole('textbox', { name: 'Password' }).fill('trei brazi la poartă')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL('**/inbox')
      await page.getByRole('button', { name: /Maria Ștefănescu/ }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.waitForURL('**/sign-in*')
      await page.goto('/notices')
      await page.waitForURL('**/sign-in*')
    })

    it('brings whoever’s session ended back to where they were', async () => {
      const { page, context, expectFault } = await open()
      const signIn = async () => {
        await page.getByRole('textbox', { name: 'E-mail' }).fill('maria@stefanescu.example')
        await page.getByRole('textbox', { name: 'Password' }).fill('trei brazi la poartă')
        await page.getByRole('button', { name: 'Sign in' }).click()
      }
      await page.goto('/documents/contract?view=mine&search=acoperi%C8%99')
      await signIn()
      await page.waitForURL('**/documents/contract?view=mine&search=acoperi%C8%99')
      await page.getByRole('heading', { name: 'Nothing matches these filters.' }).waitFor()
      expectFault('status of 401')
      await context.clearCookies()
      await page.getByRole('tab', { name: 'All' }).click()
      await page.waitForURL('**/sign-in?to=*')
      await signIn()
      await page.waitForURL('**/documents/contract?search=acoperi%C8%99')
      await page.getByRole('tab', { name: 'All', selected: true }).waitFor()
    })

    it('offers neither setting up again nor the demo', async () => {
      const { page, expectFault } = await open()
      await page.goto('/setup')
      await page.waitForURL('**/sign-in*')
      await page.goto('/demo')
      await page.waitForURL('**/sign-in*')
      expectFault('status of 403')
      // Whoever asks how an office is set up that is set up already is told so.
      expectFault('status of 409')
      const refused = await page.evaluate(async () => {
        const answer = await fetch('/api/demo', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"language":"en"}',
        })
        return { status: answer.status, problem: await answer.json() }
      })
      expect(refused).toMatchObject({ status: 403, problem: { problem: { code: 'demo-refused', why: 'real-data' } } })
    })
  })
})
