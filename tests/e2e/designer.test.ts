// Ten minutes of an office manager who has never written an expression: a field, a step, a reminder; tried, and put in use.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../../runtime/store/verify.ts'
import { inBrowser, openBrowser, tellOnFailure, type Visitor, visit } from '../support/browser.ts'
import { onEachStore } from '../support/databases.ts'
import { carry, pointOnArrow } from '../support/drawing.ts'
import { type DemoOffice, fillDemo, type RunningServer, startServer } from '../support/running-server.ts'

const partner = 'Izolații Plus SRL'

inBrowser('the designer, in the hands of an office manager', () => {
  onEachStore('from a new field to the reminder that arrives', ({ database }) => {
    let server: RunningServer
    let office: DemoOffice
    let browser: Browser
    let visitor: Visitor
    let page: Page
    beforeAll(async () => {
      browser = await openBrowser()
      server = await startServer(database(), { now: '2026-10-05T06:00:00.000Z' })
      office = await fillDemo(server)
      visitor = await visit(browser, { origin: server.origin, now: server.clock.now() })
      page = visitor.page
    }, 300_000)
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    const become = async (name: string, path = '/inbox') => {
      await visitor.stepInto(office.people.get(name) ?? name)
      await page.goto(path)
    }
    const moveTo = async (moment: string) => {
      server.clock.to(moment)
      await visitor.setClock(server.clock.now())
      await server.catchUp()
    }
    const mailsTo = (person: string, about: string) =>
      server.mailBox.mails.filter(({ to, subject, text }) => to.includes(`${person}@example.org`) && `${subject} ${text}`.includes(about))
    const choose = async (field: string, option: string, typed?: string) => {
      const box = page.getByRole('combobox', { name: field })
      await box.click()
      if (typed) await box.fill(typed)
      await page.getByRole('option', { name: option }).click()
    }
    /** Elena writes a contract and sends it; answers where it lies. */
    const sendContract = async (subject: string, validUntil: string, more?: () => Promise<void>): Promise<string> => {
      await become('Elena', '/documents/contract/new')
      await page.getByRole('heading', { level: 1, name: 'New: Contract' }).waitFor()
      await choose('We', 'buy')
      await choose('Counterparty', partner, 'izolatii')
      await page.getByRole('textbox', { name: 'Subject' }).fill(subject)
      await page.getByRole('textbox', { name: 'Amount, without VAT' }).fill('348600')
      await page.getByRole('textbox', { name: 'Valid until' }).fill(validUntil)
      await more?.()
      await page.getByRole('button', { name: 'Create' }).click()
      await page.getByRole('button', { name: 'Send for approval' }).click()
      await page.getByText(/^Sent to /).waitFor()
      return page.url()
    }
    /** Somebody says yes to the contract that lies there, after taking it from the others where it waits for several. */
    const approve = async (name: string, address: string) => {
      await become(name, address)
      const decision = page.getByRole('region', { name: /^Your decision/ })
      await decision.waitFor()
      const claim = decision.getByRole('button', { name: 'Claim' })
      const yes = decision.getByRole('button', { name: 'Approve' })
      await claim.or(yes).first().waitFor()
      if ((await claim.count()) > 0) await claim.click()
      await yes.click()
      await decision.waitFor({ state: 'detached' })
    }
    const signBoth = async (address: string): Promise<string> => {
      await become('Elena', address)
      await page.getByRole('textbox', { name: 'Signed on' }).fill('7 Oct 2026')
      await page.getByRole('button', { name: 'Save' }).first().click()
      await page.getByText('Saved.').waitFor()
      await page.getByRole('button', { name: 'Signed by both' }).click()
      const title = page.getByRole('heading', { level: 1, name: /^Contract A-2026\/\d{4} with Izolații Plus SRL$/ })
      await title.waitFor()
      return (await title.textContent()) ?? ''
    }
    const way = (): Locator => page.getByRole('region', { name: 'Route of the document' })
    const properties = (): Locator => page.getByRole('complementary', { name: 'Properties' })
    const saved = () =>
      page
        .getByRole('status')
        .filter({ hasText: /^Saved/ })
        .first()
        .waitFor()

    it('passes', async () => {
      tellOnFailure(
        () => visitor,
        () => server.errors,
      )
      // A contract is under way before anything changes.
      const earlier = await sendContract('Hidroizolarea terasei, corp B', '30 Jun 2027')

      // Daria drags a field into the form of the contract, and says what it is called.
      await become('Daria', '/documents/contract')
      await page.getByRole('link', { name: 'Change the form and its way' }).click()
      const palette = page.getByRole('navigation', { name: 'Fields to add' })
      await palette.waitFor()
      const under = await page.getByRole('textbox', { name: 'Cost centre' }).boundingBox()
      await carry(page, palette.getByRole('button', { name: 'Text', exact: true }), [under!.x + 40, under!.y + under!.height + 4])
      await properties().getByRole('textbox', { name: 'Label, EN' }).fill('Insurance policy')
      await properties().getByRole('textbox', { name: 'Label, RO' }).fill('Poliță de asigurare')
      await page.keyboard.press('Tab')
      const terms = page.getByRole('region', { name: 'Terms' })
      await terms.getByRole('textbox', { name: 'Insurance policy' }).waitFor()
      await saved()

      // On the drawing she drops an approval on the arrow that leaves the director.
      await page.getByRole('radiogroup', { name: 'Parts of the type' }).getByText('Approval', { exact: true }).click()
      await page.getByRole('link', { name: 'Open its steps: Contract approval' }).click()
      const drawing = page.getByRole('application', { name: 'Drawing of Contract approval' })
      await drawing.getByRole('textbox', { name: 'Find a step' }).fill('Director')
      await page.keyboard.press('Enter')
      await properties().getByRole('heading', { level: 2, name: 'Director' }).waitFor()
      const toDrop = page.getByRole('region', { name: 'What can be put on the canvas' }).getByRole('button', { name: 'Approval' })
      await carry(page, toDrop, await pointOnArrow(page, 'director', 'signing'))
      await properties().getByRole('heading', { level: 2, name: 'Approval' }).waitFor()
      await properties().getByRole('textbox', { name: 'Name, EN' }).fill('Chief accountant')
      await properties().getByRole('textbox', { name: 'Name, RO' }).fill('Contabil-șef')
      // Who decides: chosen from what is offered.
      await properties().getByRole('button', { name: 'Remove The author’s manager' }).click()
      await properties().getByRole('button', { name: 'Who: add' }).click()
      await page.getByRole('textbox', { name: 'Who', exact: true }).fill('accountant')
      await page.getByRole('option', { name: 'The accountants' }).click()
      await properties().getByText('Gabriela Stan is the only one today.').waitFor()
      // By when, with an example; and who is told when it is late.
      await properties().getByRole('button', { name: 'Set a deadline' }).click()
      await expect
        .poll(() => properties().getByRole('combobox', { name: 'within: unit' }).locator('option:checked').textContent())
        .toBe('working days')
      expect(await properties().getByRole('textbox', { name: 'within', exact: true }).inputValue()).toBe('2')
      await properties()
        .getByText(/^Asked on Mon 5 Oct at 09:\d\d, it is due Wed 7 Oct/)
        .waitFor()
      const late = properties().getByRole('group', { name: 'When late' })
      await late.getByRole('button', { name: 'Say what happens' }).click()
      await late.getByText('The manager of whoever is asked', { exact: true }).waitFor()
      await late.getByRole('button', { name: 'by e-mail' }).click()
      const steps = drawing.getByRole('list', { name: 'Steps in the order of the way' })
      await steps.getByText(/^Director, approval;.*approved leads to Chief accountant;/).waitFor()
      await steps
        .getByText(/^Chief accountant, approval; .*the accountants;.*2 working days;.*approved leads to Signing; rejected leads to Draft/)
        .waitFor()
      await page.getByRole('button', { name: 'Nothing stands in the way' }).waitFor()
      await saved()

      // A reminder is a sentence with choices; the calendar below tells whom it would reach.
      await page.goto('/designer')
      await page.getByRole('button', { name: 'New reminder' }).click()
      const making = page.getByRole('dialog', { name: 'New reminder' })
      await making.getByRole('textbox', { name: 'Name' }).fill('Contract ends soon')
      await making.getByRole('combobox', { name: 'Which documents it watches' }).selectOption('Contract')
      await making.getByRole('button', { name: 'Create' }).click()
      const sentence = page.getByRole('region', { name: 'Sentence' })
      await sentence.getByRole('button', { name: 'When: 30 days' }).waitFor()
      await sentence.getByRole('button', { name: /^Around what:/ }).click()
      await page.getByRole('radio', { name: 'Valid until', exact: true }).click()
      await page.keyboard.press('Escape')
      await sentence.getByRole('button', { name: 'Around what: Valid until' }).waitFor()
      await sentence.getByRole('button', { name: /^How to tell:/ }).click()
      await page.getByRole('checkbox', { name: 'e-mail' }).click()
      await page.keyboard.press('Escape')
      await sentence.getByRole('button', { name: 'How to tell: program and e-mail' }).waitFor()
      // The message that was begun for her speaks of the date that she chose.
      const message = page.getByRole('region', { name: 'Message' })
      await expect.poll(() => message.getByRole('textbox', { name: 'Message, EN' }).inputValue()).toBe('{title}: {validUntil}.')
      await saved()

      // She tries it: an office in memory, with the new field in the form and the new step on the way.
      await page.getByRole('link', { name: 'Try it' }).click()
      await page.getByRole('heading', { level: 1, name: 'Try it' }).waitFor()
      expect(await page.getByRole('combobox', { name: 'What is tried' }).inputValue()).toBe('Contract')
      await choose('As whom', 'Elena Ciobanu')
      await page.getByRole('button', { name: 'Fill in examples' }).click()
      await page.getByRole('textbox', { name: 'Subject' }).fill('Probă')
      await page.getByRole('textbox', { name: 'Insurance policy' }).fill('PL-1')
      // What must be pointed at is filled in from the office, too.
      await expect.poll(() => page.getByRole('combobox', { name: 'Counterparty' }).inputValue()).not.toBe('')
      await page.getByRole('button', { name: 'Create and go on' }).click()
      await way().getByText('Chief accountant').first().waitFor()
      await page
        .getByRole('region', { name: 'Who can do something now' })
        .getByRole('listitem')
        .filter({ hasText: 'Elena Ciobanu' })
        .getByRole('button', { name: 'Send for approval' })
        .click()
      // Another counterparty, chosen only now, is known to the office in memory as well.
      await choose('Counterparty', partner, 'izolatii')
      await page
        .getByRole('dialog', { name: 'Elena Ciobanu: Send for approval' })
        .getByRole('button', { name: 'Send for approval' })
        .click()
      await page.getByRole('heading', { level: 2, name: `Contract with ${partner}` }).waitFor()
      await page.getByRole('region', { name: 'What happened' }).getByText('Elena Ciobanu: “Send for approval”').waitFor()
      await page
        .getByRole('region', { name: 'Who can do something now' })
        .getByRole('listitem')
        .filter({ hasText: 'Radu Ionescu' })
        .waitFor()

      // She says what is different, and puts it in use; from where she tried it, one way leads on and another back.
      expect(await page.getByRole('link', { name: 'Contract ends soon' }).getAttribute('href')).toBe(
        '/designer/reminder-rule/contract-ends-soon',
      )
      await page.getByRole('link', { name: 'Put 3 changes in use…' }).click()
      await page.getByRole('heading', { level: 1, name: 'Put version 2 in use' }).waitFor()
      await page.getByText('Field “Insurance policy” is new.').waitFor()
      await page.getByText(/“Chief accountant” is new: .*the accountants.* within 2 working days/).waitFor()
      await page.getByRole('button', { name: 'Put in use' }).click()
      await page.getByText(/^Say in a sentence what is different/).waitFor()
      await page.getByRole('textbox', { name: 'For your colleagues' }).fill('The chief accountant sees large contracts last.')
      await page.getByRole('button', { name: 'Put in use' }).click()
      await page.getByText('Version 2 is in use').waitFor()
      await page.goto('/designer/releases')
      await page.getByText('The chief accountant sees large contracts last.').waitFor()

      // Elena's next contract has the field, and goes the new way.
      const later = await sendContract('Membrană bituminoasă', '20 Nov 2026', () =>
        page.getByRole('textbox', { name: 'Insurance policy' }).fill('PL-20415'),
      )
      await page
        .getByText('PL-20415')
        .or(page.getByRole('textbox', { name: 'Insurance policy' }))
        .first()
        .waitFor()
      for (const address of [earlier, later]) for (const name of ['Ana', 'Radu', 'Ioana', 'Mihai']) await approve(name, address)

      // After the director the chief accountant is asked; the one that was under way is done, as it began.
      await become('Elena', later)
      await way().getByText('Chief accountant').first().waitFor()
      await become('Gabriela')
      await page
        .getByRole('link', { name: /^Contract with Izolații Plus SRL/ })
        .first()
        .waitFor()
      expect(await page.locator('main li[data-assignment]').filter({ hasText: partner }).count()).toBe(1)
      await become('Elena', earlier)
      await page.getByText('Being signed', { exact: true }).first().waitFor()
      expect(await way().getByText('Chief accountant').count()).toBe(0)

      // Two working days pass: her manager is told, in the program and by e-mail.
      const before = mailsTo('mihai.dragomir', partner).length
      await moveTo('2026-10-07T07:30:00.000Z')
      await expect.poll(() => mailsTo('mihai.dragomir', partner).length).toBe(before + 1)
      await become('Mihai', '/notices')
      await page.getByRole('button', { name: /Contract with Izolații Plus SRL \(Chief accountant\) was due/ }).waitFor()

      // She approves, both are signed, both are in force.
      await approve('Gabriela', later)
      const title = await signBoth(later)
      expect(await signBoth(earlier)).not.toBe(title)
      expect(await way().getByText('Chief accountant').count()).toBe(0)

      // Thirty days before its end the reminder arrives, in the words that Daria gave it; the shipped one speaks too.
      await moveTo('2026-10-21T07:00:00.000Z')
      await expect.poll(() => mailsTo('elena.ciobanu', ': 20.11.2026.').length).toBe(1)
      await become('Elena', '/notices')
      await page
        .getByRole('button', { name: new RegExp(`${title}.* 20 Nov 2026`) })
        .first()
        .waitFor()

      // Nothing was an error, and every document is what its events say.
      expect(server.errors).toEqual([])
      expect(visitor.faults).toEqual([])
      expect((await verify(server.database)).differences).toEqual([])
    }, 400_000)
  })
})
