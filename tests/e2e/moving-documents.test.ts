// A step goes from a schema while documents wait at it: what becomes of them is seen, chosen and done, in both languages.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { DefinitionsAnswer, DraftRow, MovedAnswer, MoveLookAnswer } from '../../runtime/api/answers.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, type VisitorOptions, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { fillDemo, type RunningServer, startServer } from '../support/running-server.ts'
import { englishLeft } from '../support/words-left.ts'

inBrowser('documents whose step is gone', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let browser: Browser
  let daria: string
  let visitors: Visitor[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    fresh = await freshDatabase('embedded')
    server = await startServer(fresh.database)
    daria = (await fillDemo(server)).people.get('Daria')!
    const visitor = await enter()
    await publishWithout(visitor, 'finance')
    await visitor.leave()
    visitors = []
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
    const visitor = await visit(browser, { origin: server.origin, now: server.clock.now(), width: 1280, ...options })
    visitors.push(visitor)
    await visitor.stepInto(daria)
    return visitor
  }
  /** Puts the contract approval in use without one of its steps. */
  const publishWithout = async ({ context }: Visitor, step: string) => {
    const headers = { origin: server.origin }
    const { items } = (await (await context.request.get('/api/definitions')).json()) as DefinitionsAnswer
    const found = items.find(({ kind, id }) => kind === 'approval-schema' && id === 'contract-approval')!.body as unknown as ApprovalSchema
    const body = {
      ...found,
      nodes: found.nodes.filter(({ id }) => id !== step),
      routes: found.routes.filter(({ from, to }) => from !== step && to !== step),
    }
    const saved = await context.request.put('/api/drafts/approval-schema/contract-approval', {
      data: { body, base: null, revision: 0 },
      headers,
    })
    const { draft } = (await saved.json()) as { draft: DraftRow }
    const published = await context.request.post('/api/releases', {
      data: { drafts: [{ kind: 'approval-schema', id: 'contract-approval', revision: draft.revision }], message: 'Fără financiar' },
      headers,
    })
    expect(published.status(), await published.text()).toBe(201)
  }

  /** The dialog of the contracts that began on an earlier version, opened by its button. */
  const lookedAt = async (page: Page, look: string): Promise<Locator> => {
    await page.goto('/designer/releases')
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Contract/ })
      .getByRole('button', { name: look })
      .click()
    return page.getByRole('dialog')
  }

  it('are told by their numbers and their step’s title, in Romanian too', async () => {
    const visitor = await enter({ language: 'ro' })
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    const { page } = visitor
    const dialog = await lookedAt(page, 'Vezi')
    await dialog.getByText(/nu se poate muta|nu se pot muta/).waitFor()
    await dialog.getByText('Se află la „Aviz financiar”, pas pe care versiunea nouă nu îl are.').first().waitFor()
    expect(await dialog.innerText()).not.toMatch(/cannot-move|missing|finance\b/)
    expect(await violations(page)).toEqual([])
    expect(await englishLeft(page)).toEqual([])
  })

  it('need not be waited for: the look is stopped, says how far it came, and begins again', async () => {
    const visitor = await enter()
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    const { page } = visitor
    const slow = Promise.withResolvers<void>()
    await page.route('**/api/moves', async (route) => {
      if (route.request().method() === 'POST') await slow.promise
      await route.continue()
    })
    const dialog = await lookedAt(page, 'Look')
    await dialog.getByText(/^0 of \d+ looked at$/).waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await dialog.getByText(/^Stopped: 0 of \d+ were looked at\./).waitFor()
    slow.resolve()
    await dialog.getByRole('button', { name: 'Look again' }).click()
    await dialog.getByText(/^\d+ cannot move, \d+ can move/).waitFor()
    expect(await dialog.getByText(/^Stopped/).count()).toBe(0)
  })

  it('move once somebody says where to, and what was moved is told', async () => {
    const visitor = await enter()
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    const { page } = visitor
    const dialog = await lookedAt(page, 'Look')
    await dialog.getByText('It is at “Finance”, which the new version does not have.').first().waitFor()
    const stuck = await dialog.getByText('It is at “Finance”, which the new version does not have.').count()
    await dialog.getByRole('combobox', { name: /^Where the documents? at “Finance” goe?s?/ }).click()
    await page.getByRole('option').first().click()
    // Foreseen before anything is done: those that stood there can move now.
    await expect.poll(() => dialog.getByText('It is at “Finance”, which the new version does not have.').count()).toBeLessThan(stuck)
    expect(await violations(page)).toEqual([])
    await dialog
      .getByText(/^It is at .*“Finance”; its “Finance” becomes “Technical review”\.$/)
      .first()
      .waitFor()
    const all = dialog.getByRole('button', { name: /^Move \d+$/ })
    const count = Number((await all.innerText()).match(/\d+/)![0])
    // Meanwhile somebody else moves one of them.
    const asked = { type: 'contract', documents: 'all', dryRun: true }
    const post = (data: object) => visitor.context.request.post('/api/moves', { data, headers: { origin: server.origin } })
    const { items } = (await (await post(asked)).json()) as MoveLookAnswer
    const other = items.find(({ fate }) => fate === 'can-move')!.id
    const taken = (await (await post({ ...asked, documents: [other], dryRun: false })).json()) as MovedAnswer
    expect(taken.moved).toEqual([other])
    await all.click()
    await dialog.getByText(`${count - 1} documents moved. 1 was closed or moved by somebody else meanwhile.`).waitFor()
    await expect.poll(() => all.count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  it('move along with a publication, and what was moved is told', async () => {
    const visitor = await enter()
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    const { page, context } = visitor
    const { items } = (await (await context.request.get('/api/definitions')).json()) as DefinitionsAnswer
    const found = items.find(({ kind, id }) => kind === 'approval-schema' && id === 'contract-approval')!.body as unknown as ApprovalSchema
    const body = { ...found, deadline: { ...found.deadline, within: 'P20D' } }
    const saved = await context.request.put('/api/drafts/approval-schema/contract-approval', {
      data: { body, base: null, revision: 0 },
      headers: { origin: server.origin },
    })
    expect(saved.status(), await saved.text()).toBe(200)
    await page.goto('/designer/publish')
    await page.getByRole('radio', { name: /Move those that can/ }).check()
    await page.getByRole('textbox', { name: /For your colleagues/ }).fill('More time')
    const publish = page.getByRole('button', { name: /^Put in use, move \d+$/ })
    const count = Number((await publish.innerText()).match(/\d+/)![0])
    expect(count).toBeGreaterThan(0)
    await publish.click()
    await page.getByText(`${count} documents moved along.`).waitFor()
    expect(await violations(page)).toEqual([])
  })
})
