/**
 * The embedded PostgreSQL, seen from the program's own thread. It answers what drizzle asks of a PGlite (`query`,
 * `exec`, `transaction`), one thing at a time: there is one connection, and a transaction holds it.
 *
 * A statement that takes longer than the time-out ends the worker, which is safe (what was committed lies in the
 * folder; the next call opens it again); so does a worker that fails. Whoever waited gets an error, never silence.
 * A database in memory is gone with its worker.
 */
import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Ask, ErrorAnswer, QueryAnswer, Say, WorkerStart } from './messages.ts'

export interface BridgeOptions {
  /** Where the database lies; null: in memory. */
  readonly folder: string | null
  /** A dump to begin with. */
  readonly load?: Uint8Array
  /** Milliseconds that one statement may take. */
  readonly statementTimeout?: number
  readonly maxRows?: number
}

export interface QueryOptions {
  readonly rowMode?: 'array' | 'object'
}

/** A PostgreSQL error that came through the bridge, with the server's own code. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
  readonly code: string | undefined

  constructor({ message, ...parts }: ErrorAnswer) {
    super(message)
    Object.assign(this, parts)
    this.code = parts.code
  }
}

/** The worker is gone or the database closed: nothing is known of what ran. */
export class EmbeddedEnded extends Error {
  override readonly name = 'EmbeddedEnded'
}

/** Milliseconds for what reads a whole table, or the whole database. */
const longWork = 120_000

type Unsent = Ask extends infer A ? (A extends Ask ? Omit<A, 'id'> : never) : never
interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** One life of the worker. What was begun in one life cannot go on in the next. */
class Life {
  readonly worker: Worker
  readonly ready: Promise<void>
  over: Error | null = null
  readonly #waiting = new Map<number, Waiting>()
  #next = 1

  constructor(start: WorkerStart, onNote: (channel: string, payload: string) => void) {
    this.worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start, execArgv: [], name: 'embedded-postgres' })
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (say: Say) => {
        if ('ready' in say) resolve()
        else if ('failed' in say)
          this.end(
            new EmbeddedEnded(`the embedded database does not open: ${say.failed.message}`, { cause: new EmbeddedError(say.failed) }),
          )
        else if ('note' in say) onNote(...say.note)
        else this.#settle(say)
      })
      this.worker.on('error', (error) => this.end(new EmbeddedEnded(`the embedded database failed: ${error}`, { cause: error })))
      this.worker.on('exit', (code) => this.end(new EmbeddedEnded(`the embedded database ended (${code})`)))
      this.#waiting.set(0, { resolve: () => {}, reject })
    })
    this.ready.catch(() => {})
  }

  send(ask: Unsent, timeout: number): Promise<unknown> {
    if (this.over) return Promise.reject(this.over)
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.end(new EmbeddedError({ message: 'canceling statement due to statement timeout', code: '57014' })),
        timeout,
      )
      const settled = (then: () => void) => {
        clearTimeout(timer)
        then()
      }
      this.#waiting.set(id, { resolve: (answer) => settled(() => resolve(answer)), reject: (error) => settled(() => reject(error)) })
      try {
        this.worker.postMessage({ id, ...ask })
      } catch (error) {
        // A parameter that cannot be cloned: nothing was sent.
        this.#waiting.delete(id)
        settled(() => reject(error))
      }
    })
  }

  #settle(say: Extract<Say, { id: number }>): void {
    const waiting = this.#waiting.get(say.id)
    this.#waiting.delete(say.id)
    if (!waiting) return
    if (!('error' in say)) {
      waiting.resolve(say.answer)
      return
    }
    const error = new EmbeddedError(say.error)
    waiting.reject(error)
    // PostgreSQL itself would end here; inside the worker it goes on, with locks that nobody gives back.
    if (say.error.severity === 'FATAL' || say.error.severity === 'PANIC') this.end(error)
  }

  end(why: Error): void {
    if (this.over) return
    this.over = why
    for (const waiting of this.#waiting.values()) waiting.reject(why)
    this.#waiting.clear()
    void this.worker.terminate()
  }
}

export class PGliteBridge {
  readonly #options: BridgeOptions
  readonly #timeout: number
  readonly #listeners = new Map<string, Set<(payload: string) => void>>()
  #life: Life
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  private constructor(options: BridgeOptions) {
    this.#options = options
    this.#timeout = options.statementTimeout ?? 30_000
    this.#life = this.#begin(options.load ?? null)
  }

  /** Opens the database, making it where there is none. Rejects where the folder cannot be opened. */
  static async open(options: BridgeOptions): Promise<PGliteBridge> {
    const bridge = new PGliteBridge(options)
    await bridge.#life.ready
    return bridge
  }

  #begin(load: Uint8Array | null): Life {
    const { folder, maxRows = 100_000 } = this.#options
    return new Life({ folder, load, maxRows }, (channel, payload) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload)
    })
  }

  /** The running life, or a new one on the same folder. */
  async #alive(): Promise<Life> {
    if (this.#closed) throw new EmbeddedEnded('the embedded database is closed')
    if (this.#life.over && this.#options.folder) {
      this.#life = this.#begin(null)
      await this.#life.ready
      for (const channel of this.#listeners.keys()) await this.#life.send({ do: 'exec', text: `listen "${channel}"` }, this.#timeout)
    }
    await this.#life.ready
    return this.#life
  }

  #alone<T>(work: (life: Life) => Promise<T>): Promise<T> {
    const run = this.#last.then(async () => work(await this.#alive()))
    this.#last = run.then(
      () => {},
      () => {},
    )
    return run
  }

  #query(life: Life, text: string, params: readonly unknown[] = [], options: QueryOptions = {}): Promise<QueryAnswer> {
    return life.send({ do: 'query', text, params, asArrays: options.rowMode === 'array' }, this.#timeout) as Promise<QueryAnswer>
  }

  query(text: string, params?: readonly unknown[], options?: QueryOptions): Promise<QueryAnswer> {
    return this.#alone((life) => this.#query(life, text, params, options))
  }

  async exec(text: string): Promise<void> {
    await this.#alone((life) => life.send({ do: 'exec', text }, this.#timeout))
  }

  /** Commits when `work` is done, rolls back when it throws. Nothing else runs meanwhile. */
  transaction<T>(work: (client: BridgeTransaction) => Promise<T>): Promise<T> {
    return this.#alone(async (life) => {
      await life.send({ do: 'exec', text: 'begin' }, this.#timeout)
      try {
        const result = await work({
          query: (text, params, options) => this.#query(life, text, params, options),
          exec: async (text) => void (await life.send({ do: 'exec', text }, this.#timeout)),
        })
        await life.send({ do: 'exec', text: 'commit' }, this.#timeout)
        return result
      } catch (error) {
        // Where the worker is gone, so is the transaction.
        if (!life.over) await life.send({ do: 'exec', text: 'rollback' }, this.#timeout).catch(() => {})
        throw error
      }
    })
  }

  /** Sweeps one table (its name as SQL writes it) and renews its statistics; a large one may take longer than a statement may. */
  async vacuum(table: string): Promise<void> {
    await this.#alone((life) => life.send({ do: 'exec', text: `vacuum (analyze) ${table}` }, longWork))
  }

  /** Calls back for each notification on the channel, also after the worker was ended and opened again. */
  async listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>> {
    const known = this.#listeners.get(channel)
    const listeners = known ?? new Set()
    listeners.add(listener)
    if (!known) {
      this.#listeners.set(channel, listeners)
      await this.exec(`listen "${channel}"`)
    }
    return async () => void listeners.delete(listener)
  }

  /** The whole database as one file, for a back-up or to begin another one with. */
  async dump(): Promise<Uint8Array> {
    return (await this.#alone((life) => life.send({ do: 'dump' }, longWork))) as Uint8Array
  }

  /** Copies the folder as it is between two statements, for another database to open; nothing runs meanwhile. */
  async copyTo(target: string): Promise<void> {
    const { folder } = this.#options
    if (!folder) throw new Error('a database in memory has no folder')
    await this.#alone(async (life) => {
      // So that the copy need not replay what was not yet in its place.
      await life.send({ do: 'exec', text: 'checkpoint' }, longWork)
      await cp(folder, target, { recursive: true, mode: constants.COPYFILE_FICLONE }).catch(async (error: unknown) => {
        await rm(target, { recursive: true, force: true })
        throw error
      })
    })
  }

  /** Waits for what runs, closes the database and ends the worker. */
  async close(): Promise<void> {
    if (this.#closed) return
    await this.#alone(async (life) => {
      if (!life.over) await life.send({ do: 'close' }, this.#timeout).catch(() => {})
    }).catch(() => {})
    this.#closed = true
    this.#life.end(new EmbeddedEnded('the embedded database is closed'))
    await this.#life.worker.terminate()
  }
}

export interface BridgeTransaction {
  query(text: string, params?: readonly unknown[], options?: QueryOptions): Promise<QueryAnswer>
  exec(text: string): Promise<void>
}
