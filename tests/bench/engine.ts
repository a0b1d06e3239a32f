// The engine alone, in memory: decisions of an approval, and evaluations of a condition.
import { join } from 'node:path'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { compileProgram } from '../../runtime/engine/approval/program.ts'
import { decide } from '../../runtime/engine/document/decide.ts'
import { compileExpression } from '../../runtime/engine/expression/compile.ts'
import { fromNumber } from '../../runtime/engine/expression/decimal.ts'
import { ANY } from '../../runtime/engine/expression/type.ts'
import { Office } from '../../runtime/engine/simulation/office.ts'
import { officeFacts, withMissing } from '../../runtime/engine/simulation/office-facts.ts'
import { rehearsalSite } from '../../runtime/engine/simulation/rehearsal-site.ts'

/** Evaluations a second of `amount > 10000 and region = "North"`. */
export function measureExpression(seconds = 1): number {
  const compiled = compileExpression('amount > 10000 and region = "North"', { names: () => ANY, checkTypes: false })
  if (!compiled.ok) throw new Error('the condition does not compile')
  const amounts = Array.from({ length: 1_024 }, (_, index) => fromNumber(10_001 + index * 37))
  let turn = 0
  const host = { name: (name: string) => (name === 'amount' ? amounts[turn++ & 1_023]! : 'North'), read: () => null, now: () => null }
  return perSecond(seconds, 1_000, () => {
    if (compiled.expression.evaluate(host) !== true) throw new Error('the condition does not hold')
  })
}

/** Decisions a second: somebody of finance approves a contract, through the whole engine, again and again from the same state. */
export async function measureDecisions(seconds = 2): Promise<number> {
  const read = await readTemplateFolder(join(import.meta.dirname, '../../templates/construction-contracts'))
  if (!read.ok) throw new Error('the template cannot be read')
  const office = new Office({ site: rehearsalSite(read.folder), now: '2026-10-05T06:00:00.000Z' })
  const by = (id: string) => ({ kind: 'person', id }) as const
  const made = (type: string, card: Parameters<Office['create']>[0]['card']) => {
    const outcome = office.create({ type, by: by('elena'), card })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    return { type, id: outcome.document.id }
  }
  const partner = made('counterparty', { name: 'Stejaru', taxNumber: 'RO20377311', group: 'subcontractor' })
  const contract = made('contract', {
    side: 'purchase',
    counterparty: partner,
    subject: 'Works',
    amount: 50_000,
    validUntil: '2039-12-31',
    responsible: 'elena',
  })
  const sent = office.give(contract, { type: 'take-action', by: by('elena'), node: 'draft', action: 'submit' })
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
  const { document } = sent
  const seat = Object.values(document.process!.assignments).find(({ person, state }) => state === 'open' && person === 'radu')
  if (!seat) throw new Error('nobody of finance is asked')
  const { site } = office
  const program = compileProgram(site.types.get('contract')!, site.schemas.get('contract-approval')!)
  let facts = officeFacts(office)
  const command = { type: 'decide-assignment', by: by('radu'), assignment: seat.id, outcome: 'approved' } as const
  return perSecond(seconds, 100, () => {
    let decision = decide(program, document, command, facts)
    while (decision.kind === 'missing') {
      facts = withMissing(facts, decision.missing, program, document, office.shelf, office.numbers)
      decision = decide(program, document, command, facts)
    }
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision.problem))
  })
}

function perSecond(seconds: number, atOnce: number, work: () => void): number {
  for (let index = 0; index < 5 * atOnce; index++) work()
  const begun = performance.now()
  let count = 0
  for (; performance.now() - begun < seconds * 1000; count += atOnce) for (let index = 0; index < atOnce; index++) work()
  return count / ((performance.now() - begun) / 1000)
}
