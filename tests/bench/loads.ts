// What people ask of the program, over HTTP, eight requests at a time; each load says how much it did and proves it.
import type { DocumentAnswer, InboxPage } from '../../runtime/api/answers.ts'
import type { Caller, MeasuredServer } from '../support/server-process.ts'
import { demoCallers } from '../support/server-process.ts'

const atATime = 8

/** Does each of the tasks, eight at a time. */
async function together<T>(items: readonly T[], doOne: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await doOne(item)
  }
  await Promise.all(Array.from({ length: atATime }, lane))
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return count / ((performance.now() - begun) / 1000)
}
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** A demo office under load. */
export interface Loads {
  /** Contracts that have been sent for approval, and wait for finance. */
  readonly contracts: readonly string[]
  /** How many decisions were answered with 200. */
  decided: number
  send(contracts: number): Promise<void>
  /** A second each; of decisions, as many as wait at most. */
  approve(count: number): Promise<number>
  create(count: number): Promise<number>
  open(count: number): Promise<number>
  inbox(count: number): Promise<number>
  list(count: number): Promise<number>
}

export async function loadsOn(server: MeasuredServer): Promise<Loads> {
  const as = await demoCallers(server)
  const elena = await as('Elena')
  const { items } = (await elena.get('/api/documents/counterparty?limit=1')) as { items: { id: string }[] }
  const finance: Record<string, Caller> = {}
  const waiting: { readonly person: string; readonly assignment: string }[] = []
  const contracts: string[] = []
  let made = 0
  const load: Loads = {
    contracts,
    decided: 0,
    async send(count) {
      await together(times(count), async (index) => {
        const card = {
          side: 'purchase',
          counterparty: { type: 'counterparty', id: items[0]?.id },
          subject: `Works ${index}`,
          amount: 50_000,
          validUntil: '2039-12-31',
        }
        const document = (await elena.post('/api/documents/contract', { card })) as unknown as DocumentAnswer
        const path = `/api/documents/contract/${document.id}/actions`
        const sent = (await elena.post(path, { node: 'draft', action: 'submit' })) as unknown as DocumentAnswer
        contracts.push(document.id)
        for (const { id, person } of Object.values(sent.process?.state.assignments ?? {}))
          if (person) waiting.push({ person, assignment: id })
      })
      // Who is asked on one contract decides apart, as people do: two decisions of the same moment would wait for each other.
      waiting.sort((a, b) => (a.person < b.person ? -1 : 1))
      for (const { person } of waiting) finance[person] ??= await as(person)
    },
    approve(count) {
      const now = waiting.splice(0, count)
      if (now.length < count) throw new Error(`only ${now.length} of ${count} decisions wait`)
      return perSecond(count, () =>
        together(now, async ({ person, assignment }) => {
          await finance[person]!.post(`/api/assignments/${assignment}/decision`, { outcome: 'approved', comment: 'Within the budget.' })
          load.decided++
        }),
      )
    },
    create: (count) =>
      perSecond(count, () =>
        together(times(count), async () => {
          const number = ++made
          await elena.post('/api/documents/counterparty', {
            card: { name: `Partner ${number}`, taxNumber: `RO${30_000_000 + number}`, group: 'subcontractor' },
          })
        }),
      ),
    open: (count) =>
      perSecond(count, () =>
        together(times(count), async (index) => {
          const id = contracts[index % contracts.length]
          if ((await elena.get(`/api/documents/contract/${id}`)).id !== id) throw new Error('another document came')
        }),
      ),
    inbox: (count) =>
      perSecond(count, () =>
        together(times(count), async () => {
          const page = (await Object.values(finance)[0]!.get('/api/assignments?limit=50')) as unknown as InboxPage
          if (page.items.length !== 50) throw new Error(`${page.items.length} of 50 came`)
        }),
      ),
    list: (count) =>
      perSecond(count, () =>
        together(times(count), async (index) => {
          const filter = encodeURIComponent(`status = "in-approval" and amount >= ${(index * 7919) % 900_000}`)
          const page = await elena.get(`/api/documents/contract?filter=${filter}&limit=50`)
          if (!Array.isArray(page.items)) throw new Error('no page came')
        }),
      ),
  }
  return load
}
