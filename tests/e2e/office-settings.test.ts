// What an administrator looks after: departments, people from a spreadsheet, working time, and where other programs listen.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { type DemoOffice, fillDemo, type RunningServer, startServer } from '../support/running-server.ts'
import { englishLeft } from '../support/words-left.ts'

inBrowser('what an administrator looks after', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let browser: Browser
  let visitor: Visitor | undefined
  let people: DemoOffice['people']
  beforeAll(async () => {
    browser = await openBrowser()
    fresh = await freshDatabase('embedded')
    server = await startServer(fresh.database)
    people = (await fillDemo(server)).people
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await fresh?.drop()
  })
  afterEach(async () => {
    expect(server.errors).toEqual([])
    expect(visitor?.faults ?? []).toEqual([])
    await visitor?.leave()
    visitor = undefined
  })
  const enter = async (
    path: string,
    options: { width?: number; language?: 'en' | 'ro'; scheme?: 'light' | 'dark' } = {},
  ): Promise<Page> => {
    const opened = await visit(browser, { origin: server.origin, now: server.clock.now(), ...options })
    visitor = opened
    tellOnFailure(
      () => opened,
      () => server.errors,
    )
    await opened.stepInto(people.get('Daria')!)
    await opened.page.goto(path)
    return opened.page
  }
  const choose = async (page: Page, field: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option }).click()
  }

  it('a department gets its people, its head and its place; what is used stays', async () => {
    const page = await enter('/people')
    await page.getByRole('tab', { name: /^Departments/ }).click()
    await page.getByRole('button', { name: 'Add a department' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.getByText('Write a name in one language at least.').waitFor()
    await dialog.getByRole('textbox', { name: 'Name in English' }).fill('Bridges')
    await choose(page, 'Belongs to', /Legal/)
    await choose(page, 'Head', /Vlad Țurcanu/)
    await choose(page, 'Who works there', /Andrei Nistor/)
    await page.keyboard.press('Escape')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('row', { name: /^Bridges Vlad Țurcanu 1 .*Andrei Nistor/ }).waitFor()

    visitor?.expectFault('409')
    await page.getByRole('button', { name: 'Legal', exact: true }).click()
    await dialog.getByRole('button', { name: 'Take it away' }).click()
    await dialog.getByText(/It is still used: .*Bridges.*\d people/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /^Roles/ }).click()
    await page.getByRole('row', { name: /^Lawyer .*Contract approval/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('people come from a spreadsheet, after a look at what would come of it', async () => {
    const page = await enter('/people')
    await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('textbox', { name: 'Paste the lines here' })
      .fill('Name\tE-mail\tManager\tGroups\nIlie Toma\tilie@example.org\tAna Munteanu\tFinance\nMaria Toma\t\tIlie Toma\tPilots')
    await dialog.getByText('2 new people; 0 here already.').waitFor()
    await dialog.getByText('“Pilots” is not known here').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Take over 2 people' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('searchbox').fill('toma')
    await page.getByRole('row', { name: /Ilie Toma ilie@example.org .* Finance/ }).waitFor()
    await page.getByRole('row', { name: /Maria Toma/ }).waitFor()
  })

  it('a working Saturday, a day off and the holidays of a year count from then on', async () => {
    const page = await enter('/working-time')
    await page.getByRole('heading', { name: 'Working time' }).waitFor()
    const today = page.locator('button[data-date][aria-pressed="true"]')
    await today.focus()
    const day = await today.getAttribute('data-date')
    await page.keyboard.press('ArrowDown')
    expect(await today.getAttribute('data-date')).not.toBe(day)
    await page.locator('button[data-date="2026-10-17"]').click()
    await page.getByRole('button', { name: 'Worked on this day' }).click()
    expect(await page.locator('button[data-date="2026-10-17"]').getAttribute('data-kind')).toBe('extra')
    await page.locator('button[data-date="2026-10-14"]').click()
    await page.getByRole('button', { name: 'Make it a day off' }).click()
    await page.getByRole('checkbox', { name: 'Saturday' }).check()
    await page.getByRole('checkbox', { name: 'Saturday' }).uncheck()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. What is counted from now on counts by it.').waitFor()
    const { items } = await (await page.request.get('/api/office/calendars')).json()
    expect(items[0].calendar).toMatchObject({ extraWorkingDays: { '2026-10-17': [['09:00', '17:00']] } })
    expect(items[0].calendar.holidays).toContain('2026-10-14')
    for (let year = 2027; year < 2030; year++) await page.getByRole('button', { name: 'The year after' }).click()
    await page.getByRole('button', { name: /Take over the \d+ public holidays of 2029/ }).click()
    await page.locator('button[data-date="2029-12-25"][data-kind="holiday"]').waitFor()
    await page.getByRole('button', { name: 'Discard the changes' }).click()
    await page.locator('button[data-date="2029-12-25"][data-kind="works"]').waitFor()
  })

  it('some people have other hours, which stay while somebody has them', async () => {
    const page = await enter('/working-time')
    await page.getByRole('button', { name: 'Add other hours' }).click()
    await page.getByRole('textbox', { name: 'Name in English' }).fill('Mornings')
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.goto(`/people/${people.get('Irina')}`)
    await choose(page, 'Working time of their own', 'Mornings')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto('/working-time')
    await page.getByRole('tab', { name: /^Mornings 1/ }).click()
    visitor?.expectFault('409')
    await page.getByRole('button', { name: 'Take it away' }).click()
    await page
      .getByRole('alert')
      .getByText(/still used/)
      .waitFor()
  })

  it('somebody may sign up to an amount, which is written as people write it', async () => {
    const page = await enter(`/people/${people.get('Irina')}`)
    const limit = page.getByRole('dialog').getByRole('textbox', { name: 'Signing limit' })
    await limit.fill('many')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    // What cannot be read is said, and nothing is sent.
    await expect.poll(() => limit.getAttribute('aria-invalid')).toBe('true')
    await limit.fill('25,000')
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(`/people/${people.get('Irina')}`)
    await expect.poll(() => limit.inputValue()).toBe('25,000')
  })

  it('a webhook gets the address where another program listens', async () => {
    const page = await enter('/webhooks')
    await page.getByRole('heading', { name: 'Other programs', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Add a webhook' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText(/Write a name of small letters/).waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('bookkeeping')
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://books.example.org/dosar')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /^bookkeeping https:\/\/books\.example\.org/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('fits a phone and speaks Romanian, light and dark', async () => {
    for (const path of ['/people', '/working-time', '/webhooks']) {
      const page = await enter(path, { width: 390, language: 'ro', scheme: path === '/working-time' ? 'dark' : 'light' })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main ul, main button').first().waitFor()
      expect(await englishLeft(page)).toEqual([])
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await visitor?.leave()
    }
    visitor = undefined
  })
})
