// The story of a contract as people live it: from the first start of an empty site to the reminder that it ends.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../../runtime/store/verify.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, visit } from '../support/browser.ts'
import { onEachStore } from '../support/databases.ts'
import type { ReceivedMail } from '../support/mail-box.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const partner = 'Izolații Plus SRL'
const itsTitle = /^Contract with Izolații Plus SRL/

inBrowser('the story of a contract', () => {
  onEachStore('from the first start to the reminder that it ends', ({ database }) => {
    let server: RunningServer
    let browser: Browser
    let visitor: Visitor
    let page: Page
    beforeAll(async () => {
      browser = await openBrowser()
      server = await startServer(database(), { now: '2026-10-05T06:00:00.000Z' })
      visitor = await visit(browser, { origin: server.origin, now: server.clock.now() })
      page = visitor.page
    }, 240_000)
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    const stepInto = async (name: string) => {
      await page.getByRole('button', { name: /Step into somebody else/ }).click()
      await page.getByRole('menuitem', { name }).click()
      await page.getByRole('region', { name: 'Demo office' }).getByText(`You are ${name}`).waitFor()
      await page.getByRole('heading', { level: 1, name: /^Inbox/ }).waitFor()
    }
    /** Moves the time of the office and of the person at the screen, and lets the clock do what became due. */
    const moveTo = async (moment: string) => {
      server.clock.to(moment)
      await visitor.setClock(server.clock.now())
      await server.catchUp()
    }
    const mailsTo = (person: string): readonly ReceivedMail[] =>
      server.mailBox.mails.filter(({ to, subject }) => to.includes(`${person}@example.org`) && subject.includes(partner))
    const waitsInInbox = (): Locator => page.getByRole('link', { name: itsTitle })
    const openFromInbox = async () => {
      await waitsInInbox().click()
      await page.getByRole('article', { name: itsTitle }).waitFor()
    }
    const decision = (): Locator => page.getByRole('region', { name: /^Your decision/ })
    const route = (): Locator => page.getByRole('region', { name: 'Route of the document' })
    const choose = async (field: string, option: string, typed?: string) => {
      const box = page.getByRole('combobox', { name: field })
      await box.click()
      if (typed) await box.fill(typed)
      await page.getByRole('option', { name: option }).click()
    }
    const api = (method: string, path: string, body?: object) =>
      page.evaluate(
        async ([method, path, body]) => {
          const answer = await fetch(path, {
            method,
            ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
          })
          return { status: answer.status, body: await answer.json() }
        },
        [method, path, body] as const,
      )

    it('passes', async () => {
      tellOnFailure(
        () => visitor,
        () => server.errors,
      )
      // The first start of an empty site offers a demo office, and anybody's shoes.
      await page.goto('/')
      await page.getByRole('button', { name: /^Look around in a demo office/ }).click()
      await page.getByRole('button', { name: 'Open the demo office' }).click()
      await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor({ timeout: 60_000 })
      // The office speaks the language that is chosen at its door, whoever steps in.
      await page.getByText('Română').click()
      await page.getByRole('heading', { name: 'Cine vrei să fii?' }).waitFor()
      await page.getByText('English').click()
      await page.getByRole('button', { name: /^Elena Ciobanu/ }).click()
      await page.getByRole('heading', { level: 1, name: /^Inbox/ }).waitFor()

      // Elena opens the generated form of a contract and fills it.
      await page.getByRole('button', { name: 'New', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Contract', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'New: Contract' }).waitFor()
      await choose('We', 'buy')
      await choose('Counterparty', partner, 'izolatii')
      await page.getByRole('textbox', { name: 'Subject' }).fill('Hidroizolarea terasei, corp B')
      await page.getByRole('textbox', { name: 'Amount, without VAT' }).fill('348600')
      // What is copied and calculated follows while she types.
      await page
        .getByRole('group', { name: /Amount with VAT/ })
        .getByText('421,806.00')
        .waitFor()
      await expect.poll(() => page.getByRole('textbox', { name: 'Tax number' }).inputValue()).toBe('RO23923515')
      await page.getByRole('button', { name: 'Create' }).click()
      await page.getByRole('heading', { level: 1, name: itsTitle }).waitFor()
      const address = page.url()

      // It is not sent without its end: the field says so.
      await page.getByRole('button', { name: 'Send for approval' }).click()
      await page.getByText('Fill in Valid until.').waitFor()
      await page.getByRole('textbox', { name: 'Valid until' }).fill('8 Nov 2026')
      await page.getByRole('button', { name: 'Save' }).first().click()
      await page.getByText('Saved.').waitFor()
      await page.getByRole('button', { name: 'Send for approval' }).click()
      await page
        .getByText(/^Sent to Radu Ionescu, Ioana Petrescu and to lawyer\.$|^Sent to Ioana Petrescu, Radu Ionescu and to lawyer\.$/)
        .waitFor()
      await page.getByText('At the same time, wait for all').waitFor()

      // A lawyer and two people of finance are asked at once, in the program and by e-mail.
      await expect
        .poll(() => ['ana.munteanu', 'cristina.marin', 'radu.ionescu', 'ioana.petrescu'].map((one) => mailsTo(one).length))
        .toEqual([1, 1, 1, 1])
      await stepInto('Ana Munteanu')
      await page.getByRole('button', { name: /^Claim\s?: Contract with Izolații Plus SRL/ }).click()
      await page.getByRole('button', { name: /^Claim\s?: Contract with Izolații Plus SRL/ }).waitFor({ state: 'detached' })
      await stepInto('Cristina Marin')
      expect(await waitsInInbox().count()).toBe(0)

      // Radu decides in his inbox with the mouse, Ioana with the keyboard alone.
      await stepInto('Radu Ionescu')
      await openFromInbox()
      await decision().getByRole('textbox', { name: 'Comment' }).fill('Se încadrează în buget.')
      await decision().getByRole('button', { name: 'Approve' }).click()
      await page.getByText(/^Your decision was sent: Contract with Izolații Plus SRL/).waitFor()
      await waitsInInbox().waitFor({ state: 'detached' })
      await stepInto('Ioana Petrescu')
      await openFromInbox()
      await page.keyboard.press('a')
      await page.keyboard.press('Control+Enter')
      await page.getByText(/^Your decision was sent: Contract with Izolații Plus SRL/).waitFor()

      // Meanwhile the approval schema is changed and published: from now on the secretary looks first.
      await stepInto('Daria Lupu')
      const { body: released } = await api('GET', '/api/definitions')
      const schema = released.items.find(
        ({ kind, id }: { kind: string; id: string }) => kind === 'approval-schema' && id === 'contract-approval',
      ).body as ApprovalSchema
      const changed = {
        ...schema,
        nodes: [
          ...schema.nodes,
          {
            id: 'secretary',
            kind: 'approval',
            label: { en: 'Registry desk', ro: 'Registratură' },
            status: 'in-approval',
            xy: [130, 40],
            ask: [{ id: 'desk', who: [{ role: 'secretary' }], take: 'one' }],
            ifNobody: { ask: [{ id: 'head', who: [{ managerOf: 'author' }] }] },
          },
        ],
        routes: [
          { from: 'draft', on: 'submit', to: 'secretary' },
          { from: 'secretary', on: 'approved', to: 'review' },
          { from: 'secretary', on: 'rejected', to: 'draft' },
          ...schema.routes.filter(({ from }) => from !== 'draft'),
        ],
      }
      const draft = await api('PUT', '/api/drafts/approval-schema/contract-approval', { body: changed, base: null, revision: 0 })
      expect([draft.status, draft.body.findings]).toEqual([200, []])
      const published = await api('POST', '/api/releases', {
        drafts: [{ kind: 'approval-schema', id: 'contract-approval', revision: draft.body.draft.revision }],
        message: 'The registry desk looks first',
      })
      expect([published.status, published.body.release]).toEqual([201, 2])

      // Two working days later Ana is late: she is reminded, and her head is told, in the program and by e-mail.
      await moveTo('2026-10-07T07:00:00.000Z')
      await expect
        .poll(() => mailsTo('ana.munteanu').map(({ subject }) => subject.split(':')[0]))
        .toEqual(['Te așteaptă', 'Termen apropiat', 'Întârziat'])
      await expect.poll(() => mailsTo('stefan.rusu').length).toBe(1)
      await stepInto('Ana Munteanu')
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: /^Notices/ })
        .click()
      await page.getByRole('button', { name: /Contract with Izolații Plus SRL \(Legal review\) was due/ }).click()
      await page.getByRole('heading', { level: 1, name: itsTitle }).waitFor()
      await route().getByText('is here, late').first().waitFor()

      // She cannot approve without saying why; she says it, and approves.
      await decision().getByRole('button', { name: 'Approve' }).click()
      await page.keyboard.press('Control+Enter')
      await page.getByText('Choose a reason; the report needs it.').waitFor()
      await choose('Why late', 'Papers are missing')
      await decision().getByRole('textbox', { name: 'Comment' }).fill('Polița lor de răspundere a venit abia azi.')
      await decision().getByRole('button', { name: 'Approve' }).click()
      await page.getByText('Sent to director.').waitFor()
      const sheet = page.getByRole('complementary', { name: 'Approvals and more' })
      await sheet.getByText('Why late: Papers are missing.').waitFor()
      await sheet.getByText('Polița lor de răspundere a venit abia azi.').waitFor()

      // Above the amount the director is asked too.
      await stepInto('Mihai Dragomir')
      await openFromInbox()
      await decision().getByRole('button', { name: 'Claim' }).click()
      await decision().getByRole('button', { name: 'Approve' }).click()
      await page.getByText(/^Your decision was sent/).waitFor()

      // Signed by both, it gets its number and comes into force, on the release that it began with.
      await stepInto('Elena Ciobanu')
      await page.goto(address)
      await page.getByRole('textbox', { name: 'Signed on' }).fill('7 Oct 2026')
      await page.getByRole('button', { name: 'Save' }).first().click()
      await page.getByText('Saved.').waitFor()
      await page.getByRole('button', { name: 'Signed by both' }).click()
      await page.getByRole('heading', { level: 1, name: /^Contract A-2026\/\d{4} with Izolații Plus SRL$/ }).waitFor()
      await page.getByRole('banner').or(page.locator('main')).getByText('In force', { exact: true }).first().waitFor()
      expect(await route().getByText('Registry desk').count()).toBe(0)
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

      // The accountant has been told.
      await stepInto('Gabriela Stan')
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: /^Notices/ })
        .click()
      await page.getByRole('button', { name: `${title} is in force.` }).waitFor()

      // The next contract follows the new schema.
      await stepInto('Elena Ciobanu')
      await page.getByRole('button', { name: 'New', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Contract', exact: true }).click()
      await choose('We', 'buy')
      await choose('Counterparty', partner, 'izolatii')
      await page.getByRole('textbox', { name: 'Subject' }).fill('Membrană bituminoasă')
      await page.getByRole('textbox', { name: 'Amount, without VAT' }).fill('12 500')
      await page.getByRole('textbox', { name: 'Valid until' }).fill('1 Mar 2027')
      await page.getByRole('button', { name: 'Create' }).click()
      await page.getByRole('button', { name: 'Send for approval' }).click()
      await page.getByText('Sent to secretary.').waitFor()
      await route().getByText('Registry desk').first().waitFor()

      // Thirty days before its end Elena is reminded, on the working day before, because that day is no working day.
      const before = mailsTo('elena.ciobanu').length
      await moveTo('2026-10-09T07:00:00.000Z')
      await expect
        .poll(() =>
          mailsTo('elena.ciobanu')
            .slice(before)
            .map(({ text }) => text)
            .join(),
        )
        .toContain('este valabil până la 08.11.2026')
      await page
        .getByRole('link', { name: /^Notices/ })
        .first()
        .click()
      await page.getByRole('button', { name: `${title} is valid until 8 Nov 2026: extend it by an agreement, or close it.` }).waitFor()

      // Nothing is left undone, nothing was an error, and every document is what its events say.
      await stepInto('Daria Lupu')
      expect((await api('GET', '/api/failures')).body.items).toEqual([])
      expect(server.errors).toEqual([])
      expect(visitor.faults).toEqual([])
      expect((await verify(server.database)).differences).toEqual([])
    }, 400_000)
  })
})
