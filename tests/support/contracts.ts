// Counterparties and contracts of the template's office, made over HTTP by its own people.
import type { Answer, Caller, Json, Office } from './office.ts'

let made = 0

/** A counterparty that nobody else uses. */
export async function aPartner(office: Office, card: object = {}): Promise<{ type: 'counterparty'; id: string }> {
  made++
  const answer = await office.as('elena').post('/api/documents/counterparty', {
    card: { name: `Partner ${made} SRL`, taxNumber: `RO${String(20_000_000 + made)}`, group: 'subcontractor', ...card },
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return { type: 'counterparty', id: answer.body.id }
}

/** A contract of Elena's that lacks nothing to be sent. */
export async function aContract(office: Office, card: object = {}, by: Caller = office.as('elena')): Promise<Answer> {
  const answer = await by.post('/api/documents/contract', {
    card: {
      side: 'purchase',
      counterparty: (card as Json).counterparty ?? (await aPartner(office)),
      subject: 'Schele',
      amount: 5_000,
      validUntil: '2027-03-31',
      ...card,
    },
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer
}

export const pathOf = ({ body }: Answer): string => `/api/documents/${body.type}/${body.id}`

/** A contract that was sent: it waits for a lawyer and for two people of finance. */
export async function aContractInApproval(office: Office, card: object = {}): Promise<Answer> {
  const sent = await office.as('elena').post(`${pathOf(await aContract(office, card))}/actions`, { node: 'draft', action: 'submit' })
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  return sent
}

/** The assignment of a document that is asked at a node: of a person, or of a pool. */
export function assignmentAt({ body }: Answer, node: string, person: string | null): string {
  const { seats, assignments } = body.process.state
  const found = Object.values<Json>(assignments).find(
    (one) => seats[one.seat].node === node && one.person === person && one.state === 'open',
  )
  if (!found) throw new Error(`nothing open at ${node} for ${person}: ${JSON.stringify(assignments)}`)
  return found.id
}

/** A contract that everybody approved and both signed. */
export async function aContractInForce(office: Office, card: object = {}): Promise<Answer> {
  const sent = await aContractInApproval(office, card)
  const decide = async (name: string, assignment: string) => {
    const answer = await office.as(name).post(`/api/assignments/${assignment}/decision`, { outcome: 'approved' })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  await decide('ana', assignmentAt(sent, 'legal', null))
  await decide('radu', assignmentAt(sent, 'finance', office.people.radu!))
  const last = await decide('ioana', assignmentAt(sent, 'finance', office.people.ioana!))
  if (last.body.status === 'in-approval') await decide('mihai', assignmentAt(last, 'director', null))
  const signed = await office
    .as('elena')
    .post(`${pathOf(sent)}/actions`, { node: 'signing', action: 'signed', changes: [{ path: 'signedOn', to: '2026-10-05' }] })
  if (signed.status !== 200) throw new Error(JSON.stringify(signed.body))
  return signed
}
