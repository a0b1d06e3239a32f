// The office itself: its people and roles, absences, finding, and the keys; by keyboard, on a phone, in both languages.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { type DemoOffice, fillDemo, type RunningServer, startServer } from '../support/running-server.ts'

inBrowser('an office and its people', () => {
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
    expect(visitor?.faults).toEqual([])
    await visitor?.leave()
    visitor = undefined
  })

  const enter = async (name: string, path: string, options: { width?: number; language?: 'en' | 'ro' } = {}): Promise<Page> => {
    const opened = await visit(browser, { origin: server.origin, now: server.clock.now(), ...options })
    visitor = opened
    tellOnFailure(
      () => opened,
      () => server.errors,
    )
    await opened.stepInto(people.get(name.split(' ')[0]!)!)
    await opened.page.goto(path)
    return opened.page
  }
  const choose = async (page: Page, field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option }).click()
    await page.keyboard.press('Escape')
  }

  it('lets its administrator name a role, and take somebody on who has it', async () => {
    const page = await enter('Daria Lupu', '/people')
    await page.getByRole('tab', { name: /^Roles/ }).click()
    await page.getByRole('button', { name: 'Add a role' }).click()
    await page.getByRole('textbox', { name: 'Name in English' }).fill('Storekeeper')
    await page.getByRole('textbox', { name: 'Name in Română' }).fill('Gestionar')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('row', { name: /^Storekeeper 0 nobody yet/ }).waitFor()
    // The program's own roles are there, and cannot be called otherwise.
    await page.getByRole('row', { name: /^Administrator of the program itself 1/ }).waitFor()

    await page.getByRole('tab', { name: /^People/ }).click()
    await page.getByRole('button', { name: 'Add a person' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await form.getByText('Write a name.').waitFor()
    expect(await form.getByRole('textbox', { name: 'Name' }).evaluate((field) => field === document.activeElement)).toBe(true)
    await form.getByRole('textbox', { name: 'Name' }).fill('Șerban Țepeș')
    await form.getByRole('textbox', { name: 'E-mail' }).fill('Ana.Munteanu@example.org')
    await form.getByRole('textbox', { name: 'First password' }).fill('trei brazi la poartă')
    await form.getByText('Strong').waitFor()
    await choose(page, 'Roles', 'Storekeeper')
    expect(await violations(page)).toEqual([])
    visitor?.expectFault('409')
    visitor?.expectFault('422')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await form.getByText('Somebody else has this e-mail address.').waitFor()
    await form.getByRole('textbox', { name: 'E-mail' }).fill('serban@example.org')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('searchbox').fill('tepes gest')
    await page.getByText('Nobody matches what you typed.').waitFor()
    await page.getByRole('searchbox').fill('tepes store')
    await page.getByRole('row', { name: /Șerban Țepeș serban@example.org — Storekeeper — May sign in/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('keeps its last administrator, and what else somebody is', async () => {
    const page = await enter('Daria Lupu', '/people')
    await page
      .getByRole('button', { name: /Daria Lupu/, exact: false })
      .and(page.locator('tbody button'))
      .click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox', { name: 'Daria Lupu no longer works here' }).check()
    visitor?.expectFault('403')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Nobody else administers this office.').waitFor()
    await form.getByRole('checkbox').uncheck()
    await choose(page, 'Groups', 'Finance')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /Daria Lupu .* Administrator, Designer, Office manager Finance/ }).waitFor()
  })

  it('shows nobody else its people’s keys', async () => {
    const page = await enter('Elena Ciobanu', '/inbox')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).waitFor()
    expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0)
    visitor?.expectFault('403')
    await page.goto('/people')
    await page.getByRole('alert').waitFor()
  })

  it('finds documents, people and commands by keyboard alone, without diacritics', async () => {
    const page = await enter('Elena Ciobanu', '/inbox')
    await page.getByRole('heading', { level: 1, name: /^Inbox/ }).waitFor()
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: 'Search and commands' })
    await box.waitFor()
    await page.keyboard.type('stejaru')
    const documents = page.getByRole('group', { name: 'Documents' }).getByRole('option')
    await expect.poll(() => documents.first().textContent()).toMatch(/^Stejaru & Fiii SRL · Counterparty/)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    const second = documents.nth(1)
    expect(await second.getAttribute('aria-selected')).toBe('true')
    expect(await box.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/[a-z-]+\/[0-9a-f-]{36}$/)

    // Letters typed before the box has the focus would be keys of the page.
    await page.keyboard.press('Control+k')
    await box.waitFor()
    await page.keyboard.type('stefan')
    await expect.poll(() => page.getByRole('group', { name: 'People' }).getByRole('option').first().textContent()).toContain('Ștefan Rusu')
    await page.getByRole('group', { name: 'People' }).getByRole('option').first().click()
    await page.getByRole('dialog').getByRole('link', { name: 'stefan.rusu@example.org' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await box.waitFor()
    await page.keyboard.type('>inbox')
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/inbox')
  })

  it('tells its keys, those of the screen that is open first', async () => {
    const page = await enter('Elena Ciobanu', '/documents/contract')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Everywhere' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.waitForURL('**/inbox')
    await page.keyboard.press('?')
    await expect.poll(() => dialog.getByRole('heading', { level: 3 }).first().textContent()).toContain('In the inbox')
    expect(await violations(page)).toEqual([])
  })

  it('gives a list as a file to whoever may take it along', async () => {
    const page = await enter('Ana Munteanu', '/documents/contract?view=in-force', { language: 'ro' })
    const link = page.getByRole('link', { name: 'Descarcă (CSV)' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^Contracte \d{4}-\d\d-\d\d\.csv$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFFNumăr;Partener;/)
    expect(text.split('\r\n').length).toBeGreaterThan(3)
    await page.getByRole('button', { name: /Contul tău/ }).waitFor()
  })

  it('lets everybody note an absence on a phone, and take it back', async () => {
    const page = await enter('Radu Ionescu', '/inbox', { width: 390, language: 'ro' })
    await page.getByRole('button', { name: 'Meniu' }).click()
    await page.getByRole('menuitem', { name: 'Absența mea' }).click()
    const dialog = page.getByRole('dialog', { name: 'Absența mea' })
    await dialog.getByText('Nu este notată nicio absență.').waitFor()
    await dialog.getByRole('button', { name: 'Notează absența' }).click()
    await dialog.getByText('Scrie ultima zi.').waitFor()
    await dialog.getByText('Alege un înlocuitor.').waitFor()
    await dialog.getByRole('textbox', { name: 'Ultima zi de absență' }).fill('9.10.2026')
    await dialog.getByRole('combobox', { name: 'Înlocuitor' }).fill('ioana')
    await page.getByRole('option', { name: /Ioana Petrescu/ }).click()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Notează absența' }).click()
    await dialog.getByRole('listitem').getByText('Ioana Petrescu').waitFor()
    await dialog.getByRole('listitem').getByText('preia și ce este deschis').waitFor()
    await dialog.getByRole('button', { name: 'M-am întors' }).click()
    await dialog.getByText('Nu este notată nicio absență.').waitFor()
  })

  it('keeps the language that somebody chose for them, wherever they sign in next', async () => {
    const page = await enter('Vlad Țurcanu', '/inbox')
    await page.getByRole('button', { name: /Your account/ }).click()
    const saved = page.waitForResponse((response) => response.url().endsWith('/api/office/language'))
    await page.getByRole('menuitemradio', { name: 'Română' }).click()
    expect((await saved).status()).toBe(204)
    await page.getByRole('heading', { level: 1, name: 'De rezolvat' }).waitFor()
    expect((await (await page.request.get('/api/session')).json()).person.language).toBe('ro')
  })
})
