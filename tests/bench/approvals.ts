// Approvals a second over HTTP: contracts of the template, each decided by both people of finance, eight requests at a time.
import type { DocumentAnswer } from '../../runtime/api/answers.ts'
import type { Caller, MeasuredServer } from './measured-server.ts'
import { demoCallers } from './measured-server.ts'

const atATime = 8

/** Does each of the tasks, a few at a time, and answers the milliseconds that each took. */
async function together<T>(items: readonly T[], doOne: (item: T) => Promise<void>): Promise<number[]> {
  const left = [...items]
  const took: number[] = []
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const begun = performance.now()
      await doOne(item)
      took.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atATime }, lane))
  return took
}

export interface ApprovalFigures {
  readonly approvals: number
  readonly perSecond: number
  /** Milliseconds of the median and of the slowest in a hundred. */
  readonly median: number
  readonly p99: number
}

export async function measureApprovals(server: MeasuredServer, contracts = 150): Promise<ApprovalFigures> {
  const as = await demoCallers(server)
  const elena = await as('Elena')
  const finance: Record<string, Caller> = {}
  const { items } = (await elena.get('/api/documents/counterparty?limit=1')) as { items: { id: string }[] }
  const waiting: { readonly person: string; readonly assignment: string }[] = []
  await together(
    Array.from({ length: contracts }, (_, index) => index),
    async (index) => {
      const made = (await elena.post('/api/documents/contract', {
        card: {
          side: 'purchase',
          counterparty: { type: 'counterparty', id: items[0]?.id },
          subject: `Works ${index}`,
          amount: 50_000,
          validUntil: '2039-12-31',
        },
      })) as unknown as DocumentAnswer
      const sent = (await elena.post(`/api/documents/contract/${made.id}/actions`, {
        node: 'draft',
        action: 'submit',
      })) as unknown as DocumentAnswer
      for (const { id, person } of Object.values(sent.process?.state.assignments ?? {}))
        if (person) waiting.push({ person, assignment: id })
    },
  )
  for (const { person } of waiting) finance[person] ??= await as(person)
  const begun = performance.now()
  const took = await together(waiting, async ({ person, assignment }) => {
    await finance[person]?.post(`/api/assignments/${assignment}/decision`, { outcome: 'approved', comment: 'Within the budget.' })
  })
  const seconds = (performance.now() - begun) / 1000
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0
  return { approvals: waiting.length, perSecond: waiting.length / seconds, median: at(0.5), p99: at(0.99) }
}
