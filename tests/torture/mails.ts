/**
 * The mails of a program that is hurt: each notice that is to be mailed goes out at least once, and twice only where the hurt fell
 * between the sending and its being noted.
 */
import { makeLog } from '../../runtime/log.ts'
import { buildParts } from '../../runtime/parts.ts'
import type { Database } from '../../runtime/store/database.ts'
import { makeMailer } from '../../runtime/worker/mail.ts'
import { type MailBox, openMailBox, type ReceivedMail } from '../support/mail-box.ts'

/** What the clock does side by side. */
const lanes = 4

export interface Mailed {
  /** Notices that were to be mailed and were. */
  readonly mailed: number
  /** Of them, those that came more than once. */
  readonly doubled: number
  readonly broken: readonly string[]
}

export interface MailWatch {
  /** `SMTP_URL` of the program that is hurt. */
  readonly smtp: string
  /** Notes that it is hurt now. */
  hurt(): void
  /** Sends what is left, with a clock that is past every lease, and counts. Nobody else may have the database open. */
  count(database: Database): Promise<Mailed>
  close(): Promise<void>
}

export async function watchMails(): Promise<MailWatch> {
  const box = await openMailBox()
  const hurts: number[] = []
  return {
    smtp: box.url,
    hurt: () => void hurts.push(Date.now()),
    async count(database) {
      await sendRest(database, box)
      const byNotice = Map.groupBy(box.mails, ({ id }) => id)
      const wanted = await database.query<{ id: string; name: string; email: string | null }>(
        `select n.id, p.name, p.email from notice n join person p on p.id = n.recipient
           join assignment a on a.id = n.assignment join document d on d.id = a.document and d.type = a.document_type
         where n.about = 'asked' and p.email is not null and d.card->>'subject' like 'Torture %'`,
      )
      const broken: string[] = []
      let doubled = 0
      for (const { id, name, email } of wanted) {
        const came = byNotice.get(id) ?? []
        if (came.length === 0) broken.push(`the notice ${id} was not mailed to ${name}`)
        if (came.some(({ to }) => to.length !== 1 || to[0] !== email)) broken.push(`the notice ${id} went to somebody else`)
      }
      for (const [id, came] of byNotice) {
        if (came.length > 1) doubled++
        for (const [first, second] of pairs(came))
          if (!hurts.some((at) => at >= first.at - 1_000 && at <= second.at))
            broken.push(`the notice ${id} was mailed twice, and nothing was hurt`)
      }
      if (doubled > hurts.length * lanes)
        broken.push(`${doubled} notices were mailed twice, ${hurts.length} hurts explain ${hurts.length * lanes}`)
      const left = await database.query<{ id: number; last_error: string | null }>(`select id, last_error from due where kind = 'delivery'`)
      for (const { id, last_error } of left) broken.push(`the mail ${id} is still there: ${last_error}`)
      return { mailed: wanted.length - broken.filter((each) => each.includes('was not mailed')).length, doubled, broken }
    },
    close: () => box.close(),
  }
}

const pairs = (mails: readonly ReceivedMail[]): [ReceivedMail, ReceivedMail][] => mails.slice(1).map((mail, index) => [mails[index]!, mail])

async function sendRest(database: Database, box: MailBox): Promise<void> {
  const mailer = makeMailer(box.url, 'Dosar <dosar@127.0.0.1>')
  const parts = await buildParts({
    database,
    log: makeLog('error', () => true),
    origin: 'http://127.0.0.1',
    templatesFolder: '',
    appFolder: null,
    mailer,
    clock: { now: () => new Date(Date.now() + 180_000) },
  })
  await parts.startClock().catchUp()
  await parts.stop()
  mailer.close()
}
