/**
 * The one clock: takes what is due (timers, nudges, deliveries, sweeps of reminders, indexes) and does each. Any number
 * of processes may run one: rows are leased, and what a clock does not finish another takes up when the lease ends.
 */
import { changeDocument } from '../commands/change-document.ts'
import type { Edges } from '../commands/edges.ts'
import { nudgeDocument } from '../commands/nudge-document.ts'
import { sweepReminders } from '../commands/sweep-reminders.ts'
import { takeOverOpen } from '../commands/take-over-open.ts'
import { agenda } from '../engine/document/agenda.ts'
import { errorFacts } from '../log.ts'
import { again, type DueItem, done, failed, lease, nextDue } from '../store/due.ts'
import { forgetKeys } from '../store/idempotency.ts'
import { ensureIndex } from '../store/partitions.ts'
import type { NewDelivery } from '../store/write.ts'
import type { Delivery } from './delivery.ts'

export interface ClockOptions {
  /** Rows taken at once. */
  readonly batch?: number
  /** Milliseconds at most until it looks again, whatever was said to be due next. */
  readonly patience?: number
}

export interface RunningClock {
  /** Looks now, because something became due. */
  wake(): void
  /** Does everything that is due at this moment, and what becomes due by it; for tests and the command line. */
  catchUp(): Promise<number>
  /** Takes nothing while something is done that lives through its own past, and goes on after it. */
  hold<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** What a due row came to: done, to be tried again, or given up at once. */
type Fate =
  | { readonly kind: 'done' }
  | { readonly kind: 'again-at'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: string; readonly lasting: boolean }

/**
 * What goes one after the other: what is due for one document, which would only lose against itself, and the mails to one
 * person, who reads them in the order in which they were written.
 */
function laneOf({ id, kind, key, document, payload }: DueItem): string {
  if (kind !== 'delivery') return document?.id ?? key
  const sending = payload as NewDelivery['payload']
  return sending.via === 'email' ? `mail ${sending.to}` : `delivery ${id}`
}

const sweepEvery = 60_000

export function startClock(edges: Edges, delivery: Delivery, { batch = 50, patience = 5_000 }: ClockOptions = {}): RunningClock {
  const { database, log, clock } = edges
  let maintained = clock.now().getTime()
  let stopped = false
  let held = 0
  let timer: NodeJS.Timeout | null = null
  let turning: Promise<number> | null = null

  async function doOne(item: DueItem): Promise<Fate> {
    switch (item.kind) {
      case 'timer': {
        const fired = await changeDocument(edges, item.document!, { type: 'fire-timer', by: { kind: 'clock' }, key: item.key })
        if (!fired.ok) return fired.problem.code === 'document-unknown' ? { kind: 'done' } : refusal(fired.problem.code)
        // Fired, and yet it stands where it stood: to take it away would lose it.
        const { document } = fired.stored
        const program = await edges.programs.get(database, document.program)
        const stays = agenda(program, document).timers.some(({ key, at }) => key === item.key && at === item.at)
        return stays ? refusal('timer-stays') : { kind: 'done' }
      }
      case 'nudge': {
        const nudged = await nudgeDocument(edges, item.document!)
        return nudged.ok || nudged.problem.code === 'document-unknown' ? { kind: 'done' } : refusal(nudged.problem.code)
      }
      case 'delivery': {
        const sent = await delivery.send(item)
        return sent.ok ? { kind: 'done' } : { kind: 'failed', error: sent.error, lasting: sent.lasting }
      }
      case 'reminder-sweep':
        return (await sweepReminders(edges, item.key))
          ? { kind: 'again-at', at: new Date(clock.now().getTime() + sweepEvery) }
          : { kind: 'done' }
      case 'index': {
        const { type, expression } = item.payload as { type: string; expression: string }
        await ensureIndex(database, type, expression)
        return { kind: 'done' }
      }
      case 'absence':
        await takeOverOpen(edges, item.key)
        return { kind: 'done' }
      case 'follow-up':
        throw new Error(`nothing follows up yet: ${item.key}`)
    }
  }

  async function attend(item: DueItem): Promise<void> {
    let fate: Fate
    try {
      fate = await doOne(item)
    } catch (error) {
      log.error('due-failed', { kind: item.kind, key: item.key, ...errorFacts(error) })
      fate = { kind: 'failed', error: error instanceof Error ? error.message : String(error), lasting: false }
    }
    if (fate.kind === 'done') await done(database, [item])
    else if (fate.kind === 'again-at') await again(database, item, fate.at.toISOString())
    else {
      const then = await failed(database, item, fate.error, clock.now().toISOString(), fate.lasting ? 1 : undefined)
      log.warn('due-failed', { kind: item.kind, key: item.key, document: item.document?.id, error: fate.error, then })
    }
  }

  /** One round: everything that is due now, a few side by side. Answers how much it was. */
  async function turn(): Promise<number> {
    let count = 0
    for (;;) {
      const items = stopped || held > 0 ? [] : await lease(database, { now: clock.now().toISOString(), limit: batch })
      if (items.length === 0) return count
      count += items.length
      const byLane = new Map<string, DueItem[]>()
      for (const item of items) {
        const of = laneOf(item)
        byLane.set(of, [...(byLane.get(of) ?? []), item])
      }
      const lanes = [...byLane.values()]
      const lane = async (): Promise<void> => {
        for (let next = lanes.shift(); next; next = lanes.shift()) for (const item of next) await attend(item)
      }
      await Promise.all([lane(), lane(), lane(), lane()])
    }
  }

  /** What a database must do now and then, and keys that nobody will send again. */
  async function maintainDaily(): Promise<void> {
    const now = clock.now().getTime()
    if (now - maintained < 24 * 3_600_000) return
    maintained = now
    await forgetKeys(database, new Date(now - 7 * 24 * 3_600_000).toISOString())
    await database.maintain()
  }

  async function loop(): Promise<void> {
    timer = null
    turning ??= turn()
    let pause = patience
    try {
      await turning
      await maintainDaily()
      const next = await nextDue(database)
      if (next) pause = Math.min(patience, Math.max(20, Date.parse(next) - clock.now().getTime()))
    } catch (error) {
      log.warn('clock-waits', errorFacts(error))
    }
    turning = null
    if (!stopped) timer = setTimeout(() => void loop(), pause)
  }
  void loop()

  return {
    wake() {
      if (stopped || turning) return
      if (timer) clearTimeout(timer)
      // What becomes due in the same moment is taken together.
      timer = setTimeout(() => void loop(), 15)
    },
    async catchUp() {
      await turning
      turning = turn()
      const count = await turning
      turning = null
      return count
    },
    async hold(work) {
      held++
      try {
        await turning?.catch(() => 0)
        return await work()
      } finally {
        held--
      }
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await turning?.catch(() => 0)
    },
  }
}

function refusal(code: string): Fate {
  // Somebody was faster five times: it is only busy. Anything else will not change by itself, yet a person may mend the schema.
  return { kind: 'failed', error: code, lasting: false }
}
