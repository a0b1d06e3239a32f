// Every screen of the designer, in both languages, light and dark, at the desk and on a phone; and what goes wrong while somebody draws.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, type VisitorOptions, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { type DemoOffice, fillDemo, type RunningServer, startServer } from '../support/running-server.ts'
import { englishLeft } from '../support/words-left.ts'

const contract = '/designer/document-type/contract'
const approval = '/designer/approval-schema/contract-approval'
/** The text editor measures how long it takes, and the browser’s moved clock measures nothing. */
const fakeClock = "reading 'duration'"
const screens = [
  '/designer',
  ...['form', 'number', 'statuses', 'views', 'rules', 'access', 'relations', 'approval', 'text'].map((view) => `${contract}/${view}`),
  ...['canvas', 'table', 'sentences', 'text'].map((view) => `${approval}/${view}`),
  '/designer/reminder-rule/contract-ending',
  '/designer/directory/regions',
  '/designer/try/document-type/contract',
  '/designer/releases',
  '/designer/publish',
  '/designer/templates',
]

inBrowser('the designer’s screens', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let browser: Browser
  let visitors: Visitor[] = []
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
    const faults = visitors.flatMap((visitor) => visitor.faults)
    for (const visitor of visitors) await visitor.leave()
    visitors = []
    expect(server.errors).toEqual([])
    expect(faults).toEqual([])
  })
  const enter = async (options: Partial<VisitorOptions> = {}): Promise<Visitor> => {
    const visitor = await visit(browser, { origin: server.origin, now: server.clock.now(), ...options })
    visitors.push(visitor)
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    await visitor.stepInto(people.get('Daria')!)
    return visitor
  }
  const saved = (page: Page) =>
    page
      .getByRole('status')
      .filter({ hasText: /^Saved/ })
      .first()
      .waitFor()
  /** Waits until the screen is drawn: its heading, and no part of it still coming. */
  const drawn = async (page: Page, path: string) => {
    await page.goto(path)
    await page.locator('main').waitFor()
    if (path.endsWith('/text')) await page.locator('.monaco-editor .view-lines').waitFor()
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [data-face="loading"]'))
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  const problemsOf = async (page: Page, path: string, romanian: boolean): Promise<string[]> => {
    await drawn(page, path)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const words = await page.evaluate(() => document.body.innerText.match(/\b(?:[a-z]+\.){1,3}[a-zA-Z]+\b(?=\s|$)/g) ?? [])
    return [
      ...(await violations(page)),
      ...(romanian && !path.endsWith('/text') ? await englishLeft(page) : []),
      ...(over > 0 ? [`${over} points wider than the window`] : []),
      ...(path.endsWith('/text') ? [] : words.filter((word) => /^(canvas|panel|form|type|home|release|saving|reminder|step)\./.test(word))),
    ].map((problem) => `${path}: ${problem}`)
  }

  it.each<[string, Partial<VisitorOptions>]>([
    ['at the desk', { width: 1440 }],
    ['in Romanian, dark, on a small desk', { width: 1280, language: 'ro', scheme: 'dark' }],
    ['in Romanian, on a phone', { width: 390, language: 'ro' }],
  ])('can be read and used by everybody %s', async (_, options) => {
    const visitor = await enter(options)
    visitor.expectFault(fakeClock)
    const { page } = visitor
    const found: string[] = []
    for (const path of screens) found.push(...(await problemsOf(page, path, options.language === 'ro')))
    expect(found).toEqual([])
  })

  it('take back what was done in another view, and do it again', async () => {
    const { page } = await enter()
    await drawn(page, `${approval}/canvas`)
    const step = page
      .getByRole('group', { name: /^Director/ })
      .or(page.locator('[data-id="director"]'))
      .first()
    await step.click()
    const name = page.getByRole('complementary', { name: 'Properties' }).getByRole('textbox', { name: 'Name, EN' })
    const before = await name.inputValue()
    await name.fill('General director')
    await page.keyboard.press('Tab')
    await saved(page)
    await page.getByRole('radiogroup').getByText('Sentences', { exact: true }).click()
    await page.getByText('General director').first().waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByText('General director').count()).toBe(0)
    await page.getByText(before).first().waitFor()
    await page.keyboard.press('Control+Shift+z')
    await page.getByText('General director').first().waitFor()
    await page.keyboard.press('Control+z')
    await saved(page)
  })

  it('say in the panels what else only the text could say', async () => {
    const { page } = await enter({ height: 1600 })
    const properties = page.getByRole('complementary', { name: 'Properties' })
    await drawn(page, `${approval}/canvas`)
    // Nothing is chosen: the schema itself.
    await properties.getByRole('button', { name: 'Set a bar of stages' }).click()
    await properties.getByRole('combobox', { name: 'People may move a document' }).selectOption('next')
    await properties.getByRole('combobox', { name: 'Counted from' }).selectOption('draft')
    expect(await violations(page)).toEqual([])
    await page.locator('[data-id="legal"]').first().click()
    await properties.getByRole('heading', { level: 2, name: 'Legal review' }).waitFor()
    // The lawyers who may sign for enough, rather the one who knows the contract.
    await properties.getByRole('button', { name: 'The lawyers: only some of them' }).click()
    const narrowed = properties.getByRole('radiogroup', { name: 'The lawyers: only some of them' })
    await narrowed.getByText('When…', { exact: true }).click()
    await properties.getByRole('button', { name: 'Condition', exact: true }).click()
    await properties.getByRole('combobox', { name: 'What is compared' }).click()
    await page.getByRole('option', { name: 'Signing limit' }).click()
    await properties.getByRole('combobox', { name: 'How it is compared' }).selectOption({ label: 'above' })
    await properties.getByRole('textbox', { name: 'With what' }).fill('1000')
    await page.keyboard.press('Tab')
    await properties.getByText('The lawyers for whom Signing limit is above 1,000').first().waitFor()
    await properties.getByRole('button', { name: 'More', exact: true }).first().click()
    await properties.getByRole('combobox', { name: 'Rather whoever acted before at' }).click()
    await page.getByRole('listbox', { name: 'Rather whoever acted before at' }).getByRole('option', { name: 'Draft' }).click()
    await page.keyboard.press('Escape')
    expect(await violations(page)).toEqual([])
    // When it is late, the program does something by itself.
    await properties.getByRole('button', { name: 'Say what happens', exact: true }).first().click()
    await properties.getByRole('combobox', { name: 'What happens' }).last().selectOption('does')
    await properties.getByRole('button', { name: 'Tells the author', exact: true }).click()
    await properties.getByRole('button', { name: 'by e-mail' }).last().click()
    await properties.getByRole('combobox', { name: 'Colour on the drawing' }).selectOption('green')
    await page.locator('[data-id="legal"] [data-color="green"]').first().waitFor()
    expect(await violations(page)).toEqual([])
    await saved(page)
    await page.getByRole('radiogroup').getByText('Sentences', { exact: true }).click()
    for (const sentence of [
      /only to the next one\./,
      /whoever acted at “Draft” is asked rather than another/,
      /If late, the program tells the author, also by e-mail\./,
      /one of the lawyers for whom Signing limit is above 1,000/,
    ])
      await page.getByText(sentence).first().waitFor()
  })

  it('say of a column of a list what its values may be, and of a number for what it counts apart', async () => {
    const { page } = await enter({ width: 1280 })
    await drawn(page, '/designer/directory/regions')
    for (const kind of ['Number', 'Choice', 'Date, time', 'Department', 'Rating']) {
      await page.getByRole('button', { name: 'Column', exact: true }).click()
      await page.getByRole('menuitem', { name: kind, exact: true }).click()
      await page
        .getByRole('button', { name: /^More about the column/ })
        .last()
        .waitFor()
    }
    await page.getByRole('button', { name: 'More about the column Number' }).click()
    await page.getByRole('menuitem', { name: 'Change…' }).click()
    const dialog = page.getByRole('dialog', { name: 'More about the column Number' })
    await dialog.getByRole('button', { name: /^Limits/ }).click()
    await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('30')
    await dialog.getByRole('textbox', { name: 'What is said of it, EN' }).fill('How many people live there')
    await page.keyboard.press('Tab')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await saved(page)
    // However many columns, only their frame scrolls.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.getByTitle('How many people live there').waitFor()
    await drawn(page, `${contract}/number`)
    await page.getByRole('combobox', { name: 'Counts apart for each' }).first().click()
    await page.getByRole('listbox', { name: 'Counts apart for each' }).getByRole('option').first().click()
    await page.keyboard.press('Escape')
    await saved(page)
    expect(await violations(page)).toEqual([])
  })

  it('keep a draft through nonsense in its text, and say what is wrong', async () => {
    const visitor = await enter()
    visitor.expectFault(fakeClock)
    const { page } = visitor
    await drawn(page, '/designer/directory/regions/text')
    await page.locator('.monaco-editor').first().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('this is no definition {')
    await page
      .getByText(/Reading stops at line|can no longer be read/)
      .first()
      .waitFor()
    await page.goto('/designer/directory/regions')
    // What was drawn stands as it was; the text waits where it was written.
    await page
      .getByRole('textbox', { name: /^Bucharest and Ilfov/ })
      .first()
      .waitFor()
  })

  it('put two people’s edits together, and let them choose where both changed the same', async () => {
    const first = await enter()
    const second = await enter()
    await second.stepInto(people.get('Daria')!)
    for (const { page } of [first, second]) await drawn(page, `${contract}/form`)
    const label = async ({ page }: Visitor, field: string, text: string) => {
      await page.getByRole('textbox', { name: field, exact: true }).click()
      await page.getByRole('complementary', { name: 'Properties' }).getByRole('textbox', { name: 'Label, EN' }).fill(text)
      await page.keyboard.press('Tab')
    }
    await label(first, 'Subject', 'What it is about')
    await saved(first.page)
    // The browser reports the refusal on which the edits are put together.
    second.expectFault('412')
    await label(second, 'Cost centre', 'Centre')
    await saved(second.page)
    // Both are there, for both.
    await second.page.getByRole('textbox', { name: 'What it is about' }).waitFor()
    await first.page.reload()
    await first.page.getByRole('textbox', { name: 'Centre', exact: true }).waitFor()
    // The same label twice: somebody has to choose.
    await second.page.reload()
    await second.page.getByRole('textbox', { name: 'What it is about' }).waitFor()
    await label(first, 'What it is about', 'Matter')
    await saved(first.page)
    await label(second, 'What it is about', 'Theme')
    await second.page.getByRole('button', { name: 'Take theirs' }).click()
    await second.page.getByRole('textbox', { name: 'Matter' }).waitFor()
    await saved(second.page)
  })

  it('lose nothing while the connection is gone', async () => {
    const visitor = await enter()
    const { page, context } = visitor
    await drawn(page, `${contract}/form`)
    const field = page.getByRole('textbox', { name: /^(Cost centre|Centre)$/ })
    await field.waitFor()
    visitor.expectFault('ERR_INTERNET_DISCONNECTED')
    visitor.expectFault('Failed to fetch')
    visitor.expectFault('ERR_NETWORK')
    await context.setOffline(true)
    await field.click()
    await page.getByRole('complementary', { name: 'Properties' }).getByRole('textbox', { name: 'Label, EN' }).fill('Profit centre')
    await page.keyboard.press('Tab')
    await page.getByRole('status').filter({ hasText: 'Not connected, kept here' }).first().waitFor()
    // The window is gone before anything could be sent; the next one has it, says so and sends it.
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(`${contract}/form`)
    await next.getByText('Contract has changes again that an earlier window could not send.').waitFor()
    await next.getByRole('textbox', { name: 'Profit centre' }).waitFor()
    await saved(next)
    await next.reload()
    await next.getByRole('textbox', { name: 'Profit centre' }).waitFor()
    expect(await next.getByText('has changes again').count()).toBe(0)
  })

  it('lead from what was found, and from what uses a thing, to the very place', async () => {
    const { page } = await enter()
    const properties = page.getByRole('complementary', { name: 'Properties' })
    await page.goto(`${approval}/canvas?show=${encodeURIComponent('/nodes/3/deadline')}`)
    await page.locator('.react-flow__node.selected').first().waitFor()
    await page.goto(`${contract}/form?show=${encodeURIComponent('/fields/0/label')}`)
    await properties.getByRole('textbox', { name: 'Label, EN' }).waitFor()
    await page.goto(`${contract}/statuses?show=${encodeURIComponent('/statuses/2/label')}`)
    const row = page.locator('li[data-shown]')
    await row.waitFor()
    await expect.poll(() => row.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    await page.goto(`${contract}/rules?show=${encodeURIComponent('/checks/0/must')}`)
    await expect.poll(() => page.locator('li[data-shown]').evaluate((one) => one.contains(document.activeElement))).toBe(true)
  })

  it('take steps along to another schema', async () => {
    const { page, context } = await enter()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await drawn(page, `${approval}/canvas`)
    await page.locator('[data-id="director"]').first().click()
    // The clipboard takes its time; whoever leaves before that has copied nothing.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+c')
        return page.evaluate(() => navigator.clipboard.readText())
      })
      .toContain('director')
    await drawn(page, '/designer/approval-schema/act-approval/canvas')
    await page.locator('.react-flow__node').nth(5).waitFor()
    const before = await page.locator('.react-flow__node').count()
    await page.locator('.react-flow__pane').click({ position: { x: 400, y: 500 } })
    await page.keyboard.press('Control+v')
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(before + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(before)
  })
})
