// Eight people on one document at the same moment: one decision counts, one has it, nobody's edit is overwritten, and the others are told.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../../../runtime/store/verify.ts'
import { aContractInApproval, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Office, openOffice } from '../../support/office.ts'

onEachStore('eight at once', ({ database, kind }) => {
  let office: Office
  const rounds = kind === 'server' ? 12 : 8
  const eight = [0, 1, 2, 3, 4, 5, 6, 7]
  beforeAll(async () => {
    office = await openOffice(database())
  }, 120_000)
  afterAll(() => office?.stop())
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort()
  /** One was done; each of the others was refused for a reason that says what happened. */
  const onlyOne = (answers: readonly Answer[], ...reasons: readonly string[]) => {
    expect(statuses(answers).filter((status) => status < 300)).toHaveLength(1)
    for (const { status, problem } of answers)
      if (status >= 300) expect([problem, reasons.includes(problem ?? '')]).toEqual([problem, true])
  }

  it('decide: exactly one decision counts, whichever way', async () => {
    for (let round = 0; round < rounds; round++) {
      const sent = await aContractInApproval(office)
      const seat = assignmentAt(sent, 'finance', office.people.radu!)
      const answers = await Promise.all(
        eight.map((index) =>
          office
            .as('radu')
            .post(
              `/api/assignments/${seat}/decision`,
              { outcome: index % 2 === 0 ? 'approved' : 'rejected', comment: 'Now.' },
              { 'idempotency-key': randomUUID() },
            ),
        ),
      )
      onlyOne(answers, 'assignment-closed', 'stale')
      const [{ n } = { n: 0 }] = await database().query<{ n: number }>(
        `select count(*)::int as n from event where type = 'assignment-decided' and body->>'assignment' = $1`,
        [seat],
      )
      expect(n).toBe(1)
    }
  }, 120_000)

  it('claim: one of the lawyers has it', async () => {
    for (let round = 0; round < rounds; round++) {
      const sent = await aContractInApproval(office)
      const seat = assignmentAt(sent, 'legal', null)
      const answers = await Promise.all(
        eight.map((index) => office.as(index % 2 === 0 ? 'ana' : 'cristina').post(`/api/assignments/${seat}/claim`, {})),
      )
      // Whoever has it may say so again; the other is told who has it.
      const holders = new Set(answers.flatMap(({ status }, index) => (status < 300 ? [index % 2] : [])))
      expect(holders.size).toBe(1)
      for (const { status, problem } of answers) if (status >= 300) expect(['already-claimed', 'stale']).toContain(problem)
    }
  }, 120_000)

  it('edit: of eight who saw the same card one is written, and what the others wrote is refused, not lost', async () => {
    for (let round = 0; round < rounds; round++) {
      const made = await office.as('elena').post('/api/documents/contract', { card: { side: 'purchase', subject: 'Before', amount: 1 } })
      const path = pathOf(made)
      const etag = made.headers.get('etag')!
      const answers = await Promise.all(
        eight.map((index) =>
          office.as('elena').patch(path, { changes: [{ path: 'subject', from: 'Before', to: `By ${index}` }] }, { 'if-match': etag }),
        ),
      )
      onlyOne(answers, 'stale', 'edit-conflict')
      const winner = answers.findIndex(({ status }) => status === 200)
      expect((await office.as('elena').get(path)).body.card.subject).toBe(`By ${winner}`)
    }
  }, 120_000)

  it('edit different fields: each is there, nobody’s is overwritten', async () => {
    const made = await office.as('elena').post('/api/documents/contract', { card: { side: 'purchase', subject: 'Before', amount: 1 } })
    const path = pathOf(made)
    const changes = [
      ['amount', 5_000],
      ['subject', 'After'],
      ['site', 'Terasa'],
      ['validUntil', '2031-01-01'],
    ] as const
    const answers = await Promise.all(
      changes.map(([field, to]) => office.as('elena').patch(path, { changes: [{ path: field, from: made.body.card[field] ?? null, to }] })),
    )
    const { body } = await office.as('elena').get(path)
    for (const [index, [field, to]] of changes.entries())
      if (answers[index]!.status === 200) expect([field, body.card[field]]).toEqual([field, to])
    expect(statuses(answers).filter((status) => status === 200).length).toBeGreaterThanOrEqual(2)
  }, 60_000)

  it('leave a store that verifies', async () => {
    expect((await verify(database())).differences).toEqual([])
  })
})
