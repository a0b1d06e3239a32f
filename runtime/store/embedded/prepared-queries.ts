/**
 * Statements prepared by name inside the embedded PostgreSQL. Its own `query` parses and plans every time and crosses
 * into WebAssembly six times; a statement met for the second time is kept, and then crosses once (three times as many
 * small updates a second, more for a statement with many parts).
 */
import { type PGlite, parse, protocol } from '@electric-sql/pglite'
import type { QueryAnswer } from './messages.ts'

interface Prepared {
  readonly name: string
  readonly types: readonly number[]
}

const mostKept = 200
/** Raised where the tables changed under a kept statement: it is only to be prepared anew. */
const planChanged = 'cached plan must not change result type'

const { serialize } = protocol

function message(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export interface QueryOptions {
  readonly rowMode: 'array' | 'object'
  readonly parsers: Record<number, (text: string) => unknown>
}

/** Runs statements on a PGlite, one at a time: the caller waits for each answer before the next. */
export class PreparedQueries {
  readonly #db: PGlite
  readonly #kept = new Map<string, Prepared>()
  #met = new Set<string>()
  #count = 0

  constructor(db: PGlite) {
    this.#db = db
  }

  async query(text: string, params: readonly unknown[], options: QueryOptions): Promise<QueryAnswer> {
    const known = this.#kept.get(text)
    if (known) {
      this.#kept.delete(text)
      this.#kept.set(text, known)
      return this.#run(known, text, params, options)
    }
    if (!this.#met.has(text)) {
      if (this.#met.size >= 2_000) this.#met = new Set()
      this.#met.add(text)
      return this.#db.query(text, [...params], options)
    }
    return this.#run(await this.#prepare(text), text, params, options)
  }

  async #prepare(text: string): Promise<Prepared> {
    const name = `dosar_${++this.#count}`
    const request = message(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync())
    const { messages } = await this.#db.execProtocol(request)
    const prepared = { name, types: parse.parseDescribeStatementResults(messages) }
    this.#kept.set(text, prepared)
    if (this.#kept.size > mostKept) await this.#forget(this.#kept.keys().next().value!)
    return prepared
  }

  async #forget(text: string): Promise<void> {
    const { name } = this.#kept.get(text)!
    this.#kept.delete(text)
    await this.#db.execProtocol(message(serialize.close({ type: 'S', name }), serialize.sync()))
  }

  async #run({ name, types }: Prepared, text: string, params: readonly unknown[], options: QueryOptions): Promise<QueryAnswer> {
    if (params.length !== types.length) throw new Error(`${params.length} parameters for a statement with ${types.length}`)
    const values = params.map((value, index) => (value === null || value === undefined ? null : this.#text(value, types[index]!)))
    const request = message(
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    )
    try {
      const { messages } = await this.#db.execProtocol(request)
      return parse.parseResults(messages, this.#db.parsers, options)[0]! as QueryAnswer
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes(planChanged)) throw error
      await this.#forget(text)
      return this.#db.query(text, [...params], options)
    }
  }

  #text(value: unknown, type: number): string {
    const serializer = this.#db.serializers[type]
    return serializer ? (serializer(value) as string) : String(value)
  }
}
