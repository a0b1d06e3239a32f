// A year of reminders under a clock that is moved: none lost, none doubled, none at a wrong hour; over both changes of summer time, the
// holidays of a country, and two days in which no clock ran. What is expected is worked out here, day by day, apart from the program.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dayNumberOf, weekdayOfDay } from '../../../runtime/engine/calendar/local-date.ts'
import { writeDocument } from '../../../runtime/store/documents.ts'
import { creation, newId, noAgenda } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Office, openOffice } from '../../support/office.ts'

const first = '2026-10-06'
const zone = 'Europe/Bucharest'

/** The moment of a time on the wall of a day, found by trying the two offsets that the zone has. */
function momentOf(date: string, time: string): string {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  for (const offset of ['+02:00', '+03:00']) {
    const moment = new Date(`${date}T${time}:00${offset}`)
    if (wall.format(moment) === `${date} ${time}`) return moment.toISOString()
  }
  throw new Error(`${date} has no ${time}`)
}

onEachStore('a year of reminders', ({ database, kind }) => {
  let office: Office
  let holidays: ReadonlySet<string>
  const ends = new Map<string, string>()
  beforeAll(async () => {
    office = await openOffice(database(), { now: momentOf(first, '08:00') })
    const { edges } = office.parts
    const site = await edges.sites.at(database())
    holidays = new Set(site.calendar.holidays)
    const definition = site.types.get('contract')!
    const program = edges.programs.of(definition, site.schemas.get('contract-approval')!)
    // Contracts that end on some seventy days of the year, the awkward ones among them.
    const days = Array.from({ length: 60 }, (_, index) => addDays(first, 20 + index * 6))
    for (const validUntil of [
      ...days,
      '2026-11-24',
      '2027-03-28',
      '2027-04-27',
      '2027-10-31',
      '2026-12-31',
      '2027-01-08',
      '2027-05-03',
      '2027-06-02',
    ]) {
      const id = newId()
      const written = creation({
        type: 'contract',
        id,
        card: { amount: 1, validUntil, responsible: office.people.elena! },
        status: 'in-force',
        agenda: noAgenda,
      })
      const document = { ...written.document, author: office.people.elena!, program: program.hash }
      expect(await writeDocument(database(), { ...written, document })).toMatchObject({ kind: 'written' })
      ends.set(id, validUntil)
    }
  }, 120_000)
  afterAll(() => office?.stop())

  const isOff = (date: string) => holidays.has(date) || weekdayOfDay(dayNumberOf(date)) > 4
  /** The rule of the shipped set: 30 and 7 days before, then one day after and each seven days again, four times in all; at nine, a day off before. */
  const expected = (last: string): Map<string, string[]> =>
    new Map(
      [...ends].map(([id, validUntil]) => [
        id,
        [-30, -7, 1, 8, 15, 22]
          .map((offset) => {
            let date = addDays(validUntil, offset)
            while (isOff(date)) date = addDays(date, -1)
            return momentOf(date, '09:00')
          })
          .filter((moment) => moment >= momentOf(first, '08:00') && moment <= momentOf(last, '09:01'))
          .sort(),
      ]),
    )

  it('tells each once, at nine in the morning, summer and winter', async () => {
    const year = kind === 'embedded' ? 365 : 200
    const gap = new Set([60, 61, 172, 173])
    const toldAt = new Map<string, string>()
    for (let day = 0; day < year; day++) {
      if (gap.has(day)) continue
      for (const time of ['08:59', '09:01']) {
        const now = momentOf(addDays(first, day), time)
        office.clock.to(now)
        await office.catchUp()
      }
    }
    const last = addDays(first, year - 1)
    const rows = await database().query<{ document: string; occurrence: string; at: string }>(
      `select document, occurrence, at from reminder_sent where rule = 'contract-ending' order by at`,
    )
    for (const { document, occurrence, at } of rows) {
      expect([document, occurrence, toldAt.has(`${document} ${occurrence}`)]).toEqual([document, occurrence, false])
      toldAt.set(`${document} ${occurrence}`, at)
    }
    const away = [...gap].map((day) => addDays(first, day))
    let count = 0
    for (const [id, moments] of expected(last)) {
      const sent = rows.filter(({ document }) => document === id).map(({ at }) => at)
      // A minute after it was due; what fell into the days without a clock, as soon as there was one.
      const due = moments.map((moment) => {
        let date = moment.slice(0, 10)
        let caught = false
        while (away.includes(date)) {
          date = addDays(date, 1)
          caught = true
        }
        return momentOf(date, caught ? '08:59' : '09:01')
      })
      expect([id, ends.get(id), sent]).toEqual([id, ends.get(id), due])
      count += due.length
      const [notices] = await database().query<{ n: number }>(
        `select count(*)::int as n from notice where document = $1 and about = 'reminder' and recipient = $2`,
        [id, office.people.elena],
      )
      expect([id, notices!.n]).toEqual([id, due.length])
    }
    expect(count).toBeGreaterThan(150)
  }, 400_000)
})
