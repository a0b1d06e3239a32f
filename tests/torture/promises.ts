/**
 * What the program promised while it was hurt, and whether it kept it: every command that was answered is there, none is there
 * twice though it was sent again, everybody who is asked was told once, no timer is left without its step, and the store verifies.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { DocumentAnswer } from '../../runtime/api/answers.ts'
import type { Queryable } from '../../runtime/store/database.ts'
import { verify } from '../../runtime/store/verify.ts'
import type { Answer, Caller, Json } from '../support/server-process.ts'

/** A command that somebody wants done once, however often it has to be sent. */
interface Wish {
  readonly key: string
  readonly by: Caller
  readonly path: string
  readonly body: Json
}

export interface Kept {
  readonly answered: number
  readonly sentAgain: number
  /** Each broken promise, in words. */
  readonly broken: readonly string[]
}

export class Promises {
  /** Contracts that were answered as made, by their subject. */
  readonly made = new Map<string, string>()
  /** Assignments that were answered as decided. */
  readonly decided = new Set<string>()
  readonly #waiting: { readonly person: string; readonly assignment: string }[] = []
  readonly #people = new Map<string, Caller>()
  readonly #as: (name: string) => Promise<Caller>
  readonly #elena: Caller
  readonly #partner: string
  answered = 0
  sentAgain = 0
  /** Problems that say to come again, by their code, and how often each was told. */
  readonly told = new Map<string, number>()
  /** Answers that no promise allows: neither done, nor refused with a reason, nor a problem that says to come again. */
  readonly strange: string[] = []

  private constructor(as: (name: string) => Promise<Caller>, elena: Caller, partner: string) {
    this.#as = as
    this.#elena = elena
    this.#partner = partner
  }

  static async on(as: (name: string) => Promise<Caller>): Promise<Promises> {
    const elena = await as('Elena')
    const { items } = (await elena.get('/api/documents/counterparty?limit=1')) as { items: { id: string }[] }
    const promises = new Promises(as, elena, items[0]!.id)
    for (const name of ['Radu', 'Ioana', 'Ana', 'Cristina']) promises.#people.set(name, await as(name))
    return promises
  }

  /** Makes contracts, sends them on their way and decides what waits, until `stopped`; whoever gets no answer sends the same again. */
  async work(stopped: () => boolean, lanes = 6): Promise<void> {
    const lane = async (): Promise<void> => {
      while (!stopped()) {
        const next = this.#waiting.shift()
        if (next && Math.random() < 0.7) await this.#decide(next, stopped)
        else {
          if (next) this.#waiting.push(next)
          await this.#make(stopped)
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  async #make(stopped: () => boolean): Promise<void> {
    const subject = `Torture ${randomUUID()}`
    const card = {
      side: 'purchase',
      counterparty: { type: 'counterparty', id: this.#partner },
      subject,
      amount: 50_000,
      validUntil: '2039-12-31',
    }
    const made = await this.#insist({ key: randomUUID(), by: this.#elena, path: '/api/documents/contract', body: { card } }, stopped)
    if (!made || made.status >= 300) return
    const { id } = made.json as unknown as DocumentAnswer
    this.made.set(subject, id)
    const path = `/api/documents/contract/${id}/actions`
    const sent = await this.#insist({ key: randomUUID(), by: this.#elena, path, body: { node: 'draft', action: 'submit' } }, stopped)
    if (!sent || sent.status >= 300) return
    for (const { id: assignment, person } of Object.values((sent.json as unknown as DocumentAnswer).process?.state.assignments ?? {}))
      if (person) this.#waiting.push({ person, assignment })
  }

  async #decide({ person, assignment }: { person: string; assignment: string }, stopped: () => boolean): Promise<void> {
    const by = this.#people.get(person) ?? (await this.#as(person).catch(() => null))
    if (!by) return
    this.#people.set(person, by)
    const path = `/api/assignments/${assignment}/decision`
    const answer = await this.#insist(
      { key: randomUUID(), by, path, body: { outcome: 'approved', comment: 'Within the budget.' } },
      stopped,
    )
    if (answer && answer.status < 300) this.decided.add(assignment)
  }

  /** Sends a wish until it is answered for good. Null where the time was over before: then nothing is promised. */
  async #insist({ key, by, path, body }: Wish, stopped: () => boolean): Promise<Answer | null> {
    for (let sends = 0; ; sends++) {
      if (sends > 0) this.sentAgain++
      const answer = await by.send('POST', path, body, { 'idempotency-key': key }).catch(() => null)
      const later = answer && (answer.status === 503 || answer.status === 507)
      if (later) {
        const code = (answer.json as { problem?: { code?: string }; detail?: string } | null)?.problem?.code
        if (code) this.told.set(code, (this.told.get(code) ?? 0) + 1)
        else this.strange.push(`${path}: ${answer.status} without a problem`)
      } else if (answer && answer.status !== 502) {
        if (answer.status < 300) this.answered++
        else if (answer.status >= 500 || answer.json?.type === undefined)
          this.strange.push(`${path}: ${answer.status} ${JSON.stringify(answer.json)}`)
        return answer
      }
      if (stopped() && sends > 200) return null
      await setTimeout(50)
    }
  }

  /** Looks into the store for everything that was promised. */
  async kept(db: Queryable): Promise<Kept> {
    const broken: string[] = [...this.strange]
    const rows = await db.query<{ id: string; subject: string }>(
      `select id, card->>'subject' as subject from document where type = 'contract' and card->>'subject' like 'Torture %'`,
    )
    const bySubject = Map.groupBy(rows, ({ subject }) => subject)
    for (const [subject, id] of this.made) {
      const found = bySubject.get(subject) ?? []
      if (found.length !== 1 || found[0]!.id !== id) broken.push(`${subject} was answered as ${id} and is there ${found.length} times`)
    }
    for (const [subject, found] of bySubject) if (found.length > 1) broken.push(`${subject} is there ${found.length} times`)
    const seats = await db.query<{ id: string; state: string; outcome: string | null }>(
      `select id, state, outcome from assignment where id = any($1::uuid[])`,
      [[...this.decided]],
    )
    const done = new Set(seats.filter(({ state, outcome }) => state === 'done' && outcome === 'approved').map(({ id }) => id))
    for (const id of this.decided) if (!done.has(id)) broken.push(`the decision ${id} was answered and is not there`)
    const twice = await db.query<{ assignment: string; n: number }>(
      `select body->>'assignment' as assignment, count(*)::int as n from event where type = 'assignment-decided'
       group by 1 having count(*) > 1`,
    )
    for (const { assignment, n } of twice) broken.push(`the decision ${assignment} is there ${n} times`)
    const told = await db.query<{ id: string; n: number }>(
      `select a.id, count(n.id)::int as n from assignment a join document d on d.id = a.document and d.type = a.document_type
         left join notice n on n.assignment = a.id and n.recipient = a.person and n.about = 'asked'
       where a.person is not null and d.card->>'subject' like 'Torture %' group by a.id having count(n.id) <> 1`,
    )
    for (const { id, n } of told) broken.push(`whoever was asked by ${id} was told ${n} times`)
    const numbers = await db.query<{ number: string; n: number }>(
      `select number, count(*)::int as n from document where number is not null group by type, number having count(*) > 1`,
    )
    for (const { number, n } of numbers) broken.push(`the number ${number} was given ${n} times`)
    const { differences } = await verify(db)
    for (const difference of differences) broken.push(`verify: ${JSON.stringify(difference)}`)
    return { answered: this.answered, sentAgain: this.sentAgain, broken }
  }
}
