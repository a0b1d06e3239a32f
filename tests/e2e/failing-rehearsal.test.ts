// A rehearsal that comes out differently after an edit is told where the edit was made, in both languages.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/accessibility.ts'
import { inBrowser, openBrowser, tellOnFailure, visit } from '../support/browser.ts'
import { type FreshDatabase, freshDatabase } from '../support/databases.ts'
import { fillDemo, type RunningServer, startServer } from '../support/running-server.ts'

inBrowser('a kept rehearsal', () => {
  let fresh: FreshDatabase
  let server: RunningServer
  let browser: Browser
  let people: ReadonlyMap<string, string>
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

  it.each([
    ['en', 'The rehearsal “A draft” comes out differently: The status should be "Draft" and is ', 'Show rehearsal', /1 rehearsal differs/],
    ['ro', 'Scenariul de probă „A draft” iese altfel: Starea ar trebui să fie „', 'Vezi scenariul', /1 scenariu iese altfel/],
  ] as const)('is told beside the drawing and the form once it fails, in %s', async (language, sentence, way, count) => {
    const visitor = await visit(browser, { origin: server.origin, now: server.clock.now(), width: 1280, language })
    tellOnFailure(
      () => visitor,
      () => server.errors,
    )
    await visitor.stepInto(people.get('Daria')!)
    const { page, context } = visitor
    const author = `of-${people.get('Elena')}`
    const body = {
      id: `a-draft-${language}`,
      label: 'A draft',
      now: '2026-11-23T09:00',
      given: [
        { as: 'piatra', type: 'counterparty', author, card: { name: 'Piatra SRL', taxNumber: 'RO20000001', group: 'subcontractor' } },
      ],
      document: {
        type: 'contract',
        author,
        card: {
          side: 'purchase',
          counterparty: { type: 'counterparty', id: 'piatra' },
          subject: 'Schele',
          amount: 5_000,
          validUntil: '2027-03-31',
        },
      },
      steps: [{ by: author, do: 'submit' }, { expect: { status: 'draft' } }],
    }
    const headers = { origin: server.origin }
    const kept = await context.request.put(`/api/scenarios/${body.id}`, { data: { body, revision: 0 }, headers })
    expect(kept.status(), await kept.text()).toBe(200)
    for (const path of ['/designer/approval-schema/contract-approval/canvas', '/designer/document-type/contract/form']) {
      await page.goto(path)
      await page.getByText(sentence).first().waitFor()
      // The bar counts it beside what was found.
      await page.getByRole('button', { name: count }).first().waitFor()
      expect([path, await violations(page)]).toEqual([path, []])
    }
    await page.goto('/designer')
    await page.getByRole('listitem').filter({ hasText: count }).first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.goBack()
    await page.getByRole('link', { name: way }).first().click()
    await page.waitForURL('**/designer/try/document-type/contract')
    await page.locator('#rehearsals').waitFor()
    await context.request.delete(`/api/scenarios/${body.id}`, { headers })
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })
})
